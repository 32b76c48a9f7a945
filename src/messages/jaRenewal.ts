import { isolate } from './createFormat.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in Japanese, with the terms of `ja.ts`. */
export const jaRenewal: RenewalMessages = {
  get: {
    title: '新しいキーを入手する',
    detail:
      'キーは Alexandria の担当者から受け取ります。ご依頼の際は、下でコピーできるサポート情報をお送りください。現在のライセンスの内容が記載されており、キーは含まれません。',
    contact: '新しいキーを依頼する',
  },
  check: {
    title: '適用する前に確認する',
    detail: 'キーはこのブラウザー内で検証されます。どこにも送信も保存もされず、閉じると消えます。',
    label: 'ライセンスキー',
    hint: 'キーを貼り付けるか、キーのファイルをここにドロップしてください。',
    action: 'キーを確認',
    checking: '確認中…',
    choose: 'ファイルを選択…',
    again: '別のキーを確認',
    tooLarge: 'ライセンスキーのファイルとしては大きすぎます。',
    verified: '署名は有効です。',
    unverified: '未検証です。',
    noKeys:
      'このダッシュボードには Alexandria の公開鍵が設定されていないため、署名は検証されていません。以下はキーに書かれている内容にすぎません。',
    undone: ({ repairs }) =>
      `入力から取り除いたもの：${repairs}。以下のコマンドにはキーだけが必要です。周りにあったものを除いて保存してください。`,
    repairs: {
      'invisible-characters': '目に見えない文字',
      markdown: 'Markdown の記述',
      dashes: 'ダッシュ記号',
      'white-space': '空白と改行',
      quotes: '引用符',
      assignment: '代入の記述',
      yaml: 'YAML の記述',
      json: 'JSON の記述',
      base64: 'base64 エンコード',
      surroundings: '前後のテキスト',
    },
    problems: {
      empty_input: '確認するものがありません。ライセンスキーを貼り付けるか、キーのファイルをドロップしてください。',
      malformed_token:
        'これはライセンスキーではありません。ライセンスキーは「eyJ」で始まり、ピリオドを 2 つ含みます。最初の文字から最後の文字までコピーしてください。',
      truncated_token: 'キーが途中で切れています。最初の文字から最後の文字まで、全体をコピーしてください。',
      several_keys: '複数のライセンスキーが含まれています。1 つだけ貼り付けてください。',
      private_key: 'これはライセンスキーではなく秘密鍵です。漏えいしたものとして扱い、使用しているすべての場所で差し替えてください。',
      public_key: 'これはライセンスキーではなく、公開鍵または証明書です。',
      encrypted_token: 'これは暗号化されたトークンです。ライセンスキーは署名されているだけで、暗号化されていません。',
      session_token: 'これはセッショントークンなど、別の種類のトークンです。秘密情報として扱ってください。',
      json_serialization: 'これは JSON 形式の署名です。ピリオドを 2 つ含む 1 つのテキストとして、キーを依頼してください。',
      unsupported_algorithm: 'このキーの署名方式は Alexandria のキーのものではありません。別のキーを担当者に依頼してください。',
      unknown_key:
        'このダッシュボードが知らない署名鍵で署名されています。別の製品のキーか、このダッシュボードより新しいキーの可能性があります。',
      invalid_key:
        'このダッシュボードに設定されている公開鍵の 1 つが使用できません。運用担当者による修正が必要です。ライセンスキー自体に問題はない可能性があります。',
      invalid_signature:
        '署名が一致しません。キーが変更されたか途中で切れているか、別の製品のキーです。もう一度コピーするか、別のキーを依頼してください。',
      invalid_claims: '署名は有効ですが、ライセンスに必要な内容がキーに含まれていません。別のキーを担当者に依頼してください。',
      unverifiable:
        'このブラウザーでは署名を検証できません。https でページを開くか、より新しいブラウザーをお使いください。以下はキーに書かれている内容にすぎません。',
    },
  },
  compare: {
    caption: '現在のライセンスと、新しいキーのライセンス',
    now: '現在',
    next: '新しいキー',
    tier: 'ティア',
    expires: '有効期限',
    graceEnds: '機能の停止',
    features: '機能',
    customer: '発行先',
    state: '今日の状態',
    none: 'なし',
    never: 'なし',
    nobody: '指定なし',
    gained: (feature) => `＋ ${feature}`,
    lost: (feature) => `− ${feature}`,
    count: (count, format) => `${format.number(count)} 個の機能`,
    warnings: {
      'demo-key': 'これはデモ用のキーです。モック API のほかは何も使えるようになりません。',
      'already-expired': 'このキーは有効期限が切れ、猶予期間も終了しています。適用しても何も使えるようになりません。',
      'in-grace': 'このキーは有効期限が切れ、猶予期間中です。',
      'starts-later': 'このキーはまだ有効ではありません。有効になるまで、API はライセンスなしで動作します。',
      'never-in-force': 'このキーは、有効になる前に期限が切れます。',
      'same-license': 'これは、すでに有効なライセンスと同じです。',
      'expires-earlier': '現在のライセンスより早く有効期限が切れます。',
      'loses-entitlements': '現在のライセンスにある機能の一部が含まれていません。',
    },
  },
  apply: {
    title: '適用する',
    detail: {
      file: 'エディターを使って、自分だけが読めるファイル（モード 0600）にキーだけを保存し、そのファイルのある場所でコマンドを実行してください。コマンドはファイルからキーを読み込むため、キーはシェルの履歴にもプロセスの一覧にも残りません。終わったらファイルを削除してください。',
      prompt:
        'コマンドを実行してから、キーを貼り付けてください。キーは表示されず、シェルの履歴にもプロセスの一覧にも残りません。プロンプトに入力できるのは 4,095 文字までです。',
    },
    method: 'Alexandria の実行環境',
    methods: {
      secret: 'Kubernetes：新しい Secret',
      'secret-patch': 'Kubernetes：Secret を変更',
      'helm-value': 'Helm：値',
      'helm-secret': 'Helm：Secret を参照',
      quadlet: 'Podman Quadlet',
    },
    source: 'キーの読み込み元',
    sources: { file: 'ファイル', prompt: 'プロンプト' },
    commands: 'コマンド',
    notes: {
      secret: 'Secret を作成します。すでにある場合は変更します。以前の「kubectl apply」でキーと並べて置かれたものは削除されます。',
      'secret-patch': 'Secret のうち、キーだけを変更します。',
      'helm-value':
        'Helm はキーをリリース履歴に保存し、Namespace の Secret を読める人なら誰でもそれを読めます。Secret に置くほうが安全です。',
      'helm-secret': 'Secret が必要なので、先に作成または変更してください。この手順は一度だけで、以後は Secret だけを変更します。',
      quadlet:
        'root で実行してください。モードが 0600 でないユニットファイルは、そのマシンの誰でも読めます。0600 に設定するか、キーを Podman のシークレットに保存してください（シークレットはこのコマンドでは変更されません）。',
    },
    restart: 'API がキーを読み込むのは起動時だけです。再起動しなければ何も変わりません。再起動中の 15～60 秒間は API を利用できません。',
    unusable: 'このダッシュボードに設定された名前は、コマンドに使用できません。運用担当者による修正が必要です。',
  },
  watch: {
    title: '反映を待つ',
    detail: 'キーを適用すると、このページは数秒ごとに API に問い合わせ、新しいライセンスが返されるまで待ちます。',
    start: '適用しました',
    stop: '待つのをやめる',
    again: 'もう一度待つ',
    present: 'API はまだ現在のライセンスを返しています。',
    away: 'API が応答しません。再起動中です。15～60 秒かかります。',
    lost: 'API は現在ライセンスなしで動作しています。キーは受け付けられませんでした。理由は API の起動ログでご確認ください。前のキーをもう一度適用する必要があるかもしれません。',
    already:
      '有効なライセンスの内容は、このキーと同じです。API が新しいキーを読み込んだかどうかはここからはわかりません。API の起動ログでご確認ください。',
    scheduled: 'キーが有効になるまで、API はライセンスなしで動作します。',
    lapsed: '別のライセンスになりましたが、有効ではありません。有効期限が切れ、猶予期間も終了しています。',
    renewed: ({ until }) => (until === null ? '更新されました（有効期限なし）。' : `${until} まで更新されました。`),
    gained: ({ features }) => `新しく含まれる機能：${features}。`,
    without: ({ features }) => `含まれなくなった機能：${features}。`,
    tier: ({ tier }) => `ティアは ${isolate(tier)} になりました。`,
    other: 'これは上で確認したキーのライセンスではありません。別のキーが適用された可能性があります。',
    nothing: '5 分が経過しましたが、API はまだ同じライセンスを返しています。',
    silent: '5 分が経過しましたが、API からの応答がありません。',
    causesTitle: '次の順にご確認ください：',
    causes: [
      'API を再起動しましたか。API がキーを読み込むのは起動時だけです。',
      'コマンドの Namespace、Secret、Deployment は、この API のものですか。',
      'API の起動ログには何と出ていますか。正しいキーは「license loaded」として、ティアと有効期限とともに記録されます。',
      'このダッシュボードは、再起動した API に接続していますか。別の API や、手前のキャッシュではありませんか。',
    ],
  },
  copy: {
    copy: 'コピー',
    copied: 'コピーしました',
    notCopied: 'このブラウザーでは、ページからコピーできません。テキストを選択してあるので、Ctrl+C または ⌘C を押してください。',
  },
  support: {
    copy: 'サポート情報をコピー',
    calendar: '有効期限をカレンダーに追加',
    expiryTitle: 'Alexandria のライセンスの有効期限',
    expiryDetail: ({ graceEnds }) =>
      `ライセンス対象の機能は ${graceEnds} まで引き続き動作します。新しいキーを適用して API を再起動すると、ライセンスが更新されます。`,
    graceTitle: 'Alexandria のライセンス対象の機能が停止',
    graceDetail: '猶予期間が終了します。以後、ライセンス対象の機能は「402 Payment Required」を返します。コア API は引き続き動作します。',
  },
};
