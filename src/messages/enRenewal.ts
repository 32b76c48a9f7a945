import type { CheckFailure } from '../license/freshness.js';
import type { LicenseErrorCode } from '../license/LicenseError.js';
import type { LicenseWarning } from '../license/compareLicenses.js';
import { type Format, isolate } from './createFormat.js';
import type { Words } from './Words.js';

// The English texts of the renewal. In a module of their own, because they load only when a renewal opens.

/** The reasons why a key is refused. Each has a text in `problems`. */
export type KeyProblem = Exclude<LicenseErrorCode, CheckFailure | 'invalid_option' | 'missing_provider'>;

/** The texts of the renewal. */
export const renewalMessages = {
  show: 'Show',
  get: {
    title: 'Get a new license key',
    detail: 'Ask your Alexandria account representative. Include the support details: they describe your license and contain no key.',
    contact: 'Request a key',
    mailSubject: 'Alexandria license renewal',
    mailBody: 'Please send a new license key for this gateway.',
    share: 'Copy link to this page',
    next: 'I have a key',
    summary: 'From your account representative',
  },
  check: {
    title: 'Check the key',
    detail: 'Verified in your browser. The key is never sent or stored, and it’s cleared when you close this.',
    label: 'License key',
    hint: 'Paste the key, or drop the key file here.',
    action: 'Check key',
    checking: 'Checking…',
    choose: 'Choose file…',
    again: 'Check a different key',
    tooLarge: 'This file is too large to be a license key.',
    verified: 'Signature verified.',
    unverified: 'Signature not verified.',
    noKeys:
      'This dashboard has no Alexandria public key, so it can’t verify the signature. The details below are only what the key claims.',
    next: 'Continue',
    summary: (p: { isVerified: boolean; until: string | null }) =>
      `${p.isVerified ? 'Signature verified' : 'Signature not verified'}, ${p.until === null ? 'doesn’t expire' : `valid until ${p.until}`}`,
    undone: (p: { repairs: string }) => `Ignored: ${p.repairs}. Save the key on its own. The commands below accept nothing else.`,
    repairs: {
      'invisible-characters': 'invisible characters',
      markdown: 'Markdown',
      dashes: 'typographic dashes',
      'white-space': 'spaces and line breaks',
      quotes: 'quotation marks',
      assignment: 'a variable assignment',
      yaml: 'YAML',
      json: 'JSON',
      base64: 'Base64 encoding',
      surroundings: 'surrounding text',
    },
    problems: {
      empty_input: 'Paste a license key, or drop a key file.',
      malformed_token: 'This isn’t a license key. License keys start with “eyJ” and contain two periods. Copy the whole key.',
      truncated_token: 'The key is incomplete. Copy it from the first character to the last.',
      several_keys: 'This contains more than one license key. Paste only one.',
      private_key: 'This is a private key, not a license key. Treat it as compromised and replace it wherever it’s used.',
      public_key: 'This is a public key or certificate, not a license key.',
      encrypted_token: 'This is an encrypted token. License keys are signed, not encrypted.',
      session_token: 'This looks like a different token, such as a session token. Keep it secret.',
      json_serialization: 'This is a JSON signature. Ask for the key as one line of text with two periods.',
      unsupported_algorithm: 'This key isn’t signed the way Alexandria keys are. Ask your account representative for another key.',
      unknown_key:
        'This dashboard doesn’t recognize the signing key. The license key may be for another product, or newer than this dashboard.',
      invalid_key:
        'This dashboard is configured with a public key it can’t use. Ask its operator to fix that. Your license key may be fine.',
      invalid_signature:
        'The signature doesn’t match. The key was changed, cut off or issued for another product. Copy it again, or ask for another.',
      invalid_claims: 'The signature is valid, but required license details are missing. Ask your account representative for another key.',
      unverifiable:
        'This browser can’t verify the signature. Use HTTPS or a newer browser. The details below are only what the key claims.',
    } satisfies Record<KeyProblem, string>,
  },
  compare: {
    caption: 'Current license and new key',
    now: 'Current',
    next: 'New key',
    tier: 'Tier',
    expires: 'Expires',
    graceEnds: 'Grace period ends',
    features: 'Features',
    customer: 'Licensed to',
    state: 'Status today',
    none: 'None',
    never: 'Never',
    nobody: 'Not specified',
    gained: (p: { features: string }) => `adds ${p.features}`,
    lost: (p: { features: string }) => `removes ${p.features}`,
    count: (count: number, format: Format) => format.plural(count, { one: '1 feature', other: `${format.number(count)} features` }),
    warnings: {
      'demo-key': 'This is a demo key. It works only with the mock API.',
      'already-expired': 'This key and its grace period have expired. Applying it turns nothing back on.',
      'in-grace': 'This key has expired and is already in its grace period.',
      'starts-later': 'This key isn’t active yet. Until it is, the API may run without a license.',
      'never-in-force': 'This key expires before it becomes active.',
      'same-license': 'This is the license already in force.',
      'expires-earlier': 'This key expires earlier than your current license.',
      'loses-entitlements': (p: { count: number; format: Format }) =>
        `This key drops ${p.format.plural(p.count, { one: '1 feature', other: `${p.format.number(p.count)} features` })} your current license includes.`,
    } satisfies Record<LicenseWarning, string | ((p: { count: number; format: Format }) => string)>,
  },
  apply: {
    title: 'Apply the key',
    detail: {
      file: (p: { keyFile: string }) =>
        `Save only the key as ${isolate(p.keyFile)}, readable only by you (mode 0600). Run the commands in that folder, then delete the file. The key stays out of shell history and process lists.`,
      prompt: (p: { limit: string }) =>
        `Run the commands, then paste the key at the prompt. It isn’t shown, and stays out of shell history and process lists. Limit: ${p.limit} characters.`,
      'helm-secret': 'These commands don’t need the key.',
    },
    method: 'Deployment',
    methods: { kubernetes: 'Kubernetes', helm: 'Helm', quadlet: 'Podman Quadlet' },
    variant: 'Commands for',
    variants: {
      secret: 'Create or replace the Secret',
      'secret-patch': 'Patch the Secret',
      'helm-secret': 'Use the Secret',
      'helm-value': 'Value',
    },
    recommended: 'Recommended',
    facts: {
      kubernetes: (p: { secret: string; namespace: string; deployment: string }) =>
        `Updates the Secret ${isolate(p.secret)} in namespace ${isolate(p.namespace)}, then restarts ${isolate(p.deployment)}.`,
      helm: (p: { release: string; namespace: string; deployment: string }) =>
        `Updates the release ${isolate(p.release)} in namespace ${isolate(p.namespace)}, then restarts ${isolate(p.deployment)}.`,
      quadlet: (p: { unitFile: string; service: string }) => `Updates ${isolate(p.unitFile)}, then restarts ${isolate(p.service)}.`,
    },
    refused: 'Don’t apply a refused key.',
    summary: (p: { platform: string; variant: string }) => `${p.platform}: ${p.variant}`,
    showAll: 'Show all lines',
    source: 'Read the key from',
    sources: { file: 'File', prompt: 'Prompt' },
    commands: 'Commands',
    notes: {
      secret: 'Creates the Secret or updates it. Other entries added by an earlier “kubectl apply” are removed.',
      'secret-patch': 'Changes only the key in the Secret.',
      'helm-value': 'Helm keeps the key in its release history, readable by anyone who can read Secrets in the namespace. Prefer a Secret.',
      'helm-secret': 'Create or patch the Secret first. Needed once. Later renewals change only the Secret.',
      quadlet:
        'Run as root. Unless its mode is 0600, anyone on the machine can read the unit file. Set that mode, or use a Podman secret (these commands don’t change Podman secrets).',
    },
    restart: 'The API reads its key only at start-up, so the new key needs a restart. The API is unavailable for 15–60 seconds.',
    unusable: 'The names configured for this dashboard can’t be used in a command. Ask its operator to correct them.',
  },
  watch: {
    title: 'Confirm the renewal',
    detail: 'After you apply the key, this page checks every 3 seconds, for up to 5 minutes.',
    start: 'Start checking',
    stop: 'Stop checking',
    again: 'Check again',
    present: 'The API still reports the current license.',
    presentUnlicensed: 'The API still runs without a license.',
    away: 'The API isn’t responding. A restart takes 15–60 seconds.',
    lost: 'The API now runs without a license: it may not have accepted the key. Its start-up log says why. You may need to re-apply the previous key.',
    already: 'The license in force already matches this key, so this page can’t tell whether the API has read it. Check its start-up log.',
    scheduled: 'The API may run without a license until the key becomes active.',
    lapsed: 'The API reports a different license, but that license and its grace period have expired.',
    renewed: (p: { until: string | null }) => (p.until === null ? 'Renewed. The license doesn’t expire.' : `Renewed until ${p.until}.`),
    gained: (p: { features: string }) => `Now included: ${p.features}.`,
    without: (p: { features: string }) => `No longer included: ${p.features}.`,
    tier: (p: { tier: string }) => `Tier changed to ${isolate(p.tier)}.`,
    elapsed: (p: { elapsed: string }) => `${p.elapsed}, usually 15–60 seconds`,
    deleteKey: (p: { keyFile: string }) => `Delete ${isolate(p.keyFile)}.`,
    done: 'Done',
    other: 'This isn’t the license from the key you checked. Another key may have been applied.',
    nothing: 'After 5 minutes, the API still reports the same license.',
    nothingUnlicensed: 'After 5 minutes, the API still runs without a license.',
    silent: 'After 5 minutes, the API isn’t responding.',
    causesTitle: 'Check in this order:',
    causes: [
      'Did the API restart? It reads its key only at start-up.',
      'Do the commands name the right namespace, Secret and deployment?',
      'What does the start-up log say? A valid key is logged as “license loaded”, with its tier and expiry.',
      'Is this dashboard connected to the API you restarted, not another one or a cache?',
    ],
  },
  copy: {
    copy: 'Copy commands',
    copied: 'Copied',
    notCopied: 'Couldn’t copy. The text is selected: press Ctrl+C or ⌘C.',
  },
  support: {
    copy: 'Copy support details',
    calendar: 'Download calendar file',
    expiryTitle: 'Alexandria license expires',
    expiryDetail: (p: { graceEnds: string }) =>
      `Licensed features keep working until ${p.graceEnds}. To renew, apply a new key and restart the API.`,
    graceTitle: 'Alexandria licensed features stop',
    graceDetail: 'The grace period ends. Licensed features return “402 Payment Required”. The core API keeps working.',
  },
};

/** The shape of the texts of the renewal. */
export type RenewalMessages = Words<typeof renewalMessages>;
