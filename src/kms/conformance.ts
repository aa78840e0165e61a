import type { OperationName } from './vocabulary.ts';

/**
 * How faithful the model is, operation by operation and behaviour by behaviour: what is as AWS documents or answers it,
 * what is simplified and how, what is left out and why. The conformance page is made of this.
 */
export type Conformance = 'modelled' | { readonly simplified: InBoth } | { readonly notModelled: InBoth };

export interface InBoth {
  readonly ja: string;
  readonly en: string;
}

const simplified = (ja: string, en: string): Conformance => ({ simplified: { ja, en } });
const notModelled = (ja: string, en: string): Conformance => ({ notModelled: { ja, en } });

const NO_RECIPIENT = simplified(
  'Recipientを付けた要求は拒みます。ここには、Nitro Enclavesの構成証明書に署名するハードウェアがありません。',
  'A request with Recipient is refused: nothing here signs attestation documents of Nitro Enclaves.',
);

const SECOND_PARTY = simplified(
  'CloudHSMクラスターと外部キーマネージャーは、入り切りできる相手として置いてあります。到達の可否、パス、認証情報、HSMの数は調べますが、TLS証明書とVPCエンドポイントサービスの設定は調べません。',
  'CloudHSM clusters and external key managers are second parties that can be switched off. Reachability, path, credentials and the number of HSMs are checked; TLS certificates and the settings of VPC endpoint services are not.',
);

/** By operation. */
export const OPERATION_CONFORMANCE: { readonly [Name in OperationName]: Conformance } = {
  CancelKeyDeletion: 'modelled',
  ConnectCustomKeyStore: SECOND_PARTY,
  CreateAlias: 'modelled',
  CreateCustomKeyStore: SECOND_PARTY,
  CreateGrant: 'modelled',
  CreateKey: simplified(
    'マルチリージョンキーを作るときのiam:CreateServiceLinkedRoleの許可は調べません。',
    'For multi-Region keys the permission iam:CreateServiceLinkedRole is not checked.',
  ),
  Decapsulate: 'modelled',
  Decrypt: NO_RECIPIENT,
  DeleteAlias: 'modelled',
  DeleteCustomKeyStore: 'modelled',
  DeleteImportedKeyMaterial: 'modelled',
  DeriveSharedSecret: NO_RECIPIENT,
  DescribeCustomKeyStores: 'modelled',
  DescribeKey: 'modelled',
  DisableKey: 'modelled',
  DisableKeyRotation: 'modelled',
  DisconnectCustomKeyStore: 'modelled',
  EnableKey: 'modelled',
  EnableKeyRotation: 'modelled',
  Encapsulate: 'modelled',
  Encrypt: 'modelled',
  GenerateDataKey: NO_RECIPIENT,
  GenerateDataKeyPair: NO_RECIPIENT,
  GenerateDataKeyPairWithoutPlaintext: 'modelled',
  GenerateDataKeyWithoutPlaintext: 'modelled',
  GenerateMac: 'modelled',
  GenerateRandom: simplified(
    '乱数は種から計算するので、同じ操作をやり直せば同じ値になります。Recipientを付けた要求は拒みます。',
    'The bytes are computed from a seed: the same commands give the same ones. A request with Recipient is refused.',
  ),
  GetKeyLastUsage: simplified(
    '最後の使用は、模擬の時計が正時を回ったときに記録へ出ます。AWSは「最大1時間の遅れ」とだけ書いています。',
    'A use shows in the record at the next full hour of the simulated clock; AWS says no more than that it may lag by up to an hour.',
  ),
  GetKeyPolicy: 'modelled',
  GetKeyRotationStatus: 'modelled',
  GetParametersForImport: simplified(
    '中国リージョンだけのSM2とSM2PKEは拒みます。',
    'SM2 and SM2PKE, which exist in the China Regions alone, are refused.',
  ),
  GetPublicKey: 'modelled',
  ImportKeyMaterial: simplified(
    '中国リージョンだけのSM4とSM2のマテリアルは扱いません。',
    'Material for SM4 and SM2, which exist in the China Regions alone, is not taken.',
  ),
  ListAliases: 'modelled',
  ListGrants: 'modelled',
  ListKeyPolicies: 'modelled',
  ListKeyRotations: 'modelled',
  ListKeys: 'modelled',
  ListResourceTags: 'modelled',
  ListRetirableGrants: 'modelled',
  PutKeyPolicy: simplified(
    'ポリシーはすぐに効きます。AWSでは行きわたるまで数分かかることがあります。',
    'A policy takes effect at once; on AWS it may take minutes to be known everywhere.',
  ),
  ReEncrypt: 'modelled',
  ReplicateKey: simplified(
    'レプリカはいつも10秒でできます。AWSは「数秒」と書いています。',
    'A replica always takes ten seconds; AWS speaks of a few.',
  ),
  RetireGrant: 'modelled',
  RevokeGrant: 'modelled',
  RotateKeyOnDemand: simplified(
    'ローテーションはすぐに終わります。AWSではマルチリージョンキーの全レプリカに届くまで進行中になります。',
    'The rotation is done at once; on AWS it is in progress until all replicas of a multi-Region key have the material.',
  ),
  ScheduleKeyDeletion: 'modelled',
  Sign: 'modelled',
  TagResource: 'modelled',
  UntagResource: 'modelled',
  UpdateAlias: 'modelled',
  UpdateCustomKeyStore: SECOND_PARTY,
  UpdateKeyDescription: 'modelled',
  UpdatePrimaryRegion: simplified(
    '更新はいつも20秒で終わります。AWSは「数秒」と書いています。',
    'The update always takes twenty seconds; AWS speaks of a few.',
  ),
  Verify: 'modelled',
  VerifyMac: 'modelled',
};

export interface Behaviour {
  readonly name: InBoth;
  readonly conformance: Conformance;
}

const behaviour = (ja: string, en: string, conformance: Conformance): Behaviour => ({ name: { ja, en }, conformance });

/** What belongs to no single operation. */
export const BEHAVIOUR_CONFORMANCE = {
  keyStates: behaviour('キーの状態と操作の表', 'The table of key states and operations', 'modelled'),
  validation: behaviour('入力の検査とその文言', 'Checks of input, and their words', 'modelled'),
  unknownTexts: behaviour(
    '知られていないエラー文言',
    'Texts of errors that are not known',
    simplified(
      '例外の種類が文書にあっても文言が公開も記録もされていないときは、文言を付けないか、自分たちの言葉を付けて、ソースにそう書いてあります。',
      'Where an exception is documented but its text is neither published nor recorded, it carries none, or words of ours, and the source says so.',
    ),
  ),
  orderOfChecks: behaviour(
    '検査の順番',
    'The order of checks',
    simplified(
      '入力、キーの特定、認可、状態、種類の順に調べます。AWSは順番を公開していないので、記録された応答から推したものです。',
      'Input, identity of the key, authorisation, state, type. AWS does not publish its order; this one is inferred from recorded answers.',
    ),
  ),
  symmetricCiphertext: behaviour(
    '対称キーの暗号文の形',
    'The layout of symmetric ciphertext',
    simplified(
      '暗号化は本物のAES-256-GCMですが、暗号文の形はこの教材のものです。AWSは形を公開していません。',
      'AES-256-GCM is real; the layout of the blob is ours, since AWS does not publish its own.',
    ),
  ),
  derivedKeys: behaviour(
    'バッキングキーからの鍵の導出',
    'Derivation of a key from the backing key',
    notModelled(
      'AWSは暗号化のたびにバッキングキーから鍵を導出します。ここではマテリアルをそのまま使います。',
      'AWS derives a key from the backing key for each encryption; here the material is used as it is.',
    ),
  ),
  asymmetricCryptography: behaviour(
    'RSA、ECC、HMAC、ML-DSA、ML-KEMの計算',
    'The arithmetic of RSA, ECC, HMAC, ML-DSA and ML-KEM',
    'modelled',
  ),
  randomness: behaviour(
    '乱数',
    'Chance',
    simplified(
      'すべての鍵と乱数は種とコマンドから計算します。学習用であり、秘密にはなりません。',
      'All keys and random bytes are computed from the seed and the commands. They are for study and no secret.',
    ),
  ),
  importTokens: behaviour(
    'インポートトークンの形',
    'The layout of import tokens',
    simplified(
      '24時間で切れること、一つのキーにだけ使えること、改ざんできないことは同じで、形はこの教材のものです。',
      'They expire in 24 hours, serve one key and cannot be forged, as on AWS; the layout is ours.',
    ),
  ),
  keyMaterialIds: behaviour(
    'キーマテリアルIDの計算',
    'How a key material id is computed',
    simplified(
      'キーIDとマテリアルから計算しますが、AWSの計算方法は公開されていません。',
      'It is computed from key id and material; how AWS does it is not published.',
    ),
  ),
  doubleEncryption: behaviour('外部キーストアの二重暗号化', 'Double encryption of external key stores', 'modelled'),
  keyStoreConnections: behaviour(
    'カスタムキーストアの接続にかかる時間',
    'How long custom key stores take to connect',
    simplified(
      'CloudHSMキーストアは15分、外部キーストアは2分、切断は1分に決めてあります。',
      'Always 15 minutes for CloudHSM key stores, two for external ones, and one to disconnect.',
    ),
  ),
  externalProxy: behaviour(
    '外部キーストアプロキシのAPI',
    'The API of external key store proxies',
    notModelled(
      'プロキシへのHTTP要求は作りません。プロキシが返すはずの結果だけを写しています。',
      'No HTTP requests are made to a proxy; only what would come of them is modelled.',
    ),
  ),
  multiRegion: behaviour('マルチリージョンキーの共有と独立', 'What multi-Region keys share and do not', 'modelled'),
  grantConsistency: behaviour(
    'グラントの結果整合性',
    'Eventual consistency of grants',
    simplified(
      '行きわたるまで、いつも3分です。AWSは「通常は数秒、ほとんどの場合5分以内」と書いています。',
      'Always three minutes; AWS says usually seconds, in most cases within five minutes.',
    ),
  ),
  otherConsistency: behaviour(
    'そのほかの結果整合性',
    'Other eventual consistency',
    notModelled(
      'エイリアス、タグ、キーの状態、IAMのポリシーの変更は、すぐに全体で見えます。',
      'Changes of aliases, tags, key states and IAM policies are seen everywhere at once.',
    ),
  ),
  deletionTime: behaviour(
    '削除が実行される時刻',
    'When a deletion is carried out',
    simplified(
      '待機期間が終わったその時刻に消えます。AWSでは最大24時間遅れることがあります。',
      'At the very end of the waiting period; on AWS it may be up to 24 hours later.',
    ),
  ),
  authorization: behaviour(
    '認可（キーポリシー、IAM、SCP、RCP、境界、グラント）',
    'Authorisation (key policies, IAM, SCPs, RCPs, boundaries, grants)',
    'modelled',
  ),
  awsManagedKeys: behaviour('AWSマネージドキー', 'AWS managed keys', 'modelled'),
  requestQuotas: behaviour(
    'リクエストのクォータ',
    'Request quotas',
    simplified(
      '設定で入れたときだけ働きます。キーを見つけたあとで調べます。',
      'Only where a world turns them on, and after the key was found.',
    ),
  ),
  cloudTrail: behaviour(
    'CloudTrailの記録',
    'CloudTrail records',
    simplified(
      '記録はすぐに現れます。AWSでは平均5分ほどかかります。',
      'Records appear at once; on AWS they take about five minutes on average.',
    ),
  ),
  nitroEnclaves: behaviour(
    'Nitro Enclaves',
    'Nitro Enclaves',
    notModelled(
      '構成証明書を検証できる本物の署名がここでは作れません。',
      'No genuine attestation document, which could be verified, can be made here.',
    ),
  ),
  chinaRegions: behaviour(
    '中国リージョン（SM2、SM4）',
    'China Regions (SM2, SM4)',
    notModelled('中国リージョンだけの機能です。', 'They exist in the China Regions alone.'),
  ),
  billing: behaviour(
    '料金の請求',
    'Billing',
    notModelled(
      '料金は章の中で計算して見せますが、請求は再現しません。',
      'Chapters compute prices; bills are not reproduced.',
    ),
  ),
} as const satisfies Readonly<Record<string, Behaviour>>;

export type BehaviourId = keyof typeof BEHAVIOUR_CONFORMANCE;
