import { defineStrings } from '../strings.ts';

/** Words of the frame that all widgets share, and of its small parts. */
export const frame = defineStrings({
  ja: {
    'arn.copy': '{arn} をコピー',
    'arn.copied': 'コピーしました',
    'arn.notCopied': 'コピーできませんでした。選択してコピーしてください',
    said: '直前の出来事',
  },
  en: {
    'arn.copy': 'Copy {arn}',
    'arn.copied': 'Copied',
    'arn.notCopied': 'Could not copy: select the text and copy it',
    said: 'What just happened',
  },
});
