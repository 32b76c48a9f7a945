import { type Format, isolate } from './createFormat.js';
import type { Language } from './Messages.js';

// Japanese, polite (です/ます). license: ライセンス, grace period: 猶予期間, feature: 機能, license key: ライセンスキー, renew: 更新, restart: 再起動,
// tier: ティア, reminder: リマインダー, off: 停止, core API: コア API, account representative: Alexandria の担当者.

const features = (count: number, format: Format) => `ライセンス対象の機能 ${format.number(count)} 個`;

const SIGN_ON = 'シングルサインオンが使えなくなる可能性があります。管理者がほかの方法でサインインできることを確認してください。';

/** Adds a space after a date that ends with a digit or a Latin letter, but not after `8日`. */
const spaced = (date: string) => date.replace(/[!-~]$/, '$& ');

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
    onDay: ({ day, when }) => `${when}（${day}）`,
    lessThanAMinute: '1 分未満',
  },
  banner: {
    region: 'ライセンスの状態',
    expiringLead: ({ tier, when }) => `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスは、${when}に有効期限が切れます。`,
    expiringLeadByDate: ({ tier, expires }) =>
      `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスは、${spaced(expires)}に有効期限が切れます。`,
    expiringDetail: ({ graceEnds, count }) =>
      count > 0
        ? `ライセンス対象の機能は ${spaced(graceEnds)}まで引き続き動作します。`
        : `その後、${spaced(graceEnds)}まで猶予期間があります。`,
    earlyDetail: '更新には、新しいキーと API の再起動が必要です。',
    graceLead: ({ remaining, count }) =>
      count > 0 ? `ライセンス対象の機能は、あと ${remaining}で停止します。` : `ライセンスの猶予期間は、あと ${remaining}で終了します。`,
    graceLeadByDate: ({ graceEnds, count }) =>
      count > 0 ? `ライセンス対象の機能は ${spaced(graceEnds)}に停止します。` : `ライセンスの猶予期間は ${spaced(graceEnds)}に終了します。`,
    graceDetail: ({ ago, graceEnds, features, count }) =>
      count > 0
        ? `ライセンスの期限切れ：${ago}。${spaced(graceEnds)}に停止する機能：${features}。`
        : `猶予期間は ${spaced(graceEnds)}に終了します。`,
    graceDetailByDate: ({ expires, features, count }) =>
      `ライセンスの有効期限は ${spaced(expires)}に切れました。${count > 0 ? `停止する機能：${features}。` : ''}`,
    expiredLead: ({ count, format }) =>
      count > 0
        ? `ライセンスの有効期限が切れました。${features(count, format)}が停止しています。`
        : 'ライセンスの有効期限が切れ、猶予期間も終了しました。',
    expiredDetail: ({ graceEnds, features, count }) =>
      `コア API は引き続き動作します。${count > 0 ? `${spaced(graceEnds)}から停止中の機能：${features}。` : ''}`,
    remembered: {
      expiring: ({ expires }) => `ライセンスは ${spaced(expires)}に有効期限が切れます。`,
      grace: ({ expires }) => `ライセンスの猶予期間は ${spaced(expires)}に始まりました。`,
      expired: ({ expires }) => `ライセンスの有効期限は ${spaced(expires)}に切れました。ライセンス対象の機能は停止しています。`,
    },
    signOn: SIGN_ON,
    rememberedDetail: '前回アクセス時の状態です。確認中…',
    renewed: ({ until }) => `ライセンスが更新されました。${until === null ? '' : `新しい有効期限：${until}。`}`,
    unconfirmed: '前回の確認に失敗しました。最後に確認できた状態を表示しています。',
    renew: 'ライセンスを更新',
    snooze: { week: '7 日後に再通知', day: '明日再通知', hour: '1 時間後に再通知', expiry: '期限切れ時に再通知' },
    snoozed: {
      week: '7 日間非表示にします。',
      day: '明日まで非表示にします。',
      hour: '1 時間非表示にします。',
      expiry: '期限切れまで非表示にします。',
    },
    undo: '元に戻す',
    collapse: '詳細を非表示',
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
      unknown: '不明',
      scheduled: '開始前',
    },
    noTier: 'ライセンスなし',
    noEnd: '有効期限なし',
    waiting: 'ライセンスを読み込み中…',
    nothingKnown: 'ライセンス情報を取得できていません。',
    nextTitle: '今後の予定',
    restoreTitle: '機能を再開する方法',
    next: {
      active: ({ reminds }) => `対応は不要です。${spaced(reminds)}に、この画面とダッシュボードの上部にリマインダーが表示されます。`,
      expiring: ({ expires, graceEnds, count }) =>
        `ライセンスは ${spaced(expires)}に有効期限が切れます。${count > 0 ? `機能は ${spaced(graceEnds)}まで引き続き動作します。` : `その後、${spaced(graceEnds)}まで猶予期間があります。`}更新するには、新しいキーを適用して API を再起動してください。`,
      grace: ({ graceEnds, count, format }) =>
        count > 0
          ? `${spaced(graceEnds)}に${features(count, format)}が停止し、「402 Payment Required」を返すようになります。コア API は引き続き動作します。機能の停止を防ぐには、新しいキーを適用して API を再起動してください。`
          : `${spaced(graceEnds)}に猶予期間が終了します。コア API は引き続き動作します。更新するには、新しいキーを適用して API を再起動してください。`,
      expired: ({ graceEnds, count }) =>
        count > 0
          ? `ライセンス対象の機能は、${spaced(graceEnds)}から「402 Payment Required」を返しています。コア API は引き続き動作します。機能を再開するには、新しいキーを適用して API を再起動してください。`
          : `猶予期間は ${spaced(graceEnds)}に終了しました。コア API は引き続き動作します。更新するには、新しいキーを適用して API を再起動してください。`,
      unlicensed: '以下の機能を使用するには、ライセンスキーを追加してください。コア API はライセンスキーがなくても動作します。',
    },
    dates: {
      today: '今日',
      expires: '有効期限',
      expired: '期限切れ',
      stops: '機能停止',
      stopped: '機能停止済み',
      graceEnds: '猶予期間の終了',
      graceEnded: '猶予期間終了済み',
      early: '早期リマインダー',
    },
    countdown: ({ remaining }) => `あと ${remaining}`,
    timeline: ({ reminds, expires, graceEnds }) =>
      `${spaced(reminds)}まで有効、${spaced(expires)}までリマインダー期間、${spaced(graceEnds)}まで猶予期間、その後はライセンス対象の機能が停止します。`,
    timelineEarly: ({ early }) => `早期リマインダーは ${spaced(early)}です。`,
    timelineNow: {
      active: '現在は有効です。',
      expiring: '現在はリマインダー期間です。',
      grace: '現在は猶予期間です。',
      expired: 'ライセンス対象の機能は停止しています。',
    },
    stops: {
      oidc: SIGN_ON,
      multi_tenant: 'テナントの作成と管理ができなくなる可能性があります。',
      scim: 'ID プロバイダーからユーザーを追加または削除できなくなる可能性があります。',
      audit_export: '監査ログの一括エクスポートが停止します。',
      memcached_cache: 'Memcached キャッシュが停止する可能性があります。',
      vault: 'Vault から読み込むシークレットを利用できなくなる可能性があります。',
      backend_autoscaling: 'LLM バックエンドが現在の規模のままになる可能性があります。',
    },
    featuresTitle: '機能',
    features: {
      included: ({ count, total, format }) => `${format.number(total)} 個中 ${format.number(count)} 個が利用可能`,
      stop: ({ count, graceEnds, format }) => `${format.number(count)} 個の機能が ${spaced(graceEnds)}に停止`,
      off: ({ count, graceEnds, format }) => `${format.number(count)} 個の機能が ${spaced(graceEnds)}から停止中`,
    },
    descriptions: {
      multi_tenant: 'テナントごとの分離とテナント数の上限',
      oidc: 'フェデレーションサインインとアカウントのジャストインタイム作成',
      scim: 'ID プロバイダーのユーザーとグループ',
      audit_export: '監査ログの一括エクスポート',
      memcached_cache: 'Memcached でのブロブキャッシュ',
      vault: 'Vault KV v2 のシークレット',
      backend_autoscaling: 'HPA による LLM バックエンドのスケーリング',
    },
    filter: {
      label: '名前または ID で絞り込む',
      matches: ({ count, total, format }) => `${format.number(total)} 個の機能のうち ${format.number(count)} 個`,
      none: ({ query }) => `「${isolate(query)}」に一致する機能はありません。`,
    },
    featureStates: {
      included: '利用可能',
      ending: '停止予定',
      off: '停止中',
      'not-included': '対象外',
      unlicensed: 'ライセンスが必要',
      unknown: '不明',
    },
    addKey: 'ライセンスキーを追加',
    renew: 'ライセンスを更新',
    renewClose: '閉じる',
    renewLoading: '読み込み中…',
    renewFailed: '更新の手順を読み込めませんでした。このセクションを閉じてからもう一度開くか、ページを再読み込みしてください。',
    clockOff:
      'このブラウザー、API、またはプロキシの間で、時計に 5 分を超えるずれがあります。表示中の状態は API の応答に基づいています。時計が同期しているか確認してください。',
    failureTitle: ({ known }) =>
      known ? '前回の確認に失敗しました。最後に確認できた状態を表示しています。' : 'ライセンスを読み込めませんでした。',
    failures: {
      offline: 'オフラインです。オンラインに戻ると確認を再開します。',
      unreachable:
        'API に接続できません。再起動中の可能性があります。そうでない場合は、アドレス、ネットワーク、CORS を確認してください。自動的に再試行します。',
      unauthorized: 'セッションが終了しました。もう一度サインインしてから、［今すぐ確認］を選択してください。',
      forbidden: 'お使いのアカウントには、ライセンスを表示する権限がありません。管理者にお問い合わせください。',
      'not-found':
        'このアドレスの API にはライセンスのエンドポイントがありません（404）。ベース URL とパスのプレフィックスを確認してください。API の起動中は、Ingress の準備がまだできていない可能性があります。',
      'rate-limited': 'リクエストが多すぎます（429）。次の確認は自動的に行われます。',
      'server-error': 'API がエラーを返しました。再起動中の可能性があります。自動的に再試行します。',
      timeout: 'API が時間内に応答しませんでした。自動的に再試行します。',
      unreadable:
        '応答はライセンスではありませんでした。API の代わりに、サインインページかプロキシが応答した可能性があります。ベース URL を確認してください。',
    },
  },
  notice: {
    region: '機能に関するお知らせ',
    titles: {
      lapsed: (feature) => `${feature}は停止しています`,
      'not-included': (feature) => `${feature}はご利用のライセンスに含まれていません`,
      'no-license': (feature) => `${feature}にはライセンスが必要です`,
      disputed: (feature) => `${feature}はライセンス対象ですが、アクセスが拒否されました`,
      unknown: (feature) => `${feature}は利用できません`,
    },
    someFeature: 'ライセンス対象の機能',
    details: {
      lapsed: ({ graceEnds }) =>
        `ライセンスの有効期限が切れ、猶予期間も ${spaced(graceEnds)}に終了しました。この機能を再開するには、新しいキーを適用して API を再起動してください。`,
      'not-included': ({ tier, id }) =>
        `ご利用の${tier === '' ? '' : ` ${isolate(tier)} `}ライセンスには ${isolate(id)} が含まれていません。追加については Alexandria の担当者にご相談ください。`,
      'no-license': 'API にライセンスがありません。ライセンスキーについては Alexandria の担当者にお問い合わせください。',
      disputed:
        'ご利用のライセンスに含まれていますが、API がリクエストを拒否しました。API がキーを読み込むのは起動時だけなので、再起動が必要な可能性があります。',
      unknown: 'API がライセンスを求めましたが（402）、ライセンスを読み込めませんでした。ライセンスのページを確認してください。',
    },
    unnamed: ({ graceEnds }) =>
      `API がリクエストを拒否しましたが（402）、対象の機能は示されませんでした。ライセンスの有効期限が切れ、猶予期間も ${spaced(graceEnds)}に終了しています。`,
    member: '管理者にお問い合わせください。',
    renew: 'ライセンスを更新',
    links: { contact: 'お問い合わせ', docs: 'この機能について', ask: '管理者に依頼' },
    view: 'ライセンスを表示',
    retry: '再試行',
    announced: (title) => `${title}。「機能に関するお知らせ」をご覧ください`,
    dismiss: '閉じる',
    dismissLabel: (title) => `閉じる：${title}`,
    more: (count, format) => `ほか ${format.number(count)} 件を表示`,
    fold: '折りたたむ',
    worksAgain: (feature) => `${feature}を再び利用できるようになりました。`,
    licensed: (feature) => `${feature}はご利用のライセンスに含まれるようになりました。`,
  },
};
