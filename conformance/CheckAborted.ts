import type { Answer, Silence } from './createProbe.js';

/** Thrown if no answer can be checked against the contract. The message gives the reason and the next step. */
export class CheckAborted extends Error {}

/** Returns why an admin's answer can't be checked against the contract; `null` if it can. */
export function whyNotRun({ status, headers }: Answer): string | null {
  const answered = `GET /admin/license answered ${status}`;
  if (status === 401) return `${answered}: it doesn’t take the token. Is ALEXANDRIA_TOKEN the session token of an admin, and still valid?`;
  if (status === 403)
    return `${answered}: whoever ALEXANDRIA_TOKEN stands for may not read the license. It has to be the token of an admin.`;
  if (status === 429) return `${answered}: it asks for patience${patience(headers)}. Try again later.`;
  if (status >= 500) return `${answered}: the API, or what stands before it, is not up. Try again later.`;
  return null;
}

/** Returns why there was no answer, and the next step. */
export function whySilent({ why, code }: Silence, timeoutMs: number): string {
  if (why === 'timeout')
    return `GET /admin/license was not answered completely within ${timeoutMs / 1_000} s. Is the API up? --timeout waits longer.`;
  const what = `GET /admin/license was not answered: the connection could not be made, or broke off${code === null ? '' : ` (${code})`}.`;
  return /CERT|SIGNATURE/.test(code ?? '')
    ? `${what} This machine doesn’t trust the certificate; NODE_EXTRA_CA_CERTS names a file with one that it has to trust.`
    : `${what} Is the URL right, and the API up?`;
}

function patience(headers: Headers): string {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? `, ${seconds} s` : '';
}
