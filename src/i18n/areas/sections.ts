import { defineStrings } from '../strings.ts';

/** What the thirteen chapters are about, by id: for lists that must not wait for a chapter to be written. */
export const sections = defineStrings({
  ja: {
    'what-is-kms': 'AWS KMSとは',
    basics: '基本概念',
    'master-and-data-keys': 'マスターキーとデータキー',
    'master-keys': 'マスターキー',
    aliases: 'エイリアス',
    'key-material': 'キーマテリアル',
    'key-policies': 'キーポリシー',
    'multi-region-keys': 'マルチリージョンキー',
    'cross-account': '別のAWSアカウントへの許可',
    'key-deletion': 'キーの削除',
    'data-key-caching': 'データキーキャッシュ',
    'client-and-server-side': 'クライアントサイド暗号化とサーバーサイド暗号化',
    summary: 'まとめ',
  },
  en: {
    'what-is-kms': 'What AWS KMS is',
    basics: 'Basic ideas',
    'master-and-data-keys': 'Master keys and data keys',
    'master-keys': 'Master keys',
    aliases: 'Aliases',
    'key-material': 'Key material',
    'key-policies': 'Key policies',
    'multi-region-keys': 'Multi-Region keys',
    'cross-account': 'Access for another AWS account',
    'key-deletion': 'Deleting keys',
    'data-key-caching': 'Data key caching',
    'client-and-server-side': 'Client-side and server-side encryption',
    summary: 'Summary',
  },
});
