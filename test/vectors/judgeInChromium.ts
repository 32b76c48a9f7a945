import { runInChromium } from '../support/runInChromium.js';
import type { VectorInput } from './judge.js';

/** The same in a real Chromium. */
export async function judgeInChromium(inputs: readonly VectorInput[]): Promise<{ runtime: string; answers: readonly string[] }> {
  const { runtime, result } = await runInChromium<string[]>(`${import.meta.dirname}/judge.ts`, 'judge', inputs);
  return { runtime, answers: result };
}
