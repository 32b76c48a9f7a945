import { isolate } from './createFormat.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in German, with the terms of `de.ts`. */
export const deRenewal: RenewalMessages = {
  get: {
    title: 'Neuen Schlüssel anfordern',
    detail:
      'Er kommt von Ihrer Ansprechperson bei Alexandria. Schicken Sie die Support-Angaben mit, die sich unten kopieren lassen: Sie sagen, welche Lizenz Sie haben, und enthalten keinen Schlüssel.',
    contact: 'Neuen Schlüssel anfordern',
  },
  check: {
    title: 'Vor dem Einspielen prüfen',
    detail:
      'Der Schlüssel wird hier geprüft, in Ihrem Browser. Er wird nirgendwohin gesendet, nirgends gespeichert und ist weg, sobald Sie dies schließen.',
    label: 'Lizenzschlüssel',
    hint: 'Fügen Sie den Schlüssel ein, oder ziehen Sie die Datei hierher, in der er steht.',
    action: 'Schlüssel prüfen',
    checking: 'Wird geprüft\u00a0…',
    choose: 'Datei auswählen\u00a0…',
    again: 'Anderen Schlüssel prüfen',
    tooLarge: 'Diese Datei ist zu groß für einen Lizenzschlüssel.',
    verified: 'Die Signatur ist gültig.',
    unverified: 'Nicht geprüft.',
    noKeys:
      'Dieses Dashboard kennt den öffentlichen Schlüssel von Alexandria nicht; die Signatur bleibt daher ungeprüft. Was folgt, ist nur das, was der Schlüssel behauptet.',
    undone: ({ repairs }) =>
      `Aus Ihrer Eingabe entfernt: ${repairs}. Die Befehle unten erwarten den Schlüssel allein: Speichern Sie ihn ohne das, was um ihn herum stand.`,
    repairs: {
      'invisible-characters': 'unsichtbare Zeichen',
      markdown: 'Markdown-Zeichen',
      dashes: 'typografische Striche',
      'white-space': 'Leerzeichen und Zeilenumbrüche',
      quotes: 'Anführungszeichen',
      assignment: 'eine Zuweisung',
      yaml: 'YAML',
      json: 'JSON',
      base64: 'eine Base64-Codierung',
      surroundings: 'Text ringsum',
    },
    problems: {
      empty_input: 'Es gibt nichts zu prüfen. Fügen Sie den Lizenzschlüssel ein, oder ziehen Sie die Datei hierher, in der er steht.',
      malformed_token:
        'Das ist kein Lizenzschlüssel. Ein Lizenzschlüssel beginnt mit „eyJ“ und enthält zwei Punkte; kopieren Sie ihn vom ersten bis zum letzten Zeichen.',
      truncated_token: 'Der Schlüssel ist abgeschnitten. Kopieren Sie ihn ganz, vom ersten bis zum letzten Zeichen.',
      several_keys: 'Darin steht mehr als ein Lizenzschlüssel. Fügen Sie nur einen davon ein.',
      private_key:
        'Das ist ein privater Schlüssel, kein Lizenzschlüssel. Behandeln Sie ihn als offengelegt, und ersetzen Sie ihn überall, wo er verwendet wird.',
      public_key: 'Das ist ein öffentlicher Schlüssel oder ein Zertifikat, kein Lizenzschlüssel.',
      encrypted_token: 'Das ist ein verschlüsseltes Token; ein Lizenzschlüssel ist nur signiert.',
      session_token: 'Das ist ein Token anderer Art, etwa ein Sitzungs-Token. Behandeln Sie es als Geheimnis.',
      json_serialization: 'Das ist eine Signatur in JSON-Form. Bitten Sie um den Schlüssel als einen Text mit zwei Punkten darin.',
      unsupported_algorithm:
        'Der Schlüssel ist nicht so signiert wie die Schlüssel von Alexandria. Bitten Sie Ihre Ansprechperson um einen anderen.',
      unknown_key:
        'Der Schlüssel ist mit einem Signaturschlüssel signiert, den dieses Dashboard nicht kennt. Er kann zu einem anderen Produkt gehören oder neuer sein als dieses Dashboard.',
      invalid_key:
        'Dieses Dashboard kennt einen öffentlichen Schlüssel, der nicht verwendet werden kann. Wer es betreibt, muss das beheben; der Lizenzschlüssel kann in Ordnung sein.',
      invalid_signature:
        'Die Signatur passt nicht: Der Schlüssel wurde verändert oder abgeschnitten, oder er gehört zu einem anderen Produkt. Kopieren Sie ihn noch einmal, oder bitten Sie um einen anderen.',
      invalid_claims:
        'Die Signatur ist gültig, aber im Schlüssel fehlt, was eine Lizenz sagen muss. Bitten Sie Ihre Ansprechperson um einen anderen.',
      unverifiable:
        'Die Signatur kann in diesem Browser nicht geprüft werden: Öffnen Sie die Seite über https oder mit einem neueren Browser. Was folgt, ist nur das, was der Schlüssel behauptet.',
    },
  },
  compare: {
    caption: 'Die Lizenz jetzt und mit dem neuen Schlüssel',
    now: 'Jetzt',
    next: 'Mit dem neuen Schlüssel',
    tier: 'Stufe',
    expires: 'Läuft ab',
    graceEnds: 'Abschaltung',
    features: 'Funktionen',
    customer: 'Ausgestellt für',
    state: 'Zustand heute',
    none: 'Keine Lizenz',
    never: 'Nie',
    nobody: 'Niemand Bestimmten',
    gained: (feature) => `+ ${feature}`,
    lost: (feature) => `− ${feature}`,
    count: (count, format) => format.plural(count, { one: '1 Funktion', other: `${format.number(count)} Funktionen` }),
    warnings: {
      'demo-key': 'Das ist ein Demo-Schlüssel. Er schaltet nichts frei außer der Mock-API.',
      'already-expired': 'Dieser Schlüssel ist abgelaufen, und seine Kulanzfrist ist vorbei. Er schaltet nichts wieder ein.',
      'in-grace': 'Dieser Schlüssel ist abgelaufen und in seiner Kulanzfrist.',
      'starts-later': 'Dieser Schlüssel ist noch nicht in Kraft. Bis dahin läuft die API ohne Lizenz.',
      'never-in-force': 'Dieser Schlüssel ist abgelaufen, bevor er in Kraft tritt.',
      'same-license': 'Das ist die Lizenz, die schon in Kraft ist.',
      'expires-earlier': 'Er läuft früher ab als die jetzige Lizenz.',
      'loses-entitlements': 'Funktionen der jetzigen Lizenz fehlen darin.',
    },
  },
  apply: {
    title: 'Einspielen',
    detail: {
      file: 'Speichern Sie den Schlüssel allein, mit einem Editor, in einer Datei, die nur Sie lesen können (Modus 0600), und führen Sie die Befehle daneben aus. Sie lesen den Schlüssel aus der Datei, sodass er in keinem Shell-Verlauf und in keiner Prozessliste steht. Löschen Sie die Datei danach.',
      prompt:
        'Führen Sie die Befehle aus, und fügen Sie dann den Schlüssel ein; er wird nicht angezeigt und steht in keinem Shell-Verlauf und in keiner Prozessliste. Eine Eingabeaufforderung nimmt bis zu 4.095 Zeichen an.',
    },
    method: 'Wie Alexandria läuft',
    methods: {
      secret: 'Kubernetes: neues Secret',
      'secret-patch': 'Kubernetes: Secret ändern',
      'helm-value': 'Helm: Wert',
      'helm-secret': 'Helm: Verweis auf das Secret',
      quadlet: 'Podman Quadlet',
    },
    source: 'Der Schlüssel kommt aus',
    sources: { file: 'einer Datei', prompt: 'einer Eingabeaufforderung' },
    commands: 'Befehle',
    notes: {
      secret:
        'Das Secret wird angelegt oder, wenn es schon da ist, geändert; was ein früheres „kubectl apply“ neben den Schlüssel gestellt hat, wird entfernt.',
      'secret-patch': 'Geändert wird nur der Schlüssel im Secret.',
      'helm-value':
        'Helm behält den Schlüssel in seinem Release-Verlauf, lesbar für alle, die im Namespace Secrets lesen dürfen. Das Secret ist der bessere Ort.',
      'helm-secret':
        'Das Secret muss vorhanden sein; legen Sie es also zuerst an, oder ändern Sie es. Nötig ist dies nur einmal; danach wird nur noch das Secret geändert.',
      quadlet:
        'Führen Sie dies als root aus. Eine Unit-Datei ohne Modus 0600 kann jeder auf dem Rechner lesen: Geben Sie ihr diesen Modus, oder verwahren Sie den Schlüssel in einem Podman-Secret, das hiervon nicht geändert wird.',
    },
    restart:
      'Die API liest ihren Schlüssel nur beim Start: Ohne den Neustart geschieht nichts. Sie ist dabei 15 bis 60 Sekunden lang nicht da.',
    unusable:
      'Die Namen, die dieses Dashboard bekommen hat, lassen sich in keinem Befehl verwenden. Wer es betreibt, muss sie berichtigen.',
  },
  watch: {
    title: 'Darauf warten',
    detail:
      'Wenn Sie den Schlüssel eingespielt haben, fragt diese Seite alle paar Sekunden nach, bis die API mit der neuen Lizenz antwortet.',
    start: 'Ich habe ihn eingespielt',
    stop: 'Nicht mehr warten',
    again: 'Noch einmal warten',
    present: 'Die API antwortet noch mit der jetzigen Lizenz.',
    away: 'Die API antwortet nicht: Sie startet neu. Das dauert 15 bis 60 Sekunden.',
    lost: 'Die API läuft jetzt ohne Lizenz: Sie hat den Schlüssel nicht angenommen. Den Grund nennt ihr Startprotokoll; vielleicht muss der vorige Schlüssel wieder eingespielt werden.',
    already:
      'Die Lizenz, die in Kraft ist, sagt dasselbe wie dieser Schlüssel. Ob die API den neuen Schlüssel gelesen hat, ist von hier aus nicht zu erkennen; ihr Startprotokoll sagt es.',
    scheduled: 'Die API läuft ohne Lizenz, bis der Schlüssel in Kraft tritt.',
    lapsed: 'Eine andere Lizenz ist angekommen, aber sie ist nicht in Kraft: Sie ist abgelaufen, und ihre Kulanzfrist ist vorbei.',
    renewed: ({ until }) => (until === null ? 'Verlängert, ohne Ende.' : `Verlängert bis zum ${until}.`),
    gained: ({ features }) => `Jetzt enthalten: ${features}.`,
    without: ({ features }) => `Nicht mehr enthalten: ${features}.`,
    tier: ({ tier }) => `Die Stufe ist jetzt ${isolate(tier)}.`,
    other: 'Das ist nicht die Lizenz des Schlüssels, den Sie oben geprüft haben. Vielleicht wurde ein anderer Schlüssel eingespielt.',
    nothing: 'Fünf Minuten sind vergangen, und die API antwortet noch mit derselben Lizenz.',
    silent: 'Fünf Minuten sind vergangen, und die API hat nicht geantwortet.',
    causesTitle: 'Was Sie prüfen sollten, in dieser Reihenfolge:',
    causes: [
      'Wurde die API neu gestartet? Sie liest ihren Schlüssel nur beim Start.',
      'Nennen die Befehle den Namespace, das Secret und das Deployment, mit denen diese API läuft?',
      'Was sagt ihr Startprotokoll? Ein gültiger Schlüssel steht darin als „license loaded“, mit Stufe und Ablaufdatum.',
      'Spricht dieses Dashboard mit der API, die Sie neu gestartet haben, und nicht mit einer anderen oder mit einem Cache davor?',
    ],
  },
  copy: {
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser lässt hier keine Seite kopieren. Der Text ist markiert: Drücken Sie Strg+C oder ⌘C.',
  },
  support: {
    copy: 'Support-Angaben kopieren',
    calendar: 'Ablauf in den Kalender eintragen',
    expiryTitle: 'Die Alexandria-Lizenz läuft ab',
    expiryDetail: ({ graceEnds }) =>
      `Lizenzierte Funktionen laufen bis zum ${graceEnds} weiter. Ein neuer Schlüssel und ein Neustart der API verlängern die Lizenz.`,
    graceTitle: 'Lizenzierte Funktionen von Alexandria werden abgeschaltet',
    graceDetail:
      'Die Kulanzfrist endet. Lizenzierte Funktionen antworten von jetzt an mit „402 Payment Required“; die Kern-API läuft weiter.',
  },
};
