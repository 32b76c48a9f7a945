import { type ChangeEvent, type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { Icon } from '../Icon.js';
import { Comparison } from './Comparison.js';
import type { KeyCheck, useKeyCheck } from './useKeyCheck.js';

type KeyStepProps = {
  readonly keys: ReturnType<typeof useKeyCheck>;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

/** Takes a key, pasted, dropped or as a file, and shows what it is worth beside the present license. It keeps no key. */
export function KeyStep({ keys, words: { check: words, compare }, panelWords, names, format }: KeyStepProps): ReactNode {
  const { check, checkText, checkFile, clear } = keys;
  const [over, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const [fieldId, hintId, problemId] = [useId(), useId(), useId()];
  const problem = problemWords(check, words);

  const take = async (given: string | Blob) => {
    const box = field.current;
    const held = box?.value;
    const isKey = await (typeof given === 'string' ? checkText(given) : checkFile(given));
    // A key that is read has no reason to stay on the page; what was entered meanwhile is another one.
    if (isKey && box && box.value === held) box.value = '';
  };
  const takeFile = (file: Blob | undefined) => {
    if (file) void take(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) takeFile(file);
    else void take(event.dataTransfer.getData('text'));
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    takeFile(currentTarget.files?.[0]);
    // The same file can be chosen again after it was changed.
    currentTarget.value = '';
  };
  const again = () => {
    clear();
    field.current?.focus();
  };

  return (
    <>
      <p className="alx-muted">{words.detail}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place to drop a file is one for the mouse; the button beside it does the same. */}
      <div
        className="alx-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={fieldId}>{words.label}</label>
        <textarea
          ref={field}
          id={fieldId}
          className="alx-key"
          dir="ltr"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={problem === null ? hintId : `${hintId} ${problemId}`}
          aria-invalid={problem !== null}
          onPaste={(event) => {
            event.preventDefault();
            const text = event.clipboardData.getData('text');
            event.currentTarget.value = text;
            void take(text);
          }}
        />
        <p id={hintId} className="alx-muted">
          {words.hint}
        </p>
        <div className="alx-actions">
          <button type="button" className="alx-button" onClick={() => void take(field.current?.value ?? '')}>
            {check.kind === 'checking' ? words.checking : words.action}
          </button>
          <label className="alx-button alx-file">
            <span>{words.choose}</span>
            <input type="file" className="alx-announcer" onChange={choose} />
          </label>
        </div>
      </div>
      <div role="status">
        {problem !== null && (
          <p className="alx-problem" id={problemId}>
            <Icon name="warning" />
            <span>{problem}</span>
          </p>
        )}
        {check.kind === 'offered' && (
          <p className={check.unverified === null ? 'alx-good' : 'alx-problem'}>
            <Icon name={check.unverified === null ? 'check' : 'warning'} />
            <span>
              <strong>{check.unverified === null ? words.verified : words.unverified}</strong>
              {check.unverified === 'no-keys' && <span>{` ${words.noKeys}`}</span>}
              {check.unverified === 'unverifiable' && <span>{` ${words.problems.unverifiable}`}</span>}
              {check.undone.length > 0 && (
                <span>{` ${words.undone({ repairs: format.list(check.undone.map((repair) => words.repairs[repair])) })}`}</span>
              )}
            </span>
          </p>
        )}
        {check.kind === 'offered' &&
          check.comparison.warnings.map((warning) => (
            <p key={warning} className="alx-problem" data-license-warning={warning}>
              <Icon name="warning" />
              <span>{compare.warnings[warning]}</span>
            </p>
          ))}
      </div>
      {check.kind === 'offered' && <Comparison {...{ words: compare, panelWords, names, format }} comparison={check.comparison} />}
      {check.kind === 'offered' && (
        <button type="button" className="alx-button" onClick={again}>
          {words.again}
        </button>
      )}
    </>
  );
}

function problemWords(check: KeyCheck, words: RenewalMessages['check']): string | null {
  if (check.kind === 'too-large') return words.tooLarge;
  return check.kind === 'problem' ? words.problems[check.problem] : null;
}
