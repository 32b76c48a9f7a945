import { type Format, isolate, isolateBefore } from './createFormat.js';
import { firstOfMonth } from './firstOfMonth.js';
import type { Language } from './Messages.js';

// French, with "vous". license: licence, grace period: période de grâce, feature: fonctionnalité, license key: clé de licence, renew: renouveler,
// restart: redémarrage, tier: niveau, off: désactivé, core API: API principale, account representative: interlocuteur Alexandria.
// French puts a space before some punctuation marks: \u00a0 or \u202f.

const features = (count: number, format: Format) =>
  format.plural(count, {
    one: `${format.number(count)} fonctionnalité sous licence`,
    other: `${format.number(count)} fonctionnalités sous licence`,
  });

/** The French texts, without those of the renewal. */
export const fr: Language = {
  names: {
    entitlements: {
      multi_tenant: 'gestion multitenant',
      oidc: 'authentification unique (OIDC/SAML)',
      scim: 'provisionnement SCIM',
      audit_export: 'export du journal d’audit',
      memcached_cache: 'cache de blobs Memcached',
      vault: 'stockage des secrets dans Vault',
      backend_autoscaling: 'mise à l’échelle automatique des backends',
    },
    tiers: { enterprise: 'Enterprise' },
    and: (rest, format) => format.plural(rest, { one: 'une autre', other: `${format.number(rest)} autres` }),
    soon: 'dans moins d’une minute',
    justNow: 'à l’instant',
    onDay: ({ day, when }) => `${day}, ${when}`,
    lessThanAMinute: 'moins d’une minute',
  },
  banner: {
    region: 'Avis concernant la licence',
    expiringLead: ({ tier, when }) => `Votre licence ${isolateBefore(tier, ' ')}expire ${when}.`,
    expiringLeadByDate: ({ tier, expires }) => `Votre licence ${isolateBefore(tier, ' ')}expire le ${firstOfMonth(expires)}.`,
    expiringDetail: ({ expires, graceEnds, count, format }) =>
      count > 0
        ? `Le ${firstOfMonth(expires)} commence une période de grâce, pendant laquelle ${features(count, format)} ${format.plural(count, { one: 'reste active', other: 'restent actives' })} jusqu’au ${firstOfMonth(graceEnds)}.`
        : `Une période de grâce commence le ${firstOfMonth(expires)}.`,
    graceLead: ({ ago, remaining, count }) =>
      `La licence a expiré ${ago}. ${count > 0 ? 'Les fonctionnalités sous licence s’arrêtent' : 'La période de grâce prend fin'} dans ${remaining}.`,
    graceLeadByDate: ({ expires, graceEnds, count }) =>
      `La licence a expiré le ${firstOfMonth(expires)}. ${count > 0 ? 'Les fonctionnalités sous licence s’arrêtent' : 'La période de grâce prend fin'} le ${firstOfMonth(graceEnds)}.`,
    graceDetail: ({ graceEnds, features, count, format }) =>
      count > 0
        ? `Le ${firstOfMonth(graceEnds)}, ${format.plural(count, { one: 'cette fonctionnalité s’arrête', other: 'ces fonctionnalités s’arrêtent' })}\u00a0: ${features}. Tout le reste continue de fonctionner.`
        : `La période de grâce prend fin le ${firstOfMonth(graceEnds)}.`,
    expiredLead: ({ count, since, format }) =>
      count > 0
        ? `La licence a expiré. ${features(count, format)} ${format.plural(count, { one: 'est désactivée', other: 'sont désactivées' })} depuis le ${firstOfMonth(since)}.`
        : `La licence a expiré, et sa période de grâce est terminée depuis le ${firstOfMonth(since)}.`,
    expiredDetail: ({ graceEnds, features, count }) =>
      `La période de grâce a pris fin le ${firstOfMonth(graceEnds)}. ${count > 0 ? `Désactivé\u00a0: ${features}. Tout le reste` : 'Tout'} continue de fonctionner.`,
    remembered: {
      expiring: ({ expires }) => `Votre licence expire le ${firstOfMonth(expires)}.`,
      grace: ({ expires }) => `La licence a expiré le ${firstOfMonth(expires)} et se trouve dans sa période de grâce.`,
      expired: ({ expires }) => `La licence a expiré le ${firstOfMonth(expires)}. Les fonctionnalités sous licence sont désactivées.`,
    },
    rememberedDetail: 'C’était la situation lors de votre dernière visite\u202f; elle est en cours de vérification.',
    renewed: ({ until }) => (until === null ? 'Licence renouvelée.' : `Licence renouvelée jusqu’au ${firstOfMonth(until)}.`),
    unconfirmed: 'La dernière vérification a échoué\u202f; voici ce que disait la dernière réponse valable.',
    renew: 'Renouveler…',
    snooze: { day: 'Rappeler demain', hour: 'Rappeler dans une heure', expiry: 'Rappeler à l’expiration' },
    collapse: 'Réduire',
    expand: 'Afficher les détails',
  },
  panel: {
    title: 'Licence',
    memberOnly:
      'Les détails de la licence sont réservés aux administrateurs. S’il vous manque une fonctionnalité, adressez-vous à votre administrateur.',
    checkNow: 'Vérifier maintenant',
    checking: 'Vérification…',
    checked: (when) => `Dernière vérification\u00a0: ${when}`,
    neverChecked: 'Pas encore vérifiée',
    states: {
      active: 'Active',
      expiring: 'Expire bientôt',
      grace: 'Période de grâce',
      expired: 'Expirée',
      unlicensed: 'Aucune licence',
      unknown: 'Pas encore connu',
      scheduled: 'Pas encore en vigueur',
    },
    noTier: 'Aucune licence',
    expires: (when) => `Expire ${when}`,
    expired: (when) => `A expiré ${when}`,
    noEnd: 'N’expire pas',
    waiting: 'En attente de la première réponse de l’API.',
    nothingKnown: 'On ne sait encore rien de la licence.',
    nextTitle: 'Et ensuite\u202f?',
    next: {
      active: ({ reminds }) =>
        `Rien avant le ${firstOfMonth(reminds)}\u202f; un rappel apparaîtra alors ici et en haut du tableau de bord.`,
      expiring: ({ expires, graceEnds }) =>
        `Le ${firstOfMonth(expires)}, la licence expire et la période de grâce commence. Les fonctionnalités sous licence continuent de fonctionner jusqu’au ${firstOfMonth(graceEnds)}.`,
      grace: ({ graceEnds, count, format }) =>
        `Le ${firstOfMonth(graceEnds)}, ${count > 0 ? `${features(count, format)} ${format.plural(count, { one: 's’arrête et répond', other: 's’arrêtent et répondent' })} «\u00a0402 Payment Required\u00a0»` : 'la période de grâce prend fin'}. L’API principale continue de fonctionner. Une nouvelle clé et un redémarrage de l’API réactivent tout.`,
      expired: ({ graceEnds }) =>
        `Les fonctionnalités sous licence répondent «\u00a0402 Payment Required\u00a0» depuis le ${firstOfMonth(graceEnds)}. L’API principale continue de fonctionner. Une nouvelle clé et un redémarrage de l’API les réactivent.`,
      unlicensed: 'Une licence ajoute les fonctionnalités ci-dessous. L’API principale fonctionne sans.',
    },
    timeline: {
      active: 'Active',
      expiring: 'Rappel',
      grace: 'Expiration, période de grâce',
      expired: 'Fonctionnalités désactivées',
      now: 'Maintenant',
      periods: ({ reminds, expires, graceEnds }) =>
        `Active jusqu’au ${firstOfMonth(reminds)}, rappel jusqu’au ${firstOfMonth(expires)}, période de grâce jusqu’au ${firstOfMonth(graceEnds)}, puis les fonctionnalités sous licence sont désactivées.`,
    },
    timelineNow: {
      active: 'La licence est actuellement active.',
      expiring: 'La période de rappel est en cours.',
      grace: 'La période de grâce est en cours.',
      expired: 'Les fonctionnalités sont actuellement désactivées.',
    },
    filter: {
      label: 'Filtrer par nom ou identifiant',
      matches: ({ count, total, format }) =>
        `${format.number(count)} ${format.plural(count, { one: 'fonctionnalité correspond', other: 'fonctionnalités correspondent' })} sur ${format.number(total)}`,
      none: ({ query }) => `Aucune fonctionnalité ne correspond à «\u00a0${isolate(query)}\u00a0».`,
    },
    featuresTitle: 'Fonctionnalités',
    featureStates: {
      included: 'Inclus',
      ending: ({ until }) => `Actif jusqu’au ${firstOfMonth(until)}`,
      off: ({ since }) => `Désactivé depuis le ${firstOfMonth(since)}`,
      'not-included': 'Absent de cette licence',
      unlicensed: 'Nécessite une licence',
      unknown: 'Pas encore connu',
    },
    renewTitle: 'Clé de licence',
    addKey: 'Ajouter une clé de licence…',
    renew: 'Renouveler…',
    renewClose: 'Fermer',
    renewLoading: 'Chargement…',
    renewFailed: 'Cette partie de la page n’a pas pu être chargée. Fermez-la et rouvrez-la, ou rechargez la page.',
    clockOff:
      'Les horloges de ce navigateur, de l’API ou d’un proxy entre les deux diffèrent de plus de cinq minutes. L’état suit ce que dit l’API\u202f; vérifiez les horloges.',
    failureTitle: ({ known }) =>
      known ? 'La dernière vérification a échoué. Vous voyez la dernière réponse valable.' : 'La licence n’a pas pu être lue.',
    failures: {
      offline: 'Ce navigateur est hors ligne. La vérification reprendra dès que la connexion sera rétablie.',
      unreachable:
        'L’API est injoignable. Elle redémarre peut-être\u202f; sinon, vérifiez l’adresse, le réseau et CORS. Une nouvelle tentative aura lieu d’elle-même.',
      unauthorized: 'Votre session a pris fin. Reconnectez-vous, puis lancez la vérification.',
      forbidden: 'Votre compte n’a pas le droit de voir la licence. Adressez-vous à un administrateur.',
      'not-found':
        'Il n’y a pas de route de licence à cette adresse. Vérifiez l’URL de base et le préfixe du chemin\u202f; un ingress est peut-être aussi en train de démarrer.',
      'rate-limited': 'L’API a demandé moins de requêtes. La prochaine vérification viendra d’elle-même.',
      'server-error': 'L’API a répondu par une erreur. Elle redémarre peut-être\u202f; une nouvelle tentative aura lieu d’elle-même.',
      timeout: 'L’API n’a pas répondu à temps. Une nouvelle tentative aura lieu d’elle-même.',
      unreadable:
        'La réponse n’était pas une licence\u00a0: une page de connexion ou un proxy a peut-être répondu à la place de l’API. Vérifiez l’URL de base.',
    },
  },
  notice: {
    region: 'Avis sur les fonctionnalités',
    titles: {
      lapsed: (feature) => `${feature}\u00a0: accès désactivé`,
      'not-included': (feature) => `${feature}\u00a0: hors de votre licence`,
      'no-license': (feature) => `${feature}\u00a0: licence requise`,
      disputed: (feature) => `${feature}\u00a0: accès refusé`,
      unknown: (feature) => `${feature}\u00a0: accès indisponible`,
    },
    someFeature: 'Fonctionnalité sous licence',
    details: {
      lapsed: ({ graceEnds }) =>
        `Cette fonctionnalité fait partie de votre licence, mais la licence a expiré et sa période de grâce a pris fin le ${firstOfMonth(graceEnds)}. Une nouvelle clé de licence et un redémarrage de l’API la réactivent.`,
      'not-included': ({ tier, id }) =>
        `Votre licence ${isolateBefore(tier, ' ')}ne comprend pas ${isolate(id)}. Votre interlocuteur Alexandria peut l’ajouter.`,
      'no-license': 'L’API fonctionne sans licence. Demandez une clé de licence à votre interlocuteur Alexandria.',
      disputed:
        'Votre licence comprend cette fonctionnalité et est en vigueur, mais l’API l’a tout de même refusée. L’API ne lit sa clé qu’au démarrage\u00a0: elle n’a peut-être pas été redémarrée avec la clé actuelle.',
      unknown:
        'L’API demande une licence (402), et la licence n’a pas pu être lue pour en donner la raison. Consultez la page de la licence.',
    },
    unnamed: ({ graceEnds }) =>
      `L’API a refusé une requête faute de licence (402), sans nommer la fonctionnalité. La licence a expiré et sa période de grâce a pris fin le ${firstOfMonth(graceEnds)}.`,
    member: 'Cette fonctionnalité est indisponible pour le moment. Adressez-vous à votre administrateur.',
    renew: 'Renouveler la licence',
    links: { contact: 'Nous contacter', docs: 'À propos de cette fonctionnalité', ask: 'Demander à un administrateur' },
    view: 'Voir la licence',
    retry: 'Réessayer',
    announced: (title) => `${title}. Voir les avis sur les fonctionnalités`,
    dismiss: 'Masquer',
    dismissLabel: (title) => `Masquer\u00a0: ${title}`,
    more: (count, format) => format.plural(count, { one: 'Afficher 1 autre', other: `Afficher ${format.number(count)} autres` }),
    fold: 'N’en afficher qu’une',
    worksAgain: (feature) => `${feature}\u00a0: accès rétabli.`,
    licensed: (feature) => `${feature}\u00a0: désormais sous licence.`,
  },
};
