type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  /** Each value with its label. */
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly choose: (value: T) => void;
};

/** A labelled select. */
export function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  return (
    <label className="demo-choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          const option = options.find(([each]) => each === target.value);
          if (option) choose(option[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
