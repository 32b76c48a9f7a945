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
  get: {
    title: 'Get a new key',
    detail:
      'It comes from your Alexandria account representative. Send the support details along, which can be copied below: they say which license you have, and hold no key.',
    contact: 'Ask for a new key',
  },
  check: {
    title: 'Check it before you apply it',
    detail: 'It is verified here, in your browser. It is sent nowhere, stored nowhere, and gone when you close this.',
    label: 'License key',
    hint: 'Paste the key, or drop the file that holds it here.',
    action: 'Check the key',
    checking: 'Checking…',
    choose: 'Choose a file…',
    again: 'Check another key',
    tooLarge: 'This file is too large to hold a license key.',
    verified: 'The signature is good.',
    unverified: 'Not verified.',
    noKeys:
      'This dashboard does not know the public key of Alexandria, so the signature is not checked. What follows is only what the key says.',
    undone: (p: { repairs: string }) =>
      `Taken out of what you gave: ${p.repairs}. The commands below take the key alone: save it without what stood around it.`,
    repairs: {
      'invisible-characters': 'invisible characters',
      markdown: 'Markdown',
      dashes: 'typographic dashes',
      'white-space': 'white space and line breaks',
      quotes: 'quotes',
      assignment: 'an assignment around it',
      yaml: 'YAML around it',
      json: 'JSON around it',
      base64: 'a layer of base64',
      surroundings: 'text around it',
    },
    problems: {
      empty_input: 'There is nothing to check. Paste the license key, or drop the file that holds it.',
      malformed_token:
        'This is no license key. A license key begins with “eyJ” and has two dots in it; copy it from the first letter to the last.',
      truncated_token: 'The key is cut off. Copy it whole, from the first letter to the last.',
      several_keys: 'There is more than one license key in it. Paste one of them.',
      private_key: 'This is a private key, not a license key. Treat it as exposed, and replace it wherever it is used.',
      public_key: 'This is a public key or a certificate, not a license key.',
      encrypted_token: 'This is an encrypted token; a license key is only signed.',
      session_token: 'This is a token of another kind, such as a session token. Treat it as a secret.',
      json_serialization: 'This is a signature in JSON form. Ask for the key as one text with two dots in it.',
      unsupported_algorithm: 'The key is not signed as the keys of Alexandria are. Ask your account representative for another one.',
      unknown_key:
        'The key is signed with a signing key that this dashboard does not know. It may be for another product, or newer than this dashboard.',
      invalid_key:
        'This dashboard knows a public key that can not be used. Whoever runs it has to correct that; the license key may be good.',
      invalid_signature:
        'The signature does not fit: the key was changed or cut, or is for another product. Copy it again, or ask for another one.',
      invalid_claims:
        'The signature is good, but the key does not say what a license has to say. Ask your account representative for another one.',
      unverifiable:
        'The signature can not be verified in this browser: open the page over https, or with a newer browser. What follows is only what the key says.',
    } satisfies Record<KeyProblem, string>,
  },
  compare: {
    caption: 'The license now, and with the new key',
    now: 'Now',
    next: 'With the new key',
    tier: 'Tier',
    expires: 'Expires',
    graceEnds: 'Features stop',
    features: 'Features',
    customer: 'Made out to',
    state: 'State today',
    none: 'None',
    never: 'Never',
    nobody: 'Nobody in particular',
    gained: (feature: string) => `+ ${feature}`,
    lost: (feature: string) => `− ${feature}`,
    count: (count: number, format: Format) => format.plural(count, { one: '1 feature', other: `${format.number(count)} features` }),
    warnings: {
      'demo-key': 'This is a demo key. It unlocks nothing but the mock API.',
      'already-expired': 'This key has expired, and its grace period is over. It switches nothing back on.',
      'in-grace': 'This key has expired and is in its grace period.',
      'starts-later': 'This key is not in force yet. Until it is, the API runs without a license.',
      'never-in-force': 'This key is over before it comes into force.',
      'same-license': 'This is the license that is in force already.',
      'expires-earlier': 'It expires earlier than the present license.',
      'loses-entitlements': 'Features of the present license are not in it.',
    } satisfies Record<LicenseWarning, string>,
  },
  apply: {
    title: 'Apply it',
    detail: {
      file: 'Save the key alone, with an editor, into a file that only you can read (mode 0600), and run the commands beside it. They read the key from the file, so that it is in no shell history and in no list of processes. Delete the file afterwards.',
      prompt:
        'Run the commands, then paste the key; it is not shown, and is in no shell history and in no list of processes. A prompt takes up to 4,095 characters.',
    },
    method: 'How Alexandria runs',
    methods: {
      secret: 'Kubernetes: new Secret',
      'secret-patch': 'Kubernetes: patch the Secret',
      'helm-value': 'Helm: value',
      'helm-secret': 'Helm: refer to the Secret',
      quadlet: 'Podman Quadlet',
    },
    source: 'The key comes from',
    sources: { file: 'a file', prompt: 'a prompt' },
    commands: 'Commands',
    notes: {
      secret: 'It creates the Secret, or changes the one that is there; what an earlier “kubectl apply” has put beside the key is removed.',
      'secret-patch': 'It changes only the key in the Secret.',
      'helm-value':
        'Helm keeps the key in its release history, readable for whoever may read Secrets in the namespace. The Secret is the better place.',
      'helm-secret': 'It needs the Secret, so create or patch that first. It is needed once; from then on the Secret alone is changed.',
      quadlet:
        'Run it as root. Everybody on the machine can read a unit file that is not 0600: give it that mode, or keep the key in a Podman secret, which this does not change.',
    },
    restart: 'The API reads its key only when it starts: without the restart nothing happens. It is away for 15 to 60 seconds meanwhile.',
    unusable: 'The names that this dashboard was given can not be used in a command. Whoever runs it has to correct them.',
  },
  watch: {
    title: 'Watch for it',
    detail: 'Once you have applied the key, this page asks every few seconds until the API answers with the new license.',
    start: 'I have applied it',
    stop: 'Stop watching',
    again: 'Watch again',
    present: 'The API still answers with the present license.',
    away: 'The API does not answer: it is restarting. That takes 15 to 60 seconds.',
    lost: 'The API runs without a license now: it did not take the key. Its start-up log says why; the key before may have to be applied again.',
    already:
      'The license in force says what this key says. Whether the API has read the new key can not be told from here; its start-up log tells.',
    scheduled: 'The API runs without a license until the key comes into force.',
    lapsed: 'Another license has arrived, but it is not in force: it has expired, and its grace period is over.',
    renewed: (p: { until: string | null }) => (p.until === null ? 'Renewed, without an end.' : `Renewed until ${p.until}.`),
    gained: (p: { features: string }) => `Now included: ${p.features}.`,
    without: (p: { features: string }) => `No longer included: ${p.features}.`,
    tier: (p: { tier: string }) => `The tier is ${isolate(p.tier)} now.`,
    other: 'This is not the license of the key that you checked above. Another key may have been applied.',
    nothing: 'Five minutes have passed, and the API still answers with the same license.',
    silent: 'Five minutes have passed, and the API has not answered.',
    causesTitle: 'What to look at, in this order:',
    causes: [
      'Was the API restarted? It reads its key only when it starts.',
      'Do the commands name the namespace, the Secret and the deployment that this API runs from?',
      'What does its start-up log say? A good key is logged as “license loaded”, with its tier and expiry.',
      'Does this dashboard talk to the API that you restarted, and not to another one, or to a cache before it?',
    ],
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser lets no page copy here. The text is selected: press Ctrl+C or ⌘C.',
  },
  support: {
    copy: 'Copy support details',
    calendar: 'Add expiry to calendar',
    expiryTitle: 'The Alexandria license expires',
    expiryDetail: (p: { graceEnds: string }) =>
      `Licensed features keep working until ${p.graceEnds}. A new key, and a restart of the API, renew it.`,
    graceTitle: 'Licensed features of Alexandria stop',
    graceDetail: 'The grace period ends. From now on licensed features answer “402 Payment Required”; the core API keeps working.',
  },
};

/** The shape of the texts of the renewal. */
export type RenewalMessages = Words<typeof renewalMessages>;
