import type { KeyContext } from './charts/key-lifecycle.machine.ts';
import { DEFAULT_PRINCIPALS } from './principals.ts';
import type { QuotaBucket } from './request-quotas.ts';
import type { Life } from './stepper.ts';
import type {
  Base64,
  EncryptionContext,
  Instant,
  KeyManager,
  KeySpec,
  KeyState,
  KeyUsage,
  OperationName,
  Origin,
} from './vocabulary.ts';

/**
 * Everything there is, at one instant: a value of plain JSON. A world is never changed; `call` gives the next one.
 */
export interface World {
  readonly seed: string;
  readonly now: Instant;
  /** How many commands made this world. */
  readonly seq: number;
  /** Who a command comes from, and where it goes, when it does not say. */
  readonly home: { readonly caller: string; readonly Region: string };
  readonly accounts: Readonly<Record<string, Account>>;
  readonly principals: Readonly<Record<string, Principal>>;
  /** By key ARN. */
  readonly keys: Readonly<Record<string, KeyRecord>>;
  /** By alias ARN. */
  readonly aliases: Readonly<Record<string, AliasRecord>>;
  /** By GrantId. */
  readonly grants: Readonly<Record<string, GrantRecord>>;
  /** By CustomKeyStoreId. */
  readonly keyStores: Readonly<Record<string, KeyStoreRecord>>;
  /** Clusters and external key managers, by id: what stands behind custom key stores. */
  readonly backends: Readonly<Record<string, KeyStoreBackend>>;
  /** Last successful cryptographic use, by key ARN. */
  readonly usage: Readonly<Record<string, UsageRecord>>;
  /** Keys that are gone, by ARN, with the instant. KMS itself remembers nothing of them. */
  readonly deletedKeys: Readonly<Record<string, Instant>>;
  /** Regions that do not answer. */
  readonly outages: readonly string[];
  readonly options: WorldOptions;
  /** By account, Region and name of the quota. Only where `options.requestQuotas` is on. */
  readonly quotaBuckets?: Readonly<Record<string, QuotaBucket>>;
}

export interface WorldOptions {
  /** Answer ThrottlingException beyond AWS's request quotas. Off unless a lesson is about them. */
  readonly requestQuotas?: boolean;
}

export interface Account {
  readonly AccountId: string;
  readonly name: string;
  readonly organization?: { readonly id: string; readonly path: string };
  /** One list of policy documents a level, from the root of the organization down. */
  readonly serviceControlPolicies?: readonly (readonly PolicyText[])[];
  readonly resourceControlPolicies?: readonly (readonly PolicyText[])[];
  readonly vpcEndpointPolicy?: PolicyText;
}

/** A policy document as JSON text, as its author wrote it. */
export type PolicyText = string;

export interface Principal {
  readonly Arn: string;
  readonly AccountId: string;
  /** Short name by which commands, exercises and widgets call it. */
  readonly name: string;
  readonly kind: 'root' | 'user' | 'role' | 'service';
  readonly policies: readonly { readonly name: string; readonly document: PolicyText }[];
  readonly permissionsBoundary?: PolicyText;
  readonly sessionPolicies?: readonly PolicyText[];
  readonly tags?: Readonly<Record<string, string>>;
  /** Credentials with which a client signs as this principal. */
  readonly accessKeys?: readonly { readonly AccessKeyId: string; readonly SecretAccessKey: string }[];
}

export interface KeyRecord {
  readonly KeyId: string;
  readonly Arn: string;
  readonly AWSAccountId: string;
  readonly Region: string;
  readonly CreationDate: Instant;
  readonly Description: string;
  readonly KeyUsage: KeyUsage;
  readonly KeySpec: KeySpec;
  readonly Origin: Origin;
  readonly KeyManager: KeyManager;
  readonly MultiRegion: boolean;
  /** Of a multi-Region key: where the primary of its set is. It is the primary itself if that is its own Region. */
  readonly PrimaryRegion?: string;
  /** UpdatePrimaryRegion is at work: Region of the key that will be primary. */
  readonly PromotingTo?: string;
  readonly Policy: PolicyText;
  readonly Tags: readonly Tag[];
  readonly CustomKeyStoreId?: string;
  readonly XksKeyId?: string;
  /** Oldest first. An asymmetric or HMAC key has one. */
  readonly materials: readonly KeyMaterial[];
  /** Of an asymmetric key: DER, SubjectPublicKeyInfo. */
  readonly PublicKey?: Base64;
  /** RotateKeyOnDemand is at work until all replicas hold the new material. */
  readonly OnDemandRotationStartDate?: Instant;
  readonly onDemandRotations: number;
  readonly life: Life<KeyContext>;
}

export interface Tag {
  readonly TagKey: string;
  readonly TagValue: string;
}

export type KeyMaterialState =
  | 'CURRENT'
  | 'NON_CURRENT'
  | 'PENDING_ROTATION'
  | 'PENDING_MULTI_REGION_IMPORT_AND_ROTATION';

export interface KeyMaterial {
  readonly KeyMaterialId: string;
  /** The secret itself: raw bytes, or PKCS #8. Absent while it is not there (expired or deleted). */
  readonly bytes?: Base64;
  readonly KeyMaterialState: KeyMaterialState;
  /** When it became current by a rotation; absent for the first. */
  readonly RotationDate?: Instant;
  readonly RotationType?: 'AUTOMATIC' | 'ON_DEMAND';
  readonly ExpirationModel?: 'KEY_MATERIAL_EXPIRES' | 'KEY_MATERIAL_DOES_NOT_EXPIRE';
  readonly ValidTo?: Instant;
  readonly KeyMaterialDescription?: string;
}

export interface AliasRecord {
  readonly AliasName: string;
  readonly AliasArn: string;
  readonly TargetKeyArn: string;
  readonly CreationDate: Instant;
  readonly LastUpdatedDate: Instant;
}

export interface GrantRecord {
  readonly GrantId: string;
  readonly KeyArn: string;
  readonly Name?: string;
  readonly GranteePrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly RetiringServicePrincipal?: string;
  readonly IssuingAccount: string;
  readonly Operations: readonly string[];
  readonly Constraints?: {
    readonly EncryptionContextEquals?: EncryptionContext;
    readonly EncryptionContextSubset?: EncryptionContext;
    readonly SourceArn?: string;
  };
  readonly CreationDate: Instant;
  readonly life: Life<GrantContext>;
  /** Every token handed out for this grant. */
  readonly tokens: readonly string[];
}

export interface GrantContext {
  /** It has been Effective: it works without a grant token. */
  readonly isKnownEverywhere: boolean;
}

export interface KeyStoreRecord {
  readonly CustomKeyStoreId: string;
  readonly CustomKeyStoreName: string;
  readonly CustomKeyStoreType: 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';
  readonly AccountId: string;
  readonly Region: string;
  readonly CreationDate: Instant;
  readonly CloudHsmClusterId?: string;
  readonly TrustAnchorCertificate?: string;
  readonly KeyStorePassword?: string;
  readonly XksProxyConfiguration?: {
    readonly Connectivity: 'PUBLIC_ENDPOINT' | 'VPC_ENDPOINT_SERVICE';
    readonly AccessKeyId: string;
    readonly RawSecretAccessKey: string;
    readonly UriEndpoint: string;
    readonly UriPath: string;
    readonly VpcEndpointServiceName?: string;
    readonly VpcEndpointServiceOwner?: string;
  };
  readonly ConnectionErrorCode?: string;
  readonly life: Life<KeyStoreContext>;
}

export interface KeyStoreContext {
  readonly CustomKeyStoreType: 'AWS_CLOUDHSM' | 'EXTERNAL_KEY_STORE';
}

/** A CloudHSM cluster, or an external key manager behind its proxy: a second party that can fail. */
export type KeyStoreBackend =
  | {
      readonly kind: 'CloudHsmCluster';
      readonly id: string;
      readonly active: boolean;
      /** Availability Zones with an active HSM. */
      readonly hsmZones: readonly string[];
      readonly kmsuserPassword: string;
      readonly trustAnchorCertificate: string;
    }
  | {
      readonly kind: 'ExternalKeyManager';
      readonly id: string;
      readonly reachable: boolean;
      readonly accessKeyId: string;
      readonly rawSecretAccessKey: string;
      readonly uriEndpoint: string;
      readonly uriPath: string;
      /** By XksKeyId: the outer key, 32 bytes, never known to KMS. */
      readonly keys: Readonly<Record<string, { readonly enabled: boolean; readonly bytes: Base64 }>>;
    };

/** One successful cryptographic use of a key. */
export interface KeyUse {
  readonly Operation: OperationName;
  readonly Timestamp: Instant;
  readonly CloudTrailEventId: string;
  readonly KmsRequestId: string;
}

export interface UsageRecord extends KeyUse {
  /** What GetKeyLastUsage told when this use came: it does not know of the newest at once. */
  readonly before?: KeyUse;
}

/**
 * The end of the simulated calendar, 2126-04-01: no lesson is longer, and a clock without an end would let a short link
 * keep a browser busy with rotations for hours.
 */
export const LAST_INSTANT: Instant = 4_930_675_200_000;

/** 2026-04-01 09:00 in Tokyo. */
export const FIRST_INSTANT: Instant = 1_775_001_600_000;

export const DEFAULT_ACCOUNT = '111122223333';
export const DEFAULT_REGION = 'ap-northeast-1';

/** The first world of a seed: accounts and principals, and not one key. */
export const bigBang = (seed: string): World => ({
  seed,
  now: FIRST_INSTANT,
  seq: 0,
  home: { caller: 'admin', Region: DEFAULT_REGION },
  accounts: {
    [DEFAULT_ACCOUNT]: { AccountId: DEFAULT_ACCOUNT, name: 'A' },
    '444455556666': { AccountId: '444455556666', name: 'B' },
    '777788889999': { AccountId: '777788889999', name: 'C' },
  },
  principals: DEFAULT_PRINCIPALS,
  keys: {},
  aliases: {},
  grants: {},
  keyStores: {},
  backends: {},
  usage: {},
  deletedKeys: {},
  outages: [],
  options: {},
});

/** A table with one record put in place of what stood under its name. */
export const put = <T>(table: Readonly<Record<string, T>>, name: string, record: T): Readonly<Record<string, T>> => ({
  ...table,
  [name]: record,
});

export const drop = <T>(table: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> => {
  const { [name]: _, ...rest } = table;
  return rest;
};

export const putKey = (world: World, key: KeyRecord): World => ({ ...world, keys: put(world.keys, key.Arn, key) });

/** AWS's KeyState of a key, read off its life. */
export const keyStateOf = ({ life }: Pick<KeyRecord, 'life'>): KeyState => {
  const { KeyState: state } = life.value as { KeyState: KeyState | { Unavailable: string } };
  return typeof state === 'string' ? state : 'Unavailable';
};

export const keysOf = (world: World): readonly KeyRecord[] => Object.values(world.keys);

export const isSymmetric = ({ KeySpec }: Pick<KeyRecord, 'KeySpec'>): boolean => KeySpec === 'SYMMETRIC_DEFAULT';

export const currentMaterial = ({ materials }: Pick<KeyRecord, 'materials'>): KeyMaterial | undefined =>
  materials.find((material) => material.KeyMaterialState === 'CURRENT');

export const isPrimary = ({ MultiRegion, PrimaryRegion, Region }: KeyRecord): boolean =>
  MultiRegion && PrimaryRegion === Region;

export const isReplica = (key: KeyRecord): boolean => key.MultiRegion && !isPrimary(key);

/** The related multi-Region keys of a key, itself left out: same key id and account, other Regions. */
export const relatedKeys = (world: World, key: KeyRecord): readonly KeyRecord[] =>
  key.MultiRegion
    ? keysOf(world).filter(
        (other) => other.KeyId === key.KeyId && other.AWSAccountId === key.AWSAccountId && other.Arn !== key.Arn,
      )
    : [];

export const principalNamed = (world: World, nameOrArn: string): Principal | undefined =>
  (Object.hasOwn(world.principals, nameOrArn) ? world.principals[nameOrArn] : undefined) ??
  Object.values(world.principals).find(({ name }) => name === nameOrArn);
