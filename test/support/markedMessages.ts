import { allMessages } from './allMessages.js';

/** All English messages, each between marks and with its path. */
export const markedMessages = mark(allMessages.en, '');

function mark<T>(words: T, path: string): T;
function mark(words: unknown, path: string): unknown {
  if (typeof words === 'string') return `⟦${path}: ${words}⟧`;
  if (typeof words === 'function') return (...given: unknown[]) => `⟦${path}: ${words(...given)}⟧`;
  if (Array.isArray(words)) return words.map((cause, at) => mark(cause, `${path}.${at}`));
  return Object.fromEntries(Object.entries(Object(words)).map(([key, value]) => [key, mark(value, path === '' ? key : `${path}.${key}`)]));
}

/** Returns the paths of all messages. */
export function paths(words: unknown = allMessages.en, path = ''): string[] {
  if (typeof words === 'string' || typeof words === 'function') return [path];
  return Object.entries(Object(words)).flatMap(([key, value]) => paths(value, path === '' ? key : `${path}.${key}`));
}

const READ_OUT = ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'title', 'placeholder'];

/**
 * Returns the texts and attributes of the parts that a user reads or hears, also of folded steps unless `isVisible` is true. Leaves out
 * `data` and elements that contain data: ids, exact dates, commands, and read-only fields.
 */
export function wordsOnThePage(data: readonly string[], isVisible = false): string[] {
  return [...document.querySelectorAll('[data-license-part], [data-license-announcer]')].flatMap((root) => {
    const elements = [root, ...root.querySelectorAll('*')].filter((element) => !isVisible || element.checkVisibility());
    const attributes = elements.flatMap((element) => READ_OUT.map((name) => element.getAttribute(name) ?? ''));
    const texts = elements
      .filter((element) => !element.matches('code, time, textarea[readonly]') && !isSentencePart(element))
      .map((element) => textOf(element) + [...element.children].filter(isSentencePart).map(textOf).join(''));
    return [...attributes, ...texts].filter((words) => /[\p{L}\p{N}]/u.test(words) && !data.includes(words));
  });
}

function textOf({ childNodes }: Element): string {
  return [...childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
}

// In a sentence with names, the names are code, and the texts around them are spans.
function isSentencePart(element: Element): boolean {
  return element.localName === 'span' && element.parentElement?.querySelector(':scope > code') != null;
}

/** Returns the letters, digits and punctuation outside the marks. */
export function unmarked(words: string): string {
  let depth = 0;
  return [...words]
    .filter((char) => {
      if (char === '⟦') depth += 1;
      const isOutside = depth === 0;
      if (char === '⟧') depth -= 1;
      return isOutside;
    })
    .join('')
    .replace(/[^\p{L}\p{N}.:;,!?。：،]+/gu, '');
}
