import { type Format, isolate } from './createFormat.js';
import type { Language } from './Messages.js';

// Modern Standard Arabic. license: ترخيص, grace period: فترة السماح, feature: ميزة, license key: مفتاح الترخيص, renew: تجديد,
// restart: إعادة تشغيل, tier: فئة, off: متوقف, core API: واجهة API الأساسية, account representative: مندوب الحساب.
// Verbs precede the counted noun, because in that position they are the same for any number.

const features = (count: number, format: Format) =>
  format.plural(count, {
    one: 'ميزة مرخَّصة واحدة',
    two: 'ميزتان مرخَّصتان',
    few: `${format.number(count)} ميزات مرخَّصة`,
    other: `${format.number(count)} ميزة مرخَّصة`,
  });

const PAYMENT_REQUIRED = isolate('402 Payment Required');

const licenseOf = (tier: string) => (tier === '' ? 'الترخيص' : `ترخيص ${isolate(tier)}`);

/** The Arabic texts, without those of the renewal. */
export const ar: Language = {
  names: {
    entitlements: {
      multi_tenant: 'تعدد المستأجرين',
      oidc: `تسجيل الدخول الموحَّد (${isolate('OIDC/SAML')})`,
      scim: 'توفير الحسابات عبر SCIM',
      audit_export: 'تصدير سجل التدقيق',
      memcached_cache: 'التخزين المؤقت للكائنات في Memcached',
      vault: 'حفظ الأسرار في Vault',
      backend_autoscaling: 'التوسّع التلقائي للخوادم الخلفية',
    },
    tiers: { enterprise: 'Enterprise' },
    and: (rest, format) =>
      format.plural(rest, {
        one: 'ميزة أخرى',
        two: 'ميزتان أخريان',
        few: `${format.number(rest)} ميزات أخرى`,
        other: `${format.number(rest)} ميزة أخرى`,
      }),
    soon: 'خلال أقل من دقيقة',
    justNow: 'قبل لحظات',
    onDay: ({ day, when }) => `${day}، ${when}`,
    lessThanAMinute: 'أقل من دقيقة',
  },
  banner: {
    region: 'تنبيه بشأن الترخيص',
    expiringLead: ({ tier, when }) => `تنتهي صلاحية ${licenseOf(tier)} الخاص بك ${when}.`,
    expiringLeadByDate: ({ tier, expires }) => `تنتهي صلاحية ${licenseOf(tier)} الخاص بك في ${expires}.`,
    expiringDetail: ({ expires, graceEnds, count, format }) =>
      count > 0
        ? `تبدأ في ${expires} فترة سماح تستمر خلالها ${features(count, format)} في العمل حتى ${graceEnds}.`
        : `تبدأ في ${expires} فترة سماح.`,
    graceLead: ({ ago, remaining, count }) =>
      `انتهت صلاحية الترخيص ${ago}. الوقت المتبقي حتى ${count > 0 ? 'توقف الميزات المرخَّصة' : 'نهاية فترة السماح'}: ${remaining}.`,
    graceLeadByDate: ({ expires, graceEnds, count }) =>
      `انتهت صلاحية الترخيص في ${expires}. ${count > 0 ? 'تتوقف الميزات المرخَّصة' : 'تنتهي فترة السماح'} في ${graceEnds}.`,
    graceDetail: ({ graceEnds, features, count, format }) =>
      count > 0
        ? `في ${graceEnds} تتوقف ${format.plural(count, { one: 'هذه الميزة', two: 'هاتان الميزتان', other: 'هذه الميزات' })}: ${features}. ويستمر كل شيء آخر في العمل.`
        : `تنتهي فترة السماح في ${graceEnds}.`,
    expiredLead: ({ count, since, format }) =>
      count > 0
        ? `انتهت صلاحية الترخيص. توقفت ${features(count, format)} في ${since}.`
        : `انتهت صلاحية الترخيص، وانقضت فترة السماح في ${since}.`,
    expiredDetail: ({ graceEnds, features, count }) =>
      `انتهت فترة السماح في ${graceEnds}. ${count > 0 ? `الميزات المتوقفة: ${features}. ويستمر كل شيء آخر` : 'ويستمر كل شيء'} في العمل.`,
    remembered: {
      expiring: ({ expires }) => `تنتهي صلاحية ترخيصك في ${expires}.`,
      grace: ({ expires }) => `انتهت صلاحية الترخيص في ${expires}، وهو الآن في فترة السماح.`,
      expired: ({ expires }) => `انتهت صلاحية الترخيص في ${expires}. الميزات المرخَّصة متوقفة.`,
    },
    rememberedDetail: 'هكذا كان الوضع في زيارتك الأخيرة، ويجري التحقق منه الآن.',
    renewed: ({ until }) => (until === null ? 'تم تجديد الترخيص.' : `تم تجديد الترخيص حتى ${until}.`),
    unconfirmed: 'فشل التحقق الأخير، وهذا ما جاء في آخر رد صالح.',
    renew: 'تجديد…',
    snooze: { day: 'ذكّرني غدًا', hour: 'ذكّرني بعد ساعة', expiry: 'ذكّرني عند انتهائه' },
    collapse: 'طي',
    expand: 'عرض التفاصيل',
  },
  panel: {
    title: 'الترخيص',
    memberOnly: 'تُعرض تفاصيل الترخيص للمسؤولين فقط. إذا كانت تنقصك ميزة، فتواصل مع المسؤول لديك.',
    checkNow: 'تحقق الآن',
    checking: 'جارٍ التحقق…',
    checked: (when) => `آخر تحقق: ${when}`,
    neverChecked: 'لم يتم التحقق بعد',
    states: {
      active: 'سارٍ',
      expiring: 'ينتهي قريبًا',
      grace: 'فترة السماح',
      expired: 'منتهٍ',
      unlicensed: 'لا يوجد ترخيص',
      unknown: 'غير معروف بعد',
      scheduled: 'لم يسرِ بعد',
    },
    noTier: 'لا يوجد ترخيص',
    expires: (when) => `ينتهي ${when}`,
    expired: (when) => `انتهى ${when}`,
    noEnd: 'لا ينتهي',
    waiting: 'في انتظار أول رد من واجهة API.',
    nothingKnown: 'لا يُعرف شيء عن الترخيص بعد.',
    nextTitle: 'ما الذي سيحدث بعد ذلك؟',
    next: {
      active: ({ reminds }) => `لا شيء حتى ${reminds}، وعندها يظهر تذكير هنا وفي أعلى لوحة المعلومات.`,
      expiring: ({ expires, graceEnds }) =>
        `في ${expires} تنتهي صلاحية الترخيص وتبدأ فترة السماح. وتستمر الميزات المرخَّصة في العمل حتى ${graceEnds}.`,
      grace: ({ graceEnds, count, format }) =>
        `في ${graceEnds} ${count > 0 ? `تتوقف ${features(count, format)} ويصبح الرد «${PAYMENT_REQUIRED}»` : 'تنتهي فترة السماح'}. وتستمر واجهة API الأساسية في العمل. ويعيد مفتاح جديد مع إعادة تشغيل واجهة API كل شيء إلى العمل.`,
      expired: ({ graceEnds }) =>
        `ترد الميزات المرخَّصة بالرمز «${PAYMENT_REQUIRED}» منذ ${graceEnds}. وتستمر واجهة API الأساسية في العمل. ويعيد مفتاح جديد مع إعادة تشغيل واجهة API هذه الميزات إلى العمل.`,
      unlicensed: 'يضيف الترخيص الميزات أدناه. وتعمل واجهة API الأساسية من دونه.',
    },
    timeline: {
      active: 'سارٍ',
      expiring: 'تذكير',
      grace: 'انتهاء الصلاحية وفترة السماح',
      expired: 'الميزات متوقفة',
      now: 'الآن',
      periods: ({ reminds, expires, graceEnds }) =>
        `سارٍ حتى ${reminds}، ثم فترة التذكير حتى ${expires}، ثم فترة السماح حتى ${graceEnds}، وبعدها تتوقف الميزات المرخَّصة.`,
    },
    timelineNow: {
      active: 'الترخيص سارٍ الآن.',
      expiring: 'الآن فترة التذكير.',
      grace: 'الآن فترة السماح.',
      expired: 'الميزات متوقفة الآن.',
    },
    filter: {
      label: 'التصفية حسب الاسم أو المعرّف',
      matches: ({ count, total, format }) => `الميزات المطابقة: ${format.number(count)} من ${format.number(total)}`,
      none: ({ query }) => `لا توجد ميزة تطابق «${isolate(query)}».`,
    },
    featuresTitle: 'الميزات',
    featureStates: {
      included: 'مشمولة',
      ending: ({ until }) => `تعمل حتى ${until}`,
      off: ({ since }) => `متوقفة منذ ${since}`,
      'not-included': 'غير مشمولة في هذا الترخيص',
      unlicensed: 'تتطلب ترخيصًا',
      unknown: 'غير معروفة بعد',
    },
    renewTitle: 'مفتاح الترخيص',
    addKey: 'إضافة مفتاح ترخيص…',
    renew: 'تجديد…',
    renewClose: 'إغلاق',
    renewLoading: 'جارٍ التحميل…',
    renewFailed: 'تعذّر تحميل هذا الجزء من الصفحة. أغلقه وافتحه مرة أخرى، أو أعد تحميل الصفحة.',
    clockOff:
      'تختلف ساعة هذا المتصفح أو واجهة API أو خادم وكيل بينهما بأكثر من خمس دقائق. وتتبع الحالة ما تقوله واجهة API، فتحقق من الساعات.',
    failureTitle: ({ known }) => (known ? 'فشل التحقق الأخير. ما تراه هو آخر رد صالح.' : 'تعذّرت قراءة الترخيص.'),
    failures: {
      offline: 'هذا المتصفح غير متصل بالإنترنت. سيُعاد التحقق فور عودة الاتصال.',
      unreachable:
        'تعذّر الوصول إلى واجهة API. ربما يُعاد تشغيلها الآن، وإلا فتحقق من العنوان والشبكة وإعدادات CORS. ستُعاد المحاولة تلقائيًا.',
      unauthorized: 'انتهت جلستك. سجّل الدخول من جديد، ثم تحقق مرة أخرى.',
      forbidden: 'لا يحق لحسابك الاطلاع على الترخيص. تواصل مع أحد المسؤولين.',
      'not-found': 'لا يوجد مسار للترخيص في هذا العنوان. تحقق من عنوان URL الأساسي وبادئة المسار، وربما يكون ingress قيد التشغيل أيضًا.',
      'rate-limited': 'طلبت واجهة API تقليل عدد الطلبات. سيأتي التحقق التالي تلقائيًا.',
      'server-error': 'ردّت واجهة API بخطأ. ربما يُعاد تشغيلها الآن، وستُعاد المحاولة تلقائيًا.',
      timeout: 'لم ترد واجهة API في الوقت المحدد. ستُعاد المحاولة تلقائيًا.',
      unreadable: 'لم يكن الرد ترخيصًا: ربما ردّت صفحة تسجيل دخول أو خادم وكيل بدلًا من واجهة API. تحقق من عنوان URL الأساسي.',
    },
  },
  notice: {
    region: 'إشعارات الميزات',
    titles: {
      lapsed: (feature) => `الوصول متوقف: ${feature}`,
      'not-included': (feature) => `خارج ترخيصك: ${feature}`,
      'no-license': (feature) => `الترخيص مطلوب: ${feature}`,
      disputed: (feature) => `الوصول مرفوض: ${feature}`,
      unknown: (feature) => `الوصول غير متاح: ${feature}`,
    },
    someFeature: 'ميزة مرخَّصة',
    details: {
      lapsed: ({ graceEnds }) =>
        `هذه الميزة جزء من ترخيصك، لكن صلاحية الترخيص انتهت، وانتهت فترة السماح في ${graceEnds}. ويعيدها إلى العمل مفتاح ترخيص جديد مع إعادة تشغيل واجهة API.`,
      'not-included': ({ tier, id }) => `لا يشمل ${licenseOf(tier)} الخاص بك ${isolate(id)}. ويمكن لمندوب حسابك إضافتها.`,
      'no-license': 'تعمل واجهة API من دون ترخيص. اطلب مفتاح ترخيص من مندوب حسابك.',
      disputed:
        'يشمل ترخيصك هذه الميزة وهو سارٍ، لكن واجهة API رفضتها رغم ذلك. لا تقرأ واجهة API مفتاحها إلا عند بدء التشغيل، فربما لم يُعد تشغيلها بالمفتاح الحالي.',
      unknown: 'تطلب واجهة API ترخيصًا (402)، وتعذّرت قراءة الترخيص لمعرفة السبب. تحقق منه في صفحة الترخيص.',
    },
    unnamed: ({ graceEnds }) =>
      `رفضت واجهة API طلبًا لعدم وجود ترخيص (402) من دون ذكر الميزة. انتهت صلاحية الترخيص، وانتهت فترة السماح في ${graceEnds}.`,
    member: 'هذه الميزة غير متاحة حاليًا. تواصل مع المسؤول لديك.',
    renew: 'تجديد الترخيص',
    links: { contact: 'تواصل', docs: 'حول هذه الميزة', ask: 'اسأل المسؤول' },
    view: 'عرض الترخيص',
    retry: 'إعادة المحاولة',
    announced: (title) => `${title}. راجع إشعارات الميزات`,
    dismiss: 'إخفاء',
    dismissLabel: (title) => `إخفاء: ${title}`,
    more: (count, format) =>
      format.plural(count, {
        one: 'عرض ميزة أخرى',
        two: 'عرض ميزتين أخريين',
        few: `عرض ${format.number(count)} ميزات أخرى`,
        other: `عرض ${format.number(count)} ميزة أخرى`,
      }),
    fold: 'عرض واحدة فقط',
    worksAgain: (feature) => `عاد الوصول: ${feature}.`,
    licensed: (feature) => `ضمن الترخيص الآن: ${feature}.`,
  },
};
