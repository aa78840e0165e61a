import { call, isPrimary, type KeyRecord, type KmsError, keyStateOf, relatedKeys, type World } from '../kms/index.ts';
import { rotationOf } from '../kms/rotation.ts';
import { decryptCommand, type HeldCiphertext } from './ciphertexts.ts';

/** The members of a family of multi-Region keys, the primary first. A single-Region key is a family of its own. */
export const familyOf = (world: World, KeyId: string): readonly KeyRecord[] => {
  const [one] = Object.values(world.keys).filter((key) => key.KeyId === KeyId);
  if (!one) return [];
  return [one, ...relatedKeys(world, one)].sort((a, b) => Number(isPrimary(b)) - Number(isPrimary(a)));
};

/** What related keys share, and what each has for itself, in the order in which AWS lists them. */
export const SHARED = ['KeyId', 'KeyMaterialId', 'KeySpec', 'KeyUsage', 'Origin', 'rotation'] as const;
export const INDEPENDENT = ['Arn', 'KeyState', 'aliases', 'Description', 'Tags', 'Policy', 'grants'] as const;
export type KeyProperty = (typeof SHARED)[number] | (typeof INDEPENDENT)[number];

/**
 * A property of a key as text, so that two can be compared.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html#mrk-sync-properties
 */
export const propertyOf = (world: World, key: KeyRecord, property: KeyProperty): string => {
  switch (property) {
    case 'KeyMaterialId':
      return key.materials.find(({ KeyMaterialState }) => KeyMaterialState === 'CURRENT')?.KeyMaterialId ?? '';
    case 'rotation': {
      const { enabled, RotationPeriodInDays } = rotationOf(world, key);
      return enabled ? `${RotationPeriodInDays}` : '';
    }
    case 'KeyState':
      return keyStateOf(key);
    case 'aliases':
      return Object.values(world.aliases)
        .flatMap(({ TargetKeyArn, AliasName }) => (TargetKeyArn === key.Arn ? [AliasName] : []))
        .join(', ');
    case 'Tags':
      return key.Tags.map(({ TagKey, TagValue }) => `${TagKey}=${TagValue}`).join(', ');
    case 'grants':
      return String(Object.values(world.grants).filter(({ KeyArn }) => KeyArn === key.Arn).length);
    default:
      return key[property];
  }
};

/** What Decrypt in a Region would be refused with; `undefined`: it would open there. */
export const refusalIn = (world: World, held: HeldCiphertext, region: string, as: string): KmsError | undefined => {
  const { entry } = call(world, { ...decryptCommand(held), region, as } as Parameters<typeof call>[1]);
  return entry.kind === 'api' ? entry.error : undefined;
};
