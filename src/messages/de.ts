import { type Format, isolate, isolateBefore } from './createFormat.js';
import type { Language } from './Messages.js';

// German, with "Sie". license: Lizenz, grace period: Kulanzfrist, feature: Funktion, license key: Lizenzschlüssel, renew: verlängern,
// restart: Neustart, tier: Stufe, off: abgeschaltet, core API: Kern-API, account representative: Ansprechperson.

const features = (count: number, format: Format) =>
  format.plural(count, { one: '1 lizenzierte Funktion', other: `${format.number(count)} lizenzierte Funktionen` });

/** The German texts, without those of the renewal. */
export const de: Language = {
  names: {
    entitlements: {
      multi_tenant: 'Mandantenfähigkeit',
      oidc: 'Single Sign-on (OIDC/SAML)',
      scim: 'SCIM-Provisionierung',
      audit_export: 'Export des Audit-Logs',
      memcached_cache: 'Memcached-Blob-Cache',
      vault: 'Vault-Secrets-Backend',
      backend_autoscaling: 'automatische Backend-Skalierung',
    },
    tiers: { enterprise: 'Enterprise' },
    and: (rest, format) => format.plural(rest, { one: 'eine weitere', other: `${format.number(rest)} weitere` }),
    soon: 'in weniger als einer Minute',
    justNow: 'gerade eben',
    onDay: ({ day, when }) => `${day} (${when})`,
    lessThanAMinute: 'weniger als eine Minute',
  },
  banner: {
    region: 'Lizenzhinweis',
    expiringLead: ({ tier, when }) => `Ihre ${isolateBefore(tier, '-')}Lizenz läuft ${when} ab.`,
    expiringLeadByDate: ({ tier, expires }) => `Ihre ${isolateBefore(tier, '-')}Lizenz läuft am ${expires} ab.`,
    expiringDetail: ({ expires, graceEnds, count, format }) =>
      count > 0
        ? `Am ${expires} beginnt eine Kulanzfrist, in der ${features(count, format)} bis zum ${graceEnds} ${format.plural(count, { one: 'weiterläuft', other: 'weiterlaufen' })}.`
        : `Am ${expires} beginnt eine Kulanzfrist.`,
    graceLead: ({ ago, remaining, count }) =>
      `Die Lizenz ist ${ago} abgelaufen. ${count > 0 ? 'Die lizenzierten Funktionen laufen' : 'Die Kulanzfrist läuft'} noch ${remaining}.`,
    graceLeadByDate: ({ expires, graceEnds, count }) =>
      `Die Lizenz ist am ${expires} abgelaufen. ${count > 0 ? `Die lizenzierten Funktionen werden am ${graceEnds} abgeschaltet` : `Die Kulanzfrist endet am ${graceEnds}`}.`,
    graceDetail: ({ graceEnds, features, count, format }) =>
      count > 0
        ? `Am ${graceEnds} ${format.plural(count, { one: 'wird diese Funktion', other: 'werden diese Funktionen' })} abgeschaltet: ${features}. Alles andere läuft weiter.`
        : `Die Kulanzfrist endet am ${graceEnds}.`,
    expiredLead: ({ count, since, format }) =>
      count > 0
        ? `Die Lizenz ist abgelaufen. ${features(count, format)} ${format.plural(count, { one: 'ist', other: 'sind' })} seit dem ${since} abgeschaltet.`
        : `Die Lizenz ist abgelaufen, und ihre Kulanzfrist ist seit dem ${since} vorbei.`,
    expiredDetail: ({ graceEnds, features, count }) =>
      `Die Kulanzfrist endete am ${graceEnds}. ${count > 0 ? `Abgeschaltet: ${features}. Alles andere` : 'Alles'} läuft weiter.`,
    remembered: {
      expiring: ({ expires }) => `Ihre Lizenz läuft am ${expires} ab.`,
      grace: ({ expires }) => `Die Lizenz ist am ${expires} abgelaufen; die Kulanzfrist läuft.`,
      expired: ({ expires }) => `Die Lizenz ist am ${expires} abgelaufen. Lizenzierte Funktionen sind abgeschaltet.`,
    },
    rememberedDetail: 'Das war der Stand bei Ihrem letzten Besuch; er wird gerade geprüft.',
    renewed: ({ until }) => (until === null ? 'Lizenz verlängert.' : `Lizenz bis zum ${until} verlängert.`),
    unconfirmed: 'Die letzte Prüfung ist fehlgeschlagen; dies ist der Stand der letzten gültigen Antwort.',
    renew: 'Verlängern\u00a0…',
    snooze: { day: 'Morgen erinnern', hour: 'In einer Stunde erinnern', expiry: 'Beim Ablauf erinnern' },
    collapse: 'Einklappen',
    expand: 'Details anzeigen',
  },
  panel: {
    title: 'Lizenz',
    memberOnly: 'Einzelheiten zur Lizenz sehen nur Administratoren. Fehlt Ihnen eine Funktion, wenden Sie sich an Ihren Administrator.',
    checkNow: 'Jetzt prüfen',
    checking: 'Wird geprüft\u00a0…',
    checked: (when) => `Zuletzt geprüft: ${when}`,
    neverChecked: 'Noch nicht geprüft',
    states: {
      active: 'Aktiv',
      expiring: 'Läuft bald ab',
      grace: 'Kulanzfrist',
      expired: 'Abgelaufen',
      unlicensed: 'Keine Lizenz',
      unknown: 'Noch nicht bekannt',
      scheduled: 'Noch nicht in Kraft',
    },
    noTier: 'Keine Lizenz',
    expires: (when) => `Läuft ${when} ab`,
    expired: (when) => `Ist ${when} abgelaufen`,
    noEnd: 'Läuft nicht ab',
    waiting: 'Die erste Antwort der API steht noch aus.',
    nothingKnown: 'Über die Lizenz ist noch nichts bekannt.',
    nextTitle: 'Wie es weitergeht.',
    next: {
      active: ({ reminds }) => `Bis zum ${reminds} geschieht nichts; dann erscheint hier und oben im Dashboard eine Erinnerung.`,
      expiring: ({ expires, graceEnds }) =>
        `Am ${expires} läuft die Lizenz ab, und die Kulanzfrist beginnt. Lizenzierte Funktionen laufen bis zum ${graceEnds} weiter.`,
      grace: ({ graceEnds, count, format }) =>
        `Am ${graceEnds} ${count > 0 ? `${format.plural(count, { one: 'wird', other: 'werden' })} ${features(count, format)} abgeschaltet und ${format.plural(count, { one: 'antwortet', other: 'antworten' })} mit „402 Payment Required“` : 'endet die Kulanzfrist'}. Die Kern-API läuft weiter. Ein neuer Schlüssel und ein Neustart der API schalten alles wieder ein.`,
      expired: ({ graceEnds }) =>
        `Lizenzierte Funktionen antworten seit dem ${graceEnds} mit „402 Payment Required“. Die Kern-API läuft weiter. Ein neuer Schlüssel und ein Neustart der API schalten die Funktionen wieder ein.`,
      unlicensed: 'Mit einer Lizenz kommen die Funktionen unten hinzu. Die Kern-API läuft auch ohne.',
    },
    timeline: {
      active: 'Aktiv',
      expiring: 'Erinnerung',
      grace: 'Ablauf, Kulanzfrist',
      expired: 'Abgeschaltet',
      now: 'Jetzt',
      periods: ({ reminds, expires, graceEnds }) =>
        `Aktiv bis zum ${reminds}, Erinnerung bis zum ${expires}, Kulanzfrist bis zum ${graceEnds}, danach sind lizenzierte Funktionen abgeschaltet.`,
    },
    timelineNow: {
      active: 'Jetzt ist die Lizenz aktiv.',
      expiring: 'Jetzt läuft die Erinnerung.',
      grace: 'Jetzt läuft die Kulanzfrist.',
      expired: 'Jetzt sind die Funktionen abgeschaltet.',
    },
    featuresTitle: 'Funktionen',
    filter: {
      label: 'Nach Name oder ID filtern',
      matches: ({ count, total, format }) =>
        `${format.number(count)} von ${format.number(total)} Funktionen ${format.plural(count, { one: 'passt', other: 'passen' })}`,
      none: ({ query }) => `Keine Funktion passt zu „${isolate(query)}“.`,
    },
    featureStates: {
      included: 'Enthalten',
      ending: ({ until }) => `Läuft bis ${until}`,
      off: ({ since }) => `Abgeschaltet seit ${since}`,
      'not-included': 'Nicht in dieser Lizenz',
      unlicensed: 'Erfordert eine Lizenz',
      unknown: 'Noch nicht bekannt',
    },
    renewTitle: 'Lizenzschlüssel',
    addKey: 'Lizenzschlüssel hinzufügen\u00a0…',
    renew: 'Verlängern\u00a0…',
    renewClose: 'Schließen',
    renewLoading: 'Wird geladen\u00a0…',
    renewFailed:
      'Dieser Teil der Seite konnte nicht geladen werden. Schließen Sie ihn und öffnen Sie ihn noch einmal, oder laden Sie die Seite neu.',
    clockOff:
      'Die Uhren dieses Browsers, der API oder eines Proxys dazwischen gehen um mehr als fünf Minuten auseinander. Der Zustand folgt dem, was die API sagt; prüfen Sie die Uhren.',
    failureTitle: ({ known }) =>
      known ? 'Die letzte Prüfung ist fehlgeschlagen. Sie sehen die letzte gültige Antwort.' : 'Die Lizenz konnte nicht gelesen werden.',
    failures: {
      offline: 'Dieser Browser ist offline. Sobald die Verbindung wieder da ist, wird erneut geprüft.',
      unreachable:
        'Die API war nicht erreichbar. Vielleicht startet sie gerade neu; wenn nicht, prüfen Sie Adresse, Netzwerk und CORS. Es wird von selbst erneut versucht.',
      unauthorized: 'Ihre Sitzung ist beendet. Melden Sie sich wieder an, und prüfen Sie dann noch einmal.',
      forbidden: 'Ihr Konto darf die Lizenz nicht sehen. Wenden Sie sich an einen Administrator.',
      'not-found':
        'Unter dieser Adresse gibt es keine Lizenz-Route. Prüfen Sie Basis-URL und Pfadpräfix; vielleicht startet auch gerade ein Ingress.',
      'rate-limited': 'Die API hat um weniger Anfragen gebeten. Die nächste Prüfung kommt von selbst.',
      'server-error': 'Die API hat mit einem Fehler geantwortet. Vielleicht startet sie gerade neu; es wird von selbst erneut versucht.',
      timeout: 'Die API hat nicht rechtzeitig geantwortet. Es wird von selbst erneut versucht.',
      unreadable:
        'Die Antwort war keine Lizenz: Vielleicht hat statt der API eine Anmeldeseite oder ein Proxy geantwortet. Prüfen Sie die Basis-URL.',
    },
  },
  notice: {
    region: 'Hinweise zu Funktionen',
    titles: {
      lapsed: (feature) => `${feature} ist abgeschaltet`,
      'not-included': (feature) => `${feature} ist nicht in Ihrer Lizenz enthalten`,
      'no-license': (feature) => `${feature} erfordert eine Lizenz`,
      disputed: (feature) => `${feature} wurde verweigert`,
      unknown: (feature) => `${feature} ist nicht verfügbar`,
    },
    someFeature: 'Eine lizenzierte Funktion',
    details: {
      lapsed: ({ graceEnds }) =>
        `Die Funktion ist Teil Ihrer Lizenz, aber die Lizenz ist abgelaufen, und ihre Kulanzfrist endete am ${graceEnds}. Ein neuer Lizenzschlüssel und ein Neustart der API schalten sie wieder ein.`,
      'not-included': ({ tier, id }) =>
        `Ihre ${isolateBefore(tier, '-')}Lizenz enthält ${isolate(id)} nicht. Ihre Ansprechperson bei Alexandria kann das ergänzen.`,
      'no-license': 'Die API läuft ohne Lizenz. Bitten Sie Ihre Ansprechperson bei Alexandria um einen Lizenzschlüssel.',
      disputed:
        'Ihre Lizenz enthält die Funktion und ist in Kraft, aber die API hat sie trotzdem verweigert. Die API liest ihren Schlüssel nur beim Start: Vielleicht wurde sie mit dem jetzigen noch nicht neu gestartet.',
      unknown:
        'Die API verlangt eine Lizenz (402), und die Lizenz konnte nicht gelesen werden, um den Grund zu nennen. Sehen Sie auf der Lizenzseite nach.',
    },
    unnamed: ({ graceEnds }) =>
      `Die API hat eine Anfrage mangels Lizenz verweigert (402), ohne die Funktion zu nennen. Die Lizenz ist abgelaufen, und ihre Kulanzfrist endete am ${graceEnds}.`,
    member: 'Die Funktion ist zurzeit nicht verfügbar. Wenden Sie sich an Ihren Administrator.',
    renew: 'Lizenz verlängern',
    links: { contact: 'Kontakt', docs: 'Über diese Funktion', ask: 'Administrator fragen' },
    view: 'Lizenz anzeigen',
    retry: 'Erneut versuchen',
    announced: (title) => `${title}. Siehe „Hinweise zu Funktionen“`,
    dismiss: 'Ausblenden',
    dismissLabel: (title) => `Ausblenden: ${title}`,
    more: (count, format) => format.plural(count, { one: '1 weitere anzeigen', other: `${format.number(count)} weitere anzeigen` }),
    fold: 'Nur eine anzeigen',
    worksAgain: (feature) => `${feature} funktioniert wieder.`,
    licensed: (feature) => `${feature} ist jetzt lizenziert.`,
  },
};
