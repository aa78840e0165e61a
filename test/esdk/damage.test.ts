/** Bad input: every damage is refused with a reason and a byte, in memory and time that the input bounds. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  decryptMessage,
  encryptMessage,
  explainMessage,
  getEncryptionMaterials,
  isRefused,
  type Refused,
  type SuiteId,
  sealMessage,
  suites,
} from '../../src/esdk/index.ts';
import { ARN_A, ARN_B, decryptWith, FakeKms, keyringOf, seeded } from './fake-kms.ts';

// Some of these do thousands of decryptions; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const kms = new FakeKms();
const decryptDataKey = decryptWith(kms);

const messageOf = (suite: SuiteId, length = 40, frameLength = 16, others: string[] = []): Uint8Array => {
  const request = {
    plaintext: Uint8Array.from({ length }, (_, at) => at),
    encryptionContext: { ledger: '2026', 部署: '経理' },
    suite,
    frameLength,
  };
  const message = encryptMessage(request, keyringOf(kms, ARN_A, others), seeded(`${suite}`));
  if (isRefused(message)) throw new Error(JSON.stringify(message));
  return message;
};

const refusalOf = (message: Uint8Array) => {
  const answer = decryptMessage(message, decryptDataKey);
  return (answer as Partial<Refused>).refusal;
};

const reasonOf = (message: Uint8Array) => refusalOf(message)?.reason;

const fieldOf = (message: Uint8Array, name: string, nth = 0) => {
  const field = explainMessage(message).fields.filter((each) => each.name === name)[nth];
  if (!field) throw new Error(`no field ${name}`);
  return field;
};

const patched = (message: Uint8Array, at: number, ...bytes: number[]) => {
  const copy = message.slice();
  copy.set(bytes, at);
  return copy;
};

describe.each(suites.map(({ name, id }) => [name, id] as const))('%s', (_, suite) => {
  test.each([
    ['framed', 16],
    ['unframed', 0],
  ])('refuses a change of any single byte of a %s message', (_shape, frameLength) => {
    const message = messageOf(suite, 40, frameLength);
    for (let at = 0; at < message.length; at++) {
      // One bit suffices for a tag; a whole byte flips the most of a length.
      for (const change of [0x01, 0x80, 0xff]) {
        // The signature is checked last and slowly: one change for each of its bytes will do.
        if (change !== 0x01 && at > fieldOf(message, 'frameTag', frameLength ? 2 : 0).end) continue;
        const refusal = refusalOf(patched(message, at, (message[at] ?? 0) ^ change));
        expect(refusal, `byte ${at} ^ ${change}`).toBeDefined();
        expect(refusal?.offset).toBeLessThanOrEqual(message.length);
      }
    }
  });

  test('refuses every shorter message, and a longer one', () => {
    const message = messageOf(suite);
    for (let length = 0; length < message.length; length++) {
      const refusal = refusalOf(message.subarray(0, length));
      expect(refusal?.reason, `${length} bytes`).toBe('truncated');
      expect(refusal?.offset).toBeLessThanOrEqual(length);
    }
    expect(refusalOf(new Uint8Array([...message, 0]))).toEqual({ reason: 'trailingBytes', offset: message.length });
  });

  test('refuses two frames that changed places, at the number of the first', () => {
    const message = messageOf(suite);
    const first = fieldOf(message, 'sequenceNumber', 0).start;
    const second = fieldOf(message, 'sequenceNumber', 1).start;
    const third = fieldOf(message, 'finalFrameMark').start;
    const swapped = message.slice();
    swapped.set(message.subarray(second, third), first);
    swapped.set(message.subarray(first, second), first + (third - second));
    expect(refusalOf(swapped)).toEqual({ reason: 'frameOutOfOrder', offset: first });
  });

  test('refuses a message whose middle frame was cut out, or written twice', () => {
    const message = messageOf(suite);
    const second = fieldOf(message, 'sequenceNumber', 1).start;
    const third = fieldOf(message, 'finalFrameMark').start;
    const cut = new Uint8Array([...message.subarray(0, second), ...message.subarray(third)]);
    expect(refusalOf(cut)).toEqual({ reason: 'frameOutOfOrder', offset: second + 4 });
    const twice = new Uint8Array([...message.subarray(0, third), ...message.subarray(second)]);
    expect(refusalOf(twice)).toEqual({ reason: 'frameOutOfOrder', offset: third });
  });
});

describe('a signed message', () => {
  test('refuses the footer of another message, and says that it is the signature', () => {
    const message = messageOf(0x0578);
    const other = messageOf(0x0578, 41);
    const cut = fieldOf(message, 'signatureLength').start;
    const footer = other.subarray(fieldOf(other, 'signatureLength').start);
    const joined = new Uint8Array([...message.subarray(0, cut), ...footer]);
    expect(refusalOf(joined)).toEqual({ reason: 'signatureInvalid', offset: cut + 2 });
  });
});

describe('suite and public key that contradict each other', () => {
  const sealedWith = (from: SuiteId, to: SuiteId) => {
    const made = getEncryptionMaterials(
      { suite: from, encryptionContext: {} },
      keyringOf(kms),
      seeded('contradiction'),
    );
    if (isRefused(made)) throw new Error(made.refusal.reason);
    const message = sealMessage(new Uint8Array(3), { ...made, suite: to }, { messageId: new Uint8Array(32) });
    if (isRefused(message)) throw new Error(message.refusal.reason);
    return message;
  };

  test('a signature that was stripped, suite and all, is noticed by the key it left behind', () => {
    const message = sealedWith(0x0578, 0x0478);
    const { start } = fieldOf(message, 'contextLength');
    expect(refusalOf(message)).toEqual({ reason: 'publicKeyUnexpected', offset: start });
  });

  test('a suite that signs needs its key in the context', () => {
    const message = sealedWith(0x0478, 0x0578);
    const { start } = fieldOf(message, 'contextLength');
    expect(refusalOf(message)).toEqual({ reason: 'publicKeyMissing', offset: start });
  });
});

describe('several encrypted data keys', () => {
  const message = messageOf(0x0478, 8, 16, [ARN_B]);

  test('a change in the first is refused although the second still opens', () => {
    const { start } = fieldOf(message, 'dataKey');
    expect(reasonOf(patched(message, start, (message[start] ?? 0) ^ 1))).toBe('headerTagMismatch');
  });

  test('when none opens, each answer is told in order', () => {
    const answer = decryptMessage(message, ({ providerInfo }) => ({
      error: { __type: 'AccessDeniedException', message: providerInfo },
    }));
    expect(answer).toEqual({
      refusal: {
        reason: 'dataKeyNotDecrypted',
        offset: fieldOf(message, 'dataKeyCount').start,
        dataKeyErrors: [ARN_A, ARN_B].map((message) => ({ error: { __type: 'AccessDeniedException', message } })),
      },
    });
  });

  test('more than allowed are refused before any is tried', () => {
    const answer = decryptMessage(
      message,
      () => {
        throw new Error('was asked');
      },
      { maxEncryptedDataKeys: 1 },
    );
    expect(answer).toEqual({
      refusal: { reason: 'tooManyEncryptedDataKeys', offset: fieldOf(message, 'dataKeyCount').start },
    });
  });
});

describe('the header says what is wrong', () => {
  const v1 = messageOf(0x0178);
  const v2 = messageOf(0x0478);

  test.each([
    ['base64 instead of bytes', new TextEncoder().encode(Buffer.from(v2).toString('base64')), 'base64', 0],
    ['another version', patched(v2, 0, 3), 'versionUnknown', 0],
    ['another type', patched(v1, 1, 0x81), 'typeUnknown', 1],
    ['an unknown suite', patched(v2, 1, 0x99), 'suiteUnknown', 1],
    ['a suite of the other version', patched(v2, 1, 0x01, 0x78), 'suiteOfOtherVersion', 1],
    ['no encrypted data key', patched(v2, fieldOf(v2, 'dataKeyCount').start, 0, 0), 'noEncryptedDataKey', undefined],
    ['another content type', patched(v2, fieldOf(v2, 'contentType').start, 3), 'contentTypeUnknown', undefined],
    ['reserved bytes in use', patched(v1, fieldOf(v1, 'reserved').start, 1), 'reservedNotZero', undefined],
    ['another IV length', patched(v1, fieldOf(v1, 'ivLength').start, 16), 'ivLengthWrong', undefined],
    ['frames of no length', patched(v2, fieldOf(v2, 'frameLength').start, 0, 0, 0, 0), 'frameLengthWrong', undefined],
    [
      'a context count too small',
      patched(v2, fieldOf(v2, 'contextPairCount').start, 0, 1),
      'contextMalformed',
      undefined,
    ],
    [
      'a context count of zero',
      patched(v2, fieldOf(v2, 'contextPairCount').start, 0, 0),
      'contextMalformed',
      undefined,
    ],
    ['bytes that are no UTF-8', patched(v2, fieldOf(v2, 'contextKey').start, 0xff), 'textNotUtf8', undefined],
    [
      'another commitment',
      patched(v2, fieldOf(v2, 'commitment').start, 0, 0),
      'commitmentMismatch',
      fieldOf(v2, 'commitment').start,
    ],
    [
      'another header tag',
      patched(v2, fieldOf(v2, 'headerTag').start, 0, 0),
      'headerTagMismatch',
      fieldOf(v2, 'headerTag').start,
    ],
    [
      'another frame tag',
      patched(v2, fieldOf(v2, 'frameTag').start, 0, 0),
      'bodyTagMismatch',
      fieldOf(v2, 'frameTag').start,
    ],
  ] as const)('%s', (_, message, reason, offset) => {
    const refusal = refusalOf(message);
    expect(refusal?.reason).toBe(reason);
    if (offset !== undefined) expect(refusal?.offset).toBe(offset);
  });

  test('the same context key twice', () => {
    const message = messageOf(0x0478);
    const second = fieldOf(message, 'contextKey', 1);
    // 'ledger' and '部署' both have six bytes in UTF-8.
    const first = fieldOf(message, 'contextKey', 0);
    expect(first.end - first.start).toBe(second.end - second.start);
    const twice = message.slice();
    twice.set(message.subarray(first.start, first.end), second.start);
    expect(refusalOf(twice)).toEqual({ reason: 'contextKeyTwice', offset: second.start - 2 });
  });
});

describe('lengths that lie', () => {
  const framed = messageOf(0x0478);
  const unframed = messageOf(0x0478, 40, 0);

  test.each([
    ['a frame of 4 GiB', patched(framed, fieldOf(framed, 'frameLength').start, 255, 255, 255, 255)],
    [
      'content of 16 EiB',
      patched(unframed, fieldOf(unframed, 'contentLength').start, 255, 255, 255, 255, 255, 255, 255, 255),
    ],
    ['content of 1 GiB', patched(unframed, fieldOf(unframed, 'contentLength').start, 0, 0, 0, 0, 64, 0, 0, 0)],
    ['65,535 encrypted data keys', patched(framed, fieldOf(framed, 'dataKeyCount').start, 255, 255)],
    ['a data key of 64 KiB', patched(framed, fieldOf(framed, 'dataKeyLength').start, 255, 255)],
    ['a context of 64 KiB', patched(framed, fieldOf(framed, 'contextLength').start, 255, 255)],
  ])('%s costs nothing', (_, message) => {
    const before = process.memoryUsage();
    const started = performance.now();
    for (let run = 0; run < 100; run++) {
      expect(explainMessage(message, { maxEncryptedDataKeys: 65_535 }).fields.at(-1)?.end).toBe(message.length);
      expect(reasonOf(message)).toBeDefined();
    }
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(process.memoryUsage().arrayBuffers - before.arrayBuffers).toBeLessThan(16 * 2 ** 20);
  });

  test('a final frame longer than a frame is refused at its length', () => {
    const { start } = fieldOf(framed, 'contentLength');
    expect(refusalOf(patched(framed, start, 0, 0, 0, 17))).toEqual({ reason: 'finalFrameTooLong', offset: start });
  });
});

describe('anything at all', () => {
  const covered = (message: Uint8Array) => {
    const { fields, refusal } = explainMessage(message);
    let at = 0;
    for (const { start, end } of fields) {
      expect(start).toBe(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    expect(at).toBe(message.length);
    // Only what was refused leaves bytes unread.
    if (fields.some(({ name }) => name === 'unread')) expect(refusal).toBeDefined();
    return refusal;
  };

  const messages = suites.flatMap(({ id }) => [messageOf(id), messageOf(id, 40, 0), messageOf(id, 0)]);

  test('whole messages are covered byte by byte, none left unread', () => {
    for (const message of messages) expect(covered(message)).toBeUndefined();
  });

  test('random bytes are refused, and every byte is in exactly one field', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(covered(noise)).toBeDefined();
        expect(reasonOf(noise)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test('mangled messages are refused, and every byte is in exactly one field', () => {
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...messages), fc.array(edit, { minLength: 1, maxLength: 3 }), (message, edits) => {
        const mangled = edits.reduce((bytes, { at, remove, insert }) => {
          const start = at % (bytes.length + 1);
          return new Uint8Array([...bytes.subarray(0, start), ...insert, ...bytes.subarray(start + remove)]);
        }, message);
        covered(mangled);
        if (Buffer.compare(mangled, message) !== 0) expect(reasonOf(mangled)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('a field of text, number or suite has the value of its bytes', () => {
    for (const message of messages)
      for (const { start, end, value } of explainMessage(message).fields) {
        const bytes = Buffer.from(message.subarray(start, end));
        if (value.kind === 'number') expect(BigInt(value.number)).toBe(BigInt(`0x${bytes.toString('hex')}`));
        if (value.kind === 'suite') expect(value.suite).toBe(bytes.readUInt16BE());
        if (value.kind === 'text') expect(value.text).toBe(bytes.toString('utf8'));
      }
  });
});

describe('what is not written', () => {
  const refusalWhen = (request: Partial<Parameters<typeof encryptMessage>[0]>) => {
    const answer = encryptMessage({ plaintext: new Uint8Array(3), ...request }, keyringOf(kms), seeded('refused'));
    return (answer as Partial<Refused>).refusal?.reason;
  };

  test.each([
    [
      'the key that the signature needs',
      { encryptionContext: { 'aws-crypto-public-key': 'mine' } },
      'contextKeyReserved',
    ],
    ['half of a surrogate pair', { encryptionContext: { '\ud83d': 'x' } }, 'contextNotWellFormed'],
    ['a context beyond 65,535 bytes', { encryptionContext: { long: 'x'.repeat(65_536) } }, 'contextTooLong'],
    ['a negative frame length', { frameLength: -1 }, 'frameLengthOutOfRange'],
    ['a frame length of 4 GiB', { frameLength: 2 ** 32 }, 'frameLengthOutOfRange'],
  ] as const)('%s', (_, request, reason) => {
    expect(refusalWhen(request)).toBe(reason);
  });

  test('KMS says no: its answer is told, and nothing is made', () => {
    const error = { __type: 'DisabledException', message: 'is disabled.' };
    const answer = encryptMessage(
      { plaintext: new Uint8Array(3) },
      { generateDataKey: () => ({ error }) },
      seeded('no'),
    );
    expect(answer).toEqual({ refusal: { reason: 'dataKeyNotGenerated', dataKeyErrors: [{ error }] } });
  });

  test('a data key of another length than the suite asked for is not used', () => {
    const keyring = {
      generateDataKey: () => ({
        plaintext: new Uint8Array(16),
        encryptedDataKey: { providerId: 'aws-kms', providerInfo: ARN_A, ciphertext: new Uint8Array(1) },
      }),
    };
    const answer = encryptMessage({ plaintext: new Uint8Array(3) }, keyring, seeded('short'));
    expect(answer).toEqual({ refusal: { reason: 'dataKeyWrongLength' } });
  });
});
