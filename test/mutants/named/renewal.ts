// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** The renewal. */
export const RENEWAL_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/ui/renewal/KeyStep.tsx', 'test/ui/renewal.test.tsx', [
    { name: 'leaves a key that is read on the page', from: "box.value = '';", to: 'box.focus();' },
    {
      name: 'keeps the key after the dialog closes',
      from: '    // A key that is read has no reason',
      to: "    localStorage.setItem('alexandria-license:draft', String(given));\n    // A key that is read has no reason",
    },
    { name: 'clears what was entered while a key was checked', from: ' && box.value === held', to: '' },
    { name: 'can not be given the same file twice', from: "    currentTarget.value = '';\n", to: '' },
  ]),
  ...breaksOf('src/ui/renewal/RenewalEntry.tsx', 'test/ui/renewal.test.tsx', [
    {
      name: 'hides the dialog rather than closing it',
      from: "            setLoaded({ kind: isOpen ? 'closed' : 'loading' });",
      to: "            if (isOpen) document.getElementById(stepsId)?.setAttribute('hidden', '');\n            else setLoaded({ kind: 'loading' });",
    },
  ]),
  ...breaksOf('src/ui/renewal/useKeyCheck.ts', 'test/ui/renewal.test.tsx', [
    { name: 'shows the check of a key that was replaced', from: 'if (own === turn.current) setCheck(outcome);', to: 'setCheck(outcome);' },
    { name: 'reads a file of any size', from: 'const MAX_BYTES = 262_144;', to: 'const MAX_BYTES = Infinity;' },
    {
      name: 'takes a key of somebody else for unverified',
      from: "if (!isLicenseError(error) || error.code !== 'unverifiable') throw error;",
      to: '',
    },
  ]),
  ...breaksOf('src/ui/renewal/useWatch.ts', 'test/ui/renewal.test.tsx', [
    {
      name: 'calls a lapsed license renewed',
      from: '(isExpected && baseline === null)) && isInForce',
      to: '(isExpected && baseline === null))',
    },
    { name: 'watches on against Retry-After', from: 'if (busy || client.isHeldBack()) return;', to: 'if (busy) return;' },
    { name: 'flickers while replicas restart', from: 'client.replace(baseline.license);', to: 'void 0;' },
    { name: 'watches for ever', from: "setWatching('over'), FOR_MS", to: "setWatching('over'), 2 ** 31 - 1" },
  ]),
  ...breaksOf('src/ui/renewal/Renewal.tsx', 'test/ui/renewal.test.tsx', [
    {
      name: 'follows a javascript: link',
      from: 'address !== undefined && /^(https?:|mailto:|\\/(?!\\/))/i.test(address) ?',
      to: 'address !== undefined ?',
    },
  ]),
  ...breaksOf('src/ui/renewal/applyCommand.ts', 'test/ui/applyCommand.test.ts', [
    { name: 'puts the key into an argument', from: '--from-file=license.key=/dev/stdin', to: '--from-literal=license.key="$key"' },
    { name: 'lets a line break into the Secret', from: "key=$(tr -d '\\\\r\\\\n' <", to: 'key=$(cat ' },
    { name: 'restarts after a step that has failed', from: 'kubectl apply -f - &&', to: 'kubectl apply -f -;' },
    { name: 'restarts after a patch that has failed', from: '--patch-file=/dev/stdin &&', to: '--patch-file=/dev/stdin;' },
    {
      name: 'restarts after an upgrade that has failed',
      from: '--set-file=license.key=/dev/stdin &&',
      to: '--set-file=license.key=/dev/stdin;',
    },
    {
      name: 'restarts after an upgrade to a Secret that has failed',
      from: '--set-string=${secretName} &&',
      to: '--set-string=${secretName};',
    },
    { name: 'restarts a service whose file was not read anew', from: 'systemctl daemon-reload &&', to: 'systemctl daemon-reload;' },
    { name: 'makes an empty key of an empty file', from: '${GUARD}\\n', to: '' },
    { name: 'edits a unit file that a drop-in overrules', from: 'if grep -qs LICENSE_KEY', to: 'if false && grep -qs LICENSE_KEY' },
  ]),
  ...breaksOf('src/ui/renewal/shellQuote.ts', 'test/ui/applyCommand.test.ts', [
    { name: 'takes a name for shell', from: "word : `'${word.replaceAll(\"'\", \"'\\\\''\")}'`", to: 'word : word' },
    { name: 'takes a name for an option', from: "word.startsWith('-') || ", to: '' },
  ]),
  ...breaksOf('src/ui/renewal/supportDetails.ts', 'test/ui/support.test.ts', [
    { name: 'lets a tier write lines of its own', from: ".replace(/[\\s\\p{C}]+/gu, ' ')", to: '' },
  ]),
  ...breaksOf('src/ui/renewal/licenseCalendar.ts', 'test/ui/support.test.ts', [
    { name: 'writes lines that a calendar can not read', from: 'bytes + size > 75', to: 'bytes + size > 75_000' },
    { name: 'lets a comma end a line of the calendar', from: ".replace(/[\\\\;,]/g, '\\\\$&')", to: '' },
  ]),
];
