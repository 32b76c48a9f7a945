import { type Format, isolate } from './createFormat.js';
import type { Language } from './Messages.js';

// Japanese, polite (です/ます). license: ライセンス, grace period: 猶予期間, feature: 機能, license key: ライセンスキー, renew: 更新, restart: 再起動,
// tier: ティア, off: 停止, core API: コア API, account representative: Alexandria の担当者.

const features = (count: number, format: Format) => `ライセンス対象の ${format.number(count)} 個の機能`;

/** The Japanese texts, without those of the renewal. */
export const ja: Language = {
  names: {
    entitlements: {
      multi_tenant: 'マルチテナント',
      oidc: 'シングルサインオン（OIDC/SAML）',
      scim: 'SCIM プロビジョニング',
      audit_export: '監査ログのエクスポート',
      memcached_cache: 'Memcached ブロブキャッシュ',
      vault: 'Vault シークレットバックエンド',
      backend_autoscaling: 'バックエンドの自動スケーリング',
    },
    tiers: { enterprise: 'Enterprise' },
    and: (rest, format) => `ほか ${format.number(rest)} 個の機能`,
    soon: '1 分以内',
    justNow: 'たった今',
    onDay: ({ day, when }) => `${day}、${when}`,
    lessThanAMinute: '1 分未満',
  },
  banner: {
    region: 'ライセンスのお知らせ',
    expiringLead: ({ tier, when }) => `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスは、${when}に有効期限が切れます。`,
    expiringLeadByDate: ({ tier, expires }) =>
      `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスは、${expires} に有効期限が切れます。`,
    expiringDetail: ({ expires, graceEnds, count, format }) =>
      count > 0
        ? `${expires} に猶予期間が始まり、${features(count, format)}は ${graceEnds} まで引き続き動作します。`
        : `${expires} に猶予期間が始まります。`,
    graceLead: ({ ago, remaining, count }) =>
      `ライセンスの有効期限が切れました（${ago}）。${count > 0 ? `ライセンス対象の機能は、あと ${remaining}で停止します。` : `猶予期間は、あと ${remaining}で終了します。`}`,
    graceLeadByDate: ({ expires, graceEnds, count }) =>
      `ライセンスの有効期限は ${expires} に切れました。${count > 0 ? 'ライセンス対象の機能は' : '猶予期間は'} ${graceEnds} に${count > 0 ? '停止' : '終了'}します。`,
    graceDetail: ({ graceEnds, features, count }) =>
      count > 0
        ? `${graceEnds} に次の機能が停止します：${features}。そのほかはすべて引き続き動作します。`
        : `猶予期間は ${graceEnds} に終了します。`,
    expiredLead: ({ count, since, format }) =>
      count > 0
        ? `ライセンスの有効期限が切れました。${features(count, format)}は ${since}から停止しています。`
        : `ライセンスの有効期限が切れ、猶予期間も ${since}に終了しました。`,
    expiredDetail: ({ graceEnds, features, count }) =>
      `猶予期間は ${graceEnds} に終了しました。${count > 0 ? `停止中の機能：${features}。そのほかは` : ''}すべて引き続き動作します。`,
    remembered: {
      expiring: ({ expires }) => `ライセンスは ${expires} に有効期限が切れます。`,
      grace: ({ expires }) => `ライセンスの有効期限は ${expires} に切れ、現在は猶予期間中です。`,
      expired: ({ expires }) => `ライセンスの有効期限は ${expires} に切れました。ライセンス対象の機能は停止しています。`,
    },
    rememberedDetail: '前回アクセスされたときの状態です。現在確認しています。',
    renewed: ({ until }) => (until === null ? 'ライセンスが更新されました。' : `ライセンスが ${until}まで更新されました。`),
    unconfirmed: '前回の確認に失敗したため、最後に正常に得られた応答の内容を表示しています。',
    renew: '更新…',
    snooze: { day: '明日再通知', hour: '1 時間後に再通知', expiry: '期限切れの時に再通知' },
    collapse: '折りたたむ',
    expand: '詳細を表示',
  },
  panel: {
    title: 'ライセンス',
    memberOnly: 'ライセンスの詳細は管理者にのみ表示されます。必要な機能がない場合は、管理者にお問い合わせください。',
    checkNow: '今すぐ確認',
    checking: '確認中…',
    checked: (when) => `最終確認：${when}`,
    neverChecked: 'まだ確認していません',
    states: {
      active: '有効',
      expiring: 'まもなく期限切れ',
      grace: '猶予期間',
      expired: '期限切れ',
      unlicensed: 'ライセンスなし',
      unknown: '未確認',
      scheduled: '開始前',
    },
    noTier: 'ライセンスなし',
    expires: (when) => `有効期限：${when}`,
    expired: (when) => `期限切れ：${when}`,
    noEnd: '有効期限なし',
    waiting: 'API からの最初の応答を待っています。',
    nothingKnown: 'ライセンスについては、まだ何もわかっていません。',
    nextTitle: '今後の予定。',
    next: {
      active: ({ reminds }) => `${reminds} までは何も起こりません。その後、ここと、ダッシュボードの上部にお知らせが表示されます。`,
      expiring: ({ expires, graceEnds }) =>
        `${expires} にライセンスの有効期限が切れ、猶予期間が始まります。ライセンス対象の機能は ${graceEnds} まで引き続き動作します。`,
      grace: ({ graceEnds, count, format }) =>
        `${graceEnds} に${count > 0 ? `${features(count, format)}が停止し、「402 Payment Required」を返すようになります` : '猶予期間が終了します'}。コア API は引き続き動作します。新しいキーを適用して API を再起動すると、すべて再び使えるようになります。`,
      expired: ({ graceEnds }) =>
        `ライセンス対象の機能は、${graceEnds} から「402 Payment Required」を返しています。コア API は引き続き動作します。新しいキーを適用して API を再起動すると、再び使えるようになります。`,
      unlicensed: 'ライセンスがあると、以下の機能を使えるようになります。コア API はライセンスがなくても動作します。',
    },
    timeline: {
      active: '有効',
      expiring: 'お知らせ',
      grace: '期限切れ・猶予期間',
      expired: '機能停止',
      now: '現在',
      periods: ({ reminds, expires, graceEnds }) =>
        `${reminds}まで有効、${expires}までお知らせ期間、${graceEnds}まで猶予期間、その後はライセンス対象の機能が停止します。`,
    },
    timelineNow: {
      active: '現在は有効です。',
      expiring: '現在はお知らせ期間です。',
      grace: '現在は猶予期間です。',
      expired: '現在は機能が停止しています。',
    },
    filter: {
      label: '名前または ID で絞り込む',
      matches: ({ count, total, format }) => `${format.number(total)} 個の機能のうち ${format.number(count)} 個が一致`,
      none: ({ query }) => `「${isolate(query)}」に一致する機能はありません。`,
    },
    featuresTitle: '機能',
    featureStates: {
      included: '利用可能',
      ending: ({ until }) => `${until}まで利用可能`,
      off: ({ since }) => `${since}から停止`,
      'not-included': 'このライセンスの対象外',
      unlicensed: 'ライセンスが必要',
      unknown: '未確認',
    },
    renewTitle: 'ライセンスキー',
    addKey: 'ライセンスキーを追加…',
    renew: '更新…',
    renewClose: '閉じる',
    renewLoading: '読み込み中…',
    renewFailed: 'この部分を読み込めませんでした。一度閉じてからもう一度開くか、ページを再読み込みしてください。',
    clockOff:
      'このブラウザー、API、または間にあるプロキシの時計に 5 分を超えるずれがあります。状態は API の応答に従って表示しています。時計をご確認ください。',
    failureTitle: ({ known }) =>
      known ? '前回の確認に失敗しました。最後に正常に得られた応答を表示しています。' : 'ライセンスを読み取れませんでした。',
    failures: {
      offline: 'このブラウザーはオフラインです。接続が戻りしだい、再び確認します。',
      unreachable:
        'API に接続できませんでした。再起動中の可能性があります。そうでない場合は、アドレス、ネットワーク、CORS をご確認ください。自動的に再試行します。',
      unauthorized: 'セッションが終了しました。もう一度サインインしてから、確認してください。',
      forbidden: 'お使いのアカウントではライセンスを表示できません。管理者にお問い合わせください。',
      'not-found':
        'このアドレスにはライセンスのルートがありません。ベース URL とパスのプレフィックスをご確認ください。Ingress が起動中の可能性もあります。',
      'rate-limited': 'API からリクエストを減らすよう求められました。次の確認は自動的に行われます。',
      'server-error': 'API がエラーを返しました。再起動中の可能性があります。自動的に再試行します。',
      timeout: 'API からの応答が時間内にありませんでした。自動的に再試行します。',
      unreadable:
        '応答はライセンスではありませんでした。API の代わりに、ログインページかプロキシが応答した可能性があります。ベース URL をご確認ください。',
    },
  },
  notice: {
    region: '機能に関するお知らせ',
    titles: {
      lapsed: (feature) => `${feature}は停止しています`,
      'not-included': (feature) => `${feature}はご利用のライセンスに含まれていません`,
      'no-license': (feature) => `${feature}にはライセンスが必要です`,
      disputed: (feature) => `${feature}は拒否されました`,
      unknown: (feature) => `${feature}は利用できません`,
    },
    someFeature: 'ライセンス対象の機能',
    details: {
      lapsed: ({ graceEnds }) =>
        `ご利用のライセンスに含まれていますが、ライセンスの有効期限が切れ、猶予期間も ${graceEnds} に終了しました。新しいライセンスキーを適用して API を再起動すると、再び使えるようになります。`,
      'not-included': ({ tier, id }) =>
        `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスには ${isolate(id)} が含まれていません。追加については Alexandria の担当者にご相談ください。`,
      'no-license': 'API はライセンスなしで動作しています。ライセンスキーについては Alexandria の担当者にお問い合わせください。',
      disputed:
        'ご利用のライセンスに含まれており、ライセンスも有効ですが、API に拒否されました。API がキーを読み込むのは起動時だけです。現在のキーを適用してから再起動されていない可能性があります。',
      unknown:
        'API がライセンスを求めましたが（402）、ライセンスを読み取れなかったため理由がわかりません。ライセンスのページでご確認ください。',
    },
    unnamed: ({ graceEnds }) =>
      `ライセンスがないため API がリクエストを拒否しました（402）。どの機能かは示されていません。ライセンスの有効期限は切れ、猶予期間も ${graceEnds} に終了しています。`,
    member: '現在この機能は利用できません。管理者にお問い合わせください。',
    renew: 'ライセンスを更新',
    links: { contact: 'お問い合わせ', docs: 'この機能について', ask: '管理者に依頼' },
    view: 'ライセンスを表示',
    retry: '再試行',
    announced: (title) => `${title}。「機能に関するお知らせ」をご覧ください`,
    dismiss: '閉じる',
    dismissLabel: (title) => `閉じる：${title}`,
    more: (count, format) => `ほか ${format.number(count)} 件を表示`,
    fold: '1 件だけ表示',
    worksAgain: (feature) => `${feature}は再び動作しています。`,
    licensed: (feature) => `${feature}はライセンスの対象になりました。`,
  },
};
