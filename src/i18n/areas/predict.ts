import { defineStrings } from '../strings.ts';

/** Words of the prediction lock. */
export const predict = defineStrings({
  ja: {
    title: '予想',
    task: '先に予想を選び、それから実行します。採点はしません',
    commit: 'この予想で実行',
    choose: '予想を選んでください',
    yours: 'あなたの予想',
    outcome: '実際の結果',
    held: '予想どおりでした。',
    differed: '予想とは違う結果でした。',
    again: 'もう一度予想する',
    answer: '結果を見る',
  },
  en: {
    title: 'Predict',
    task: 'Choose first, then run it. This is not scored',
    commit: 'Run with this prediction',
    choose: 'Choose a prediction',
    yours: 'Your prediction',
    outcome: 'What happened',
    held: 'As you predicted.',
    differed: 'Not as you predicted.',
    again: 'Predict again',
    answer: 'Show what happens',
  },
});
