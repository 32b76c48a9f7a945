// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of another file.

import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** Banner, panel, notices, gate. */
export const PART_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('src/ui/banner/LicenseBanner.tsx', 'test/ui/banner.test.tsx', [
    { name: 'puts the grace banner away altogether', from: "dismissed && warned?.state === 'expiring' ?", to: 'dismissed ?' },
    { name: 'whispers that grace has begun', from: "urgent={told !== null && told.state !== 'expiring'}", to: 'urgent={false}' },
    {
      name: 'announces every poll',
      from: '? `${told.state} ${expiresAt}`',
      to: '? `${told.state} ${expiresAt} ${client.clock.answers()} ${lead}`',
    },
    { name: 'inherits what another person has put away', from: '<AdminBanner key={client.id}', to: '<AdminBanner' },
  ]),
  ...breaksOf('src/ui/banner/LicenseBanner.tsx', 'test/ui/remembered.test.tsx', [
    { name: 'a member sees the banner', from: "role === 'admin' && client !== null", to: 'client !== null' },
    {
      name: 'announces what is only remembered',
      from: 'const told = license === null || facts === null ? null : shown;',
      to: 'const told = shown;',
    },
  ]),
  ...breaksOf('src/ui/banner/useDismissal.ts', 'test/ui/banner.test.tsx', [
    { name: 'snoozes for ever', from: 'left > 0 && left <= DAY_MS', to: 'left > 0' },
    {
      name: 'snoozes through the escalation',
      from: 'dismissal?.state === state && dismissal.expiresAt',
      to: 'dismissal !== null && dismissal.expiresAt',
    },
    { name: 'snoozes over the last day', from: 'left >= DAY_MS', to: 'left >= 0' },
    { name: 'offers an hour where there is less', from: 'left >= HOUR_MS', to: 'left >= 0' },
  ]),
  ...breaksOf('src/ui/Announcer.tsx', 'test/ui/banner.test.tsx', [
    { name: 'announces a countdown again and again', from: '}, [occasion]);', to: '}, [occasion, text]);' },
  ]),
  ...breaksOf('src/ui/useFocusKeeper.ts', 'test/ui/banner.test.tsx', [
    { name: 'drops the focus with what is put away', from: 'if (!held || active.isConnected) return;', to: 'if (held || !held) return;' },
  ]),
  ...breaksOf('src/ui/panel/LicensePanel.tsx', 'test/ui/panel.test.tsx', [
    { name: 'a member sees the license', from: "role === 'admin' && format !== null", to: 'format !== null' },
  ]),
  ...breaksOf('src/ui/panel/LicensePanel.tsx', 'test/ui/panelTimeline.test.tsx', [
    { name: 'shows a "now" that nobody can know', from: 'clock={client.clock.countdown}', to: 'clock={client.clock}' },
  ]),
  ...breaksOf('src/ui/panel/LicensePanel.tsx', 'test/ui/renewal.test.tsx', [
    { name: 'keeps the preview of a key after a sign-out', from: 'key={`${client.id} ${session}`}', to: 'key="renewal"' },
  ]),
  ...breaksOf('src/ui/panel/EntitlementRows.tsx', 'test/ui/panel.test.tsx', [
    {
      name: 'takes what a license says for markup',
      from: '<code dir="ltr">{id}</code>',
      to: '<code dangerouslySetInnerHTML={{ __html: id }} />',
    },
  ]),
  ...breaksOf('src/ui/panel/PanelNotes.tsx', 'test/ui/panel.test.tsx', [
    { name: 'keeps a failed check to itself', from: 'isCheckFailure(freshness) && (', to: 'freshness === null && (' },
    { name: 'keeps to itself that clocks differ', from: "note !== 'none' && ", to: 'note === null && ' },
  ]),
  ...breaksOf('src/ui/panel/EntitlementList.tsx', 'test/ui/panelList.test.tsx', [
    { name: 'leaves the list where it was scrolled to', from: '    list.current?.scrollTo(0, 0);\n', to: '' },
  ]),
  ...breaksOf('src/ui/panel/matchEntitlements.ts', 'test/ui/panelList.test.tsx', [
    { name: 'filters by the id alone', from: '`${titleOf(row)} ${row.id}`', to: '`${titleOf && row.id}`' },
    { name: 'takes the rows below a line break for others', from: ".replaceAll('\\n', ' ')", to: '' },
  ]),
  ...breaksOf('src/ui/notice/PaymentRequiredNotice.tsx', 'test/ui/notice.test.tsx', [
    {
      name: 'a notice takes the focus',
      from: '  const edge = useClearEdge',
      to: "  queueMicrotask(() => list.current?.querySelector('button')?.focus());\n  const edge = useClearEdge",
    },
    { name: 'covers the page with notices', from: 'unfolded ? notices : notices.slice(0, 1)', to: 'notices' },
  ]),
  ...breaksOf('src/ui/notice/PaymentRequiredNotice.tsx', 'test/ui/gate.test.tsx', [
    { name: 'stands for what is explained in place', from: 'told.filter(({ explained }) => !explained)', to: 'told.filter(() => true)' },
  ]),
  ...breaksOf('src/ui/notice/useClearEdge.ts', 'test/ui/notice.test.tsx', [
    { name: 'hides what has the focus', from: 'if (isBehind(box, own)) setEdge', to: 'if (!box) setEdge' },
  ]),
  ...breaksOf('src/ui/notice/useAnnouncement.ts', 'test/ui/notice.test.tsx', [
    { name: 'says all again with each notice', from: '!known.current.has(key)', to: 'key !== null' },
  ]),
  ...breaksOf('src/ui/notice/useRestored.ts', 'test/ui/notice.test.tsx', [
    {
      name: 'says that works again what nobody knew to be off',
      from: 'latest.current.told.includes(entitlement)',
      to: 'entitlement !== null',
    },
  ]),
  ...breaksOf('src/ui/gate/useEntitlement.ts', 'test/ui/gate.test.tsx', [
    { name: 'shuts a gate while nothing is known', from: "role === 'admin' && state !== 'unknown' ?", to: "role === 'admin' ?" },
    {
      name: 'shuts a gate at a 402 that no check has confirmed',
      from: "told === null || told === 'disputed' ? refused : told",
      to: 'told ?? refused',
    },
  ]),
  ...breaksOf('src/ui/gate/EntitlementGate.tsx', 'test/ui/gate.test.tsx', [
    { name: 'explains one feature twice', from: 'paymentLedgerOf(client).explain(entitlement)', to: 'undefined' },
    {
      name: 'stays shut where only a button would open it',
      from: 'if (!isTriedAgain || !client) return undefined;',
      to: 'if (!isTriedAgain || client) return undefined;',
    },
  ]),
  ...breaksOf('src/ui/gate/useGateFocus.ts', 'test/ui/gate.test.tsx', [
    { name: 'drops the focus at a gate', from: 'if (!turned || active === null) return;', to: 'if (turned || !turned) return;' },
  ]),
];
