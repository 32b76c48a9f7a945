import type { ReactNode } from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { type ApplyMethod, applyCommand, type DeploymentNames, DOCUMENTED_NAMES, type KeySource, PROMPT_LIMIT } from './applyCommand.js';
import { Choice } from './Choice.js';
import { Commands } from './Commands.js';
import { NamedText } from './NamedText.js';
import type { RenewalMethod } from './RenewalOptions.js';
import type { ApplyChoice } from './useApplyChoice.js';

type ApplyStepProps = {
  readonly choice: ApplyChoice;
  readonly names: DeploymentNames;
  /** True if the last check refused the key. */
  readonly isRefused: boolean;
  readonly words: RenewalMessages;
  readonly format: Format;
};

const SOURCES: readonly KeySource[] = ['file', 'prompt'];

/** Shows how to apply the key: the platform first, then its commands or the app's own instructions. */
export function ApplyStep({ choice, names, isRefused, words, format }: ApplyStepProps): ReactNode {
  const { platforms, platform, choosePlatform, variant } = choice;
  return (
    <>
      {isRefused && <p className="alx-problem">{words.apply.refused}</p>}
      <Choice
        isBar
        isLegendHidden
        legend={words.apply.method}
        options={platforms.map(({ title }, value) => ({ value, label: title }))}
        chosen={platform && platforms.indexOf(platform)}
        choose={choosePlatform}
      />
      {platform?.instructions && (
        <>
          <p className="alx-instructions">{platform.instructions.text}</p>
          {platform.instructions.command !== undefined && <Commands command={platform.instructions.command} words={words} />}
        </>
      )}
      {platform?.method && variant && <MethodCommands {...{ choice, variant, names, words, format }} method={platform.method} />}
    </>
  );
}

type MethodCommandsProps = Omit<ApplyStepProps, 'isRefused'> & { readonly method: RenewalMethod; readonly variant: ApplyMethod };

function MethodCommands({ choice, method, variant, names, words: renewalWords, format }: MethodCommandsProps): ReactNode {
  const { platform, chooseVariant, source, chooseSource, usesKey, keyFile } = choice;
  const words = renewalWords.apply;
  const all = { ...DOCUMENTED_NAMES, ...names };
  const command = commandOf(variant, names, source);
  if (command === null) return <p className="alx-problem">{words.unusable}</p>;
  const detail = keyFile === null ? words.detail.prompt({ limit: format.number(PROMPT_LIMIT) }) : words.detail.file({ keyFile });
  const facts = words.facts[method]({ ...all, deployment: `deployment/${all.deployment}` });
  return (
    <>
      <Choice
        isLegendHidden
        legend={words.variant}
        options={(platform?.variants ?? []).map((value, at) => ({
          value,
          label: words.variants[value],
          note: at === 0 ? words.recommended : undefined,
        }))}
        chosen={variant === 'quadlet' ? null : variant}
        choose={chooseVariant}
      />
      <p className="alx-muted">
        <NamedText>{`${facts} ${words.notes[variant]}`}</NamedText>
      </p>
      {usesKey && (
        <Choice
          legend={words.source}
          options={SOURCES.map((value) => ({ value, label: words.sources[value] }))}
          chosen={source}
          choose={chooseSource}
        />
      )}
      <p className="alx-muted">
        <NamedText>{usesKey ? detail : words.detail['helm-secret']}</NamedText>
      </p>
      <Commands command={command} words={renewalWords} />
    </>
  );
}

function commandOf(variant: ApplyMethod, names: DeploymentNames, source: KeySource): string | null {
  try {
    return applyCommand(variant, names, source);
  } catch {
    return null;
  }
}
