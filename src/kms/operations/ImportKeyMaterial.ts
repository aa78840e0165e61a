import type { ImportableKeySpec, WrappingAlgorithm } from '../crypto/algorithms.ts';
import { asymmetric } from '../crypto/asymmetric.ts';
import { mustBytes, toBase64 } from '../crypto/bytes.ts';
import type { KeyMaterial as ReadMaterial } from '../crypto/key-material.ts';
import { type Refused, refused } from '../errors.ts';
import { importParameterProblem, singleMaterialProblem, validToProblem } from '../import-checks.ts';
import { readImportToken } from '../import-token.ts';
import {
  familyOf,
  type Holding,
  pendingMaterial,
  reimported,
  settlePending,
  withoutBytes,
} from '../imported-material.ts';
import { notPrimary } from '../key-checks.ts';
import { completenessOf, keyMaterialIdOf } from '../materials.ts';
import type { InputOf } from '../model/index.ts';
import { tellKey } from '../reactions.ts';
import { isReplica, type KeyMaterial, type KeyRecord } from '../world.ts';
import { type KeyScene, keyOperation } from './define.ts';

type Input = InputOf<'ImportKeyMaterial'>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_ImportKeyMaterial.html */
export const ImportKeyMaterial = keyOperation({
  name: 'ImportKeyMaterial',
  on: 'key',
  check: importParameterProblem,
  perform: (scene) => {
    const { input, key, draft, now } = scene;
    const problem = validToProblem(input.ValidTo, now) ?? singleMaterialProblem(key, input);
    if (problem) return problem;
    const material = unwrapped(scene);
    if ('error' in material) return material;
    const bytes = 'pair' in material ? material.pair.privateKeyPkcs8 : material.secret;
    const KeyMaterialId = keyMaterialIdOf(key.KeyId, bytes);
    const mismatch = importTypeProblem(key, input, KeyMaterialId);
    if (mismatch) return mismatch;

    const PublicKey = 'pair' in material ? toBase64(material.pair.publicKeySpki) : undefined;
    keep(scene, KeyMaterialId, holdingOf(input, bytes), PublicKey);
    const { materials } = draft.world.keys[key.Arn] ?? key;
    tellKey(scene, key.Arn, { type: 'MaterialImported', ...completenessOf(materials, now) });
    return { KeyId: key.Arn, KeyMaterialId };
  },
  trail: { responds: ['KeyId', 'KeyMaterialId'] },
});

/** What comes out of the wrapping, read as material of the key's own kind. */
const unwrapped = ({ input, key, world, now }: KeyScene<Input>): ReadMaterial | Refused => {
  const parameters = readImportToken(world.seed, input.ImportToken);
  if (parameters?.KeyArn !== key.Arn) return refused('InvalidImportTokenException');
  if (now > parameters.ParametersValidTo) return refused('ExpiredImportTokenException');
  const bytes = asymmetric().unwrapKeyMaterial(
    parameters.WrappingAlgorithm as WrappingAlgorithm,
    mustBytes(parameters.wrappingKey),
    mustBytes(input.EncryptedKeyMaterial),
  );
  if (!bytes) return refused('InvalidCiphertextException');
  return (
    asymmetric().readKeyMaterial(key.KeySpec as ImportableKeySpec, bytes) ?? refused('IncorrectKeyMaterialException')
  );
};

/** NEW_KEY_MATERIAL is the default while nothing was ever imported, EXISTING_KEY_MATERIAL from then on. */
const isNew = (key: KeyRecord, { ImportType }: Input): boolean =>
  ImportType === undefined ? key.materials.length === 0 : ImportType === 'NEW_KEY_MATERIAL';

const importTypeProblem = (key: KeyRecord, input: Input, KeyMaterialId: string): Refused | undefined => {
  const isKnown = key.materials.some((material) => material.KeyMaterialId === KeyMaterialId);
  if (!isNew(key, input)) {
    const isExpected = input.KeyMaterialId === undefined || input.KeyMaterialId === KeyMaterialId;
    if (!isKnown || !isExpected) return refused('IncorrectKeyMaterialException');
    return input.KeyMaterialDescription === undefined ? undefined : notPrimary(key);
  }
  const elsewhere = notPrimary(key);
  if (elsewhere) return elsewhere;
  // What is associated with the key already is not new. Which exception AWS has for this is not known.
  if (isKnown) return refused('IncorrectKeyMaterialException');
  const pending = pendingMaterial(key);
  return pending
    ? refused(
        'KMSInvalidStateException',
        `New key material (id: ${KeyMaterialId}) cannot be imported into KMS key ${key.KeyId}, because another key material (id: ${pending.KeyMaterialId}) is pending rotation.`,
      )
    : undefined;
};

const holdingOf = (
  { ExpirationModel = 'KEY_MATERIAL_EXPIRES', ValidTo, KeyMaterialDescription }: Input,
  bytes: Uint8Array,
): Holding => ({
  bytes: toBase64(bytes),
  ExpirationModel,
  ...(ValidTo !== undefined && { ValidTo: ValidTo * 1000 }),
  ...(KeyMaterialDescription !== undefined && { KeyMaterialDescription }),
});

/** The first material is current at once. A later one waits for its rotation, and every replica waits for its bytes. */
const keep = (
  { key, draft }: KeyScene<Input>,
  KeyMaterialId: string,
  holding: Holding,
  PublicKey: string | undefined,
): void => {
  const isKnown = key.materials.some((material) => material.KeyMaterialId === KeyMaterialId);
  const KeyMaterialState = key.materials.length === 0 ? 'CURRENT' : 'PENDING_ROTATION';
  const fresh: KeyMaterial = { KeyMaterialId, KeyMaterialState, ...holding };
  draft.put('keys', key.Arn, {
    ...key,
    materials: isKnown ? reimported(key.materials, KeyMaterialId, holding) : [...key.materials, fresh],
    ...(PublicKey !== undefined && { PublicKey }),
  });
  if (!isKnown)
    for (const replica of familyOf(draft.world, key).filter(isReplica))
      draft.put('keys', replica.Arn, { ...replica, materials: [...replica.materials, withoutBytes(fresh)] });
  settlePending(draft, key.Arn);
};
