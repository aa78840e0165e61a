import type { Pack } from '../src/present/pack.ts';

/** Ready evenings. Reorder or drop parts: the times are added up again. */
export const PACKS: readonly Pack[] = [
  {
    id: 'lt-5',
    title: { ja: 'LT 5分', en: 'Lightning talk, 5 minutes' },
    use: { ja: '一つの誤解を、実演で崩します。', en: 'One mistake, undone by a demo.' },
    parts: [{ tape: 't10-safe-delete' }],
  },
  {
    id: 'session-20',
    title: { ja: 'セッション20分', en: 'Session, 20 minutes' },
    use: { ja: '鍵の一生を、生まれてから消えるまで追います。', en: 'The life of a key, from birth to its end.' },
    parts: [
      { tape: 't04-rotation' },
      { tape: 't05-alias' },
      { tape: 't10-safe-delete' },
      { talk: { ja: '質問', en: 'Questions' }, minutes: 4 },
    ],
  },
  {
    id: 'session-45',
    title: { ja: 'セッション45分', en: 'Session, 45 minutes' },
    use: {
      ja: '事故で学ぶKMS。4つの失敗を、会場と一緒に体験します。',
      en: 'Four accidents, lived through with the room.',
    },
    parts: [
      { tape: 't04-rotation' },
      { tape: 't05-alias' },
      { tape: 't09-handshake' },
      { tape: 't10-safe-delete' },
      { exercise: 'E41', minutes: 10 },
      { talk: { ja: '質問', en: 'Questions' }, minutes: 10 },
    ],
  },
];
