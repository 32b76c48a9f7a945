import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onMissingStyles } from '../../src/react/development/onMissingStyles.js';

let stop: () => void;
let report = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  report = vi.fn();
  stop = onMissingStyles(report);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  document.body.replaceChildren();
});

function show(): HTMLElement {
  const part = document.createElement('section');
  part.dataset['licensePart'] = 'panel';
  document.body.append(part);
  return part;
}

// Mutation observers are called in a microtask, so wait for it before the timers advance.
const advance = async (milliseconds: number) => {
  await Promise.resolve();
  vi.advanceTimersByTime(milliseconds);
};

it('reports missing styles for a part that appears long after the provider', async () => {
  await advance(60_000);
  show();
  await advance(60_000);
  expect(report).toHaveBeenCalledTimes(1);
});

it('reports nothing while no part is shown', async () => {
  await advance(60_000);
  expect(report).not.toHaveBeenCalled();
});

it('reports nothing if the styles load a little later than the part', async () => {
  show();
  await advance(3_000);
  const style = document.createElement('style');
  style.textContent = '[data-license-part] { --alx-surface: #fff }';
  document.body.append(style);
  await advance(60_000);
  expect(report).not.toHaveBeenCalled();
});

it('keeps watching if a part is removed before its styles are checked', async () => {
  const part = show();
  await advance(1_000);
  part.remove();
  await advance(60_000);
  expect(report).not.toHaveBeenCalled();
  show();
  await advance(60_000);
  expect(report).toHaveBeenCalledTimes(1);
});

it('reports nothing after it is stopped', async () => {
  show();
  await advance(1_000);
  stop();
  await advance(60_000);
  expect(report).not.toHaveBeenCalled();
});
