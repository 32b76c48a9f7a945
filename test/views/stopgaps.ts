import type { Page } from 'playwright';
import { faults, isFaultName } from '../../mocks/faults.js';

// Does for the demo what its URL doesn't ask for yet: `dir` and `fault`. Goes away with the calls of it.

export async function breakLicenseRoute(page: Page, fault: string | undefined): Promise<void> {
  if (fault === undefined || !isFaultName(fault)) return;
  const answer = faults[fault]();
  await page.addInitScript(
    ({ body, status, headers }) => {
      const { fetch } = window;
      window.fetch = async (...request) =>
        String(request[0]).endsWith('/admin/license') ? new Response(body, { status, headers }) : fetch(...request);
    },
    { body: (await answer.text()) || null, status: answer.status, headers: Object.fromEntries(answer.headers) },
  );
}

export async function turn(page: Page, direction: string): Promise<void> {
  await page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);
}
