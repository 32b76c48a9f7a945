import type { Page } from 'playwright';
import type { LicenseBody } from '../../src/license/LicenseBody.js';

/** Replaces the API's answer to license requests from now on, without moving the focus. With `null`, the API is unreachable. */
export async function answerLicense(page: Page, body: LicenseBody | null): Promise<void> {
  await page.evaluate((answer) => {
    const { fetch } = window;
    window.fetch = async (...request) => {
      if (!String(request[0]).endsWith('/admin/license')) return fetch(...request);
      if (answer === null) throw new TypeError('Failed to fetch');
      return Response.json(answer);
    };
  }, body);
}
