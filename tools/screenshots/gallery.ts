import type { Picture } from './takePictures.js';

/** A picture in the gallery, without its bytes, but with its differences. */
export type Shown = Omit<Picture, 'png' | 'layout'> & {
  readonly differences: readonly string[];
  /** Whether the expected thumbnail is shown beside it. */
  readonly hasThumbnail: boolean;
};

const CSS = `
:root { color-scheme: light dark; font: 0.875rem/1.5 Inter, ui-sans-serif, system-ui, sans-serif; background: light-dark(#e9ebef, #0b0c0f); color: light-dark(#16181d, #eceef2) }
body { margin: 0 auto; max-inline-size: 120rem; padding: 1rem 2rem 4rem }
a { color: inherit }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-block: 0.5rem }
h2 { margin-block: 3rem 0; font-size: 1.25rem }
h3 { margin-block: 2rem 0.5rem; font-size: 1rem; scroll-margin-top: 1rem }
.row { display: grid; grid-template-columns: 3fr 3fr 1.1fr 1.1fr; align-items: start; gap: 1rem; margin-block-end: 1.5rem }
.differs .row { grid-template-columns: repeat(3, 1fr) }
figure { min-inline-size: 0; margin: 0 }
figcaption { font-size: 0.75rem; opacity: 0.75; overflow-wrap: anywhere }
img { display: block; box-sizing: border-box; inline-size: 100%; border: 1px solid light-dark(#c9ced8, #333945); border-radius: 4px }
.differs { border-inline-start: 4px solid #d22d44; padding-inline-start: 1rem }
ul { margin: 0 0 0.75rem; padding-inline-start: 1.25rem }`;

/** Returns the gallery of all pictures as HTML without scripts: differences first, light beside dark. */
export function galleryPage(pictures: readonly Shown[], checked: boolean): string {
  const groups = [...new Set(pictures.map(({ view }) => view.group))];
  const different = pictures.filter(({ differences }) => differences.length > 0);
  const sections = groups.map((group) => {
    const views = [...new Set(pictures.filter(({ view }) => view.group === group).map(({ view }) => view.name))];
    return `<h2>${group}</h2>${views
      .map((name) =>
        viewSection(
          name,
          pictures.filter(({ view }) => view.name === name),
        ),
      )
      .join('')}`;
  });
  const names = [...new Set(pictures.map(({ view }) => view.name))];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pictures</title><style>${CSS}</style>
<h1>${pictures.length} pictures${checked ? `, ${different.length} of them differ` : ''}</h1>
<nav>${names.map((name) => `<a href="#${name}">${name}</a>`).join(' ')}</nav>
${different.map(differenceSection).join('\n')}
${sections.join('\n')}
</html>
`;
}

function viewSection(name: string, pictures: readonly Shown[]): string {
  const rows = (['ltr', 'rtl'] as const).map((direction) =>
    pictures
      .filter((picture) => picture.direction === direction)
      .sort((a, b) => b.width - a.width)
      .map((picture) => figure(`${picture.name}.png`, picture.name)),
  );
  return `<h3 id="${name}">${name}</h3>${rows.map((row) => (row.length > 0 ? `<div class="row">${row.join('')}</div>` : '')).join('')}`;
}

function differenceSection({ name, differences, hasThumbnail }: Shown): string {
  const items = differences.slice(0, 12).map((words) => `<li>${asText(words)}</li>`);
  if (differences.length > 12) items.push(`<li>and ${differences.length - 12} more</li>`);
  const pictures = [
    ...(hasThumbnail ? [figure(`${name}.expected.webp`, 'expected')] : []),
    figure(`${name}.png`, 'actual'),
    figure(`${name}.diff.png`, 'diff'),
  ];
  return `<section class="differs"><h3>${name}</h3><ul>${items.join('')}</ul><div class="row">${pictures.join('')}</div></section>`;
}

function figure(file: string, caption: string): string {
  return `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption><a href="${file}">${caption}</a></figcaption></figure>`;
}

function asText(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
