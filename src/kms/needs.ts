import { type ApiCall, type Command, isApiCall, isTurnClock } from './command.ts';
import type { RsaKeySpec } from './crypto/algorithms.ts';
import { isEveryday } from './operations/everyday-names.ts';
import type { OperationName } from './vocabulary.ts';

/**
 * What a command needs from outside before it is given: the edge of the program may wait, the model may not. See
 * prepareCommand.ts of the widgets, which waits.
 */

/** Whether whole.ts must be loaded before the command is given. True may be said in vain, false never. */
export const needsRarely = (command: Command): boolean => {
  if (isTurnClock(command)) return false;
  if (!isApiCall(command)) return 'setOptions' in command.stage;
  const { operation, input } = command;
  if (!isEveryday(operation)) return true;
  if (Object.values(input).some((value) => typeof value === 'string' && value.includes('alias/aws/'))) return true;
  return operation === 'CreateKey' && OF_RARE_KEYS.some((member) => input[member] !== undefined);
};

/** Members of CreateKey's input that ask for more than an ordinary key. */
const OF_RARE_KEYS = ['CustomKeyStoreId', 'Origin', 'Policy', 'XksKeyId'] as const;

/** Operations that have to do with key pairs whatever their input says. */
const ALWAYS = new Set<OperationName>([
  'Decapsulate',
  'DeriveSharedSecret',
  'Encapsulate',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
  'GetParametersForImport',
  'ImportKeyMaterial',
  'Sign',
  'Verify',
]);

/** Whether full.ts must be loaded before the command is given. True may be said in vain, false never. */
export const needsAsymmetric = (command: Command): boolean => {
  if (!isApiCall(command)) return false;
  const { operation, input } = command;
  if (ALWAYS.has(operation)) return true;
  if (operation === 'CreateKey') return !isSecret(specOf(input));
  // An RSA key encrypts and decrypts only by an algorithm that is named.
  return ['EncryptionAlgorithm', 'SourceEncryptionAlgorithm', 'DestinationEncryptionAlgorithm'].some(
    (member) => typeof input[member] === 'string' && input[member] !== 'SYMMETRIC_DEFAULT',
  );
};

/** The size of a fresh RSA key that should come with the command. Without it the model searches for primes, slowly. */
export const needsRsaKey = (command: Command): RsaKeySpec | undefined => {
  if (!isApiCall(command) || command.rsaPrivateKey !== undefined || command.input.DryRun === true) return undefined;
  const spec = freshKeySpec(command);
  return spec === 'RSA_2048' || spec === 'RSA_3072' || spec === 'RSA_4096' ? spec : undefined;
};

const freshKeySpec = ({ operation, input }: ApiCall): unknown => {
  switch (operation) {
    case 'CreateKey':
      return input.Origin === undefined || input.Origin === 'AWS_KMS' ? specOf(input) : undefined;
    case 'GenerateDataKeyPair':
    case 'GenerateDataKeyPairWithoutPlaintext':
      return input.KeyPairSpec;
    case 'GetParametersForImport':
      return input.WrappingKeySpec;
    default:
      return undefined;
  }
};

type Input = ApiCall['input'];

const specOf = ({ KeySpec, CustomerMasterKeySpec }: Input): unknown =>
  KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';

const isSecret = (spec: unknown): boolean =>
  spec === 'SYMMETRIC_DEFAULT' || (typeof spec === 'string' && spec.startsWith('HMAC_'));
