import { LicenseBanner } from '@alexandria-ee/license-ui';
import {
  type RenderFunction,
  renderWithLicense,
  type ScenarioName,
  StaticLicense,
  type StaticLicenseProps,
} from '@alexandria-ee/license-ui/testing';

// A story and a test as a host app writes them. They are type-checked, but never run.

const scenario: ScenarioName = 'grace';
const props: StaticLicenseProps = { scenario, now: new Date(), refusals: ['scim', null], role: 'admin', freshness: 'fresh' };

export const story = () => (
  <StaticLicense {...props}>
    <LicenseBanner />
  </StaticLicense>
);

declare const render: RenderFunction<Promise<string>>;

export const rendered: Promise<string> = renderWithLicense(render, <LicenseBanner />, { license: null });
