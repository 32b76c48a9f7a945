import { useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { type ApplyMethod, type DeploymentNames, DOCUMENTED_NAMES, type KeySource } from './applyCommand.js';
import type { RenewalInstructions, RenewalMethod, RenewalOptions } from './RenewalOptions.js';

/** The commands of each platform, with the recommended ones first. */
const VARIANTS = {
  kubernetes: ['secret', 'secret-patch'],
  helm: ['helm-secret', 'helm-value'],
  quadlet: ['quadlet'],
} as const satisfies Record<RenewalMethod, readonly [ApplyMethod, ...ApplyMethod[]]>;

const ALL_METHODS: readonly RenewalMethod[] = ['kubernetes', 'helm', 'quadlet'];

/** A platform to choose: one with commands, or the app's own instructions. */
type ApplyPlatform =
  | { readonly kind: 'commands'; readonly title: string; readonly method: RenewalMethod }
  | ({ readonly kind: 'instructions' } & RenewalInstructions);

/** The platform, the variant of its commands and the source of the key that the user has chosen. */
export type ApplyChoice = ReturnType<typeof useApplyChoice>;

/** Keeps the user's choice of how to apply the key. */
export function useApplyChoice({ methods, instructions, names }: RenewalOptions, words: RenewalMessages['apply']) {
  const [title, setTitle] = useState<string | null>(null);
  const [variants, setVariants] = useState<Partial<Record<RenewalMethod, ApplyMethod>>>({});
  const [source, setSource] = useState<KeySource>('file');
  const own = [instructions ?? []].flat();
  // A JavaScript app may pass unknown or duplicate methods.
  const known = [...new Set(methods)].filter((method) => Object.hasOwn(VARIANTS, method));
  const offered = known.length + own.length > 0 ? known : ALL_METHODS;
  const platforms: readonly ApplyPlatform[] = [
    ...offered.map((method) => ({ kind: 'commands' as const, title: words.methods[method], method })),
    ...own.map((each) => ({ kind: 'instructions' as const, ...each })),
  ];
  // The chosen platform may be gone.
  const platform = platforms.find((each) => each.title === title) ?? platforms[0];
  const method = platform?.kind === 'commands' ? platform.method : null;
  const variant = method && (variants[method] ?? VARIANTS[method][0]);
  const usesKey = variant !== null && variant !== 'helm-secret';
  const allNames: Required<DeploymentNames> = { ...DOCUMENTED_NAMES, ...names };
  return {
    platforms,
    platform,
    choosePlatform: setTitle,
    /** The variants of the platform; one, if there is no choice. Empty for the app's own instructions. */
    variants: method ? VARIANTS[method] : [],
    /** The commands to show; `null` for the app's own instructions. */
    variant,
    chooseVariant(next: ApplyMethod) {
      if (method) setVariants({ ...variants, [method]: next });
    },
    source,
    chooseSource: setSource,
    names: allNames,
    /** True if the commands read the key. */
    usesKey,
    /** The file that the commands read; `null` if they read none. */
    keyFile: usesKey && source === 'file' ? allNames.keyFile : null,
    /** The file that the user may have created; `null` for none. Helm with the Secret needs it for the Secret. */
    fileToDelete: method && source === 'file' ? allNames.keyFile : null,
  };
}
