import type { ReactNode } from 'react';
import { attempt } from '../../lib/attempt.js';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { type ApplyMethod, applyCommand, type KeySource, PROMPT_LIMIT } from './applyCommand.js';
import { Choice } from './Choice.js';
import { Commands } from './Commands.js';
import { NamedText } from './NamedText.js';
import type { RenewalMethod } from './RenewalOptions.js';
import type { ApplyChoice } from './useApplyChoice.js';

type ApplyStepProps = {
  readonly choice: ApplyChoice;
  /** True if the last check refused the key. */
  readonly isRefused: boolean;
  readonly words: RenewalMessages;
  readonly format: Format;
};

const SOURCES: readonly KeySource[] = ['file', 'prompt'];

/** Shows how to apply the key: the platform first, then its commands or the app's own instructions. */
export function ApplyStep({ choice, isRefused, words, format }: ApplyStepProps): ReactNode {
  const { platforms, platform, choosePlatform, variant } = choice;
  return (
    <>
      {isRefused && <p className="alx-problem">{words.apply.refused}</p>}
      <Choice
        isBar
        isLegendHidden
        legend={words.apply.method}
        options={platforms.map(({ title }) => ({ value: title, label: title }))}
        chosen={platform?.title ?? null}
        choose={choosePlatform}
      />
      {platform?.kind === 'instructions' && (
        <>
          <p className="alx-instructions">{platform.text}</p>
          {platform.command && <Commands command={platform.command} words={words} />}
        </>
      )}
      {platform?.kind === 'commands' && variant && <MethodCommands {...{ choice, variant, words, format }} method={platform.method} />}
    </>
  );
}

type MethodCommandsProps = Omit<ApplyStepProps, 'isRefused'> & { readonly method: RenewalMethod; readonly variant: ApplyMethod };

function MethodCommands({ choice, method, variant, words, format }: MethodCommandsProps): ReactNode {
  const { variants, chooseVariant, source, chooseSource, names, usesKey, keyFile } = choice;
  const { apply } = words;
  const command = attempt(() => applyCommand(variant, names, source));
  const detail = keyFile === null ? apply.detail.prompt({ limit: format.number(PROMPT_LIMIT) }) : apply.detail.file({ keyFile });
  const facts = apply.facts[method]({ ...names, deployment: `deployment/${names.deployment}` });
  return (
    <>
      <Choice
        isLegendHidden
        legend={apply.variant}
        options={variants.map((value, at) => ({
          value,
          label: value === 'quadlet' ? apply.methods.quadlet : apply.variants[value],
          note: at === 0 ? apply.recommended : undefined,
        }))}
        chosen={variant}
        choose={chooseVariant}
      />
      <p className="alx-muted">
        <NamedText>{`${facts} ${apply.notes[variant]}`}</NamedText>
      </p>
      {usesKey && (
        <Choice
          legend={apply.source}
          options={SOURCES.map((value) => ({ value, label: apply.sources[value] }))}
          chosen={source}
          choose={chooseSource}
        />
      )}
      <p className="alx-muted">
        <NamedText>{usesKey ? detail : apply.detail['helm-secret']}</NamedText>
      </p>
      {command === undefined ? <p className="alx-problem">{apply.unusable}</p> : <Commands command={command} words={words} />}
    </>
  );
}
