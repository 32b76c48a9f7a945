import { type ReactNode, useId } from 'react';

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly note?: string | undefined }[];
  readonly chosen: T | null;
  readonly choose: (value: T) => void;
  /** Styles the radio buttons as a segmented bar. */
  readonly isBar?: boolean;
  readonly isLegendHidden?: boolean;
};

/** Shows radio buttons. Renders nothing for a single option. */
export function Choice<T extends string>({
  legend,
  options,
  chosen,
  choose,
  isBar = false,
  isLegendHidden = false,
}: ChoiceProps<T>): ReactNode {
  const name = useId();
  if (options.length < 2) return null;
  return (
    <fieldset className={isBar ? 'alx-bar' : 'alx-choice'}>
      <legend className={isLegendHidden ? 'alx-announcer' : undefined}>{legend}</legend>
      {options.map(({ value, label, note }) => (
        <label key={value} data-chosen={value === chosen}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
          <span>{label}</span>
          {note !== undefined && <span className="alx-muted">{note}</span>}
        </label>
      ))}
    </fieldset>
  );
}
