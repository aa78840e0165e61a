import { defineStrings } from '../strings.ts';

/** What lies in the drawers behind every action. */
export const drawers = defineStrings({
  ja: {
    clockCommand: '時計を進めるのはノートの操作です。AWS CLIに同じコマンドはありません。',
    clockResponse: '時計を進めただけなので、KMSの応答はありません。',
    clockWhy: 'KMSは呼び出されていません。',
    noRecord: 'この操作はCloudTrailに記録されません。',
    simulated: 'この記録はシミュレーターが作りました。',
    emptyBody: '(本文なし:成功)',
    'stage.parse': '入力の検査',
    'stage.locate': 'キーの特定',
    'stage.authorize': '権限の判定',
    'stage.state': 'キーの状態',
    'stage.perform': '処理',
    'stage.record': '記録',
    'stage.stopped': 'ここで止まりました',
    'stage.passed': '通過',
    'stage.notReached': '届いていません',
  },
  en: {
    clockCommand: 'Turning the clock is a notebook action: the AWS CLI has no such command.',
    clockResponse: 'Only the clock was turned, so KMS had nothing to answer.',
    clockWhy: 'KMS was not called.',
    noRecord: 'CloudTrail does not record this.',
    simulated: 'The simulator made this record.',
    emptyBody: '(no body: success)',
    'stage.parse': 'Check the input',
    'stage.locate': 'Find the key',
    'stage.authorize': 'Decide on permission',
    'stage.state': 'Ask the key state',
    'stage.perform': 'Do the work',
    'stage.record': 'Record it',
    'stage.stopped': 'it stopped here',
    'stage.passed': 'passed',
    'stage.notReached': 'not reached',
  },
});
