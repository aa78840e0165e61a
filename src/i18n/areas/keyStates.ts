import { defineStrings } from '../strings.ts';

/** A gloss for each of AWS's key states, whose names stay English. `Deleted` is ours: KMS then knows no such key. */
export const keyStates = defineStrings({
  ja: {
    Creating: '作成中',
    Enabled: '有効',
    Disabled: '無効',
    PendingImport: 'インポート待ち',
    PendingDeletion: '削除待ち',
    PendingReplicaDeletion: 'レプリカの削除待ち',
    Unavailable: '利用不可',
    Updating: '更新中',
    Deleted: '削除済み',
    'days.left': 'あと{days}日',
  },
  en: {
    Creating: 'being made',
    Enabled: 'in use',
    Disabled: 'switched off',
    PendingImport: 'waits for material',
    PendingDeletion: 'waits for its end',
    PendingReplicaDeletion: 'waits for its replicas',
    Unavailable: 'out of reach',
    Updating: 'changing Region',
    Deleted: 'gone',
    'days.left': '{days} {days|day|days} left',
  },
});
