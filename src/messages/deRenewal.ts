import { isolate } from './createFormat.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in German, with the terms of `de.ts`. */
export const deRenewal: RenewalMessages = {
  show: 'Anzeigen',
  get: {
    title: 'Neuen Lizenzschlüssel anfordern',
    detail:
      'Wenden Sie sich an Ihre Ansprechperson bei Alexandria. Fügen Sie die Support-Angaben bei: Sie beschreiben Ihre Lizenz und enthalten keinen Schlüssel.',
    contact: 'Schlüssel anfordern',
    mailSubject: 'Verlängerung der Alexandria-Lizenz',
    mailBody: 'Bitte senden Sie uns einen neuen Lizenzschlüssel für dieses Gateway.',
    share: 'Link zu dieser Seite kopieren',
    next: 'Ich habe einen Schlüssel',
    summary: 'Von Ihrer Ansprechperson bei Alexandria',
  },
  check: {
    title: 'Schlüssel prüfen',
    detail: 'Der Schlüssel wird in Ihrem Browser geprüft. Er wird weder übertragen noch gespeichert und beim Schließen gelöscht.',
    label: 'Lizenzschlüssel',
    hint: 'Fügen Sie den Schlüssel ein, oder ziehen Sie die Schlüsseldatei hierher.',
    action: 'Schlüssel prüfen',
    checking: 'Wird geprüft\u00a0…',
    choose: 'Datei auswählen\u00a0…',
    again: 'Anderen Schlüssel prüfen',
    tooLarge: 'Diese Datei ist zu groß für einen Lizenzschlüssel.',
    verified: 'Signatur gültig.',
    unverified: 'Signatur nicht geprüft.',
    noKeys:
      'Dieses Dashboard hat keinen öffentlichen Schlüssel von Alexandria und kann die Signatur daher nicht prüfen. Die folgenden Angaben stammen ungeprüft aus dem Schlüssel.',
    next: 'Weiter',
    summary: ({ isVerified, until }) =>
      `${isVerified ? 'Signatur gültig' : 'Signatur nicht geprüft'}, Lizenz ${until === null ? 'unbefristet' : `bis zum ${until}`}`,
    undone: ({ repairs }) => `Ignoriert: ${repairs}. Speichern Sie nur den Schlüssel. Die folgenden Befehle akzeptieren nichts anderes.`,
    repairs: {
      'invisible-characters': 'unsichtbare Zeichen',
      markdown: 'Markdown-Zeichen',
      dashes: 'typografische Striche',
      'white-space': 'Leerzeichen und Zeilenumbrüche',
      quotes: 'Anführungszeichen',
      assignment: 'eine Variablenzuweisung',
      yaml: 'YAML-Syntax',
      json: 'JSON-Syntax',
      base64: 'Base64-Codierung',
      surroundings: 'umgebender Text',
    },
    problems: {
      empty_input: 'Fügen Sie einen Lizenzschlüssel ein, oder ziehen Sie eine Schlüsseldatei hierher.',
      malformed_token:
        'Das ist kein Lizenzschlüssel. Lizenzschlüssel beginnen mit „eyJ“ und enthalten zwei Punkte. Kopieren Sie den ganzen Schlüssel.',
      truncated_token: 'Der Schlüssel ist unvollständig. Kopieren Sie ihn vom ersten bis zum letzten Zeichen.',
      several_keys: 'Das ist mehr als ein Lizenzschlüssel. Fügen Sie nur einen ein.',
      private_key:
        'Das ist ein privater Schlüssel, kein Lizenzschlüssel. Betrachten Sie ihn als kompromittiert, und ersetzen Sie ihn überall, wo er verwendet wird.',
      public_key: 'Das ist ein öffentlicher Schlüssel oder ein Zertifikat, kein Lizenzschlüssel.',
      encrypted_token: 'Das ist ein verschlüsseltes Token. Lizenzschlüssel sind signiert, nicht verschlüsselt.',
      session_token: 'Das ist anscheinend ein anderes Token, zum Beispiel ein Sitzungstoken. Halten Sie es geheim.',
      json_serialization: 'Das ist eine JSON-Signatur. Bitten Sie um den Schlüssel als eine Textzeile mit zwei Punkten.',
      unsupported_algorithm:
        'Dieser Schlüssel ist nicht so signiert wie die Schlüssel von Alexandria. Bitten Sie Ihre Ansprechperson um einen anderen Schlüssel.',
      unknown_key:
        'Dieses Dashboard kennt den Signaturschlüssel nicht. Der Lizenzschlüssel gehört möglicherweise zu einem anderen Produkt oder ist neuer als dieses Dashboard.',
      invalid_key:
        'Dieses Dashboard ist mit einem öffentlichen Schlüssel konfiguriert, den es nicht verwenden kann. Bitten Sie den Betreiber, das zu beheben. Ihr Lizenzschlüssel ist möglicherweise in Ordnung.',
      invalid_signature:
        'Die Signatur passt nicht. Der Schlüssel wurde verändert, abgeschnitten oder für ein anderes Produkt ausgestellt. Kopieren Sie ihn erneut, oder bitten Sie um einen anderen.',
      invalid_claims:
        'Die Signatur ist gültig, aber es fehlen erforderliche Lizenzangaben. Bitten Sie Ihre Ansprechperson um einen anderen Schlüssel.',
      unverifiable:
        'Dieser Browser kann die Signatur nicht prüfen. Verwenden Sie HTTPS oder einen neueren Browser. Die folgenden Angaben stammen ungeprüft aus dem Schlüssel.',
    },
  },
  compare: {
    caption: 'Aktuelle Lizenz und neuer Schlüssel',
    now: 'Aktuell',
    next: 'Neuer Schlüssel',
    tier: 'Stufe',
    expires: 'Ablauf',
    graceEnds: 'Ende der Kulanzfrist',
    features: 'Funktionen',
    customer: 'Lizenziert für',
    state: 'Status heute',
    none: 'Keine Lizenz',
    never: 'Nie',
    nobody: 'Nicht angegeben',
    gained: ({ features }) => `neu: ${features}`,
    lost: ({ features }) => `entfällt: ${features}`,
    count: (count, format) => format.plural(count, { one: '1 Funktion', other: `${format.number(count)} Funktionen` }),
    warnings: {
      'demo-key': 'Das ist ein Demo-Schlüssel. Er funktioniert nur mit der Mock-API.',
      'already-expired': 'Dieser Schlüssel und seine Kulanzfrist sind abgelaufen. Er schaltet nichts wieder ein.',
      'in-grace': 'Dieser Schlüssel ist abgelaufen und befindet sich bereits in der Kulanzfrist.',
      'starts-later': 'Dieser Schlüssel ist noch nicht aktiv. Bis er aktiv wird, läuft die API möglicherweise ohne Lizenz.',
      'never-in-force': 'Dieser Schlüssel läuft ab, bevor er aktiv wird.',
      'same-license': 'Das ist die bereits gültige Lizenz.',
      'expires-earlier': 'Dieser Schlüssel läuft früher ab als Ihre aktuelle Lizenz.',
      'loses-entitlements': ({ count, format }) =>
        `Diesem Schlüssel ${format.plural(count, { one: 'fehlt 1 Funktion, die', other: `fehlen ${format.number(count)} Funktionen, die` })} Ihre aktuelle Lizenz enthält.`,
    },
  },
  apply: {
    title: 'Schlüssel einspielen',
    detail: {
      file: ({ keyFile }) =>
        `Speichern Sie nur den Schlüssel als ${isolate(keyFile)}, nur für Sie lesbar (Modus 0600). Führen Sie die Befehle in diesem Ordner aus, und löschen Sie dann die Datei. Der Schlüssel erscheint weder im Shell-Verlauf noch in Prozesslisten.`,
      prompt: ({ limit }) =>
        `Führen Sie die Befehle aus, und fügen Sie den Schlüssel an der Eingabeaufforderung ein. Er wird nicht angezeigt und erscheint weder im Shell-Verlauf noch in Prozesslisten. Höchstens ${limit} Zeichen.`,
      'helm-secret': 'Diese Befehle brauchen den Schlüssel nicht.',
    },
    method: 'Bereitstellung',
    methods: { kubernetes: 'Kubernetes', helm: 'Helm', quadlet: 'Podman Quadlet' },
    variant: 'Zweck der Befehle',
    variants: {
      secret: 'Secret erstellen oder ersetzen',
      'secret-patch': 'Secret patchen',
      'helm-secret': 'Secret verwenden',
      'helm-value': 'Wert setzen',
    },
    recommended: 'Empfohlen',
    facts: {
      kubernetes: ({ secret, namespace, deployment }) =>
        `Aktualisiert das Secret ${isolate(secret)} im Namespace ${isolate(namespace)} und startet dann ${isolate(deployment)} neu.`,
      helm: ({ release, namespace, deployment }) =>
        `Aktualisiert das Release ${isolate(release)} im Namespace ${isolate(namespace)} und startet dann ${isolate(deployment)} neu.`,
      quadlet: ({ unitFile, service }) => `Aktualisiert ${isolate(unitFile)} und startet dann ${isolate(service)} neu.`,
    },
    refused: 'Spielen Sie keinen abgelehnten Schlüssel ein.',
    summary: ({ platform, variant }) => `${platform}: ${variant}`,
    showAll: 'Alle Zeilen anzeigen',
    source: 'Quelle des Schlüssels',
    sources: { file: 'Datei', prompt: 'Eingabeaufforderung' },
    commands: 'Befehle',
    notes: {
      secret: 'Erstellt oder aktualisiert das Secret. Weitere Einträge, die ein früheres „kubectl apply“ angelegt hat, werden entfernt.',
      'secret-patch': 'Ändert nur den Schlüssel im Secret.',
      'helm-value':
        'Helm behält den Schlüssel im Release-Verlauf, lesbar für alle, die im Namespace Secrets lesen können. Verwenden Sie besser ein Secret.',
      'helm-secret': 'Erstellen oder patchen Sie zuerst das Secret. Nur einmal nötig. Spätere Verlängerungen ändern nur das Secret.',
      quadlet:
        'Als root ausführen. Ist der Modus der Unit-Datei nicht 0600, kann jeder auf dem Rechner sie lesen. Setzen Sie diesen Modus, oder verwenden Sie ein Podman-Secret (diese Befehle ändern keine Podman-Secrets).',
    },
    restart:
      'Die API liest ihren Schlüssel nur beim Start, der neue Schlüssel erfordert also einen Neustart. Die API ist 15 bis 60 Sekunden lang nicht erreichbar.',
    unusable:
      'Die für dieses Dashboard konfigurierten Namen können nicht in einem Befehl verwendet werden. Bitten Sie den Betreiber, sie zu korrigieren.',
  },
  watch: {
    title: 'Verlängerung bestätigen',
    detail: 'Nachdem Sie den Schlüssel eingespielt haben, prüft diese Seite alle 3 Sekunden, höchstens 5 Minuten lang.',
    start: 'Prüfung starten',
    stop: 'Prüfung beenden',
    again: 'Erneut prüfen',
    present: 'Die API meldet noch die aktuelle Lizenz.',
    presentUnlicensed: 'Die API läuft noch ohne Lizenz.',
    away: 'Die API antwortet nicht. Ein Neustart dauert 15 bis 60 Sekunden.',
    lost: 'Die API läuft jetzt ohne Lizenz: Möglicherweise hat sie den Schlüssel nicht angenommen. Den Grund nennt ihr Startprotokoll. Eventuell müssen Sie den vorherigen Schlüssel erneut einspielen.',
    already:
      'Die gültige Lizenz stimmt bereits mit diesem Schlüssel überein. Ob die API ihn gelesen hat, lässt sich hier nicht feststellen. Prüfen Sie ihr Startprotokoll.',
    scheduled: 'Die API läuft möglicherweise ohne Lizenz, bis der Schlüssel aktiv wird.',
    lapsed: 'Die API meldet eine andere Lizenz, aber diese Lizenz und ihre Kulanzfrist sind abgelaufen.',
    renewed: ({ until }) => (until === null ? 'Unbefristet verlängert.' : `Verlängert bis zum ${until}.`),
    gained: ({ features }) => `Jetzt enthalten: ${features}.`,
    without: ({ features }) => `Nicht mehr enthalten: ${features}.`,
    tier: ({ tier }) => `Neue Stufe: ${isolate(tier)}.`,
    elapsed: ({ elapsed }) => `${elapsed}, üblich sind 15 bis 60 Sekunden`,
    deleteKey: ({ keyFile }) => `Löschen Sie ${isolate(keyFile)}.`,
    done: 'Fertig',
    other: 'Das ist nicht die Lizenz aus dem geprüften Schlüssel. Möglicherweise wurde ein anderer Schlüssel eingespielt.',
    nothing: 'Nach 5 Minuten meldet die API noch immer dieselbe Lizenz.',
    nothingUnlicensed: 'Nach 5 Minuten läuft die API noch immer ohne Lizenz.',
    silent: 'Nach 5 Minuten antwortet die API nicht.',
    causesTitle: 'Prüfen Sie in dieser Reihenfolge:',
    causes: [
      'Wurde die API neu gestartet? Sie liest ihren Schlüssel nur beim Start.',
      'Stimmen Namespace, Secret und Deployment in den Befehlen?',
      'Was steht im Startprotokoll? Ein gültiger Schlüssel wird als „license loaded“ protokolliert, mit Stufe und Ablaufdatum.',
      'Ist dieses Dashboard mit der API verbunden, die Sie neu gestartet haben, und nicht mit einer anderen oder einem Cache?',
    ],
  },
  copy: {
    copy: 'Befehle kopieren',
    copied: 'Kopiert',
    notCopied: 'Kopieren nicht möglich. Der Text ist markiert: Drücken Sie Strg+C oder ⌘C.',
  },
  support: {
    copy: 'Support-Angaben kopieren',
    calendar: 'Kalenderdatei herunterladen',
    expiryTitle: 'Alexandria-Lizenz läuft ab',
    expiryDetail: ({ graceEnds }) =>
      `Lizenzierte Funktionen laufen bis zum ${graceEnds} weiter. Zum Verlängern spielen Sie einen neuen Schlüssel ein und starten die API neu.`,
    graceTitle: 'Lizenzierte Alexandria-Funktionen werden abgeschaltet',
    graceDetail: 'Die Kulanzfrist endet. Lizenzierte Funktionen geben „402 Payment Required“ zurück. Die Kern-API läuft weiter.',
  },
};
