import { type ReactNode, useId, useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { Format } from '../../messages/createFormat.js';
import { type ApplyMethod, applyCommand, type DeploymentNames, DOCUMENTED_NAMES, type KeySource, PROMPT_LIMIT } from './applyCommand.js';
import { CopyButton } from './CopyButton.js';

type ApplyStepProps = { readonly names: DeploymentNames; readonly words: RenewalMessages; readonly format: Format };

const METHODS: readonly ApplyMethod[] = ['secret', 'secret-patch', 'helm-value', 'helm-secret', 'quadlet'];
const SOURCES: readonly KeySource[] = ['file', 'prompt'];

/** Shows the commands that apply the key. The user chooses the kind of deployment and the source of the key. */
export function ApplyStep({ names, words: { apply: words, copy }, format }: ApplyStepProps): ReactNode {
  const [method, setMethod] = useState<ApplyMethod>('secret');
  const [source, setSource] = useState<KeySource>('file');
  const command = commandOf(method, names, source);
  let detail = words.detail.prompt({ limit: format.number(PROMPT_LIMIT) });
  if (source === 'file') detail = words.detail.file({ keyFile: names.keyFile ?? DOCUMENTED_NAMES.keyFile });
  if (method === 'helm-secret') detail = words.detail['helm-secret'];
  return (
    <>
      <Choice legend={words.method} options={METHODS} chosen={method} choose={setMethod} words={words.methods} />
      {method !== 'helm-secret' && (
        <Choice legend={words.source} options={SOURCES} chosen={source} choose={setSource} words={words.sources} />
      )}
      <p className="alx-muted">{detail}</p>
      {command === null ? (
        <p className="alx-problem">{words.unusable}</p>
      ) : (
        <div className="alx-command">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable with the keyboard. */}
          <section aria-label={words.commands} tabIndex={0}>
            <pre dir="ltr" translate="no">
              <code>{command}</code>
            </pre>
          </section>
          <div className="alx-actions">
            {/* Another command resets the result of the last copy. */}
            <CopyButton key={command} name={copy.copy} text={() => command} words={copy} />
          </div>
        </div>
      )}
      <p className="alx-muted">{words.notes[method]}</p>
      <p className="alx-muted">{words.restart}</p>
    </>
  );
}

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly choose: (option: T) => void;
  readonly words: Readonly<Record<T, string>>;
};

function Choice<T extends string>({ legend, options, chosen, choose, words }: ChoiceProps<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className="alx-choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} data-chosen={option === chosen}>
          <input type="radio" name={name} checked={option === chosen} onChange={() => choose(option)} />
          <span>{words[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function commandOf(method: ApplyMethod, names: DeploymentNames, source: KeySource): string | null {
  try {
    return applyCommand(method, names, source);
  } catch {
    return null;
  }
}
