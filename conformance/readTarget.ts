import { UsageError } from '../mocks/bin/runCommand.js';
import type { Target } from './gather.js';

/** The options of the command. */
export type Values = {
  readonly timeout: string;
  readonly 'member-token-env'?: string | undefined;
  readonly origin?: string | undefined;
};

/**
 * Validates the arguments. Error messages never echo them: a token may have been passed in the wrong place.
 *
 * @throws {UsageError} if an argument is missing or invalid.
 */
export function readTarget(positionals: readonly string[], values: Values, env: NodeJS.ProcessEnv): Target {
  const [url, ...others] = positionals;
  if (url === undefined) throw new UsageError('Which API? Give its base URL, such as http://127.0.0.1:8080.');
  if (others.length > 0) throw new UsageError('One URL, and nothing else.');
  const baseUrl = readBaseUrl(url);
  const token = readToken(env['ALEXANDRIA_TOKEN']);
  if (token === null) throw new UsageError('ALEXANDRIA_TOKEN must hold the session token of an admin.');
  const { timeout, origin = null, 'member-token-env': memberEnv } = values;
  const memberToken = memberEnv === undefined ? null : readToken(env[memberEnv]);
  if (memberEnv !== undefined && memberToken === null) {
    throw new UsageError('--member-token-env must be the name of an environment variable that holds the session token of a member.');
  }
  const timeoutMs = Number(timeout) * 1_000;
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) throw new UsageError('--timeout must be seconds, up to 600.');
  if (origin !== null && !isOrigin(origin)) throw new UsageError('--origin must be an origin, such as https://dashboard.example.');
  return { baseUrl, token, memberToken, origin, timeoutMs };
}

function readBaseUrl(text: string): string {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new UsageError('The URL must start with http:// or https://.');
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError('The URL must be one without user, password, query and fragment.');
  }
  if (url.pathname.replace(/\/+$/, '').endsWith('/admin/license')) {
    throw new UsageError('Give the base URL: the same without /admin/license.');
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

// The syntax of RFC 6750. Accepts a leading `Bearer`, for tokens copied with their header.
function readToken(text: string | undefined): string | null {
  return /^\s*(?:Bearer\s+)?([\w.~+/-]+=*)\s*$/i.exec(text ?? '')?.[1] ?? null;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
