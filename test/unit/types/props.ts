import type {
  EntitlementGate,
  Explanation,
  LicenseBanner,
  LicensePanel,
  LicenseProvider,
  MessageOverrides,
  PaymentRequiredNotice,
} from '@alexandria-ee/license-ui';
import { createLicenseClient } from '@alexandria-ee/license-ui/client';
import type { ComponentProps } from 'react';
import { expectType } from './expectType.js';

const client = createLicenseClient({ baseUrl: '/api', scope: 'ada' });

export const providers: readonly ComponentProps<typeof LicenseProvider>[] = [
  { client, role: 'admin', children: null },
  // @ts-expect-error There is no default role.
  { client, children: null },
  // @ts-expect-error A role is one of two.
  { client, role: 'owner', children: null },
  // @ts-expect-error The client is made by createLicenseClient.
  { client: { baseUrl: '/api', scope: 'ada' }, role: 'admin', children: null },
  // @ts-expect-error No prop takes a token.
  { client, role: 'admin', token: 'secret', children: null },
  // @ts-expect-error What is left out is left out: it is not undefined.
  { client, role: 'admin', locale: undefined, children: null },
  { client, role: 'admin', children: null, renderLink: ({ href, className, children }) => [href, className, children] },
  // @ts-expect-error A link is made from its props, and a route is not among them.
  { client, role: 'admin', children: null, renderLink: ({ to }) => to },
  // @ts-expect-error There is nothing to show without children.
  { client, role: 'admin' },
];

// These go by the provider alone.
declare const withoutProps: Parameters<typeof LicenseBanner> | Parameters<typeof PaymentRequiredNotice>;
expectType<[]>()(withoutProps);

export const panels: readonly ComponentProps<typeof LicensePanel>[] = [
  {},
  { renewal: { trustedKeys: [{ kty: 'OKP' }, { pem: '', alg: 'RS256' }, '-----BEGIN PUBLIC KEY-----'] } },
  // @ts-expect-error An algorithm that no license key is signed by.
  { renewal: { trustedKeys: [{ pem: '', alg: 'HS256' }] } },
  // @ts-expect-error A thing that has no name there.
  { renewal: { names: { cluster: 'eu' } } },
];

export const gates: readonly ComponentProps<typeof EntitlementGate>[] = [
  // Licenses may name entitlements that no catalogue knows.
  { entitlement: 'made_up', children: null },
  // @ts-expect-error A gate is for an entitlement.
  { children: null },
  {
    entitlement: 'scim',
    children: null,
    fallback: (explanation) => {
      expectType<Explanation>()(explanation);
      expectType<'not-included' | 'lapsed' | 'no-license' | 'disputed' | 'unknown'>()(explanation.reason);
      return explanation.title;
    },
  },
  // @ts-expect-error A fallback is made from the explanation.
  { entitlement: 'scim', children: null, fallback: 'Off' },
];

export const overrides: readonly MessageOverrides[] = [
  {},
  { panel: { title: 'Subscription', states: { active: 'On' }, expires: (when) => `Until ${when}` } },
  { names: { entitlements: { made_up: 'Made up' } } },
  { banner: { expiringLead: ({ tier, when }) => `${tier} ${when}` } },
  // @ts-expect-error No part is called that.
  { dashboard: {} },
  // @ts-expect-error The panel has no such words.
  { panel: { titel: 'Subscription' } },
  // @ts-expect-error No state is called that.
  { panel: { states: { ended: 'Ended' } } },
  // @ts-expect-error Words that are made from a date are a function.
  { panel: { expires: 'Soon' } },
  // @ts-expect-error And they end as text.
  { panel: { expires: () => 7 } },
  // @ts-expect-error The banner is not given that.
  { banner: { expiringLead: ({ token }) => token } },
];
