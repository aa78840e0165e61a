import { defineStrings } from '../strings.ts';

/** What `npm run endpoint` says. */
export const endpoint = defineStrings({
  ja: {
    usage: `使い方: npm run endpoint -- [--port 4599] [--world ファイル] [--state ファイル]

  --port   待ち受けるポート(既定 4599、0 なら空いているもの)
  --world  最初の世界を書いたJSON。書式は public/schema/world.json
  --state  世界を保存するファイル。なければ作り、あれば続きから始める`,
    listening: 'KMS Notebookのシミュレーターが {url} で待っています。止めるには Ctrl+C。',
    signers: '署名できるアクセスキー(シークレットアクセスキーは世界ファイルの値、既定では test):',
    how: 'つなぎ方',
    cli: 'AWS CLI(2.13 以降。それより前のものには --endpoint-url {url} を付ける)',
    clock: `シミュレーションの時計はひとりでには進みません。いまは {now} です。進めるには:`,
    signatures: '署名の日時だけは、実際の時刻と照らし合わせます(ずれは5分まで)。',
    trail: 'CloudTrail の記録はメモリーに置かれ、新しい 10,000 件まで aws cloudtrail lookup-events で引けます。',
    resumed: '{file} の続きから始めます。',
    resumedPrevious: '{file} が壊れているか、ないため、ひとつ前の {previous} から始めます。',
    damaged: '保存された世界が読めません。上書きしないよう、起動をやめます: {files}',
    worldUnreadable: '世界ファイル {file} が読めません:',
    refusals: '世界ファイルの次の呼び出しは拒否されました:',
    nobody: 'この世界にはアクセスキーを持つ人がいないため、誰も署名できません。',
    portTaken: 'ポート {port} はほかのプログラムが使っています。--port で別のものを選んでください。',
    study: '鍵は世界の種から作られる学習用のものです。本物の秘密を暗号化しないでください。',
  },
  en: {
    usage: `usage: npm run endpoint -- [--port 4599] [--world FILE] [--state FILE]

  --port   where to listen (4599; 0 takes any free port)
  --world  JSON that describes the first world; its form is public/schema/world.json
  --state  a file that keeps the world: made if missing, continued if not`,
    listening: 'The simulator of KMS Notebook listens on {url}. Ctrl+C ends it.',
    signers: 'Access keys that may sign (the secrets are those of the world file; by default, test):',
    how: 'Point a client at it',
    cli: 'AWS CLI (2.13 or later; with an older one add --endpoint-url {url})',
    clock: 'The simulated clock does not move by itself. It stands at {now}. To turn it:',
    signatures: 'Only the dates of signatures are held against real time (up to 5 minutes off).',
    trail: 'CloudTrail lives in memory: aws cloudtrail lookup-events finds the newest 10,000 entries.',
    resumed: 'Continues from {file}.',
    resumedPrevious: '{file} is damaged or missing: continues from the one before it, {previous}.',
    damaged: 'The kept world cannot be read. Nothing was started, so that nothing is overwritten: {files}',
    worldUnreadable: 'The world file {file} cannot be read:',
    refusals: 'These calls of the world file were refused:',
    nobody: 'Nobody in this world has an access key, so nobody can sign.',
    portTaken: 'Port {port} is taken by another program. Choose one with --port.',
    study: 'Its keys are made from the seed of the world, for study: encrypt no real secret with them.',
  },
});
