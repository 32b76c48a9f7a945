import { isolate } from './createFormat.js';
import { firstOfMonth } from './firstOfMonth.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in French, with the terms of `fr.ts`. */
export const frRenewal: RenewalMessages = {
  get: {
    title: 'Obtenir une nouvelle clé',
    detail:
      'Elle vient de votre interlocuteur Alexandria. Joignez à votre demande les informations d’assistance, à copier ci-dessous\u00a0: elles disent quelle licence vous avez et ne contiennent aucune clé.',
    contact: 'Demander une nouvelle clé',
  },
  check: {
    title: 'La vérifier avant de l’appliquer',
    detail:
      'La clé est vérifiée ici, dans votre navigateur. Elle n’est envoyée ni enregistrée nulle part, et disparaît dès que vous fermez cette partie.',
    label: 'Clé de licence',
    hint: 'Collez la clé, ou déposez ici le fichier qui la contient.',
    action: 'Vérifier la clé',
    checking: 'Vérification…',
    choose: 'Choisir un fichier…',
    again: 'Vérifier une autre clé',
    tooLarge: 'Ce fichier est trop volumineux pour une clé de licence.',
    verified: 'La signature est valable.',
    unverified: 'Non vérifiée.',
    noKeys:
      'Ce tableau de bord ne connaît pas la clé publique d’Alexandria\u202f; la signature n’est donc pas vérifiée. Ce qui suit n’est que ce que dit la clé.',
    undone: ({ repairs }) =>
      `Retiré de ce que vous avez fourni\u00a0: ${repairs}. Les commandes ci-dessous prennent la clé seule\u00a0: enregistrez-la sans ce qui l’entourait.`,
    repairs: {
      'invisible-characters': 'des caractères invisibles',
      markdown: 'du Markdown',
      dashes: 'des tirets typographiques',
      'white-space': 'des espaces et des sauts de ligne',
      quotes: 'des guillemets',
      assignment: 'une affectation autour de la clé',
      yaml: 'du YAML autour de la clé',
      json: 'du JSON autour de la clé',
      base64: 'un codage base64',
      surroundings: 'du texte autour de la clé',
    },
    problems: {
      empty_input: 'Il n’y a rien à vérifier. Collez la clé de licence, ou déposez le fichier qui la contient.',
      malformed_token:
        'Ce n’est pas une clé de licence. Une clé de licence commence par «\u00a0eyJ\u00a0» et contient deux fois le caractère «\u00a0.\u00a0»\u202f; copiez-la du premier au dernier caractère.',
      truncated_token: 'La clé est tronquée. Copiez-la en entier, du premier au dernier caractère.',
      several_keys: 'Il y a là plus d’une clé de licence. Collez-en une seule.',
      private_key:
        'C’est une clé privée, pas une clé de licence. Considérez-la comme compromise, et remplacez-la partout où elle est utilisée.',
      public_key: 'C’est une clé publique ou un certificat, pas une clé de licence.',
      encrypted_token: 'C’est un jeton chiffré\u202f; une clé de licence est seulement signée.',
      session_token: 'C’est un jeton d’une autre sorte, par exemple un jeton de session. Traitez-le comme un secret.',
      json_serialization:
        'C’est une signature sous forme JSON. Demandez la clé en un seul texte, avec deux fois le caractère «\u00a0.\u00a0».',
      unsupported_algorithm:
        'La clé n’est pas signée comme le sont celles d’Alexandria. Demandez-en une autre à votre interlocuteur Alexandria.',
      unknown_key:
        'La clé est signée avec une clé de signature que ce tableau de bord ne connaît pas. Elle est peut-être destinée à un autre produit, ou plus récente que ce tableau de bord.',
      invalid_key:
        'Ce tableau de bord connaît une clé publique inutilisable. C’est à la personne qui l’exploite de le corriger\u202f; la clé de licence est peut-être bonne.',
      invalid_signature:
        'La signature ne correspond pas\u00a0: la clé a été modifiée ou tronquée, ou est destinée à un autre produit. Copiez-la de nouveau, ou demandez-en une autre.',
      invalid_claims:
        'La signature est valable, mais la clé ne dit pas ce qu’une licence doit dire. Demandez-en une autre à votre interlocuteur Alexandria.',
      unverifiable:
        'La signature ne peut pas être vérifiée dans ce navigateur\u00a0: ouvrez la page en https, ou avec un navigateur plus récent. Ce qui suit n’est que ce que dit la clé.',
    },
  },
  compare: {
    caption: 'La licence maintenant, et avec la nouvelle clé',
    now: 'Maintenant',
    next: 'Avec la nouvelle clé',
    tier: 'Niveau',
    expires: 'Expiration',
    graceEnds: 'Arrêt des fonctionnalités',
    features: 'Fonctionnalités',
    customer: 'Établie au nom de',
    state: 'État aujourd’hui',
    none: 'Aucune licence',
    never: 'Jamais',
    nobody: 'Personne en particulier',
    gained: (feature) => `+ ${feature}`,
    lost: (feature) => `− ${feature}`,
    count: (count, format) =>
      format.plural(count, { one: `${format.number(count)} fonctionnalité`, other: `${format.number(count)} fonctionnalités` }),
    warnings: {
      'demo-key': 'C’est une clé de démonstration. Elle ne déverrouille que l’API simulée.',
      'already-expired': 'Cette clé a expiré, et sa période de grâce est terminée. Elle ne réactive rien.',
      'in-grace': 'Cette clé a expiré et se trouve dans sa période de grâce.',
      'starts-later': 'Cette clé n’est pas encore en vigueur. D’ici là, l’API fonctionne sans licence.',
      'never-in-force': 'Cette clé prend fin avant d’entrer en vigueur.',
      'same-license': 'C’est la licence déjà en vigueur.',
      'expires-earlier': 'Elle expire plus tôt que la licence actuelle.',
      'loses-entitlements': 'Des fonctionnalités de la licence actuelle n’y figurent pas.',
    },
  },
  apply: {
    title: 'L’appliquer',
    detail: {
      file: 'Avec un éditeur, enregistrez la clé seule dans un fichier que personne d’autre ne peut lire (mode 0600), et lancez les commandes à côté de ce fichier. Elles y lisent la clé, qui n’apparaît ainsi dans aucun historique de shell ni dans aucune liste de processus. Supprimez ensuite le fichier.',
      prompt:
        'Lancez les commandes, puis collez la clé\u202f; elle n’est pas affichée, et n’apparaît dans aucun historique de shell ni dans aucune liste de processus. Une invite accepte jusqu’à 4\u202f095 caractères.',
    },
    method: 'Comment Alexandria est exécuté',
    methods: {
      secret: 'Kubernetes\u00a0: nouveau Secret',
      'secret-patch': 'Kubernetes\u00a0: modifier le Secret',
      'helm-value': 'Helm\u00a0: valeur',
      'helm-secret': 'Helm\u00a0: renvoi au Secret',
      quadlet: 'Podman Quadlet',
    },
    source: 'La clé vient',
    sources: { file: 'd’un fichier', prompt: 'd’une invite' },
    commands: 'Commandes',
    notes: {
      secret:
        'Le Secret est créé, ou modifié s’il existe déjà\u202f; ce qu’un «\u00a0kubectl apply\u00a0» antérieur a placé à côté de la clé est supprimé.',
      'secret-patch': 'Seule la clé change dans le Secret.',
      'helm-value':
        'Helm conserve la clé dans l’historique de ses releases, lisible par quiconque peut lire les Secrets de l’espace de noms. Le Secret est un meilleur endroit.',
      'helm-secret':
        'Le Secret est nécessaire\u00a0: commencez par le créer ou le modifier. Cette étape ne se fait qu’une fois\u202f; ensuite, seul le Secret change.',
      quadlet:
        'À exécuter en tant que root. Tout le monde sur la machine peut lire un fichier d’unité qui n’est pas en mode 0600\u00a0: donnez-lui ce mode, ou gardez la clé dans un secret Podman, que ceci ne modifie pas.',
    },
    restart:
      'L’API ne lit sa clé qu’à son démarrage\u00a0: sans redémarrage, rien ne se passe. Elle est indisponible pendant 15 à 60 secondes.',
    unusable:
      'Les noms fournis à ce tableau de bord ne peuvent pas servir dans une commande. C’est à la personne qui l’exploite de les corriger.',
  },
  watch: {
    title: 'Attendre la nouvelle licence',
    detail:
      'Une fois que vous avez appliqué la clé, cette page interroge l’API toutes les quelques secondes, jusqu’à ce qu’elle réponde avec la nouvelle licence.',
    start: 'J’ai appliqué la clé',
    stop: 'Ne plus attendre',
    again: 'Attendre de nouveau',
    present: 'L’API répond encore avec la licence actuelle.',
    away: 'L’API ne répond pas\u00a0: elle redémarre. Cela prend de 15 à 60 secondes.',
    lost: 'L’API fonctionne maintenant sans licence\u00a0: elle n’a pas accepté la clé. Son journal de démarrage dit pourquoi\u202f; il faudra peut-être appliquer de nouveau la clé précédente.',
    already:
      'La licence en vigueur dit la même chose que cette clé. On ne peut pas savoir d’ici si l’API a lu la nouvelle clé\u202f; son journal de démarrage le dit.',
    scheduled: 'L’API fonctionne sans licence jusqu’à l’entrée en vigueur de la clé.',
    lapsed: 'Une autre licence est arrivée, mais elle n’est pas en vigueur\u00a0: elle a expiré, et sa période de grâce est terminée.',
    renewed: ({ until }) => (until === null ? 'Renouvelée, sans fin.' : `Renouvelée jusqu’au ${firstOfMonth(until)}.`),
    gained: ({ features }) => `Désormais inclus\u00a0: ${features}.`,
    without: ({ features }) => `N’est plus inclus\u00a0: ${features}.`,
    tier: ({ tier }) => `Le niveau est maintenant ${isolate(tier)}.`,
    other: 'Ce n’est pas la licence de la clé que vous avez vérifiée plus haut. Une autre clé a peut-être été appliquée.',
    nothing: 'Cinq minutes se sont écoulées, et l’API répond toujours avec la même licence.',
    silent: 'Cinq minutes se sont écoulées, et l’API n’a pas répondu.',
    causesTitle: 'Ce qu’il faut regarder, dans cet ordre\u00a0:',
    causes: [
      'L’API a-t-elle été redémarrée\u202f? Elle ne lit sa clé qu’à son démarrage.',
      'Les commandes nomment-elles l’espace de noms, le Secret et le déploiement avec lesquels cette API fonctionne\u202f?',
      'Que dit son journal de démarrage\u202f? Une bonne clé y figure sous «\u00a0license loaded\u00a0», avec son niveau et sa date d’expiration.',
      'Ce tableau de bord parle-t-il à l’API que vous avez redémarrée, et non à une autre ou à un cache placé devant elle\u202f?',
    ],
  },
  copy: {
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Le navigateur ne laisse aucune page copier ici. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C ou ⌘C.',
  },
  support: {
    copy: 'Copier les informations d’assistance',
    calendar: 'Ajouter l’expiration au calendrier',
    expiryTitle: 'La licence Alexandria expire',
    expiryDetail: ({ graceEnds }) =>
      `Les fonctionnalités sous licence continuent de fonctionner jusqu’au ${firstOfMonth(graceEnds)}. Une nouvelle clé et un redémarrage de l’API la renouvellent.`,
    graceTitle: 'Les fonctionnalités sous licence d’Alexandria s’arrêtent',
    graceDetail:
      'La période de grâce prend fin. Désormais, les fonctionnalités sous licence répondent «\u00a0402 Payment Required\u00a0»\u202f; l’API principale continue de fonctionner.',
  },
};
