import { algorithmsOf } from './key-types.ts';
import { isPermanent } from './materials.ts';
import { epochSeconds } from './operations/define.ts';
import {
  currentMaterial,
  isPrimary,
  isSymmetric,
  type KeyRecord,
  keyStateOf,
  relatedKeys,
  type World,
} from './world.ts';

const ALGORITHMS_MEMBER = {
  ENCRYPT_DECRYPT: 'EncryptionAlgorithms',
  SIGN_VERIFY: 'SigningAlgorithms',
  GENERATE_VERIFY_MAC: 'MacAlgorithms',
  KEY_AGREEMENT: 'KeyAgreementAlgorithms',
  ENCAPSULATE_DECAPSULATE: 'EncapsulationAlgorithms',
} as const;

/** The member in which AWS lists a key's algorithms, and what it lists. */
export const algorithmsMember = (key: Pick<KeyRecord, 'KeySpec' | 'KeyUsage'>) => ({
  [ALGORITHMS_MEMBER[key.KeyUsage]]: algorithmsOf(key),
});

export interface KeyMetadata {
  readonly AWSAccountId: string;
  readonly KeyId: string;
  readonly Arn: string;
  readonly CreationDate: number;
  readonly Enabled: boolean;
  readonly Description: string;
  readonly KeyUsage: string;
  readonly KeyState: string;
  readonly Origin: string;
  readonly KeyManager: string;
  readonly CustomerMasterKeySpec: string;
  readonly KeySpec: string;
  readonly MultiRegion: boolean;
  readonly [member: string]: unknown;
}

/**
 * What DescribeKey tells of a key, in the wire's own form.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html
 */
export const keyMetadata = (world: World, key: KeyRecord): KeyMetadata => {
  const KeyState = keyStateOf(key);
  return {
    AWSAccountId: key.AWSAccountId,
    KeyId: key.KeyId,
    Arn: key.Arn,
    CreationDate: epochSeconds(key.CreationDate),
    Enabled: KeyState === 'Enabled',
    Description: key.Description,
    KeyUsage: key.KeyUsage,
    KeyState,
    ...deletion(key, KeyState),
    ...expiry(key),
    Origin: key.Origin,
    ...keyStore(world, key),
    KeyManager: key.KeyManager,
    CustomerMasterKeySpec: key.KeySpec,
    KeySpec: key.KeySpec,
    ...algorithmsMember(key),
    MultiRegion: key.MultiRegion,
    ...multiRegion(world, key),
    ...currentMaterialId(key, KeyState),
  };
};

const deletion = (key: KeyRecord, KeyState: string) => {
  if (KeyState === 'PendingReplicaDeletion')
    return { PendingDeletionWindowInDays: key.life.context.PendingWindowInDays };
  const at = deletionInstant(key);
  return at === undefined ? {} : { DeletionDate: epochSeconds(at) };
};

/** When a key that is pending deletion will be gone. */
export const deletionInstant = ({ life }: Pick<KeyRecord, 'life'>) =>
  Object.entries(life.timers).find(([id]) => id.endsWith('PendingDeletion'))?.[1].at;

const expiry = ({ Origin, materials }: KeyRecord) => {
  const imported = materials.filter((material) => isPermanent(material) && material.bytes !== undefined);
  if (Origin !== 'EXTERNAL' || imported.length === 0) return {};
  const deadlines = imported.flatMap(({ ValidTo }) => (ValidTo === undefined ? [] : [ValidTo]));
  return deadlines.length === 0
    ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
    : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: epochSeconds(Math.min(...deadlines)) };
};

const keyStore = (world: World, { CustomKeyStoreId, XksKeyId }: KeyRecord) => {
  if (CustomKeyStoreId === undefined) return {};
  const CloudHsmClusterId = world.keyStores[CustomKeyStoreId]?.CloudHsmClusterId;
  return {
    CustomKeyStoreId,
    ...(CloudHsmClusterId && { CloudHsmClusterId }),
    ...(XksKeyId && { XksKeyConfiguration: { Id: XksKeyId } }),
  };
};

const multiRegion = (world: World, key: KeyRecord) => {
  if (!key.MultiRegion) return {};
  const family = [key, ...relatedKeys(world, key)];
  const primary = family.find(isPrimary);
  const place = ({ Arn, Region }: KeyRecord) => ({ Arn, Region });
  return {
    MultiRegionConfiguration: {
      MultiRegionKeyType: isPrimary(key) ? 'PRIMARY' : 'REPLICA',
      ...(primary && { PrimaryKey: place(primary) }),
      ReplicaKeys: family
        .filter((member) => !isPrimary(member))
        .map(place)
        .sort((a, b) => (a.Region < b.Region ? -1 : 1)),
    },
  };
};

// Recorded on AWS: absent before the first import, and while a replica is Creating.
const currentMaterialId = (key: KeyRecord, KeyState: string) => {
  const material = currentMaterial(key);
  return isSymmetric(key) && material && key.CustomKeyStoreId === undefined && KeyState !== 'Creating'
    ? { CurrentKeyMaterialId: material.KeyMaterialId }
    : {};
};
