import {
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { KeyProblem, RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { scrollTo } from '../a11y/scrollTo.js';
import { Icon } from '../Icon.js';
import { Comparison } from './Comparison.js';
import type { KeyCheck, useKeyCheck } from './useKeyCheck.js';

type KeyStepProps = {
  readonly keys: ReturnType<typeof useKeyCheck>;
  readonly onContinue: () => void;
  readonly words: RenewalMessages;
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

// With these problems the field may hold the first part of a key, and the user may paste the rest.
const PARTIAL_KEY_PROBLEMS: readonly KeyProblem[] = ['malformed_token', 'truncated_token', 'invalid_signature'];

/** Checks a key that is pasted, dropped or chosen as a file. Compares its license with the current one. Does not keep the key. */
export function KeyStep({ keys, onContinue, words: { check: words, compare }, panelWords, names, format }: KeyStepProps): ReactNode {
  const { check, checkText, checkFile, clear } = keys;
  const [isDraggedOver, setDraggedOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const continueRef = useRef<HTMLButtonElement>(null);
  const [fieldId, hintId, problemId] = [useId(), useId(), useId()];
  const problem = problemWords(check, words);
  useEffect(() => {
    // The result may push the button out of view.
    if (check.kind === 'offered') scrollTo(continueRef.current, 'nearest');
  }, [check]);

  useEffect(() => {
    const textarea = field.current;
    return () => {
      // A detached field could keep the key in memory.
      if (textarea) textarea.value = '';
    };
  }, []);

  const submit = async (input: string | Blob) => {
    const textarea = field.current;
    // After a valid key the field is empty. Keep the result.
    if (check.kind === 'offered' && typeof input === 'string' && input.trim() === '') return;
    const textBefore = textarea?.value;
    const outcome = await (typeof input === 'string' ? checkText(input) : checkFile(input));
    // The user may have entered another text during the check.
    if (!textarea || textarea.value !== textBefore) return;
    if (outcome.kind === 'offered') textarea.value = '';
    // The next paste replaces this text.
    else if (outcome.kind === 'problem' && !PARTIAL_KEY_PROBLEMS.includes(outcome.problem)) textarea.select();
  };
  const submitFile = (file: Blob | undefined) => {
    if (file) void submit(file);
  };
  const edit = ({ currentTarget: { value } }: FormEvent<HTMLTextAreaElement>) => {
    // The result does not belong to the new text.
    if (check.kind === 'offered' ? value !== '' : value.trim() === '') clear();
  };
  const insert = (text: string) => {
    const textarea = field.current;
    if (textarea === null) return;
    textarea.setRangeText(text, textarea.selectionStart, textarea.selectionEnd, 'end');
    void submit(textarea.value);
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault();
    const [file] = event.clipboardData.files;
    if (file) submitFile(file);
    else insert(event.clipboardData.getData('text'));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDraggedOver(false);
    const [file] = event.dataTransfer.files;
    if (file) submitFile(file);
    else insert(event.dataTransfer.getData('text'));
  };
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    submitFile(currentTarget.files?.[0]);
    // Without this, the browser would fire no event if the user chooses the same file again after a change.
    currentTarget.value = '';
  };
  const checkAnother = () => {
    clear();
    field.current?.focus();
  };

  return (
    <>
      <p className="alx-muted">{words.detail}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file needs a mouse; the button below does the same. */}
      <div
        className="alx-drop"
        data-over={isDraggedOver}
        onDragOver={(event) => {
          event.preventDefault();
          setDraggedOver(true);
        }}
        onDragLeave={() => setDraggedOver(false)}
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
          onInput={edit}
          onPaste={paste}
        />
        <div role="status">
          {problem !== null && (
            <p className="alx-problem alx-bad" id={problemId}>
              <Icon name="warning" />
              <span>{problem}</span>
            </p>
          )}
        </div>
        <p id={hintId} className="alx-muted">
          {words.hint}
        </p>
        <div className="alx-actions">
          <button type="button" className="alx-button" onClick={() => void submit(field.current?.value ?? '')}>
            {check.kind === 'checking' ? words.checking : words.action}
          </button>
          <label className="alx-button alx-file">
            <span>{words.choose}</span>
            <input type="file" className="alx-announcer" onChange={choose} />
          </label>
        </div>
      </div>
      <div role="status">
        {check.kind === 'offered' && (
          <p className={check.unverified === null ? 'alx-good' : 'alx-problem'}>
            <Icon name={check.unverified === null ? 'check' : 'warning'} />
            <span>
              <strong>{check.unverified === null ? words.verified : words.unverified}</strong>
              {check.unverified === 'no-keys' && <span>{` ${words.noKeys}`}</span>}
              {check.unverified === 'unverifiable' && <span>{` ${words.problems.unverifiable}`}</span>}
              {check.repairs.length > 0 && (
                <span>{` ${words.undone({ repairs: format.list(check.repairs.map((repair) => words.repairs[repair])) })}`}</span>
              )}
            </span>
          </p>
        )}
        {check.kind === 'offered' &&
          check.comparison.warnings.map((warning) => (
            <p key={warning} className="alx-problem" data-license-warning={warning}>
              <Icon name="warning" />
              <span>
                {warning === 'loses-entitlements'
                  ? compare.warnings[warning]({ count: check.comparison.lost.length, format })
                  : compare.warnings[warning]}
              </span>
            </p>
          ))}
      </div>
      {check.kind === 'offered' && <Comparison {...{ words: compare, panelWords, names, format }} comparison={check.comparison} />}
      {check.kind === 'offered' && (
        <div className="alx-actions">
          <button ref={continueRef} type="button" className="alx-button alx-main" onClick={onContinue}>
            {words.next}
          </button>
          <button type="button" className="alx-button" onClick={checkAnother}>
            {words.again}
          </button>
        </div>
      )}
    </>
  );
}

function problemWords(check: KeyCheck, words: RenewalMessages['check']): string | null {
  if (check.kind === 'too-large') return words.tooLarge;
  return check.kind === 'problem' ? words.problems[check.problem] : null;
}
