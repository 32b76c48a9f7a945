import {
  EntitlementGate,
  LicenseBanner,
  LicensePanel,
  LicenseProvider,
  type MessageOverrides,
  PaymentRequiredNotice,
} from '@alexandria-ee/license-ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { Gateway } from './createGateway.js';
import { session } from './session.js';

// With two gateways on one page, banners, panels and notices need distinct names.
const messagesOf = (name: string): MessageOverrides => ({
  banner: { region: `License of ${name}` },
  panel: { title: `License of ${name}` },
  notice: { region: `Licensed features of ${name}` },
});
const messages: Readonly<Record<string, MessageOverrides>> = { Europe: messagesOf('Europe'), America: messagesOf('America') };

export function GatewaySection({ name, client, queryClient, get }: Gateway) {
  const [result, setResult] = useState('');
  const ask = async (path: string) => {
    const answer = await get(path);
    setResult(answer.ok ? 'It works.' : `It failed with ${answer.status}.`);
  };
  const anchor = `license-${name.toLowerCase()}`;
  return (
    <QueryClientProvider client={queryClient}>
      <LicenseProvider
        client={client}
        role={session.isAdmin ? 'admin' : 'member'}
        licenseHref={`#${anchor}`}
        {...(messages[name] ? { messages: messages[name] } : {})}
      >
        <section id={anchor} aria-label={name}>
          <LicenseBanner />
          <PaymentRequiredNotice />
          <h1>{name}</h1>
          <p>
            <button type="button" onClick={() => void ask('/admin/audit/export')}>
              Export the audit log
            </button>{' '}
            <output>{result}</output>
          </p>
          <EntitlementGate entitlement="scim">
            <p>Users are provisioned by SCIM.</p>
          </EntitlementGate>
          <LicensePanel />
        </section>
      </LicenseProvider>
    </QueryClientProvider>
  );
}
