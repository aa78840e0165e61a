import { defineStrings } from '../strings.ts';

/** Words of the scales on which the four origins are weighed. */
export const origins = defineStrings({
  ja: {
    legend: '必要なもの',
    AWS_KMS: 'KMSが作る',
    EXTERNAL: '自分で作ってインポートする',
    AWS_CLOUDHSM: 'CloudHSMキーストア',
    EXTERNAL_KEY_STORE: '外部キーストア (XKS)',
    meets: '{n}件中{met}件を満たす',
    fits: 'すべて満たす',
    misses: '満たさないもの',
    none: '必要なものを選ぶと、4つのオリジンを比べられます',
    found: 'すべて満たすのは{names}です。',
    conflict: 'すべてを満たすオリジンはありません。何を譲るかを決めてください。',
  },
  en: {
    legend: 'What you need',
    AWS_KMS: 'made by KMS',
    EXTERNAL: 'made by you and imported',
    AWS_CLOUDHSM: 'CloudHSM key store',
    EXTERNAL_KEY_STORE: 'external key store (XKS)',
    meets: 'meets {met} of {n}',
    fits: 'meets all',
    misses: 'What it does not meet',
    none: 'Choose what you need, and the four origins are weighed',
    found: 'All of it is met by {names}.',
    conflict: 'No origin meets all of it: decide what to give up.',
  },
});
