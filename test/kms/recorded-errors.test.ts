import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import '../../src/kms/full.ts';
import { type ErrorType, httpStatus } from '../../src/kms/errors.ts';
import { type Given, given } from './given.ts';
import { importedKey, importing, parametersFor, wrap } from './importing.ts';
import { rsaKey } from './rsaKeys.ts';

/**
 * Every error that was recorded from AWS (test/oracles/recorded-errors.json), brought about here in the same way. Names
 * that differ from run to run are compared by kind: an ARN for an ARN, an id for an id.
 */
interface Recorded {
  readonly test: string;
  readonly label: string;
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

const { errors } = JSON.parse(readFileSync(new URL('../oracles/recorded-errors.json', import.meta.url), 'utf8')) as {
  readonly errors: readonly Recorded[];
};

type Answer = { readonly __type: string; readonly message?: string };

const base64 = (value: string | Uint8Array) => Buffer.from(value).toString('base64');
const Message = base64('some important message');
const Plaintext = base64('secret');
const EncryptionContext = { context: 'test' };
const UUID = '134f2428-cec1-4b25-a1ae-9048164dba47';
const mac = (g: Given, KeySpec: string) => g.key({ KeySpec, KeyUsage: 'GENERATE_VERIFY_MAC' });
const curve = (g: Given, KeyUsage = 'SIGN_VERIFY') => g.key({ KeySpec: 'ECC_NIST_P256', KeyUsage });
const rsa = (g: Given, spec: 'RSA_2048' | 'RSA_3072' | 'RSA_4096', KeyUsage: string) =>
  g.key({ KeySpec: spec, KeyUsage }, { rsaPrivateKey: rsaKey(spec).rsaPrivateKey });
const flipped = (ciphertext: unknown) => {
  const bytes = Buffer.from(ciphertext as string, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  return bytes.toString('base64');
};

/** What stands between the brackets of a parametrized test. */
const parameters = ({ test }: Recorded): readonly string[] => /\[(.*)\]/.exec(test)?.[1]?.split('-') ?? [];

const macKeyNamed = (operation: 'GenerateMac' | 'VerifyMac') => (g: Given, recorded: Recorded) =>
  g.refuse(operation, {
    KeyId: 'key_id',
    Message,
    MacAlgorithm: parameters(recorded)[1],
    ...(operation === 'VerifyMac' && { Mac: Message }),
  });

const wrongContext =
  (make: (g: Given, KeyId: string) => Record<string, unknown>, member = 'CiphertextBlob') =>
  (g: Given) =>
    g.refuse('Decrypt', { CiphertextBlob: make(g, g.key())[member] });

const invalidDigest = (g: Given, recorded: Recorded): Answer => {
  const [spec, SigningAlgorithm] = parameters(recorded) as ['RSA_2048' | 'ECC_NIST_P256', string];
  const KeyId = spec.startsWith('RSA')
    ? rsa(g, 'RSA_2048', 'SIGN_VERIFY')
    : g.key({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY' });
  return g.refuse('Sign', { KeyId, SigningAlgorithm, MessageType: 'DIGEST', Message });
};

const describing = (KeyId: string, region?: string) => (g: Given) =>
  g.refuse('DescribeKey', { KeyId }, region ? { region } : {});

const wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' };
const external = (g: Given, input = {}) => g.key({ Origin: 'EXTERNAL', ...input });
const material = (fill: number) => new Uint8Array(32).fill(fill);
const ARN = `arn:aws:kms:ap-northeast-1:111122223333:key/${UUID}`;

/** By name of the test, without its parameters, and label. */
const SCENARIOS: { readonly [name: string]: (g: Given, recorded: Recorded) => Answer } = {
  'test_generate_random_invalid_number_of_bytes generate-random-exc': (g, recorded) => {
    const [size] = parameters(recorded);
    return g.refuse('GenerateRandom', size === 'None' ? {} : { NumberOfBytes: Number(size) });
  },
  'test_encrypt_validate_plaintext_size_per_key_type generate-random-exc': (g, recorded) => {
    const [spec, EncryptionAlgorithm] = parameters(recorded) as ['RSA_2048', string];
    const KeyId = rsa(g, spec, 'ENCRYPT_DECRYPT');
    return g.refuse('Encrypt', { KeyId, EncryptionAlgorithm, Plaintext: base64(new Uint8Array(500)) });
  },
  'test_get_key_in_different_region describe-key-diff-region-with-id': (g) =>
    g.refuse('DescribeKey', { KeyId: g.key().split('/')[1] }, { region: 'us-east-1' }),
  'test_get_key_in_different_region describe-key-diff-region-with-arn': (g) =>
    g.refuse('DescribeKey', { KeyId: g.key() }, { region: 'us-east-1' }),
  'test_get_key_does_not_exist describe-nonexistent-key-with-id': describing(UUID),
  'test_get_key_does_not_exist describe-nonexistent-with-arn': describing(ARN),
  'test_get_key_does_not_exist describe-key-with-valid-id-mrk': describing(`mrk-${'0123456789abcdef'.repeat(2)}`),
  'test_get_key_invalid_uuid describe-key-with-invalid-uuid': describing('fake-key-id'),
  'test_get_key_invalid_uuid describe-key-with-invalid-uuid-2': describing('134f2428cec14b25a1ae9048164dba47'),
  'test_get_key_invalid_uuid describe-key-with-invalid-uuid-mrk': describing('mrk-fake-key-id'),
  'test_replicate_key describe-key-from-different-region': (g) => {
    const KeyId = g.key({ MultiRegion: true }).split('/')[1];
    return g.refuse('DescribeKey', { KeyId }, { region: 'ap-southeast-1' });
  },
  'test_create_alias create_alias': (g) => g.refuse('CreateAlias', { AliasName: 'invalid', TargetKeyId: g.key() }),
  'test_sign_verify bad-digest': invalidDigest,
  'test_sign_verify bad-signature': (g) => {
    const KeyId = rsa(g, 'RSA_2048', 'SIGN_VERIFY');
    return g.refuse('Verify', { KeyId, SigningAlgorithm: 'RSASSA_PSS_SHA_256', Message, Signature: base64('bad') });
  },
  'test_hmac_create_key_invalid_operations create-hmac-key-without-key-usage': (g) =>
    g.refuse('CreateKey', { KeySpec: 'HMAC_256' }),
  'test_hmac_create_key_invalid_operations create-hmac-key-invalid-spec': (g) =>
    g.refuse('CreateKey', { KeySpec: 'HMAC_random', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  'test_hmac_create_key_invalid_operations create-hmac-key-invalid-key-usage': (g) =>
    g.refuse('CreateKey', { KeySpec: 'HMAC_256', KeyUsage: 'RANDOM' }),
  'test_generate_and_verify_mac generate-mac-invalid-key-id': macKeyNamed('GenerateMac'),
  'test_generate_and_verify_mac verify-mac-invalid-key-id': macKeyNamed('VerifyMac'),
  'test_invalid_generate_mac generate-mac': (g, recorded) => {
    const [spec = '', MacAlgorithm] = parameters(recorded);
    return g.refuse('GenerateMac', { KeyId: mac(g, spec), MacAlgorithm, Message });
  },
  'test_invalid_verify_mac verify-mac': (g, recorded) => {
    const [, MacAlgorithm, message = ''] = parameters(recorded);
    const KeyId = mac(g, 'HMAC_256');
    const { Mac } = g.ask('GenerateMac', {
      KeyId,
      MacAlgorithm: 'HMAC_SHA_256',
      Message: base64('some important message'),
    });
    return g.refuse('VerifyMac', { KeyId, MacAlgorithm, Message: base64(message), Mac });
  },
  'test_import_key_symmetric encrypt-before-import-error': (g) =>
    g.refuse('Encrypt', { KeyId: external(g), Plaintext }),
  'test_import_key_symmetric import-expiring-key-without-valid-to': (g) =>
    g.refuse('ImportKeyMaterial', {
      ...importing(g, external(g), material(1)),
      ExpirationModel: 'KEY_MATERIAL_EXPIRES',
    }),
  'test_import_key_symmetric encrypt-after-delete-error': (g) => {
    const KeyId = importedKey(g, material(1));
    g.ask('DeleteImportedKeyMaterial', { KeyId });
    return g.refuse('Encrypt', { KeyId, Plaintext });
  },
  'test_error_messaging_for_invalid_keys generate-mac-invalid-key-id': (g) =>
    g.refuse('GenerateMac', { KeyId: g.key(), MacAlgorithm: 'HMAC_SHA_256', Message }),
  'test_error_messaging_for_invalid_keys sign-invalid-key-id': (g) =>
    g.refuse('Sign', { KeyId: mac(g, 'HMAC_224'), SigningAlgorithm: 'RSASSA_PSS_SHA_256', Message }),
  'test_error_messaging_for_invalid_keys verify-invalid-key-id': (g) =>
    g.refuse('Verify', { KeyId: g.key(), SigningAlgorithm: 'RSASSA_PSS_SHA_256', Message, Signature: Message }),
  'test_error_messaging_for_invalid_keys encrypt-invalid-key-id': (g) =>
    g.refuse('Encrypt', { KeyId: curve(g), Plaintext }),
  'test_error_messaging_for_invalid_keys decrypt-invalid-key-id': (g) => {
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: g.key(), Plaintext });
    return g.refuse('Decrypt', { KeyId: mac(g, 'HMAC_224'), CiphertextBlob });
  },
  'test_plaintext_size_for_encrypt invalid-plaintext-size-encrypt': (g) =>
    g.refuse('Encrypt', { KeyId: g.key(), Plaintext: base64(new Uint8Array(4097)) }),
  'test_encrypt_decrypt_encryption_context decrypt_response_without_encryption_context': wrongContext((g, KeyId) =>
    g.ask('Encrypt', { KeyId, Plaintext, EncryptionContext }),
  ),
  'test_encrypt_decrypt_encryption_context decrypt_response_with_invalid_ciphertext': (g) => {
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: g.key(), Plaintext, EncryptionContext });
    return g.refuse('Decrypt', { CiphertextBlob: flipped(CiphertextBlob), EncryptionContext });
  },
  'test_encryption_context_generate_data_key decrypt-without-encryption-context': wrongContext((g, KeyId) =>
    g.ask('GenerateDataKey', { KeyId, KeySpec: 'AES_256', EncryptionContext }),
  ),
  'test_encryption_context_generate_data_key_without_plaintext decrypt-without-encryption-context': wrongContext(
    (g, KeyId) => g.ask('GenerateDataKeyWithoutPlaintext', { KeyId, KeySpec: 'AES_256', EncryptionContext }),
  ),
  'test_encryption_context_generate_data_key_pair decrypt-without-encryption-context': wrongContext(
    (g, KeyId) => g.ask('GenerateDataKeyPair', { KeyId, KeyPairSpec: 'ECC_NIST_P256', EncryptionContext }),
    'PrivateKeyCiphertextBlob',
  ),
  'test_encryption_context_generate_data_key_pair_without_plaintext decrypt-without-encryption-context': wrongContext(
    (g, KeyId) =>
      g.ask('GenerateDataKeyPairWithoutPlaintext', { KeyId, KeyPairSpec: 'ECC_NIST_P256', EncryptionContext }),
    'PrivateKeyCiphertextBlob',
  ),
  'test_get_parameters_for_import response-error': (g) =>
    g.refuse('GetParametersForImport', { KeyId: g.key(), ...wrapping }),
  'test_get_parameters_for_import_raises_for_non_external_kms_keys get-import-parameters-error': (g) =>
    g.refuse('GetParametersForImport', { KeyId: g.key(), ...wrapping }),
  'test_derive_shared_secret response-invalid-key-usage': (g) => {
    const KeyId = curve(g);
    const { PublicKey } = g.ask('GetPublicKey', { KeyId });
    return g.refuse('DeriveSharedSecret', { KeyId, KeyAgreementAlgorithm: 'ECDH', PublicKey });
  },
  'test_derive_shared_secret response-invalid-key-spec': (g) =>
    g.refuse('CreateKey', { KeySpec: 'RSA_2048', KeyUsage: 'KEY_AGREEMENT' }),
  'test_derive_shared_secret response-invalid-key-agreement-algo': (g) =>
    g.refuse('DeriveSharedSecret', {
      KeyId: curve(g, 'KEY_AGREEMENT'),
      KeyAgreementAlgorithm: 'INVALID',
      PublicKey: Message,
    }),
  'test_derive_shared_secret response-invalid-key': (g) =>
    g.refuse('DeriveSharedSecret', { KeyId: g.key(), KeyAgreementAlgorithm: 'ECDH', PublicKey: Message }),
  'test_derive_shared_secret response-invalid-public-key': (g) =>
    g.refuse('DeriveSharedSecret', {
      KeyId: curve(g, 'KEY_AGREEMENT'),
      KeyAgreementAlgorithm: 'ECDH',
      PublicKey: base64('InvalidPublicKey'),
    }),
  'test_tag_key_with_duplicate_tag_keys_raises_error duplicate-tag-keys': (g) =>
    g.refuse('TagResource', {
      KeyId: g.key(),
      Tags: [
        { TagKey: 'a', TagValue: '1' },
        { TagKey: 'a', TagValue: '2' },
      ],
    }),
  'test_create_key_with_too_many_tags_raises_error invalid-tag-key': (g) =>
    g.refuse('CreateKey', { Tags: Array.from({ length: 51 }, (_, n) => ({ TagKey: `key${n}`, TagValue: '' })) }),
  'test_tag_existing_key_with_invalid_tag_key invalid-tag-key': (g) =>
    g.refuse('TagResource', { KeyId: g.key(), Tags: [{ TagKey: 'aws:key', TagValue: 'x' }] }),
  'test_key_with_long_tag_value_raises_error too-long-tag-value': (g) =>
    g.refuse('TagResource', { KeyId: g.key(), Tags: [{ TagKey: 'key', TagValue: 'v'.repeat(257) }] }),
  'test_create_key_with_invalid_tag_key invalid-tag-key': (g, recorded) =>
    g.refuse('CreateKey', {
      Tags: [{ TagKey: recorded.test.includes('too_long') ? 'a'.repeat(129) : 'aws:key', TagValue: 'x' }],
    }),
  'test_rotate_key_on_demand_raises_error_given_key_is_disabled error-response': (g) => {
    const KeyId = g.key();
    g.ask('DisableKey', { KeyId });
    return g.refuse('RotateKeyOnDemand', { KeyId });
  },
  'test_rotate_key_on_demand_raises_error_given_key_that_does_not_exist error-response': (g) =>
    g.refuse('RotateKeyOnDemand', { KeyId: UUID }),
  'test_rotate_key_on_demand_raises_error_given_non_symmetric_key error-response': (g) =>
    g.refuse('RotateKeyOnDemand', { KeyId: curve(g) }),
  'test_rotate_key_on_demand_raises_error_given_key_with_imported_key_material error-response': (g) =>
    g.refuse('RotateKeyOnDemand', { KeyId: importedKey(g, material(1)) }),
  'test_key_rotations_encryption_decryption bad-ciphertext': (g) => {
    const KeyId = g.key();
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId, Plaintext });
    g.ask('RotateKeyOnDemand', { KeyId });
    return g.refuse('Decrypt', { KeyId, CiphertextBlob: flipped(CiphertextBlob) });
  },
  'test_key_rotations_limits error-response': (g) => {
    const KeyId = g.key();
    for (let count = 0; count < 25; count++) g.ask('RotateKeyOnDemand', { KeyId });
    return g.refuse('RotateKeyOnDemand', { KeyId });
  },
  'test_generate_data_key_pair_dry_run dryrun_exception': (g) =>
    g.refuse('GenerateDataKeyPair', { KeyId: g.key(), KeyPairSpec: 'RSA_2048', DryRun: true }),
  'test_generate_data_key_pair_without_plaintext_dry_run dryrun_exception': (g) =>
    g.refuse('GenerateDataKeyPairWithoutPlaintext', { KeyId: g.key(), KeyPairSpec: 'RSA_2048', DryRun: true }),
  'test_re_encrypt_incorrect_source_key incorrect-source-key': (g) => {
    const { CiphertextBlob } = g.ask('Encrypt', { KeyId: g.key(), Plaintext });
    return g.refuse('ReEncrypt', { SourceKeyId: g.key(), DestinationKeyId: g.key(), CiphertextBlob });
  },
  'test_replicate_replica_key_should_fail fail-replicate-non-primary-key': (g) => {
    const KeyId = g.key({ MultiRegion: true });
    g.ask('ReplicateKey', { KeyId, ReplicaRegion: 'us-east-1' });
    g.wait(60_000);
    const replica = KeyId.replace('ap-northeast-1', 'us-east-1');
    return g.refuse('ReplicateKey', { KeyId: replica, ReplicaRegion: 'eu-west-1' }, { region: 'us-east-1' });
  },
  'test_rotate_key_on_demand_on_external_key_with_no_key_material rotate': (g, recorded) => {
    const [KeySpec] = parameters(recorded);
    return g.refuse('RotateKeyOnDemand', { KeyId: external(g, { KeySpec, KeyUsage: 'ENCRYPT_DECRYPT' }) });
  },
  'test_import_key_material_raises_if_there_is_already_key_material_pending existing-pending-material-error': (g) => {
    const KeyId = importedKey(g, material(1));
    g.ask('ImportKeyMaterial', { ...importing(g, KeyId, material(2)), ImportType: 'NEW_KEY_MATERIAL' });
    const parameters = parametersFor(g, KeyId);
    return g.refuse('ImportKeyMaterial', {
      KeyId,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial: wrap(material(3), parameters),
      ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE',
      ImportType: 'NEW_KEY_MATERIAL',
    });
  },
  'test_rotate_key_on_demand_raises_for_no_pending_key_material rotate-key-on-demand-invalid-state-error': (g) =>
    g.refuse('RotateKeyOnDemand', { KeyId: importedKey(g, material(1)) }),
};

const nameOf = ({ test, label }: Recorded): string =>
  `${test.replace(/\[.*\]$/, '')} ${label}`.replace(/ rotate-key-on-demand-error-response-.*$/, ' rotate');

/** Since these were recorded AWS has moved on. */
const CHANGED: { readonly [name: string]: { readonly why: string; readonly now: Partial<Answer> } } = {
  'test_rotate_key_on_demand_raises_error_given_key_with_imported_key_material error-response': {
    why: 'since June 2025 keys with imported material rotate on demand',
    now: {
      __type: 'KMSInvalidStateException',
      message: expect.stringMatching(/^No available key material pending rotation/),
    },
  },
};

/** Names that differ from run to run, by kind. */
const byKind = (message: string): string =>
  message
    .replace(
      /arn:(aws|<partition>):kms:[a-z0-9<>-]+:(<[^>]+>|\d{12}):key\/(<[^>]+>|mrk-[0-9a-f]{32}|[0-9a-f-]{36})/g,
      'ARN',
    )
    .replace(/<(mrk-)?key-arn>/g, 'ARN')
    .replace(/<key-material-id(:\d)?>|\b[0-9a-f]{64}\b/g, 'MATERIAL')
    .replace(/(?<=KMS key )(<key-id:1>|[0-9a-f-]{36})/g, 'ID')
    .replace(/^Invalid arn (<secondary-region>|ap-northeast-1)$/, 'Invalid arn REGION');

describe('errors recorded from AWS', () => {
  test.each(errors.map((recorded) => ({ recorded, name: `${recorded.test} ${recorded.label}` })))(
    '$name',
    ({ recorded }) => {
      const scenario = SCENARIOS[nameOf(recorded)];
      if (!scenario) throw new Error(`no scenario for ${nameOf(recorded)}`);
      const answer = scenario(given('recorded'), recorded);
      const changed = CHANGED[nameOf(recorded)];
      if (changed) {
        expect(answer).toEqual(changed.now);
        return;
      }
      expect(answer.__type).toBe(recorded.code);
      expect(byKind(answer.message ?? '')).toBe(byKind(recorded.message));
      expect(httpStatus(answer.__type as ErrorType)).toBe(recorded.status);
      // An exception without text has no such member at all.
      expect('message' in answer).toBe(recorded.message !== '');
    },
  );

  test('each scenario stands for an answer that was recorded', () => {
    const recorded = new Set(errors.map(nameOf));
    expect(Object.keys(SCENARIOS).filter((name) => !recorded.has(name))).toEqual([]);
  });
});
