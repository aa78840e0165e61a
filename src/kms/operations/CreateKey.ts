import { defaultKeyPolicy } from '../default-key-policy.ts';
import { type Refused, refused } from '../errors.ts';
import { bornKey } from '../key-birth.ts';
import { keyMetadata } from '../key-metadata.ts';
import { KEY_TYPES } from '../key-types.ts';
import type { InputOf } from '../model/index.ts';
import { rarely } from '../rarely.ts';
import { keyQuotaProblem } from '../resource-quotas.ts';
import { tagProblem } from '../tags.ts';
import { accountOperation } from './define.ts';

type Input = InputOf<'CreateKey'>;

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const CreateKey = accountOperation({
  name: 'CreateKey',
  check: (input) => typeProblem(input) ?? storeParameterProblem(input) ?? tagProblem(input.Tags ?? []),
  // Tags of a new key need a permission of their own.
  on: ({ Tags = [] }, { Region }) => ({
    keys: [],
    accountAction: 'CreateKey',
    ...(Tags.length > 0 && { also: { Region, actions: ['TagResource'] } }),
  }),
  perform: (scene) => {
    const { input, world, caller, Region, now, random, command, draft } = scene;
    const key = bornKey(
      {
        AWSAccountId: caller.AccountId,
        Region,
        Description: input.Description ?? '',
        ...typeOf(input),
        ...(input.CustomKeyStoreId !== undefined && { CustomKeyStoreId: input.CustomKeyStoreId }),
        ...(input.XksKeyId !== undefined && { XksKeyId: input.XksKeyId }),
        KeyManager: 'CUSTOMER',
        MultiRegion: input.MultiRegion ?? false,
        Policy: input.Policy ?? defaultKeyPolicy(caller.AccountId),
        Tags: input.Tags ?? [],
      },
      now,
      random,
      command.rsaPrivateKey,
    );
    const problem =
      (input.CustomKeyStoreId === undefined ? undefined : rarely().keyStoreOfNewKeyProblem(scene, input)) ??
      keyQuotaProblem(world, caller.AccountId, Region) ??
      (input.Policy === undefined
        ? undefined
        : rarely().keyPolicyProblem({ scope: scene, operation: 'CreateKey', input, key }));
    if (problem) return problem;
    draft.put('keys', key.Arn, key);
    return { KeyMetadata: keyMetadata(draft.world, key) };
  },
  trail: { responds: ['KeyMetadata'] },
});

const storeParameterProblem = (input: Input): Refused | undefined => {
  const { Origin = 'AWS_KMS', CustomKeyStoreId, XksKeyId } = input;
  const isPlain = Origin === 'AWS_KMS' && CustomKeyStoreId === undefined && XksKeyId === undefined;
  return isPlain ? undefined : rarely().keyStoreParameterProblem(input);
};

/** The type that a request asks for, with AWS's defaults. */
const typeOf = ({ KeySpec, CustomerMasterKeySpec, KeyUsage, Origin }: Input) => ({
  KeySpec: KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT',
  KeyUsage: KeyUsage ?? 'ENCRYPT_DECRYPT',
  Origin: Origin ?? 'AWS_KMS',
});

const typeProblem = (input: Input): Refused | undefined => {
  if (input.KeySpec !== undefined && input.CustomerMasterKeySpec !== undefined)
    return refused(
      'ValidationException',
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    );
  const { KeySpec, KeyUsage, Origin } = typeOf(input);
  const { usages, origins } = KEY_TYPES[KeySpec];
  if (input.KeyUsage === undefined && KeySpec !== 'SYMMETRIC_DEFAULT')
    return refused(
      'ValidationException',
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  if (!usages[KeyUsage])
    return refused('ValidationException', `KeyUsage ${KeyUsage} is not compatible with KeySpec ${KeySpec}`);
  if (KeySpec === 'SM2' || !origins.includes(Origin)) return refused('UnsupportedOperationException');
  return undefined;
};
