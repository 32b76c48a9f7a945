import { type Format, isolate, isolateBefore } from './createFormat.js';
import type { Language } from './Messages.js';

// German, with "Sie". license: Lizenz, grace period: Kulanzfrist, feature: Funktion, license key: Lizenzschlüssel, renew: verlängern,
// restart: Neustart, apply: einspielen, tier: Stufe, off: abgeschaltet, core API: Kern-API, account representative: Ansprechperson.

const features = (count: number, format: Format) =>
  format.plural(count, { one: '1 lizenzierte Funktion', other: `${format.number(count)} lizenzierte Funktionen` });

const featureCount = (count: number, format: Format) =>
  format.plural(count, { one: '1 Funktion', other: `${format.number(count)} Funktionen` });

/** Joins days and hours with "und", as in "4 Tage und 21 Stunden": `Intl` writes a comma. */
const joined = (remaining: string) => remaining.replace(', ', ' und ');

const SIGN_ON =
  'Single Sign-on fällt möglicherweise aus. Stellen Sie sicher, dass sich ein Administrator auch auf anderem Weg anmelden kann.';

const RETRYING = 'Neuer Versuch erfolgt automatisch.';

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
    and: (rest, format) => format.plural(rest, { one: '1 weitere', other: `${format.number(rest)} weitere` }),
    soon: 'in weniger als einer Minute',
    justNow: 'gerade eben',
    onDay: ({ day, when }) => `${when} (${day})`,
    lessThanAMinute: 'weniger als eine Minute',
  },
  banner: {
    region: 'Lizenzstatus',
    expiringLead: ({ tier, when }) => `Ihre ${isolateBefore(tier, '-')}Lizenz läuft ${when} ab.`,
    expiringLeadByDate: ({ tier, expires }) => `Ihre ${isolateBefore(tier, '-')}Lizenz läuft am ${expires} ab.`,
    expiringDetail: ({ graceEnds, count }) =>
      count > 0 ? `Lizenzierte Funktionen laufen bis zum ${graceEnds} weiter.` : `Danach gilt eine Kulanzfrist bis zum ${graceEnds}.`,
    earlyDetail: 'Zum Verlängern sind ein neuer Schlüssel und ein Neustart der API nötig.',
    graceLead: ({ remaining, count }) =>
      `${count > 0 ? 'Lizenzierte Funktionen laufen' : 'Die Kulanzfrist Ihrer Lizenz läuft'} noch ${joined(remaining)}.`,
    graceLeadByDate: ({ graceEnds, count }) =>
      count > 0 ? `Lizenzierte Funktionen werden am ${graceEnds} abgeschaltet.` : `Die Kulanzfrist Ihrer Lizenz endet am ${graceEnds}.`,
    graceDetail: ({ ago, graceEnds, features, count }) =>
      count > 0 ? `Ihre Lizenz ist ${ago} abgelaufen. Abschaltung am ${graceEnds}: ${features}.` : `Die Kulanzfrist endet am ${graceEnds}.`,
    graceDetailByDate: ({ expires, features, count }) =>
      `Ihre Lizenz ist am ${expires} abgelaufen.${count > 0 ? ` Abgeschaltet werden: ${features}.` : ''}`,
    expiredLead: ({ count, format }) =>
      count > 0
        ? `Ihre Lizenz ist abgelaufen. ${features(count, format)} ${format.plural(count, { one: 'ist', other: 'sind' })} abgeschaltet.`
        : 'Ihre Lizenz und die Kulanzfrist sind abgelaufen.',
    expiredDetail: ({ graceEnds, features, count }) =>
      `Die Kern-API läuft weiter.${count > 0 ? ` Seit dem ${graceEnds} abgeschaltet: ${features}.` : ''}`,
    remembered: {
      expiring: ({ expires }) => `Ihre Lizenz läuft am ${expires} ab.`,
      grace: ({ expires }) => `Die Kulanzfrist Ihrer Lizenz begann am ${expires}.`,
      expired: ({ expires }) => `Ihre Lizenz ist am ${expires} abgelaufen. Lizenzierte Funktionen sind abgeschaltet.`,
    },
    signOn: SIGN_ON,
    rememberedDetail: 'Stand bei Ihrem letzten Besuch. Wird geprüft\u00a0…',
    renewed: ({ until }) => `Lizenz verlängert.${until === null ? '' : ` Neues Ablaufdatum: ${until}.`}`,
    unconfirmed: 'Letzte Prüfung fehlgeschlagen. Angezeigt wird der letzte bekannte Status.',
    renew: 'Lizenz verlängern',
    snooze: { week: 'In 7 Tagen erinnern', day: 'Morgen erinnern', hour: 'In 1 Stunde erinnern', expiry: 'Bei Ablauf erinnern' },
    snoozed: {
      week: 'Für 7 Tage ausgeblendet.',
      day: 'Bis morgen ausgeblendet.',
      hour: 'Für 1 Stunde ausgeblendet.',
      expiry: 'Bis zum Ablauf ausgeblendet.',
    },
    undo: 'Rückgängig',
    collapse: 'Details ausblenden',
    expand: 'Details anzeigen',
  },
  panel: {
    title: 'Lizenz',
    memberOnly: 'Nur Administratoren können Lizenzdetails sehen. Wenn eine Funktion fehlt, wenden Sie sich an Ihren Administrator.',
    checkNow: 'Jetzt prüfen',
    checking: 'Wird geprüft\u00a0…',
    checked: (when) => `Zuletzt aktualisiert: ${when}`,
    neverChecked: 'Noch nicht geprüft',
    states: {
      active: 'Aktiv',
      expiring: 'Läuft bald ab',
      grace: 'Kulanzfrist',
      expired: 'Abgelaufen',
      unlicensed: 'Keine Lizenz',
      unknown: 'Unbekannt',
      scheduled: 'Noch nicht aktiv',
    },
    noTier: 'Keine Lizenz',
    noEnd: 'Läuft nicht ab',
    waiting: 'Lizenz wird geladen\u00a0…',
    nothingKnown: 'Noch keine Lizenzinformationen.',
    nextTitle: 'So geht es weiter',
    restoreTitle: 'Funktionen wieder einschalten',
    next: {
      active: ({ reminds }) => `Keine Aktion erforderlich. Am ${reminds} erscheint eine Erinnerung hier und oben im Dashboard.`,
      expiring: ({ expires, graceEnds, count }) =>
        `Die Lizenz läuft am ${expires} ab. ${count > 0 ? `Die Funktionen laufen bis zum ${graceEnds} weiter.` : `Danach gilt eine Kulanzfrist bis zum ${graceEnds}.`} Zum Verlängern spielen Sie einen neuen Schlüssel ein und starten die API neu.`,
      grace: ({ graceEnds, count, format }) =>
        count > 0
          ? `Am ${graceEnds} ${format.plural(count, { one: 'wird', other: 'werden' })} ${features(count, format)} abgeschaltet und ${format.plural(count, { one: 'gibt', other: 'geben' })} „402 Payment Required“ zurück. Die Kern-API läuft weiter. Um die Abschaltung zu vermeiden, spielen Sie einen neuen Schlüssel ein und starten die API neu.`
          : `Am ${graceEnds} endet die Kulanzfrist. Die Kern-API läuft weiter. Zum Verlängern spielen Sie einen neuen Schlüssel ein und starten die API neu.`,
      expired: ({ graceEnds, count }) =>
        count > 0
          ? `Lizenzierte Funktionen geben seit dem ${graceEnds} „402 Payment Required“ zurück. Die Kern-API läuft weiter. Um die Funktionen wieder einzuschalten, spielen Sie einen neuen Schlüssel ein und starten die API neu.`
          : `Die Kulanzfrist endete am ${graceEnds}. Die Kern-API läuft weiter. Zum Verlängern spielen Sie einen neuen Schlüssel ein und starten die API neu.`,
      unlicensed: 'Fügen Sie einen Lizenzschlüssel hinzu, um die folgenden Funktionen zu nutzen. Die Kern-API läuft auch ohne Schlüssel.',
    },
    dates: {
      today: 'Heute',
      expires: 'Ablauf',
      expired: 'Abgelaufen',
      stops: 'Abschaltung',
      stopped: 'Abgeschaltet',
      graceEnds: 'Kulanzfrist endet',
      graceEnded: 'Kulanzfrist beendet',
      early: 'Frühe Erinnerung',
    },
    countdown: ({ remaining }) => `Noch ${joined(remaining)}`,
    timeline: ({ reminds, expires, graceEnds }) =>
      `Aktiv bis zum ${reminds}, Erinnerung bis zum ${expires}, Kulanzfrist bis zum ${graceEnds}, danach sind lizenzierte Funktionen abgeschaltet.`,
    timelineEarly: ({ early }) => `Frühe Erinnerung am ${early}.`,
    timelineNow: {
      active: 'Derzeit aktiv.',
      expiring: 'Derzeit im Erinnerungszeitraum.',
      grace: 'Derzeit in der Kulanzfrist.',
      expired: 'Lizenzierte Funktionen sind abgeschaltet.',
    },
    stops: {
      oidc: SIGN_ON,
      multi_tenant: 'Mandanten können möglicherweise nicht mehr angelegt und verwaltet werden.',
      scim: 'Ihr Identitätsanbieter kann möglicherweise keine Benutzer mehr hinzufügen oder entfernen.',
      audit_export: 'Der Massenexport des Audit-Logs wird abgeschaltet.',
      memcached_cache: 'Der Memcached-Cache fällt möglicherweise aus.',
      vault: 'Aus Vault gelesene Secrets sind möglicherweise nicht mehr verfügbar.',
      backend_autoscaling: 'LLM-Backends behalten möglicherweise ihre aktuelle Größe.',
    },
    featuresTitle: 'Funktionen',
    features: {
      included: ({ count, total, format }) => `${format.number(count)} von ${format.number(total)} enthalten`,
      stop: ({ count, graceEnds, format }) =>
        `${featureCount(count, format)} ${format.plural(count, { one: 'wird', other: 'werden' })} am ${graceEnds} abgeschaltet`,
      off: ({ count, graceEnds, format }) => `${featureCount(count, format)} seit dem ${graceEnds} abgeschaltet`,
    },
    descriptions: {
      multi_tenant: 'Isolation je Mandant und Mandantenobergrenze',
      oidc: 'Verbundanmeldung und Just-in-time-Konten',
      scim: 'Benutzer und Gruppen Ihres Identitätsanbieters',
      audit_export: 'Massenexport des Audit-Logs',
      memcached_cache: 'Blob-Cache in Memcached',
      vault: 'Secrets aus Vault KV v2',
      backend_autoscaling: 'HPA-gesteuerte Skalierung von LLM-Backends',
    },
    filter: {
      label: 'Nach Name oder ID filtern',
      matches: ({ count, total, format }) => `${format.number(count)} von ${featureCount(total, format)}`,
      none: ({ query }) => `Keine Funktion passt zu „${isolate(query)}“.`,
    },
    featureStates: {
      included: 'Enthalten',
      ending: 'Wird abgeschaltet',
      off: 'Abgeschaltet',
      'not-included': 'Nicht enthalten',
      unlicensed: 'Erfordert eine Lizenz',
      unknown: 'Unbekannt',
    },
    addKey: 'Lizenzschlüssel hinzufügen',
    renew: 'Lizenz verlängern',
    renewClose: 'Schließen',
    renewLoading: 'Wird geladen\u00a0…',
    renewFailed:
      'Die Schritte zum Verlängern konnten nicht geladen werden. Schließen und öffnen Sie diesen Abschnitt erneut, oder laden Sie die Seite neu.',
    clockOff:
      'Die Uhren dieses Browsers, der API oder eines Proxys weichen um mehr als 5 Minuten voneinander ab. Der Status richtet sich nach der API. Prüfen Sie, ob die Uhren synchron sind.',
    failureTitle: ({ known }) =>
      known ? 'Letzte Prüfung fehlgeschlagen. Angezeigt wird der letzte bekannte Status.' : 'Die Lizenz konnte nicht geladen werden.',
    failures: {
      offline: 'Sie sind offline. Die Prüfung wird fortgesetzt, sobald Sie wieder online sind.',
      unreachable: `Die API ist nicht erreichbar. Möglicherweise startet sie neu. Falls nicht, prüfen Sie Adresse, Netzwerk und CORS. ${RETRYING}`,
      unauthorized: 'Ihre Sitzung wurde beendet. Melden Sie sich wieder an, und wählen Sie dann „Jetzt prüfen“.',
      forbidden: 'Ihr Konto ist nicht berechtigt, die Lizenz anzuzeigen. Wenden Sie sich an einen Administrator.',
      'not-found':
        'Die API hat unter dieser Adresse keinen Lizenz-Endpunkt (404). Prüfen Sie Basis-URL und Pfadpräfix. Wenn die API gerade startet, ist ihr Ingress möglicherweise noch nicht bereit.',
      'rate-limited': 'Zu viele Anfragen (429). Nächste Prüfung automatisch.',
      'server-error': `Die API hat einen Fehler zurückgegeben. Möglicherweise startet sie neu. ${RETRYING}`,
      timeout: `Die API hat nicht rechtzeitig geantwortet. ${RETRYING}`,
      unreadable:
        'Die Antwort war keine Lizenz. Möglicherweise hat eine Anmeldeseite oder ein Proxy statt der API geantwortet. Prüfen Sie die Basis-URL.',
    },
  },
  notice: {
    region: 'Hinweise zu Funktionen',
    titles: {
      lapsed: (feature) => `${feature} ist abgeschaltet`,
      'not-included': (feature) => `${feature} ist nicht in Ihrer Lizenz enthalten`,
      'no-license': (feature) => `${feature} erfordert eine Lizenz`,
      disputed: (feature) => `${feature} ist lizenziert, der Zugriff aber verweigert`,
      unknown: (feature) => `${feature} ist nicht verfügbar`,
    },
    someFeature: 'Eine lizenzierte Funktion',
    details: {
      lapsed: ({ graceEnds }) =>
        `Ihre Lizenz ist abgelaufen, und ihre Kulanzfrist endete am ${graceEnds}. Um die Funktion wieder einzuschalten, spielen Sie einen neuen Schlüssel ein und starten die API neu.`,
      'not-included': ({ tier, id }) =>
        `Ihre ${isolateBefore(tier, '-')}Lizenz enthält ${isolate(id)} nicht. Fragen Sie Ihre Ansprechperson bei Alexandria nach einer Erweiterung.`,
      'no-license': 'Die API hat keine Lizenz. Bitten Sie Ihre Ansprechperson bei Alexandria um einen Lizenzschlüssel.',
      disputed:
        'Ihre Lizenz enthält die Funktion, aber die API hat die Anfrage abgelehnt. Die API liest ihren Schlüssel nur beim Start und muss daher möglicherweise neu gestartet werden.',
      unknown: 'Die API hat eine Lizenz verlangt (402), aber die Lizenz konnte nicht geladen werden. Sehen Sie auf der Lizenzseite nach.',
    },
    unnamed: ({ graceEnds }) =>
      `Die API hat eine Anfrage abgelehnt (402), ohne die Funktion zu nennen. Ihre Lizenz ist abgelaufen, und ihre Kulanzfrist endete am ${graceEnds}.`,
    member: 'Bitten Sie Ihren Administrator um Hilfe.',
    renew: 'Lizenz verlängern',
    links: { contact: 'Kontakt', docs: 'Über diese Funktion', ask: 'Administrator fragen' },
    view: 'Lizenz anzeigen',
    retry: 'Erneut versuchen',
    announced: (title) => `${title}. Siehe „Hinweise zu Funktionen“`,
    dismiss: 'Ausblenden',
    dismissLabel: (title) => `Ausblenden: ${title}`,
    more: (count, format) => format.plural(count, { one: '1 weitere anzeigen', other: `${format.number(count)} weitere anzeigen` }),
    fold: 'Weniger anzeigen',
    worksAgain: (feature) => `${feature} funktioniert wieder.`,
    licensed: (feature) => `${feature} ist jetzt in Ihrer Lizenz enthalten.`,
  },
};
