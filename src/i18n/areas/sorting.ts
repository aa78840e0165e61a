import { defineStrings } from '../strings.ts';

/** Words of cards that are sorted into bins. */
export const sorting = defineStrings({
  ja: {
    'hand.label': '手元のカード',
    'hand.of': '{total}枚中{n}枚目',
    'hand.drag': '枠へドラッグするか、枠のボタンを押します。数字の1〜{n}でも選べます',
    right: 'そのとおりです。',
    wrong: 'ここではありません。',
    model: 'モデルの答え',
    'done.title': 'すべて仕分けました',
    'done.clean': '一度も間違えませんでした。',
    'done.missed': '{n}回置き直しました。',
    again: 'もう一度',
    answers: '答えを見る',
    'answers.card': 'カード',
    'answers.bin': 'キーの種類',
    'answers.why': '理由',
  },
  en: {
    'hand.label': 'Card in hand',
    'hand.of': '{n} of {total}',
    'hand.drag': 'Drag it into a bin, or press the button of a bin. The digits 1 to {n} choose one, too',
    right: 'That is right.',
    wrong: 'Not here.',
    model: 'The model answers',
    'done.title': 'All of them are sorted',
    'done.clean': 'Not one was misplaced.',
    'done.missed': '{n} {n|time|times} a card went elsewhere first.',
    again: 'Again',
    answers: 'Show the answers',
    'answers.card': 'Card',
    'answers.bin': 'Kind of key',
    'answers.why': 'Why',
  },
});
