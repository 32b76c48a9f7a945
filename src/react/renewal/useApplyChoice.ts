import { useState } from 'react';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import { type ApplyMethod, DOCUMENTED_NAMES, type KeySource } from './applyCommand.js';
import type { RenewalInstructions, RenewalMethod, RenewalOptions } from './RenewalOptions.js';

/** A choice between the commands of one platform. */
type ApplyVariant = Exclude<ApplyMethod, 'quadlet'>;

/** The variants of each platform, with the recommended one first. */
const VARIANTS: Readonly<Record<RenewalMethod, readonly ApplyVariant[]>> = {
  kubernetes: ['secret', 'secret-patch'],
  helm: ['helm-secret', 'helm-value'],
  quadlet: [],
};

/** A platform to choose: one with commands, or the app's own instructions. */
type ApplyPlatform = {
  readonly title: string;
  readonly method: RenewalMethod | null;
  readonly instructions: RenewalInstructions | null;
  readonly variants: readonly ApplyVariant[];
};

export type ApplyChoice = ReturnType<typeof useApplyChoice>;

/** Keeps the platform, the variant of its commands and the source of the key that the user has chosen. */
export function useApplyChoice({ methods, instructions, names }: RenewalOptions, words: RenewalMessages['apply']) {
  const [index, setIndex] = useState(0);
  const [chosen, setChosen] = useState<Partial<Record<RenewalMethod, ApplyVariant>>>({});
  const [source, setSource] = useState<KeySource>('file');
  const own = [instructions ?? []].flat();
  const offered = methods ?? (own.length > 0 ? [] : (['kubernetes', 'helm', 'quadlet'] as const));
  const platforms: readonly ApplyPlatform[] = [
    ...offered.map((method) => ({ title: words.methods[method], method, instructions: null, variants: VARIANTS[method] })),
    ...own.map((each) => ({ title: each.title, method: null, instructions: each, variants: [] })),
  ];
  // The app may pass fewer platforms than before.
  const platform = platforms[index] ?? platforms[0];
  const variant: ApplyMethod | null = platform?.method == null ? null : (chosen[platform.method] ?? platform.variants[0] ?? 'quadlet');
  const usesKey = variant !== null && variant !== 'helm-secret';
  return {
    platforms,
    platform: platform ?? null,
    choosePlatform: setIndex,
    /** The commands to show; `null` for the app's own instructions. */
    variant,
    chooseVariant(next: ApplyVariant) {
      if (platform?.method) setChosen({ ...chosen, [platform.method]: next });
    },
    source,
    chooseSource: setSource,
    /** True if the commands read the key. */
    usesKey,
    /** The file that the commands read; `null` if they read none. */
    keyFile: usesKey && source === 'file' ? (names?.keyFile ?? DOCUMENTED_NAMES.keyFile) : null,
  };
}
