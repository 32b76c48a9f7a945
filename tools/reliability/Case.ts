import type { Page } from 'playwright';
import { look, type Sight } from './Bench.js';

/** One row of the table. */
export type Outcome = {
  readonly part: string;
  readonly name: string;
  readonly predicted: string;
  readonly seen: string;
  readonly right: boolean;
};

/** The expected state, freshness and texts of the page. */
export type Prediction = {
  readonly state: string;
  readonly freshness: string;
  readonly words?: string | readonly string[];
  /** Texts that must not be on the page. */
  readonly not?: string | readonly string[];
};

/** Waits until the page matches the prediction or the time is up. Returns what the page showed last. */
export async function expectSight(part: string, name: string, page: Page, predicted: Prediction, withinMs = 20_000): Promise<Outcome> {
  const deadline = Date.now() + withinMs;
  let sight = await look(page);
  while (!isRight(sight, predicted) && Date.now() < deadline) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve))).catch(() => undefined);
    sight = await look(page);
  }
  const { state, freshness, not } = predicted;
  const words = listOf(predicted.words);
  const forbidden = listOf(not).filter((each) => sight.words.includes(each));
  const missing = words.filter((each) => !sight.words.includes(each));
  const found =
    missing.length + forbidden.length === 0
      ? words.join(', ')
      : `${[...missing.map((each) => `without "${each}"`), ...forbidden.map((each) => `with "${each}"`)].join(', ')}: ${sight.words.slice(0, 200)}…`;
  return {
    part,
    name,
    predicted: `${state}, ${freshness}: ${words.join(', ')}`,
    seen: `${sight.state}, ${sight.freshness}: ${found}`,
    right: isRight(sight, predicted),
  };
}

/** Returns a row that compares two plain values. */
export function expectEqual(part: string, name: string, predicted: unknown, seen: unknown, right = predicted === seen): Outcome {
  return { part, name, predicted: String(predicted), seen: String(seen), right };
}

function isRight(sight: Sight, { state, freshness, words, not }: Prediction): boolean {
  return (
    sight.state === state &&
    sight.freshness === freshness &&
    listOf(words).every((each) => sight.words.includes(each)) &&
    !listOf(not).some((each) => sight.words.includes(each))
  );
}

function listOf(words: string | readonly string[] = []): readonly string[] {
  return (typeof words === 'string' ? [words] : words).filter((each) => each !== '');
}
