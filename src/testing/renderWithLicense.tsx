import type { ComponentType, ReactNode } from 'react';
import { StaticLicense, type StaticLicenseProps } from './StaticLicense.js';

/** The `render` of Testing Library or of vitest-browser-react. */
export type RenderFunction<Result> = (
  ui: ReactNode,
  options: { readonly wrapper: ComponentType<{ readonly children: ReactNode }> },
) => Result;

/**
 * Renders an element with a fixed license. Returns what `render` returns.
 *
 * @param options The props of {@link StaticLicense}, without `children`.
 * @example const { getByRole } = renderWithLicense(render, <Settings />, { scenario: 'expired', refusals: ['scim'] });
 */
export function renderWithLicense<Result>(
  render: RenderFunction<Result>,
  ui: ReactNode,
  options: Omit<StaticLicenseProps, 'children'> = {},
): Result {
  return render(ui, { wrapper: ({ children }) => <StaticLicense {...options}>{children}</StaticLicense> });
}
