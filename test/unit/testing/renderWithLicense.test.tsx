// @vitest-environment jsdom

import { cleanup, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { LicenseBanner, LicensePanel } from '../../../src/index.js';
import { renderWithLicense, StaticLicense } from '../../../src/testing.js';

afterEach(cleanup);

it('works with Testing Library in jsdom, without a request', () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  const { container } = renderWithLicense(render, <LicenseBanner />, { scenario: 'grace', licenseHref: '/license' });
  expect(screen.getByRole('region', { name: 'License status' }).textContent).toContain('Licensed features stop in');
  expect(container.querySelector('a')?.getAttribute('href')).toBe('/license#renew-license');
  expect(fetch).not.toHaveBeenCalled();
  fetch.mockRestore();
});

it('renders on a server without an error', () => {
  expect(() =>
    renderToString(
      <StaticLicense scenario="expired">
        <LicensePanel />
      </StaticLicense>,
    ),
  ).not.toThrow();
});
