import { demoPublicKey } from '../../mocks/demoKey.js';
import { LicensePanel, type RenewalOptions } from '../../src/index.js';
import type { ApiClient } from '../apiClient.js';
import { FEATURES } from '../features.js';
import { AuditPage } from './AuditPage.js';
import { ChatPage } from './ChatPage.js';
import { FeaturePage } from './FeaturePage.js';
import { OverviewPage } from './OverviewPage.js';

// The demo signs license keys with the demo key. A real dashboard trusts Alexandria's key.
const RENEWAL: RenewalOptions = { trustedKeys: [demoPublicKey] };

/** Renders the page of the given name. The license page is only the panel. */
export function DemoPage({ page, api }: { readonly page: string; readonly api: ApiClient }) {
  const feature = FEATURES.find((each) => each.page === page);
  if (page === 'license') return <LicensePanel renewal={RENEWAL} />;
  return (
    <div className="demo-page" lang="en">
      {feature && <FeaturePage key={page} api={api} feature={feature} />}
      {page === 'overview' && <OverviewPage api={api} />}
      {page === 'chat' && <ChatPage api={api} />}
      {page === 'audit' && <AuditPage api={api} />}
    </div>
  );
}
