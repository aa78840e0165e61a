import { defineStrings } from '../strings.ts';

/** The terminal: AWS's command line on the page's world. What the CLI itself prints is English, as everywhere. */
export const terminal = defineStrings({
  ja: {
    log: 'ターミナルの出力',
    line: 'コマンドライン',
    run: '実行',
    running: '実行中',
    hint: 'Tabで補完、↑↓で履歴。空の行でTabを押すと次の項目へ移ります。clock、undo、clearはこのノートの言葉で、AWS CLIにはありません',
    empty: 'aws helpかaws kms helpから始められます',
    candidates: '候補: {list}',
    candidatesMore: '候補: {list} ほか{more}件',
    ours: 'このノートの操作',
    undone: '1手戻しました。AWSに取り消しはありません',
    undoNothing: '戻せる操作がありません',
    clockUsage: '使い方: clock +7d、clock +12h、clock next。時計は進めるだけで、戻すにはundoを使います',
    cleared: '出力を消しました',
    truncated: '…出力が長いため、ここまでを示しました({total}文字)',
    files: 'ファイルを渡す',
    filesHint: 'file://やfileb://で読めるファイルです。ここへ落とすこともできます。ブラウザーの外へは送られません',
    fileThere: '{name}を渡しました: fileb://{name}',
    fileTooLarge: '{name}は大きすぎます(1 MiBまで)',
    failed: '実行できませんでした: {problem}',
    'page.title': 'ターミナル',
    'page.lede': 'AWS CLI v2の書き方で、シミュレーターの世界を動かします。応答もエラーも、手元のCLIと同じ書式です',
    'page.bench': 'コマンドラインで確かめる',
    'page.task': '有効なキーと削除待ちのキーがあります。一覧し、暗号化し、時計を進めて、何が起きるか見てください',
    'page.own.title': '手元のAWS CLIやSDKをつなぐ',
    'page.own.text':
      'このノートのソースで次のコマンドを実行すると、同じシミュレーターが手元のポートで待ち受けます。AWS CLI、boto3、各言語のSDKから使えます',
    'page.own.more':
      'アクセスキーとシークレットアクセスキーはどちらもtestです。--stateを付けると世界がファイルに残り、--worldを付けると自分で書いた世界から始まります',
    'page.own.schema': '世界ファイルのJSON Schema',
  },
  en: {
    log: 'Output of the terminal',
    line: 'Command line',
    run: 'Run',
    running: 'Running',
    hint: 'Tab completes, ↑↓ recall. On an empty line Tab moves on. clock, undo and clear are words of this notebook: the AWS CLI has none of them',
    empty: 'You can begin with aws help or aws kms help',
    candidates: 'Candidates: {list}',
    candidatesMore: 'Candidates: {list} and {more} more',
    ours: 'An act of this notebook',
    undone: 'Took one step back. AWS has no undo',
    undoNothing: 'There is nothing to take back',
    clockUsage: 'usage: clock +7d, clock +12h, clock next. The clock only goes forward; undo takes it back',
    cleared: 'Cleared the output',
    truncated: '…the output is long and ends here ({total} characters)',
    files: 'Hand over files',
    filesHint: 'For file:// and fileb://. You can drop them here, too. They never leave your browser',
    fileThere: 'Handed over {name}: fileb://{name}',
    fileTooLarge: '{name} is too large (1 MiB at most)',
    failed: 'It could not be run: {problem}',
    'page.title': 'Terminal',
    'page.lede':
      'Work the simulated world in the syntax of AWS CLI v2. Answers and errors have the form of the CLI on your own desk',
    'page.bench': 'Find out by command line',
    'page.task':
      'One key is enabled and one waits for its deletion. List them, encrypt, turn the clock, and see what happens',
    'page.own.title': 'Point your own AWS CLI or SDK at it',
    'page.own.text':
      'In the source of this notebook, this command serves the same simulator on a port of your machine, for the AWS CLI, boto3 and any SDK',
    'page.own.more':
      'Access key and secret access key are both test. With --state the world is kept in a file; with --world it begins as you have written it',
    'page.own.schema': 'JSON Schema of world files',
  },
});
