import type { Origin } from '../kms/vocabulary.ts';
import type { Text } from './content-schema/text.ts';

/**
 * What each origin of key material gives, and what it costs, by requirement.
 * Sources: https://docs.aws.amazon.com/kms/latest/developerguide/key-store-overview.html
 *          https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html
 *          https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export interface Requirement {
  readonly id: string;
  readonly text: Text;
  /** Origins that meet it. */
  readonly met: readonly Origin[];
  /** Why the others do not. */
  readonly why: Text;
}

export const REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'fips',
    text: { ja: 'FIPS 140-3レベル3のHSMで守る', en: 'Guarded by HSMs at FIPS 140-3 Level 3' },
    met: ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM'],
    why: {
      ja: '標準キーストアのHSMもレベル3です。外部キーストアの水準は、AWSの外の鍵管理製品しだいです。',
      en: 'The HSMs of the standard key store are Level 3 too. For an external key store it depends on the product outside AWS.',
    },
  },
  {
    id: 'escrow',
    text: { ja: 'マテリアルの原本を自分で持つ', en: 'Keep the original of the material yourself' },
    met: ['EXTERNAL', 'EXTERNAL_KEY_STORE'],
    why: {
      ja: 'KMSやCloudHSMキーストアで作ったマテリアルは、KMSから取り出せません。',
      en: 'Material made in KMS or in a CloudHSM key store cannot be taken out of KMS.',
    },
  },
  {
    id: 'sole',
    text: { ja: '自分専有のHSMに置く', en: 'Held in HSMs that are yours alone' },
    met: ['AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
    why: {
      ja: '標準キーストアのHSMは、ほかのアカウントと共有の設備です。',
      en: 'The HSMs of the standard key store are shared with other accounts.',
    },
  },
  {
    id: 'outside',
    text: { ja: '鍵をAWSの外に置く', en: 'Keep the key outside AWS' },
    met: ['EXTERNAL_KEY_STORE'],
    why: {
      ja: 'AWSの外で鍵を使えるのは、外部キーストア（XKS）だけです。インポートした写しはAWSの中にあります。',
      en: 'Only an external key store (XKS) uses a key outside AWS. An imported copy is inside AWS.',
    },
  },
  {
    id: 'instant',
    text: { ja: 'マテリアルを即座に消せる', en: 'Delete the material at once' },
    met: ['EXTERNAL', 'EXTERNAL_KEY_STORE'],
    why: {
      ja: 'ほかのオリジンでは、キーの削除に7〜30日の待機期間があります。',
      en: 'With the other origins a deletion waits 7 to 30 days.',
    },
  },
  {
    id: 'rotation',
    text: { ja: '自動でローテーションする', en: 'Rotated automatically' },
    met: ['AWS_KMS'],
    why: {
      ja: '自動ローテーションは、KMSが作った対称暗号化キーだけで使えます。',
      en: 'Automatic rotation is only for symmetric encryption keys whose material KMS made.',
    },
  },
  {
    id: 'asymmetric',
    text: { ja: '非対称キーやHMACキーも使う', en: 'Asymmetric and HMAC keys too' },
    met: ['AWS_KMS', 'EXTERNAL'],
    why: {
      ja: 'カスタムキーストアで使えるのは、対称暗号化キーだけです。',
      en: 'Custom key stores hold symmetric encryption keys only.',
    },
  },
  {
    id: 'latency',
    text: { ja: '遅延を小さく、多くの呼び出しをさばく', en: 'Low latency and many calls' },
    met: ['AWS_KMS', 'EXTERNAL'],
    why: {
      ja: 'カスタムキーストアは往復が増え、毎秒1,800回までで、SLAもありません。',
      en: 'A custom key store adds a round trip, takes at most 1,800 calls a second, and has no SLA.',
    },
  },
  {
    id: 'toil',
    text: { ja: '運用の手間を最小にする', en: 'As little operation as possible' },
    met: ['AWS_KMS'],
    why: {
      ja: '原本の保管、クラスターの冗長化、プロキシーの可用性は、それぞれ利用者の仕事になります。',
      en: 'Keeping the original, the cluster, or the proxy available becomes your own work.',
    },
  },
];
