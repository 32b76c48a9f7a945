import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents } from '../../support/docs/codeBlocks.js';

describe('the documents', () => {
  it('name only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = ['CONTRIBUTING.md', ...documents()].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/npm run (?:-s )?([a-z][a-z0-9:-]*[a-z0-9])/g)].map(([, name = '']) => ({ file, name })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
  });

  it('link only to documents and headings that exist', () => {
    const links = documents().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)#?([^)\s]*)\)/g)].map(([, path = '', anchor = '']) => {
        const target = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1);
        return { link: `${file} → ${target}#${anchor}`, target, anchor };
      }),
    );
    expect(links.length).toBeGreaterThan(20);
    const isThere = ({ target, anchor }: (typeof links)[number]) =>
      existsSync(target) && (anchor === '' || headings(target).includes(anchor));
    expect(links.filter((link) => !isThere(link)).map(({ link }) => link)).toEqual([]);
  });
});

// Returns the anchors of the headings, as GitHub and npm create them.
function headings(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
