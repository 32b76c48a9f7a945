import { isolate } from './createFormat.js';
import type { RenewalMessages } from './enRenewal.js';

/** The texts of the renewal in Japanese, with the terms of `ja.ts`. */
export const jaRenewal: RenewalMessages = {
  show: '表示',
  get: {
    title: '新しいライセンスキーを入手する',
    detail:
      'Alexandria の担当者にご依頼ください。その際は、サポート情報を添えてください。サポート情報はライセンスの内容を示すもので、キーは含まれません。',
    contact: 'キーを依頼',
    mailSubject: 'Alexandria のライセンス更新のお願い',
    mailBody: 'このゲートウェイ用の新しいライセンスキーの送付をお願いいたします。',
    share: 'このページのリンクをコピー',
    next: 'キーを入手済み',
    summary: 'Alexandria の担当者から入手',
  },
  check: {
    title: 'キーを確認する',
    detail: 'キーはこのブラウザー内で検証されます。送信も保存もされず、閉じると消去されます。',
    label: 'ライセンスキー',
    hint: 'キーを貼り付けるか、キーのファイルをここにドロップしてください。',
    action: 'キーを確認',
    checking: '確認中…',
    choose: 'ファイルを選択…',
    again: '別のキーを確認',
    tooLarge: 'このファイルは、ライセンスキーとしては大きすぎます。',
    verified: '署名は有効です。',
    unverified: '署名は検証されていません。',
    noKeys:
      'このダッシュボードには Alexandria の公開鍵がないため、署名を検証できません。以下はキーに書かれている内容であり、検証されていません。',
    next: '続行',
    summary: ({ isVerified, until }) => `${isVerified ? '署名は有効' : '署名は未検証'}、有効期限${until === null ? 'なし' : `：${until}`}`,
    undone: ({ repairs }) => `無視したもの：${repairs}。キーだけを保存してください。以下のコマンドはキー以外を受け付けません。`,
    repairs: {
      'invisible-characters': '目に見えない文字',
      markdown: 'Markdown の記述',
      dashes: 'ダッシュ記号',
      'white-space': '空白と改行',
      quotes: '引用符',
      assignment: '変数の代入',
      yaml: 'YAML の記述',
      json: 'JSON の記述',
      base64: 'Base64 エンコード',
      surroundings: '前後のテキスト',
    },
    problems: {
      empty_input: 'ライセンスキーを貼り付けるか、キーのファイルをドロップしてください。',
      malformed_token:
        'これはライセンスキーではありません。ライセンスキーは「eyJ」で始まり、ピリオドを 2 つ含みます。キー全体をコピーしてください。',
      truncated_token: 'キーが不完全です。最初の文字から最後の文字までコピーしてください。',
      several_keys: '複数のライセンスキーが含まれています。1 つだけ貼り付けてください。',
      private_key: 'これはライセンスキーではなく秘密鍵です。漏えいしたものとして扱い、使用しているすべての場所で差し替えてください。',
      public_key: 'これはライセンスキーではなく、公開鍵または証明書です。',
      encrypted_token: 'これは暗号化されたトークンです。ライセンスキーは署名されていますが、暗号化されていません。',
      session_token: 'これはセッショントークンなど、別のトークンのようです。他人に知られないようにしてください。',
      json_serialization: 'これは JSON 形式の署名です。ピリオドを 2 つ含む、1 行のテキスト形式のキーを依頼してください。',
      unsupported_algorithm: 'このキーの署名方式は、Alexandria のキーの署名方式と異なります。別のキーを担当者に依頼してください。',
      unknown_key:
        'このダッシュボードは署名鍵を認識できません。ライセンスキーが別の製品のものか、このダッシュボードより新しい可能性があります。',
      invalid_key:
        'このダッシュボードに、使用できない公開鍵が設定されています。運用担当者に修正を依頼してください。ライセンスキー自体に問題はない可能性があります。',
      invalid_signature:
        '署名が一致しません。キーが変更されたか、途中で切れているか、別の製品用に発行されたものです。もう一度コピーするか、別のキーを依頼してください。',
      invalid_claims: '署名は有効ですが、ライセンスに必要な情報が不足しています。別のキーを担当者に依頼してください。',
      unverifiable:
        'このブラウザーでは署名を検証できません。HTTPS または新しいブラウザーを使用してください。以下はキーに書かれている内容であり、検証されていません。',
    },
  },
  compare: {
    caption: '現在のライセンスと新しいキー',
    now: '現在',
    next: '新しいキー',
    tier: 'ティア',
    expires: '有効期限',
    graceEnds: '猶予期間の終了',
    features: '機能',
    customer: 'ライセンス所有者',
    state: '今日の状態',
    none: 'なし',
    never: 'なし',
    nobody: '指定なし',
    gained: ({ features }) => `追加：${features}`,
    lost: ({ features }) => `除外：${features}`,
    count: (count, format) => `${format.number(count)} 個の機能`,
    warnings: {
      'demo-key': 'これはデモ用のキーです。モック API でのみ動作します。',
      'already-expired': 'このキーは有効期限が切れ、猶予期間も終了しています。適用しても機能は再開されません。',
      'in-grace': 'このキーは有効期限が切れ、すでに猶予期間に入っています。',
      'starts-later': 'このキーはまだ有効ではありません。有効になるまで、API がライセンスなしで動作する可能性があります。',
      'never-in-force': 'このキーは、有効になる前に期限が切れます。',
      'same-license': 'これは、現在有効なライセンスと同じです。',
      'expires-earlier': 'このキーは、現在のライセンスより早く有効期限が切れます。',
      'loses-entitlements': ({ count, format }) =>
        `このキーには、現在のライセンスに含まれる機能のうち ${format.number(count)} 件が含まれていません。`,
    },
  },
  apply: {
    title: 'キーを適用する',
    detail: {
      file: ({ keyFile }) =>
        `キーだけを ${isolate(keyFile)} として、自分だけが読めるように（モード 0600）保存してください。そのフォルダーでコマンドを実行してから、ファイルを削除してください。キーはシェルの履歴にもプロセスの一覧にも残りません。`,
      prompt: ({ limit }) =>
        `コマンドを実行してから、プロンプトにキーを貼り付けてください。キーは表示されず、シェルの履歴にもプロセスの一覧にも残りません。上限は ${limit} 文字です。`,
      'helm-secret': 'これらのコマンドにキーは不要です。',
    },
    method: 'デプロイ方法',
    methods: { kubernetes: 'Kubernetes', helm: 'Helm', quadlet: 'Podman Quadlet' },
    variant: 'コマンドの用途',
    variants: {
      secret: 'Secret を作成または置換',
      'secret-patch': 'Secret を変更',
      'helm-secret': 'Secret を使用',
      'helm-value': '値を設定',
    },
    recommended: '推奨',
    facts: {
      kubernetes: ({ secret, namespace, deployment }) =>
        `Namespace ${isolate(namespace)} の Secret ${isolate(secret)} を更新してから、${isolate(deployment)} を再起動します。`,
      helm: ({ release, namespace, deployment }) =>
        `Namespace ${isolate(namespace)} のリリース ${isolate(release)} を更新してから、${isolate(deployment)} を再起動します。`,
      quadlet: ({ unitFile, service }) => `${isolate(unitFile)} を更新してから、${isolate(service)} を再起動します。`,
    },
    refused: '確認で拒否されたキーは適用しないでください。',
    summary: ({ platform, variant }) => `${platform}：${variant}`,
    showAll: 'すべての行を表示',
    source: 'キーの読み込み元',
    sources: { file: 'ファイル', prompt: 'プロンプト' },
    commands: 'コマンド',
    notes: {
      secret: 'Secret を作成または更新します。以前の「kubectl apply」で追加されたほかのエントリは削除されます。',
      'secret-patch': 'Secret のうち、キーだけを変更します。',
      'helm-value':
        'Helm はキーをリリース履歴に保存します。この履歴は、Namespace の Secret を読める人なら誰でも読めます。Secret の使用をお勧めします。',
      'helm-secret': '先に Secret を作成または変更してください。この手順は一度だけです。以後の更新では Secret だけを変更します。',
      quadlet:
        'root で実行してください。ユニットファイルのモードが 0600 でない場合、そのマシンの誰でも読めます。0600 に設定するか、Podman のシークレットを使用してください（これらのコマンドは Podman のシークレットを変更しません）。',
    },
    restart: 'API がキーを読み込むのは起動時だけなので、新しいキーには再起動が必要です。再起動中の 15～60 秒間は、API を利用できません。',
    unusable: 'このダッシュボードに設定された名前は、コマンドに使用できません。運用担当者に修正を依頼してください。',
  },
  watch: {
    title: '更新を確認する',
    detail: 'キーの適用後、このページがライセンスを 3 秒ごとに、最長 5 分間確認します。',
    start: '確認を開始',
    stop: '確認を停止',
    again: 'もう一度確認',
    present: 'API はまだ現在のライセンスを返しています。',
    presentUnlicensed: 'API はまだライセンスなしで動作しています。',
    away: 'API が応答しません。再起動には 15～60 秒かかります。',
    lost: 'API は現在ライセンスなしで動作しています。キーが受け付けられなかった可能性があります。理由は API の起動ログでご確認ください。前のキーをもう一度適用する必要があるかもしれません。',
    already:
      '有効なライセンスはすでにこのキーと一致しているため、API がキーを読み込んだかどうかをこのページでは判断できません。API の起動ログをご確認ください。',
    scheduled: 'キーが有効になるまで、API がライセンスなしで動作する可能性があります。',
    lapsed: 'API は別のライセンスを返していますが、そのライセンスは有効期限が切れ、猶予期間も終了しています。',
    renewed: ({ until }) => `更新されました（有効期限${until === null ? 'なし' : `：${until}`}）。`,
    gained: ({ features }) => `新しく含まれる機能：${features}。`,
    without: ({ features }) => `含まれなくなった機能：${features}。`,
    tier: ({ tier }) => `ティアが ${isolate(tier)} に変更されました。`,
    elapsed: ({ elapsed }) => `${elapsed} 経過（通常は 15～60 秒）`,
    deleteKey: ({ keyFile }) => `${isolate(keyFile)} を削除してください。`,
    done: '完了',
    other: 'これは確認したキーのライセンスではありません。別のキーが適用された可能性があります。',
    nothing: '5 分が経過しましたが、API はまだ同じライセンスを返しています。',
    nothingUnlicensed: '5 分が経過しましたが、API はまだライセンスなしで動作しています。',
    silent: '5 分が経過しましたが、API が応答しません。',
    causesTitle: '次の順にご確認ください：',
    causes: [
      'API は再起動しましたか。API がキーを読み込むのは起動時だけです。',
      'コマンドの Namespace、Secret、Deployment は正しいですか。',
      '起動ログには何と出ていますか。有効なキーは「license loaded」として、ティアと有効期限とともに記録されます。',
      'このダッシュボードは、再起動した API に接続していますか。別の API やキャッシュではありませんか。',
    ],
  },
  copy: {
    copy: 'コマンドをコピー',
    copied: 'コピーしました',
    notCopied: 'コピーできませんでした。テキストを選択してあるので、Ctrl+C または ⌘C を押してください。',
  },
  support: {
    copy: 'サポート情報をコピー',
    calendar: 'カレンダーファイルをダウンロード',
    expiryTitle: 'Alexandria のライセンスの有効期限',
    expiryDetail: ({ graceEnds }) =>
      `ライセンス対象の機能は ${graceEnds} まで引き続き動作します。更新するには、新しいキーを適用して API を再起動してください。`,
    graceTitle: 'Alexandria のライセンス対象の機能が停止',
    graceDetail: '猶予期間が終了します。ライセンス対象の機能は「402 Payment Required」を返します。コア API は引き続き動作します。',
  },
};
