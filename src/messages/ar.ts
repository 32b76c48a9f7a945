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

const featureCount = (count: number, format: Format) =>
  format.plural(count, {
    one: 'ميزة واحدة',
    two: 'ميزتان',
    few: `${format.number(count)} ميزات`,
    other: `${format.number(count)} ميزة`,
  });

const PAYMENT_REQUIRED = isolate('402 Payment Required');

const SIGN_ON = 'قد يتوقف تسجيل الدخول الموحَّد. تأكد من أن أحد المسؤولين يمكنه تسجيل الدخول من دونه.';

const RETRYING = 'ستُعاد المحاولة تلقائيًا.';

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
    onDay: ({ day, when }) => `${when} (${day})`,
    lessThanAMinute: 'أقل من دقيقة',
  },
  banner: {
    region: 'حالة الترخيص',
    expiringLead: ({ tier, when }) => `تنتهي صلاحية ${licenseOf(tier)} الخاص بك ${when}.`,
    expiringLeadByDate: ({ tier, expires }) => `تنتهي صلاحية ${licenseOf(tier)} الخاص بك في ${expires}.`,
    expiringDetail: ({ graceEnds, count }) =>
      count > 0 ? `تستمر الميزات المرخَّصة في العمل حتى ${graceEnds}.` : `تليها فترة سماح حتى ${graceEnds}.`,
    earlyDetail: 'يتطلب التجديد مفتاحًا جديدًا وإعادة تشغيل واجهة API.',
    graceLead: ({ remaining, count }) =>
      `الوقت المتبقي حتى ${count > 0 ? 'توقف الميزات المرخَّصة' : 'نهاية فترة السماح لترخيصك'}: ${remaining}.`,
    graceLeadByDate: ({ graceEnds, count }) => `${count > 0 ? 'تتوقف الميزات المرخَّصة' : 'تنتهي فترة السماح لترخيصك'} في ${graceEnds}.`,
    graceDetail: ({ ago, graceEnds, features, count }) =>
      count > 0 ? `انتهت صلاحية ترخيصك ${ago}. ما سيتوقف في ${graceEnds}: ${features}.` : `تنتهي فترة السماح في ${graceEnds}.`,
    graceDetailByDate: ({ expires, features, count }) => `انتهت صلاحية ترخيصك في ${expires}.${count > 0 ? ` ما سيتوقف: ${features}.` : ''}`,
    expiredLead: ({ count, format }) =>
      count > 0 ? `انتهت صلاحية ترخيصك. توقفت ${features(count, format)}.` : 'انتهت صلاحية ترخيصك وانقضت فترة السماح.',
    expiredDetail: ({ graceEnds, features, count }) =>
      `تستمر واجهة API الأساسية في العمل.${count > 0 ? ` المتوقف منذ ${graceEnds}: ${features}.` : ''}`,
    remembered: {
      expiring: ({ expires }) => `تنتهي صلاحية ترخيصك في ${expires}.`,
      grace: ({ expires }) => `بدأت فترة السماح لترخيصك في ${expires}.`,
      expired: ({ expires }) => `انتهت صلاحية ترخيصك في ${expires}. الميزات المرخَّصة متوقفة.`,
    },
    signOn: SIGN_ON,
    rememberedDetail: 'الحالة عند زيارتك الأخيرة. جارٍ التحقق الآن…',
    renewed: ({ until }) => `تم تجديد الترخيص.${until === null ? '' : ` أصبحت صلاحيته تنتهي في ${until}.`}`,
    unconfirmed: 'فشل التحقق الأخير. تُعرض آخر حالة معروفة.',
    renew: 'تجديد الترخيص',
    snooze: { week: 'ذكّرني بعد أسبوع', day: 'ذكّرني غدًا', hour: 'ذكّرني بعد ساعة', expiry: 'ذكّرني عند انتهاء الصلاحية' },
    snoozed: { week: 'مخفي لمدة أسبوع.', day: 'مخفي حتى الغد.', hour: 'مخفي لمدة ساعة.', expiry: 'مخفي حتى انتهاء الصلاحية.' },
    undo: 'تراجع',
    collapse: 'إخفاء التفاصيل',
    expand: 'عرض التفاصيل',
  },
  panel: {
    title: 'الترخيص',
    memberOnly: 'تُعرض تفاصيل الترخيص للمسؤولين فقط. إذا كانت تنقصك ميزة، فتواصل مع المسؤول لديك.',
    checkNow: 'تحقق الآن',
    checking: 'جارٍ التحقق…',
    checked: (when) => `آخر تحديث: ${when}`,
    neverChecked: 'لم يتم التحقق بعد',
    states: {
      active: 'سارٍ',
      expiring: 'ينتهي قريبًا',
      grace: 'فترة السماح',
      expired: 'منتهٍ',
      unlicensed: 'لا يوجد ترخيص',
      unknown: 'غير معروف',
      scheduled: 'لم يسرِ بعد',
    },
    noTier: 'لا يوجد ترخيص',
    noEnd: 'لا ينتهي',
    waiting: 'جارٍ تحميل الترخيص…',
    nothingKnown: 'لا توجد معلومات عن الترخيص بعد.',
    nextTitle: 'ما سيحدث لاحقًا',
    restoreTitle: 'كيفية استعادة الميزات',
    next: {
      active: ({ reminds }) => `لا يلزم اتخاذ أي إجراء. سيظهر تذكير هنا وأعلى لوحة المعلومات في ${reminds}.`,
      expiring: ({ expires, graceEnds, count }) =>
        `تنتهي صلاحية الترخيص في ${expires}. ${count > 0 ? 'وتستمر الميزات في العمل' : 'وتليها فترة سماح'} حتى ${graceEnds}. للتجديد، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`,
      grace: ({ graceEnds, count, format }) =>
        count > 0
          ? `في ${graceEnds} تتوقف ${features(count, format)} ويصبح الرد «${PAYMENT_REQUIRED}». وتستمر واجهة API الأساسية في العمل. لتفادي توقف الميزات، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`
          : `في ${graceEnds} تنتهي فترة السماح. وتستمر واجهة API الأساسية في العمل. للتجديد، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`,
      expired: ({ graceEnds, count }) =>
        count > 0
          ? `تُرجع الميزات المرخَّصة «${PAYMENT_REQUIRED}» منذ ${graceEnds}. وتستمر واجهة API الأساسية في العمل. لإعادة الميزات إلى العمل، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`
          : `انتهت فترة السماح في ${graceEnds}. وتستمر واجهة API الأساسية في العمل. للتجديد، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`,
      unlicensed: 'أضف مفتاح ترخيص لاستخدام الميزات أدناه. وتعمل واجهة API الأساسية من دونه.',
    },
    dates: {
      today: 'اليوم',
      expires: 'الانتهاء',
      expired: 'انتهى',
      stops: 'توقف الميزات',
      stopped: 'توقفت الميزات',
      graceEnds: 'نهاية فترة السماح',
      graceEnded: 'انتهت فترة السماح',
      early: 'تذكير مبكر',
    },
    countdown: ({ remaining }) => `المتبقي: ${remaining}`,
    timeline: ({ reminds, expires, graceEnds }) =>
      `سارٍ حتى ${reminds}، ثم فترة التذكير حتى ${expires}، ثم فترة السماح حتى ${graceEnds}، وبعدها تتوقف الميزات المرخَّصة.`,
    timelineEarly: ({ early }) => `التذكير المبكر في ${early}.`,
    timelineNow: {
      active: 'الترخيص سارٍ حاليًا.',
      expiring: 'الترخيص في فترة التذكير حاليًا.',
      grace: 'الترخيص في فترة السماح حاليًا.',
      expired: 'الميزات المرخَّصة متوقفة.',
    },
    stops: {
      oidc: SIGN_ON,
      multi_tenant: 'قد يتعذّر إنشاء المستأجرين وإدارتهم.',
      scim: 'قد يتعذّر على موفّر الهوية لديك إضافة المستخدمين أو إزالتهم.',
      audit_export: 'يتوقف التصدير المجمّع لسجل التدقيق.',
      memcached_cache: 'قد يتوقف التخزين المؤقت في Memcached.',
      vault: 'قد تصبح الأسرار المقروءة من Vault غير متاحة.',
      backend_autoscaling: 'قد تبقى خوادم LLM الخلفية على حجمها الحالي.',
    },
    featuresTitle: 'الميزات',
    features: {
      included: ({ count, total, format }) => `${format.number(count)} من ${format.number(total)} مشمولة`,
      stop: ({ count, graceEnds, format }) => `تتوقف ${featureCount(count, format)} في ${graceEnds}`,
      off: ({ count, graceEnds, format }) => `توقفت ${featureCount(count, format)} في ${graceEnds}`,
    },
    descriptions: {
      multi_tenant: 'عزل لكل مستأجر وحد أقصى لعدد المستأجرين',
      oidc: 'تسجيل دخول متحد وحسابات تُنشأ عند الحاجة',
      scim: 'المستخدمون والمجموعات من موفّر الهوية لديك',
      audit_export: 'تصدير مجمّع لسجل التدقيق',
      memcached_cache: 'تخزين مؤقت للكائنات في Memcached',
      vault: `الأسرار من ${isolate('Vault KV v2')}`,
      backend_autoscaling: 'توسيع خوادم LLM الخلفية عبر HPA',
    },
    filter: {
      label: 'التصفية حسب الاسم أو المعرّف',
      matches: ({ count, total, format }) => `الميزات المطابقة: ${format.number(count)} من ${format.number(total)}`,
      none: ({ query }) => `لا توجد ميزة تطابق «${isolate(query)}».`,
    },
    featureStates: {
      included: 'مشمولة',
      ending: 'ستتوقف',
      off: 'متوقفة',
      'not-included': 'غير مشمولة',
      unlicensed: 'تتطلب ترخيصًا',
      unknown: 'غير معروفة',
    },
    addKey: 'إضافة مفتاح ترخيص',
    renew: 'تجديد الترخيص',
    renewClose: 'إغلاق',
    renewLoading: 'جارٍ التحميل…',
    renewFailed: 'تعذّر تحميل خطوات التجديد. أغلق هذا القسم وافتحه مرة أخرى، أو أعد تحميل الصفحة.',
    clockOff:
      'تختلف ساعة هذا المتصفح أو واجهة API أو خادم وكيل عن غيرها بأكثر من 5 دقائق. تستند الحالة المعروضة إلى واجهة API. تحقق من تزامن الساعات.',
    failureTitle: ({ known }) => (known ? 'فشل التحقق الأخير. تُعرض آخر حالة معروفة.' : 'تعذّر تحميل الترخيص.'),
    failures: {
      offline: 'أنت غير متصل بالإنترنت. يُستأنف التحقق عند عودة الاتصال.',
      unreachable: `تعذّر الوصول إلى واجهة API. ربما يُعاد تشغيلها الآن. وإلا فتحقق من عنوانها والشبكة وإعدادات CORS. ${RETRYING}`,
      unauthorized: 'انتهت جلستك. سجّل الدخول من جديد، ثم حدد «تحقق الآن».',
      forbidden: 'ليس لدى حسابك إذن بعرض الترخيص. تواصل مع أحد المسؤولين.',
      'not-found':
        'لا توفّر واجهة API نقطة نهاية للترخيص على هذا العنوان (404). تحقق من عنوان URL الأساسي وبادئة المسار. إذا كانت واجهة API قيد بدء التشغيل، فربما لم يصبح ingress الخاص بها جاهزًا بعد.',
      'rate-limited': 'عدد الطلبات كبير جدًا (429). سيجري التحقق التالي تلقائيًا.',
      'server-error': `أرجعت واجهة API خطأ. ربما يُعاد تشغيلها الآن. ${RETRYING}`,
      timeout: `لم تستجب واجهة API في الوقت المحدد. ${RETRYING}`,
      unreadable: 'لم تكن الاستجابة ترخيصًا. ربما استجابت صفحة تسجيل دخول أو خادم وكيل بدلًا من واجهة API. تحقق من عنوان URL الأساسي.',
    },
  },
  notice: {
    region: 'إشعارات الميزات',
    titles: {
      lapsed: (feature) => `الوصول متوقف: ${feature}`,
      'not-included': (feature) => `غير مشمول بترخيصك: ${feature}`,
      'no-license': (feature) => `الترخيص مطلوب: ${feature}`,
      disputed: (feature) => `مرخَّص، لكن الوصول مرفوض: ${feature}`,
      unknown: (feature) => `الوصول غير متاح: ${feature}`,
    },
    someFeature: 'ميزة مرخَّصة',
    details: {
      lapsed: ({ graceEnds }) =>
        `انتهت صلاحية ترخيصك، وانتهت فترة السماح في ${graceEnds}. لإعادة هذه الميزة إلى العمل، طبّق مفتاحًا جديدًا وأعد تشغيل واجهة API.`,
      'not-included': ({ tier, id }) => `لا يشمل ${licenseOf(tier)} الخاص بك ${isolate(id)}. استفسر من مندوب حسابك عن إضافة هذه الميزة.`,
      'no-license': 'ليس لدى واجهة API ترخيص. اطلب مفتاح ترخيص من مندوب حسابك.',
      disputed:
        'يشمل ترخيصك هذه الميزة، لكن واجهة API رفضت الطلب. لا تقرأ واجهة API مفتاحها إلا عند بدء التشغيل، فربما يلزم إعادة تشغيلها.',
      unknown: 'طلبت واجهة API ترخيصًا (402)، لكن تعذّر تحميل الترخيص. راجع صفحة الترخيص.',
    },
    unnamed: ({ graceEnds }) => `رفضت واجهة API طلبًا (402) من دون ذكر الميزة. انتهت صلاحية ترخيصك، وانتهت فترة السماح في ${graceEnds}.`,
    member: 'اطلب المساعدة من المسؤول لديك.',
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
    fold: 'عرض أقل',
    worksAgain: (feature) => `تمت استعادة الوصول: ${feature}.`,
    licensed: (feature) => `مشمول الآن بترخيصك: ${feature}.`,
  },
};
