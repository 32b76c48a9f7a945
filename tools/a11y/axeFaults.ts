import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Returns the violations that axe finds on a page, one line for each element. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  // Outside legacy mode, axe opens an extra page at each call to check frames. The demo has no frames.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `axe ${id}: ${html.length > 140 ? `${html.slice(0, 139)}…` : html}`),
  );
}
