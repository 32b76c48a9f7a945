import { type Format, isolate, isolateBefore } from './createFormat.js';
import { firstOfMonth } from './firstOfMonth.js';
import type { Language } from './Messages.js';

// French, with "vous". license: licence, grace period: période de grâce, feature: fonctionnalité, license key: clé de licence, renew: renouveler,
// restart: redémarrage, tier: niveau, tenant: locataire, reminder: rappel, off: désactivé, core API: API principale, account representative: interlocuteur Alexandria.
// French puts a space before some punctuation marks: \u00a0 or \u202f.

const features = (count: number, format: Format) =>
  format.plural(count, {
    one: `${format.number(count)} fonctionnalité sous licence`,
    other: `${format.number(count)} fonctionnalités sous licence`,
  });

const featureCount = (count: number, format: Format) =>
  format.plural(count, { one: `${format.number(count)} fonctionnalité`, other: `${format.number(count)} fonctionnalités` });

const SIGN_ON = 'L’authentification unique risque de ne plus fonctionner. Assurez-vous qu’un administrateur peut se connecter autrement.';

const RETRYING = 'Nouvelle tentative automatique.';

/** The French texts, without those of the renewal. */
export const fr: Language = {
  names: {
    entitlements: {
      multi_tenant: 'gestion multilocataire',
      oidc: 'authentification unique (OIDC/SAML)',
      scim: 'provisionnement SCIM',
      audit_export: 'export du journal d’audit',
      memcached_cache: 'cache de blobs Memcached',
      vault: 'stockage des secrets dans Vault',
      backend_autoscaling: 'mise à l’échelle automatique des backends',
    },
    tiers: { enterprise: 'Enterprise' },
    and: (rest, format) => format.plural(rest, { one: '1 autre', other: `${format.number(rest)} autres` }),
    soon: 'dans moins d’une minute',
    justNow: 'à l’instant',
    onDay: ({ day, when }) => `${when} (${day})`,
    lessThanAMinute: 'moins d’une minute',
  },
  banner: {
    region: 'État de la licence',
    expiringLead: ({ tier, when }) => `Votre licence ${isolateBefore(tier, ' ')}expire ${when}.`,
    expiringLeadByDate: ({ tier, expires }) => `Votre licence ${isolateBefore(tier, ' ')}expire le ${firstOfMonth(expires)}.`,
    expiringDetail: ({ graceEnds, count }) =>
      count > 0
        ? `Les fonctionnalités sous licence restent actives jusqu’au ${firstOfMonth(graceEnds)}.`
        : `Une période de grâce court ensuite jusqu’au ${firstOfMonth(graceEnds)}.`,
    earlyDetail: 'Le renouvellement nécessite une nouvelle clé et un redémarrage de l’API.',
    graceLead: ({ remaining, count }) =>
      `${count > 0 ? 'Les fonctionnalités sous licence s’arrêtent' : 'La période de grâce de votre licence prend fin'} dans ${remaining}.`,
    graceLeadByDate: ({ graceEnds, count }) =>
      `${count > 0 ? 'Les fonctionnalités sous licence s’arrêtent' : 'La période de grâce de votre licence prend fin'} le ${firstOfMonth(graceEnds)}.`,
    graceDetail: ({ ago, graceEnds, features, count }) =>
      count > 0
        ? `Votre licence a expiré ${ago}. Arrêt le ${firstOfMonth(graceEnds)}\u00a0: ${features}.`
        : `La période de grâce prend fin le ${firstOfMonth(graceEnds)}.`,
    graceDetailByDate: ({ expires, features, count }) =>
      `Votre licence a expiré le ${firstOfMonth(expires)}.${count > 0 ? ` Arrêt prévu\u00a0: ${features}.` : ''}`,
    expiredLead: ({ count, format }) =>
      count > 0
        ? `Votre licence a expiré. ${features(count, format)} ${format.plural(count, { one: 'est désactivée', other: 'sont désactivées' })}.`
        : 'Votre licence a expiré et sa période de grâce est terminée.',
    expiredDetail: ({ graceEnds, features, count }) =>
      `L’API principale continue de fonctionner.${count > 0 ? ` Désactivé depuis le ${firstOfMonth(graceEnds)}\u00a0: ${features}.` : ''}`,
    remembered: {
      expiring: ({ expires }) => `Votre licence expire le ${firstOfMonth(expires)}.`,
      grace: ({ expires }) => `La période de grâce de votre licence a commencé le ${firstOfMonth(expires)}.`,
      expired: ({ expires }) => `Votre licence a expiré le ${firstOfMonth(expires)}. Les fonctionnalités sous licence sont désactivées.`,
    },
    signOn: SIGN_ON,
    rememberedDetail: 'État lors de votre dernière visite. Vérification en cours…',
    renewed: ({ until }) => `Licence renouvelée.${until === null ? '' : ` Elle expire désormais le ${firstOfMonth(until)}.`}`,
    unconfirmed: 'Échec de la dernière vérification. Le dernier état connu est affiché.',
    renew: 'Renouveler la licence',
    snooze: {
      week: 'Me le rappeler dans 7 jours',
      day: 'Me le rappeler demain',
      hour: 'Me le rappeler dans 1 heure',
      expiry: 'Me le rappeler à l’expiration',
    },
    snoozed: {
      week: 'Masqué pendant 7 jours.',
      day: 'Masqué jusqu’à demain.',
      hour: 'Masqué pendant 1 heure.',
      expiry: 'Masqué jusqu’à l’expiration.',
    },
    undo: 'Annuler',
    collapse: 'Masquer les détails',
    expand: 'Afficher les détails',
  },
  panel: {
    title: 'Licence',
    memberOnly:
      'Seuls les administrateurs peuvent voir les détails de la licence. S’il manque une fonctionnalité, contactez votre administrateur.',
    checkNow: 'Vérifier maintenant',
    checking: 'Vérification…',
    checked: (when) => `Dernière mise à jour\u00a0: ${when}`,
    neverChecked: 'Pas encore vérifiée',
    states: {
      active: 'Active',
      expiring: 'Expire bientôt',
      grace: 'Période de grâce',
      expired: 'Expirée',
      unlicensed: 'Aucune licence',
      unknown: 'État inconnu',
      scheduled: 'Pas encore active',
    },
    noTier: 'Aucune licence',
    noEnd: 'N’expire pas',
    waiting: 'Chargement de la licence…',
    nothingKnown: 'Aucune information sur la licence pour l’instant.',
    nextTitle: 'Prochaines étapes',
    restoreTitle: 'Réactiver les fonctionnalités',
    next: {
      active: ({ reminds }) => `Aucune action requise. Un rappel apparaîtra ici et en haut du tableau de bord le ${firstOfMonth(reminds)}.`,
      expiring: ({ expires, graceEnds, count }) =>
        `La licence expire le ${firstOfMonth(expires)}. ${count > 0 ? 'Les fonctionnalités restent actives' : 'Une période de grâce court ensuite'} jusqu’au ${firstOfMonth(graceEnds)}. Pour renouveler la licence, appliquez une nouvelle clé et redémarrez l’API.`,
      grace: ({ graceEnds, count, format }) =>
        count > 0
          ? `Le ${firstOfMonth(graceEnds)}, ${features(count, format)} ${format.plural(count, { one: 's’arrête et renvoie', other: 's’arrêtent et renvoient' })} «\u00a0402 Payment Required\u00a0». L’API principale continue de fonctionner. Pour éviter cet arrêt, appliquez une nouvelle clé et redémarrez l’API.`
          : `Le ${firstOfMonth(graceEnds)}, la période de grâce prend fin. L’API principale continue de fonctionner. Pour renouveler la licence, appliquez une nouvelle clé et redémarrez l’API.`,
      expired: ({ graceEnds, count }) =>
        count > 0
          ? `Les fonctionnalités sous licence renvoient «\u00a0402 Payment Required\u00a0» depuis le ${firstOfMonth(graceEnds)}. L’API principale continue de fonctionner. Pour réactiver les fonctionnalités, appliquez une nouvelle clé et redémarrez l’API.`
          : `La période de grâce a pris fin le ${firstOfMonth(graceEnds)}. L’API principale continue de fonctionner. Pour renouveler la licence, appliquez une nouvelle clé et redémarrez l’API.`,
      unlicensed: 'Ajoutez une clé de licence pour utiliser les fonctionnalités ci-dessous. L’API principale fonctionne sans clé.',
    },
    dates: {
      today: 'Aujourd’hui',
      expires: 'Expiration',
      expired: 'Expirée',
      stops: 'Désactivation',
      stopped: 'Désactivées',
      graceEnds: 'Fin de la période de grâce',
      graceEnded: 'Période de grâce terminée',
      early: 'Rappel anticipé',
    },
    countdown: ({ remaining }) => `Dans ${remaining}`,
    timeline: ({ reminds, expires, graceEnds }) =>
      `Active jusqu’au ${firstOfMonth(reminds)}, rappel jusqu’au ${firstOfMonth(expires)}, période de grâce jusqu’au ${firstOfMonth(graceEnds)}, puis les fonctionnalités sous licence sont désactivées.`,
    timelineEarly: ({ early }) => `Rappel anticipé le ${firstOfMonth(early)}.`,
    timelineNow: {
      active: 'Actuellement active.',
      expiring: 'Actuellement en période de rappel.',
      grace: 'Actuellement en période de grâce.',
      expired: 'Les fonctionnalités sous licence sont désactivées.',
    },
    stops: {
      oidc: SIGN_ON,
      multi_tenant: 'La création et la gestion des locataires risquent de devenir impossibles.',
      scim: 'Votre fournisseur d’identité ne pourra peut-être plus ajouter ni supprimer d’utilisateurs.',
      audit_export: 'L’export en bloc du journal d’audit s’arrête.',
      memcached_cache: 'Le cache Memcached risque de ne plus fonctionner.',
      vault: 'Les secrets lus dans Vault risquent de devenir indisponibles.',
      backend_autoscaling: 'Les backends LLM conserveront peut-être leur taille actuelle.',
    },
    featuresTitle: 'Fonctionnalités',
    features: {
      included: ({ count, total, format }) =>
        `${format.number(count)} sur ${format.number(total)} ${format.plural(count, { one: 'incluse', other: 'incluses' })}`,
      stop: ({ count, graceEnds, format }) =>
        `${featureCount(count, format)} ${format.plural(count, { one: 's’arrête', other: 's’arrêtent' })} le ${firstOfMonth(graceEnds)}`,
      off: ({ count, graceEnds, format }) =>
        `${featureCount(count, format)} ${format.plural(count, { one: 'désactivée', other: 'désactivées' })} depuis le ${firstOfMonth(graceEnds)}`,
    },
    descriptions: {
      multi_tenant: 'Isolation par locataire et nombre maximal de locataires',
      oidc: 'Connexion fédérée et comptes créés à la volée',
      scim: 'Utilisateurs et groupes de votre fournisseur d’identité',
      audit_export: 'Export en bloc du journal d’audit',
      memcached_cache: 'Cache de blobs dans Memcached',
      vault: 'Secrets provenant de Vault KV v2',
      backend_autoscaling: 'Mise à l’échelle des backends LLM par HPA',
    },
    filter: {
      label: 'Filtrer par nom ou identifiant',
      matches: ({ count, total, format }) => `${format.number(count)} sur ${featureCount(total, format)}`,
      none: ({ query }) => `Aucune fonctionnalité ne correspond à «\u00a0${isolate(query)}\u00a0».`,
    },
    featureStates: {
      included: 'Incluse',
      ending: 'Arrêt prévu',
      off: 'Désactivée',
      'not-included': 'Non incluse',
      unlicensed: 'Nécessite une licence',
      unknown: 'État inconnu',
    },
    addKey: 'Ajouter une clé de licence',
    renew: 'Renouveler la licence',
    renewClose: 'Fermer',
    renewLoading: 'Chargement…',
    renewFailed: 'Impossible de charger les étapes du renouvellement. Fermez puis rouvrez cette section, ou rechargez la page.',
    clockOff:
      'Les horloges de ce navigateur, de l’API ou d’un proxy diffèrent de plus de 5 minutes. L’état affiché est celui de l’API. Vérifiez que les horloges sont synchronisées.',
    failureTitle: ({ known }) =>
      known ? 'Échec de la dernière vérification. Le dernier état connu est affiché.' : 'Impossible de charger la licence.',
    failures: {
      offline: 'Vous êtes hors ligne. La vérification reprendra dès que vous serez de nouveau en ligne.',
      unreachable: `Impossible de joindre l’API. Elle redémarre peut-être. Sinon, vérifiez son adresse, le réseau et CORS. ${RETRYING}`,
      unauthorized: 'Votre session a pris fin. Reconnectez-vous, puis sélectionnez «\u00a0Vérifier maintenant\u00a0».',
      forbidden: 'Votre compte n’est pas autorisé à afficher la licence. Adressez-vous à un administrateur.',
      'not-found':
        'L’API n’a pas de point de terminaison de licence à cette adresse (404). Vérifiez l’URL de base et le préfixe du chemin. Si l’API démarre, son ingress n’est peut-être pas encore prêt.',
      'rate-limited': 'Trop de requêtes (429). Prochaine vérification automatique.',
      'server-error': `L’API a renvoyé une erreur. Elle redémarre peut-être. ${RETRYING}`,
      timeout: `L’API n’a pas répondu à temps. ${RETRYING}`,
      unreadable:
        'La réponse n’était pas une licence. Une page de connexion ou un proxy a peut-être répondu à la place de l’API. Vérifiez l’URL de base.',
    },
  },
  notice: {
    region: 'Notifications sur les fonctionnalités',
    titles: {
      lapsed: (feature) => `${feature}\u00a0: accès désactivé`,
      'not-included': (feature) => `${feature}\u00a0: fonctionnalité non incluse dans votre licence`,
      'no-license': (feature) => `${feature}\u00a0: licence requise`,
      disputed: (feature) => `${feature}\u00a0: sous licence, mais accès refusé`,
      unknown: (feature) => `${feature}\u00a0: indisponible`,
    },
    someFeature: 'Fonctionnalité sous licence',
    details: {
      lapsed: ({ graceEnds }) =>
        `Votre licence a expiré et sa période de grâce a pris fin le ${firstOfMonth(graceEnds)}. Pour réactiver cette fonctionnalité, appliquez une nouvelle clé et redémarrez l’API.`,
      'not-included': ({ tier, id }) =>
        `Votre licence ${isolateBefore(tier, ' ')}ne comprend pas ${isolate(id)}. Pour l’ajouter, adressez-vous à votre interlocuteur Alexandria.`,
      'no-license': 'L’API n’a pas de licence. Demandez une clé de licence à votre interlocuteur Alexandria.',
      disputed:
        'Votre licence comprend cette fonctionnalité, mais l’API a refusé la requête. L’API ne lit sa clé qu’au démarrage\u00a0: un redémarrage est peut-être nécessaire.',
      unknown: 'L’API a demandé une licence (402), mais la licence n’a pas pu être chargée. Consultez la page de la licence.',
    },
    unnamed: ({ graceEnds }) =>
      `L’API a refusé une requête (402) sans nommer la fonctionnalité. Votre licence a expiré et sa période de grâce a pris fin le ${firstOfMonth(graceEnds)}.`,
    member: 'Demandez de l’aide à votre administrateur.',
    renew: 'Renouveler la licence',
    links: { contact: 'Prendre contact', docs: 'À propos de cette fonctionnalité', ask: 'Demander à un administrateur' },
    view: 'Voir la licence',
    retry: 'Réessayer',
    announced: (title) => `${title}. Voir les notifications sur les fonctionnalités`,
    dismiss: 'Masquer',
    dismissLabel: (title) => `Masquer\u00a0: ${title}`,
    more: (count, format) => format.plural(count, { one: 'Afficher 1 autre', other: `Afficher ${format.number(count)} autres` }),
    fold: 'Afficher moins',
    worksAgain: (feature) => `${feature}\u00a0: accès rétabli.`,
    licensed: (feature) => `${feature}\u00a0: fonctionnalité désormais incluse dans votre licence.`,
  },
};
