import { type Refused, refused } from './errors.ts';
import { REQUEST_QUOTA_PER_SECOND } from './model/request-quota.ts';
import type { Instant, KeySpec, OperationName } from './vocabulary.ts';
import { type KeyRecord, put, type World } from './world.ts';

/**
 * Request quotas, for worlds that ask for them: calls a second for each account and Region, of one operation or of a
 * group that shares. How AWS counts within a second is not published; here each quota is a bucket that holds one
 * second's worth and fills evenly. Every call counts, also one that is refused.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/requests-per-second.html
 */
export interface QuotaBucket {
  /** Calls that are left. */
  readonly left: number;
  /** When that was counted. */
  readonly at: Instant;
}

/** One quota that a call counts against. */
export interface Charge {
  /** Account, Region and name of the quota. */
  readonly bucket: string;
  readonly perSecond: number;
  readonly calls: number;
}

export interface Metered {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  /** The one that pays: the caller's account, whoever owns the key. */
  readonly AccountId: string;
  readonly Region: string;
  readonly key: KeyRecord | undefined;
}

const HIGH = 100_000;
const MIDDLE = 20_000;
const SYMMETRIC_BY_REGION: Readonly<Record<string, number>> = {
  'us-east-1': HIGH,
  'us-west-2': HIGH,
  'eu-west-1': HIGH,
  'us-east-2': MIDDLE,
  'ap-southeast-1': MIDDLE,
  'ap-southeast-2': MIDDLE,
  'ap-northeast-1': MIDDLE,
  'eu-central-1': MIDDLE,
  'eu-west-2': MIDDLE,
};
const SYMMETRIC_ELSEWHERE = 10_000;
/** RSA, elliptic curves and ML-DSA have one quota each. That of ML-KEM is not published; it is taken to be the same. */
const ASYMMETRIC = 1000;
const CUSTOM_KEY_STORE = 1800;

const DATA_KEY_PAIRS: Readonly<Record<string, number>> = {
  ECC_NIST_P256: 100,
  ECC_NIST_P384: 100,
  ECC_NIST_P521: 100,
  ECC_SECG_P256K1: 100,
  ECC_NIST_EDWARDS25519: 100,
  RSA_2048: 20,
  RSA_3072: 4,
  RSA_4096: 1,
  SM2: 25,
};

/** The quotas that a call counts against. */
export const chargesOf = ({ operation, input, AccountId, Region, key }: Metered): readonly Charge[] => {
  const charge = (name: string, perSecond: number, calls = 1, where: unknown = Region): Charge => ({
    bucket: `${AccountId} ${where} ${name}`,
    perSecond,
    calls,
  });
  const plain = (name: OperationName, calls = 1, where: unknown = Region): Charge =>
    charge(name, Number(REQUEST_QUOTA_PER_SECOND[name]), calls, where);

  switch (operation) {
    case 'ReplicateKey':
      return [plain('ReplicateKey'), plain('CreateKey', 2, input.ReplicaRegion)];
    case 'UpdatePrimaryRegion':
      return [plain('UpdatePrimaryRegion'), plain('UpdatePrimaryRegion', 1, input.PrimaryRegion)];
    case 'GenerateDataKeyPair':
    case 'GenerateDataKeyPairWithoutPlaintext': {
      const spec = String(input.KeyPairSpec);
      return [charge(`GenerateDataKeyPair ${spec}`, DATA_KEY_PAIRS[spec] ?? 1)];
    }
    default:
      break;
  }
  if (REQUEST_QUOTA_PER_SECOND[operation] !== 'shared') return [plain(operation)];
  if (key?.CustomKeyStoreId !== undefined)
    return [charge(`custom key store ${key.CustomKeyStoreId}`, CUSTOM_KEY_STORE)];
  const family = familyOf(key?.KeySpec);
  return [
    family === 'symmetric'
      ? charge('cryptographic operations, symmetric', SYMMETRIC_BY_REGION[Region] ?? SYMMETRIC_ELSEWHERE)
      : charge(`cryptographic operations, ${family}`, ASYMMETRIC),
  ];
};

const familyOf = (spec: KeySpec | undefined): 'symmetric' | 'RSA' | 'ECC' | 'ML-DSA' | 'ML-KEM' => {
  if (spec?.startsWith('RSA')) return 'RSA';
  if (spec?.startsWith('ECC') || spec === 'SM2') return 'ECC';
  if (spec?.startsWith('ML_DSA')) return 'ML-DSA';
  return spec?.startsWith('ML_KEM') ? 'ML-KEM' : 'symmetric';
};

export interface Spent {
  readonly quotaBuckets: NonNullable<World['quotaBuckets']>;
  readonly refusal?: Refused;
}

/** Takes the charges of a call from their buckets. If one of them is empty, none is touched and the call is throttled. */
export const spend = (world: World, charges: readonly Charge[]): Spent => {
  const before = world.quotaBuckets ?? {};
  let quotaBuckets = before;
  for (const { bucket, perSecond, calls } of charges) {
    const { left, at } = quotaBuckets[bucket] ?? { left: perSecond, at: world.now };
    const filled = Math.min(perSecond, left + ((world.now - at) * perSecond) / 1000);
    if (filled < calls)
      return {
        quotaBuckets: before,
        refusal: refused(
          'ThrottlingException',
          'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
        ),
      };
    quotaBuckets = put(quotaBuckets, bucket, { left: filled - calls, at: world.now });
  }
  return { quotaBuckets };
};
