import type {
  EntitlementGate,
  EntitlementId,
  Explanation,
  LicenseBanner,
  LicenseLinkProps,
  LicensePanel,
  LicenseProvider,
  MessageOverrides,
  PaymentRequiredNotice,
  RenderLink,
  RenewalInstructions,
  RenewalMethod,
} from '@alexandria-ee/license-ui';
import { createLicenseClient } from '@alexandria-ee/license-ui/client';
import { type AnchorHTMLAttributes, Component, type ComponentProps, createElement, forwardRef, lazy, memo } from 'react';
import { expectType } from './expectType.js';

const client = createLicenseClient({ baseUrl: '/api', scope: 'ada' });

export const providers: readonly ComponentProps<typeof LicenseProvider>[] = [
  { client, role: 'admin', children: null },
  // @ts-expect-error There is no default role.
  { client, children: null },
  // @ts-expect-error A role is admin or member.
  { client, role: 'owner', children: null },
  // @ts-expect-error A client has to come from createLicenseClient.
  { client: { baseUrl: '/api', scope: 'ada' }, role: 'admin', children: null },
  // @ts-expect-error No prop takes a token.
  { client, role: 'admin', token: 'secret', children: null },
  // @ts-expect-error An optional prop must not be undefined.
  { client, role: 'admin', locale: undefined, children: null },
  { client, role: 'admin', children: null, renderLink: ({ href, className, children }) => [href, className, children] },
  // @ts-expect-error The props of renderLink do not include a route.
  { client, role: 'admin', children: null, renderLink: ({ to }) => to },
  // @ts-expect-error Children are required.
  { client, role: 'admin' },
];

class ClassLink extends Component<LicenseLinkProps> {
  override render() {
    return createElement('a', this.props);
  }
}
declare const RouterLink: (props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string; readonly prefetch?: boolean }) => null;
declare const LinkWithTo: (props: { readonly to: string }) => null;

export const links: readonly RenderLink[] = [
  (props) => createElement('a', props),
  ({ 'data-license-renews': renews, href }) => {
    expectType<string | undefined>()(renews);
    return href;
  },
  ClassLink,
  RouterLink,
  memo(RouterLink),
  forwardRef<HTMLAnchorElement, LicenseLinkProps>((props, ref) => createElement('a', { ...props, ref })),
  lazy(async () => ({ default: RouterLink })),
  // @ts-expect-error A component has to take `href`.
  LinkWithTo,
  // @ts-expect-error A link is not an element.
  createElement('a', { key: 'a' }),
  // @ts-expect-error A link is not the name of an element.
  'a',
];

// Several objects that apps have.
declare const docsOfAnyId: Readonly<Record<string, string>>;
declare const docsOfSome: { readonly scim: string; readonly made_up: string };
export const docs: readonly Partial<ComponentProps<typeof LicenseProvider>>[] = [
  { entitlementDocs: docsOfAnyId },
  { entitlementDocs: docsOfSome },
  { entitlementDocs: {} },
  // @ts-expect-error The URL of a documentation is a string.
  { entitlementDocs: { scim: 7 } },
];

// Banner and notice take no props.
declare const withoutProps: Parameters<typeof LicenseBanner> | Parameters<typeof PaymentRequiredNotice>;
expectType<[]>()(withoutProps);

const methods: readonly RenewalMethod[] = ['helm'];
const instructions: RenewalInstructions = { title: 'Argo CD', text: 'Commit the sealed key.', command: 'argocd app sync alexandria' };

export const panels: readonly ComponentProps<typeof LicensePanel>[] = [
  {},
  { renewal: { trustedKeys: [{ kty: 'OKP' }, { pem: '', alg: 'RS256' }, '-----BEGIN PUBLIC KEY-----'] } },
  // @ts-expect-error License keys are never signed with HS256.
  { renewal: { trustedKeys: [{ pem: '', alg: 'HS256' }] } },
  // @ts-expect-error There is no such name.
  { renewal: { names: { cluster: 'eu' } } },
  { renewal: { methods: [] } },
  { renewal: { methods: ['quadlet', 'kubernetes', 'helm'] } },
  { renewal: { methods, instructions } },
  { renewal: { instructions: { title: 'Argo CD', text: 'Commit the sealed key.' } } },
  { renewal: { instructions: [] } },
  { renewal: { instructions: [instructions, { title: 'Ansible', text: 'Run the playbook.', command: 'ansible-playbook license.yml' }] } },
  // @ts-expect-error There is no such platform.
  { renewal: { methods: ['nomad'] } },
  // @ts-expect-error A kind of commands is not a platform.
  { renewal: { methods: ['secret-patch'] } },
  // @ts-expect-error Methods are a list.
  { renewal: { methods: 'helm' } },
  // @ts-expect-error An optional option must not be undefined.
  { renewal: { methods: undefined } },
  // @ts-expect-error Instructions need a title.
  { renewal: { instructions: { text: 'Commit the sealed key.' } } },
  // @ts-expect-error Instructions need a text.
  { renewal: { instructions: [{ title: 'Argo CD' }] } },
  // @ts-expect-error A text is not markup.
  { renewal: { instructions: { title: 'Argo CD', text: createElement('p') } } },
  // @ts-expect-error A command is a string: it must not contain the key, so it does not receive it.
  { renewal: { instructions: { title: 'Argo CD', text: '', command: (key: string) => key } } },
];

declare const someIds: readonly EntitlementId[];
// While the app registers no ids, an id may be any text.
declare const anyText: string;
export const anyId: EntitlementId = anyText;

export const gates: readonly ComponentProps<typeof EntitlementGate>[] = [
  // A license may contain entitlements that are not in the catalogue.
  { entitlement: 'made_up', children: null },
  // @ts-expect-error The entitlement is required.
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
  // @ts-expect-error A fallback is a function.
  { entitlement: 'scim', children: null, fallback: 'Off' },
  { entitlement: ['scim', 'made_up'], children: null },
  { entitlement: someIds, match: 'any', children: null },
  { entitlement: 'scim', match: 'all', children: null },
  // @ts-expect-error There is no such match.
  { entitlement: someIds, match: 'one', children: null },
  // @ts-expect-error An optional prop must not be undefined.
  { entitlement: someIds, match: undefined, children: null },
  // @ts-expect-error An id is a string.
  { entitlement: [7], children: null },
  // @ts-expect-error Several ids are a list, not a set.
  { entitlement: new Set(['scim']), children: null },
];

export const overrides: readonly MessageOverrides[] = [
  {},
  { panel: { title: 'Subscription', states: { active: 'On' }, checked: (when) => `Read ${when}` } },
  { names: { entitlements: { made_up: 'Made up' } } },
  { banner: { expiringLead: ({ tier, when }) => `${tier} ${when}` } },
  // @ts-expect-error There is no such part.
  { dashboard: {} },
  // @ts-expect-error The panel has no such message.
  { panel: { titel: 'Subscription' } },
  // @ts-expect-error There is no such state.
  { panel: { states: { ended: 'Ended' } } },
  // @ts-expect-error A message with a date is a function.
  { panel: { expires: 'Soon' } },
  // @ts-expect-error A message function returns a string.
  { panel: { expires: () => 7 } },
  // @ts-expect-error This message gets no token.
  { banner: { expiringLead: ({ token }) => token } },
];
