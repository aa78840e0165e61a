import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OPERATION_NAMES, type OperationName, validateInput } from '../../../src/kms/model/index.ts';

const recorded: { test: string; label: string; code: string; message: string }[] = JSON.parse(
  readFileSync(new URL('../../oracles/recorded-errors.json', import.meta.url), 'utf8'),
).errors;

const bytes = (length: number) => Buffer.alloc(length, 1).toString('base64');
const KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

const errorOf = (operation: OperationName, input: unknown) => {
  const result = validateInput(operation, input);
  return result.ok ? undefined : result.error;
};
const messageOf = (operation: OperationName, input: unknown) => errorOf(operation, input)?.message;

/** The requests that LocalStack's tests sent to AWS, by the label of the recorded answer. */
const REQUESTS: Record<string, [OperationName, unknown]> = {
  'test_generate_random_invalid_number_of_bytes[0] generate-random-exc': ['GenerateRandom', { NumberOfBytes: 0 }],
  'test_generate_random_invalid_number_of_bytes[1025] generate-random-exc': ['GenerateRandom', { NumberOfBytes: 1025 }],
  'test_hmac_create_key_invalid_operations create-hmac-key-invalid-spec': [
    'CreateKey',
    { KeySpec: 'HMAC_random', KeyUsage: 'GENERATE_VERIFY_MAC' },
  ],
  'test_hmac_create_key_invalid_operations create-hmac-key-invalid-key-usage': [
    'CreateKey',
    { KeySpec: 'HMAC_256', KeyUsage: 'RANDOM' },
  ],
  'test_invalid_generate_mac[HMAC_256-INVALID] generate-mac': [
    'GenerateMac',
    { KeyId, Message: bytes(20), MacAlgorithm: 'INVALID' },
  ],
  'test_invalid_verify_mac[HMAC_256-INVALID-some important message] verify-mac': [
    'VerifyMac',
    { KeyId, Message: bytes(20), Mac: bytes(32), MacAlgorithm: 'INVALID' },
  ],
  'test_plaintext_size_for_encrypt invalid-plaintext-size-encrypt': ['Encrypt', { KeyId, Plaintext: bytes(4097) }],
  'test_derive_shared_secret response-invalid-key-agreement-algo': [
    'DeriveSharedSecret',
    { KeyId, PublicKey: bytes(91), KeyAgreementAlgorithm: 'INVALID' },
  ],
  'test_key_with_long_tag_value_raises_error too-long-tag-value': [
    'CreateKey',
    { Tags: [{ TagKey: 'a', TagValue: 'v'.repeat(257) }] },
  ],
  'test_create_key_with_invalid_tag_key[too_long_key] invalid-tag-key': [
    'CreateKey',
    { Tags: [{ TagKey: 'a'.repeat(129), TagValue: 'v' }] },
  ],
};

describe('validateInput answers with the text that AWS answered', () => {
  const constraintTexts = recorded.filter(({ message }) => /validation errors? detected/.test(message));

  test.each(constraintTexts)('$test $label', ({ test: name, label, message, code }) => {
    const [operation, input] = REQUESTS[`${name} ${label}`] ?? [];
    if (operation === undefined) throw new Error(`no request is written down for "${name} ${label}"`);
    expect(errorOf(operation, input)).toEqual({ __type: code, message });
  });

  // Measured on AWS in 2026 by https://github.com/floci-io/floci (its KMS integration test).
  const nullMember = 'failed to satisfy constraint: Member must not be null';
  test.each<[OperationName, unknown, string]>([
    ['DescribeKey', {}, `1 validation error detected: Value null at 'keyId' ${nullMember}`],
    [
      'ReEncrypt',
      { CiphertextBlob: 'AAAA' },
      `1 validation error detected: Value null at 'destinationKeyId' ${nullMember}`,
    ],
    ['CreateAlias', { AliasName: 'alias/x' }, `1 validation error detected: Value null at 'targetKeyId' ${nullMember}`],
    ['Encrypt', { KeyId }, `1 validation error detected: Value at 'plaintext' ${nullMember}`],
    [
      'Verify',
      { KeyId, Message: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256' },
      `1 validation error detected: Value null at 'signature' ${nullMember}`,
    ],
    [
      'Decrypt',
      { CiphertextBlob: bytes(6145) },
      "1 validation error detected: Value at 'ciphertextBlob' failed to satisfy constraint: Member must have length less than or equal to 6144",
    ],
    [
      'Sign',
      { KeyId, Message: '', SigningAlgorithm: 'ECDSA_SHA_256' },
      "1 validation error detected: Value at 'message' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ],
    [
      'Sign',
      { KeyId, Message: 'AAAA', SigningAlgorithm: 'ECDSA_SHA_256', MessageType: 'FOO' },
      "1 validation error detected: Value 'FOO' at 'messageType' failed to satisfy constraint: Member must satisfy enum value set: [RAW, DIGEST, EXTERNAL_MU]",
    ],
    [
      'Encrypt',
      { KeyId, Plaintext: 'AAAA', EncryptionAlgorithm: 'FOO' },
      "1 validation error detected: Value 'FOO' at 'encryptionAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: [RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, SM2PKE, SYMMETRIC_DEFAULT]",
    ],
  ])('%s %j', (operation, input, message) => {
    expect(messageOf(operation, input)).toBe(message);
  });

  // https://github.com/boto/boto3/issues/3428
  test('GenerateDataKey lists the specs of KMS keys for an unknown data key spec', () => {
    expect(messageOf('GenerateDataKey', { KeyId, KeySpec: 'AES-256' })).toBe(
      "1 validation error detected: Value 'AES-256' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: [RSA_2048, ECC_NIST_P384, ECC_NIST_P256, ECC_NIST_P521, HMAC_384, RSA_3072, ECC_SECG_P256K1, RSA_4096, SYMMETRIC_DEFAULT, HMAC_256, HMAC_224, HMAC_512]",
    );
  });
});

describe('validateInput', () => {
  test('reports all problems in one text, joined by semicolons', () => {
    expect(messageOf('CreateAlias', { AliasName: '' })).toBe(
      "3 validation errors detected: Value '' at 'aliasName' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$; Value null at 'targetKeyId' failed to satisfy constraint: Member must not be null",
    );
  });

  test('counts list items from 1 and names them member', () => {
    expect(messageOf('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: '' }, { TagValue: 'b' }] })).toBe(
      "1 validation error detected: Value null at 'tags.2.member.tagKey' failed to satisfy constraint: Member must not be null",
    );
  });

  test('judges a list of plain values as a whole', () => {
    expect(messageOf('UntagResource', { KeyId, TagKeys: ['ok', ''] })).toBe(
      "1 validation error detected: Value '[ok, ]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]",
    );
  });

  test('never shows a sensitive value', () => {
    const message = messageOf('UpdateCustomKeyStore', { CustomKeyStoreId: 'cks-1', KeyStorePassword: 'secret' });
    expect(message).toContain("Value at 'keyStorePassword'");
    expect(message).not.toContain('secret');
  });

  test.each([1, 365])('leaves the documented range of PendingWindowInDays to the operation: %i days pass', (days) => {
    expect(errorOf('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: days })).toBeUndefined();
  });
  test.each([0, 366])('knows the range of PendingWindowInDays in the model: %i days do not pass', (days) => {
    expect(errorOf('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: days })?.__type).toBe('ValidationException');
  });

  test('measures blobs in decoded bytes', () => {
    expect(errorOf('Encrypt', { KeyId, Plaintext: bytes(4096) })).toBeUndefined();
    expect(errorOf('Encrypt', { KeyId, Plaintext: bytes(4097) })?.__type).toBe('ValidationException');
  });

  test('measures text in characters, not in UTF-16 units', () => {
    expect(errorOf('CreateKey', { Tags: [{ TagKey: '鍵'.repeat(128), TagValue: '🔑'.repeat(256) }] })).toBeUndefined();
  });

  test('drops unknown members and members that are null', () => {
    expect(validateInput('DescribeKey', { KeyId, GrantTokens: null, Colour: 'red' })).toEqual({
      ok: true,
      input: { KeyId },
    });
  });

  test.each<[unknown, string]>([
    [{ KeyId: 1 }, 'NUMBER_VALUE can not be converted to a String'],
    [{ KeyId: true }, 'TRUE_VALUE can not be converted to a String'],
    [{ KeyId: [] }, 'Start of list found where not expected'],
    [{ KeyId: {} }, 'Start of structure or map found where not expected.'],
    [{ KeyId, Plaintext: '%' }, 'Invalid base64'],
    [{ KeyId, Plaintext: 'AAAA', DryRun: 'true' }, 'STRING_VALUE can not be converted to a Boolean'],
    [[], 'Start of list found where not expected'],
  ])('refuses the wrong JSON type before any constraint: %j', (input, message) => {
    expect(errorOf('Encrypt', input)).toEqual({ __type: 'SerializationException', message });
  });

  test('keeps a key named __proto__ a key, and reads no inherited member', () => {
    const input = JSON.parse(`{"KeyId":"${KeyId}","Plaintext":"AAAA","EncryptionContext":{"__proto__":"a"}}`);
    const result = validateInput('Encrypt', input);
    expect(result.ok && Object.entries(result.input.EncryptionContext ?? {})).toEqual([['__proto__', 'a']]);
    expect(messageOf('DescribeKey', Object.create({ KeyId }))).toContain("Value null at 'keyId'");
    expect(messageOf('DescribeKey', JSON.parse(`{"__proto__":{"KeyId":"${KeyId}"}}`))).toContain(
      "Value null at 'keyId'",
    );
  });

  test('never throws, and what it accepts it accepts again unchanged', () => {
    const member = fc.constantFrom(
      'KeyId',
      'Plaintext',
      'Tags',
      'Operations',
      'Constraints',
      'GrantTokens',
      'Limit',
      '__proto__',
    );
    const request = fc.oneof(fc.jsonValue(), fc.dictionary(member, fc.jsonValue()));
    fc.assert(
      fc.property(fc.constantFrom(...OPERATION_NAMES), request, (operation, input) => {
        const result = validateInput(operation, input);
        if (result.ok) expect(validateInput(operation, result.input)).toEqual(result);
        else expect(result.error.message.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
