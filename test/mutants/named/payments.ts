// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** The requests of the host. */
export const PAYMENT_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/client/watchPaymentRequired.ts', 'test/client/watchPaymentRequired.test.ts', [
    { name: 'hands back a copy', from: '      return response;\n    });', to: '      return response.clone();\n    });' },
    { name: 'clones every body', from: '      look(response,', to: '      response.clone();\n      look(response,' },
  ]),
  ...breaksOf('src/client/copyBody.ts', 'test/client/watchPaymentRequired.test.ts', [
    { name: 'reads the body of the host', from: 'response.clone()', to: 'response' },
    { name: 'waits for a body that never ends', from: 'AbortSignal.timeout(MAX_WAIT_MS)', to: 'new AbortController().signal' },
  ]),
  ...breaksOf('src/client/pathBelow.ts', 'test/client/payments.test.ts', [
    { name: 'takes the 402 of another origin', from: 'origin !== base.origin || ', to: '' },
    { name: 'forgets the path prefix', from: '!`${pathname}/`.startsWith(base.pathname)', to: 'false' },
    { name: 'looks at the path as it is encoded', from: '`/${decode(', to: '`/${(' },
  ]),
  ...breaksOf('src/client/pathBelow.ts', 'test/client/pathBelow.test.ts', [
    { name: 'takes dots for plain letters', from: '/^(?:\\/[\\w-]+)+$/', to: '/^(?:\\/[\\w.-]+)+$/' },
    { name: 'resolves against the page of before', from: 'last.baseUrl !== baseUrl || last.page !== page', to: 'last.baseUrl !== baseUrl' },
  ]),
  ...breaksOf('src/client/watchAnswers.ts', 'test/ui/notice.test.tsx', [
    { name: 'takes the notice down for another query', from: "url.split('?')[1] ?? ''", to: "''" },
    { name: 'raises a notice for what nobody waits for', from: 'attempt(isBackground) ?? false', to: 'false' },
  ]),
  ...breaksOf('src/client/watchAnswers.ts', 'test/client/watchPaymentRequired.test.ts', [
    { name: 'copies each body of a burst', from: 'const crowded = isFull(place, MAX_COPIES);', to: 'const crowded = false;' },
    { name: 'lets one path take the place of others', from: 'isFull(kind, MAX_COPIES_OF_KIND) || ', to: '' },
    { name: 'takes each id for another path', from: "path?.replace(ID, '/0')", to: 'path' },
    { name: 'takes a version for an id', from: '/\\/(?=[a-f-]*\\d)[\\da-f-]+(?![^/])/gi', to: '/\\d+/g' },
    { name: 'takes two routes for one kind', from: "'/0')} ${route}`", to: "'/0')}`" },
    { name: 'counts a path with those below it', from: "path.lastIndexOf('/') + 1)}`", to: "path.lastIndexOf('/'))} ${route}`" },
    {
      name: 'puts all ids in one place',
      from: "path?.slice(0, path.lastIndexOf('/') + 1)",
      to: "path?.replace(ID, '/0').replace(/[^/]*$/, '')",
    },
    { name: 'copies no more once a burst was copied', from: 'reading.splice(reading.indexOf(where), 1);', to: ';' },
    { name: 'copies all again once one body was read', from: 'reading.splice(reading.indexOf(where), 1);', to: 'reading.splice(0);' },
    {
      name: 'counts what was given up for ever',
      from: 'for (const where of went) reading.splice',
      to: 'for (const where of isAborted() ? [] : went) reading.splice',
    },
    { name: 'asks the route of nothing that is left alone', from: '(crowded && route === null)', to: 'crowded' },
    {
      name: 'has another watcher copy what this one leaves alone',
      from: 'const receipt = ledger.receive(answer);\n      if (receipt === null) return;',
      to: 'let receipt = { checksBefore: 0, license: null, turn: 0 };',
    },
    {
      name: 'lets what nobody waits for take the place of what somebody does',
      from: "`${background} ${id.split(' ', 1)}`",
      to: "id.split(' ', 1)",
    },
    { name: 'raises a notice for what the host has given up', from: 'isAborted() ? null : {', to: '!isAborted ? null : {' },
  ]),
  ...breaksOf('src/client/createPaymentLedger.ts', 'test/client/createPaymentLedger.test.ts', [
    {
      name: 'has a notice for each request',
      from: 'entries.find((entry) => entry.entitlement === entitlement)',
      to: 'entries.find((entry) => !entry)',
    },
    {
      name: 'sorts the license for each 402',
      from: 'license: license(), turn',
      to: 'license: (licenseIdentity(license()), license()), turn',
    },
    { name: 'asks for a check with each 402', from: 'if (known !== undefined && !(known.silent && !silent)) return;', to: '' },
    { name: 'takes anything that works for a sign', from: 'requests.has(id) || evidence.shows(entitlement, request)', to: 'true' },
    { name: 'brings a notice back that was put away', from: 'background || known?.dismissed === true', to: 'background' },
    { name: 'grows without end', from: '[...entries, entry].slice(-MAX_ENTRIES)', to: '[...entries, entry]' },
    { name: 'believes a 402 that is overtaken', from: 'refused === null || overtaken)', to: 'refused === null)' },
    {
      name: 'keeps what another license has put in force',
      from: "under === null || under === now || paymentReason(current, state, entitlement) !== 'disputed'",
      to: 'true',
    },
  ]),
  ...breaksOf('src/client/createPaymentLedger.ts', 'test/adapters/adapters.test.ts', [
    { name: 'counts a 402 twice', from: 'if (seen.has(response)) return null;', to: '' },
  ]),
  ...breaksOf('src/client/watchAxios.ts', 'test/adapters/adapters.test.ts', [
    { name: 'looks only at the errors of axios', from: '      look(response);\n', to: '' },
  ]),
  ...breaksOf('src/client/watchKy.ts', 'test/adapters/adapters.test.ts', [
    { name: 'a watched fetch below ky does not hear that nobody waits', from: 'backgroundRequests.add(request)', to: 'request.url' },
  ]),
  ...breaksOf('src/client/retryUnlessPaymentRequired.ts', 'test/client/adapters.test.ts', [
    { name: 'tries a 402 again', from: 'if (isPaymentRequired(error)) return false;', to: '' },
  ]),
];
