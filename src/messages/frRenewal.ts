import { isolate } from './createFormat.js';
import { firstOfMonth } from './firstOfMonth.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in French, with the terms of `fr.ts`. */
export const frRenewal: RenewalMessages = {
  show: 'Afficher',
  get: {
    title: 'Obtenir une nouvelle clé de licence',
    detail:
      'Adressez-vous à votre interlocuteur Alexandria. Joignez les informations d’assistance\u00a0: elles décrivent votre licence et ne contiennent aucune clé.',
    contact: 'Demander une clé',
    mailSubject: 'Renouvellement de la licence Alexandria',
    mailBody: 'Merci de nous envoyer une nouvelle clé de licence pour cette passerelle.',
    share: 'Copier le lien de cette page',
    next: 'J’ai une clé',
    summary: 'Auprès de votre interlocuteur Alexandria',
  },
  check: {
    title: 'Vérifier la clé',
    detail:
      'La clé est vérifiée dans votre navigateur. Elle n’est jamais envoyée ni enregistrée, et elle est effacée dès que vous fermez cette section.',
    label: 'Clé de licence',
    hint: 'Collez la clé, ou déposez ici le fichier de clé.',
    action: 'Vérifier la clé',
    checking: 'Vérification…',
    choose: 'Choisir un fichier…',
    again: 'Vérifier une autre clé',
    tooLarge: 'Ce fichier est trop volumineux pour être une clé de licence.',
    verified: 'Signature valide.',
    unverified: 'Signature non vérifiée.',
    noKeys:
      'Ce tableau de bord n’a pas de clé publique Alexandria et ne peut donc pas vérifier la signature. Les informations ci-dessous proviennent de la clé, sans vérification.',
    next: 'Continuer',
    summary: ({ isVerified, until }) =>
      `${isVerified ? 'Signature valide' : 'Signature non vérifiée'}, licence ${until === null ? 'sans date d’expiration' : `valable jusqu’au ${firstOfMonth(until)}`}`,
    undone: ({ repairs }) => `Ignoré\u00a0: ${repairs}. Enregistrez uniquement la clé. Les commandes ci-dessous n’acceptent rien d’autre.`,
    repairs: {
      'invisible-characters': 'des caractères invisibles',
      markdown: 'du Markdown',
      dashes: 'des tirets typographiques',
      'white-space': 'des espaces et des sauts de ligne',
      quotes: 'des guillemets',
      assignment: 'une affectation de variable',
      yaml: 'du YAML',
      json: 'du JSON',
      base64: 'un encodage Base64',
      surroundings: 'du texte autour de la clé',
    },
    problems: {
      empty_input: 'Collez une clé de licence, ou déposez un fichier de clé.',
      malformed_token:
        'Ce n’est pas une clé de licence. Les clés de licence commencent par «\u00a0eyJ\u00a0» et contiennent deux points «\u00a0.\u00a0». Copiez la clé en entier.',
      truncated_token: 'La clé est incomplète. Copiez-la du premier au dernier caractère.',
      several_keys: 'Plusieurs clés de licence ont été détectées. Collez-en une seule.',
      private_key:
        'C’est une clé privée, pas une clé de licence. Considérez-la comme compromise et remplacez-la partout où elle est utilisée.',
      public_key: 'C’est une clé publique ou un certificat, pas une clé de licence.',
      encrypted_token: 'C’est un jeton chiffré. Les clés de licence sont signées, pas chiffrées.',
      session_token: 'Cela ressemble à un autre jeton, par exemple un jeton de session. Gardez-le secret.',
      json_serialization:
        'C’est une signature JSON. Demandez la clé sous forme d’une seule ligne de texte contenant deux points «\u00a0.\u00a0».',
      unsupported_algorithm:
        'Cette clé n’est pas signée comme les clés Alexandria. Demandez une autre clé à votre interlocuteur Alexandria.',
      unknown_key:
        'Ce tableau de bord ne reconnaît pas la clé de signature. La clé de licence est peut-être destinée à un autre produit, ou plus récente que ce tableau de bord.',
      invalid_key:
        'Ce tableau de bord est configuré avec une clé publique qu’il ne peut pas utiliser. Demandez à son exploitant de corriger cela. Votre clé de licence est peut-être valide.',
      invalid_signature:
        'La signature ne correspond pas. La clé a été modifiée, tronquée ou émise pour un autre produit. Copiez-la de nouveau, ou demandez-en une autre.',
      invalid_claims:
        'La signature est valide, mais il manque des informations de licence obligatoires. Demandez une autre clé à votre interlocuteur Alexandria.',
      unverifiable:
        'Ce navigateur ne peut pas vérifier la signature. Utilisez HTTPS ou un navigateur plus récent. Les informations ci-dessous proviennent de la clé, sans vérification.',
    },
  },
  compare: {
    caption: 'Licence actuelle et nouvelle clé',
    now: 'Actuelle',
    next: 'Nouvelle clé',
    tier: 'Niveau',
    expires: 'Expiration',
    graceEnds: 'Fin de la période de grâce',
    features: 'Fonctionnalités',
    customer: 'Titulaire de la licence',
    state: 'État aujourd’hui',
    none: 'Aucune licence',
    never: 'Jamais',
    nobody: 'Non précisé',
    gained: ({ features }) => `ajout\u00a0: ${features}`,
    lost: ({ features }) => `retrait\u00a0: ${features}`,
    count: (count, format) =>
      format.plural(count, { one: `${format.number(count)} fonctionnalité`, other: `${format.number(count)} fonctionnalités` }),
    warnings: {
      'demo-key': 'C’est une clé de démonstration. Elle ne fonctionne qu’avec l’API simulée.',
      'already-expired': 'Cette clé a expiré et sa période de grâce est terminée. L’appliquer ne réactive rien.',
      'in-grace': 'Cette clé a expiré et sa période de grâce a déjà commencé.',
      'starts-later': 'Cette clé n’est pas encore active. Tant qu’elle ne l’est pas, l’API risque de fonctionner sans licence.',
      'never-in-force': 'Cette clé expire avant de devenir active.',
      'same-license': 'C’est la licence déjà en vigueur.',
      'expires-earlier': 'Cette clé expire avant votre licence actuelle.',
      'loses-entitlements': ({ count, format }) =>
        `Cette clé retire ${format.plural(count, { one: `${format.number(count)} fonctionnalité incluse`, other: `${format.number(count)} fonctionnalités incluses` })} dans votre licence actuelle.`,
    },
  },
  apply: {
    title: 'Appliquer la clé',
    detail: {
      file: ({ keyFile }) =>
        `Enregistrez uniquement la clé dans le fichier ${isolate(keyFile)}, lisible par vous seul (mode 0600). Exécutez les commandes dans ce dossier, puis supprimez le fichier. La clé n’apparaît ni dans l’historique du shell ni dans les listes de processus.`,
      prompt: ({ limit }) =>
        `Exécutez les commandes, puis collez la clé à l’invite. Elle n’est pas affichée et n’apparaît ni dans l’historique du shell ni dans les listes de processus. Limite\u00a0: ${limit} caractères.`,
      'helm-secret': 'Ces commandes n’ont pas besoin de la clé.',
    },
    method: 'Déploiement',
    methods: { kubernetes: 'Kubernetes', helm: 'Helm', quadlet: 'Podman Quadlet' },
    variant: 'Commandes pour',
    variants: {
      secret: 'Créer ou remplacer le Secret',
      'secret-patch': 'Modifier le Secret',
      'helm-secret': 'Utiliser le Secret',
      'helm-value': 'Définir une valeur',
    },
    recommended: 'Recommandé',
    facts: {
      kubernetes: ({ secret, namespace, deployment }) =>
        `Met à jour le Secret ${isolate(secret)} dans l’espace de noms ${isolate(namespace)}, puis redémarre ${isolate(deployment)}.`,
      helm: ({ release, namespace, deployment }) =>
        `Met à jour la release ${isolate(release)} dans l’espace de noms ${isolate(namespace)}, puis redémarre ${isolate(deployment)}.`,
      quadlet: ({ unitFile, service }) => `Met à jour ${isolate(unitFile)}, puis redémarre ${isolate(service)}.`,
    },
    refused: 'N’appliquez pas une clé refusée.',
    summary: ({ platform, variant }) => `${platform}\u00a0: ${variant}`,
    showAll: 'Afficher toutes les lignes',
    source: 'Source de la clé',
    sources: { file: 'Fichier', prompt: 'Invite' },
    commands: 'Commandes',
    notes: {
      secret: 'Crée le Secret ou le met à jour. Les autres entrées ajoutées par un «\u00a0kubectl apply\u00a0» antérieur sont supprimées.',
      'secret-patch': 'Ne modifie que la clé dans le Secret.',
      'helm-value':
        'Helm conserve la clé dans l’historique de ses releases, lisible par quiconque peut lire les Secrets de l’espace de noms. Préférez un Secret.',
      'helm-secret':
        'Commencez par créer ou modifier le Secret. Une seule fois suffit. Les renouvellements suivants ne modifient que le Secret.',
      quadlet:
        'À exécuter en tant que root. Si le fichier d’unité n’est pas en mode 0600, tout le monde sur la machine peut le lire. Appliquez ce mode, ou utilisez un secret Podman (ces commandes ne modifient pas les secrets Podman).',
    },
    restart:
      'L’API ne lit sa clé qu’au démarrage\u00a0: la nouvelle clé exige donc un redémarrage. L’API est indisponible pendant 15 à 60 secondes.',
    unusable:
      'Les noms configurés pour ce tableau de bord ne peuvent pas être utilisés dans une commande. Demandez à son exploitant de les corriger.',
  },
  watch: {
    title: 'Confirmer le renouvellement',
    detail: 'Une fois la clé appliquée, cette page vérifie toutes les 3 secondes, pendant 5 minutes au maximum.',
    start: 'Lancer la vérification',
    stop: 'Arrêter la vérification',
    again: 'Vérifier de nouveau',
    present: 'L’API indique toujours la licence actuelle.',
    presentUnlicensed: 'L’API fonctionne toujours sans licence.',
    away: 'L’API ne répond pas. Un redémarrage prend de 15 à 60 secondes.',
    lost: 'L’API fonctionne maintenant sans licence\u00a0: elle n’a peut-être pas accepté la clé. Son journal de démarrage indique pourquoi. Vous devrez peut-être appliquer de nouveau la clé précédente.',
    already:
      'La licence en vigueur correspond déjà à cette clé, et cette page ne peut donc pas savoir si l’API l’a lue. Consultez son journal de démarrage.',
    scheduled: 'L’API risque de fonctionner sans licence jusqu’à ce que la clé devienne active.',
    lapsed: 'L’API indique une autre licence, mais celle-ci a expiré et sa période de grâce est terminée.',
    renewed: ({ until }) => (until === null ? 'Renouvelée sans date d’expiration.' : `Renouvelée jusqu’au ${firstOfMonth(until)}.`),
    gained: ({ features }) => `Désormais inclus\u00a0: ${features}.`,
    without: ({ features }) => `Retiré de la licence\u00a0: ${features}.`,
    tier: ({ tier }) => `Nouveau niveau\u00a0: ${isolate(tier)}.`,
    elapsed: ({ elapsed }) => `${elapsed}, généralement de 15 à 60 secondes`,
    deleteKey: ({ keyFile }) => `Supprimez le fichier ${isolate(keyFile)}.`,
    done: 'Terminé',
    other: 'Ce n’est pas la licence de la clé que vous avez vérifiée. Une autre clé a peut-être été appliquée.',
    nothing: 'Au bout de 5 minutes, l’API indique toujours la même licence.',
    nothingUnlicensed: 'Au bout de 5 minutes, l’API fonctionne toujours sans licence.',
    silent: 'Au bout de 5 minutes, l’API ne répond pas.',
    causesTitle: 'Vérifiez dans cet ordre\u00a0:',
    causes: [
      'L’API a-t-elle redémarré\u202f? Elle ne lit sa clé qu’au démarrage.',
      'Les commandes nomment-elles le bon espace de noms, le bon Secret et le bon déploiement\u202f?',
      'Que dit le journal de démarrage\u202f? Une clé valide y figure sous «\u00a0license loaded\u00a0», avec son niveau et sa date d’expiration.',
      'Ce tableau de bord est-il connecté à l’API que vous avez redémarrée, et non à une autre ou à un cache\u202f?',
    ],
  },
  copy: {
    copy: 'Copier les commandes',
    copied: 'Copié',
    notCopied: 'Copie impossible. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C ou ⌘C.',
  },
  support: {
    copy: 'Copier les informations d’assistance',
    calendar: 'Télécharger le fichier de calendrier',
    expiryTitle: 'La licence Alexandria expire',
    expiryDetail: ({ graceEnds }) =>
      `Les fonctionnalités sous licence restent actives jusqu’au ${firstOfMonth(graceEnds)}. Pour renouveler la licence, appliquez une nouvelle clé et redémarrez l’API.`,
    graceTitle: 'Les fonctionnalités sous licence d’Alexandria s’arrêtent',
    graceDetail:
      'La période de grâce prend fin. Les fonctionnalités sous licence renvoient «\u00a0402 Payment Required\u00a0». L’API principale continue de fonctionner.',
  },
};
