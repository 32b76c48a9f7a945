import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onMissingStyles } from '../../src/react/development/onMissingStyles.js';

let undo: () => void;
let tell = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  tell = vi.fn();
  undo = onMissingStyles(tell);
});

afterEach(() => {
  undo();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function show(): HTMLElement {
  const part = document.createElement('section');
  part.dataset['licensePart'] = 'panel';
  document.body.append(part);
  return part;
}

// What watches the page is told of it in a microtask.
const pass = async (milliseconds: number) => {
  await Promise.resolve();
  vi.advanceTimersByTime(milliseconds);
};

it('tells of a part that comes long after the provider, on a page of its own', async () => {
  await pass(60_000);
  show();
  await pass(60_000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('says nothing while nothing of the package is shown', async () => {
  await pass(60_000);
  expect(tell).not.toHaveBeenCalled();
});

it('says nothing where the styles come a little later than the part', async () => {
  show();
  await pass(3_000);
  const style = document.createElement('style');
  style.textContent = '[data-license-part] { --alx-surface: #fff }';
  document.body.append(style);
  await pass(60_000);
  expect(tell).not.toHaveBeenCalled();
});

it('goes on watching where the part has gone before it was looked at', async () => {
  const part = show();
  await pass(1_000);
  part.remove();
  await pass(60_000);
  expect(tell).not.toHaveBeenCalled();
  show();
  await pass(60_000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('says nothing after its end', async () => {
  show();
  await pass(1_000);
  undo();
  await pass(60_000);
  expect(tell).not.toHaveBeenCalled();
});
