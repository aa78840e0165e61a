/**
 * The vectors that AWS published with version 2 of the message format, written by its C, Java, JavaScript and Python
 * libraries. Source and licence: test/oracles/esdk-commitment-vectors.json.
 */
import { describe, expect, test } from 'vitest';
import { deriveKey } from '../../src/esdk/derive-key.ts';
import { decryptMessage, explainMessage, findSuite, isRefused } from '../../src/esdk/index.ts';
import { suiteOf } from '../../src/esdk/suites.ts';
import vectors from '../oracles/esdk-commitment-vectors.json' with { type: 'json' };

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64.replace(/\s/g, ''), 'base64'));

test('there are 46 of them, five of which must fail', () => {
  expect(vectors.tests).toHaveLength(46);
  expect(vectors.tests.filter(({ status }) => !status)).toHaveLength(5);
});

describe.each(vectors.tests.map((vector) => [vector.comment, vector] as const))('%s', (_, vector) => {
  const message = bytes(vector.ciphertext);
  const opened = decryptMessage(message, () => bytes(vector['decrypted-dek']));

  if (vector.status) {
    test('is opened', () => {
      if (isRefused(opened)) throw new Error(JSON.stringify(opened));
      expect(new TextDecoder().decode(opened.plaintext)).toBe((vector['plaintext-frames'] ?? []).join(''));
      expect(opened.header.encryptionContext).toEqual(vector['encryption-context']);
      expect(opened.header.messageId).toEqual(bytes(vector['message-id']));
      expect(opened.header.commitment).toEqual(bytes(vector.commitment));
    });

    const messageKey = vector['content-encryption-key'];
    // AWS's own libraries left their keys out of the vectors; the crafted messages have them.
    if (messageKey)
      test('derives the published key', () => {
        const suite = suiteOf(message[1] === 4 ? 0x0478 : 0x0578);
        const derived = deriveKey(suite, bytes(vector['decrypted-dek']), bytes(vector['message-id']));
        expect(derived.messageKey).toEqual(bytes(messageKey));
      });
  } else {
    test('is refused for its commitment, at the byte where it stands', () => {
      const { fields } = explainMessage(message);
      const commitment = fields.find(({ name }) => name === 'commitment');
      expect(opened).toEqual({ refusal: { reason: 'commitmentMismatch', offset: commitment?.start } });
    });
  }

  test('is explained to its last byte', () => {
    const { fields, refusal } = explainMessage(message);
    expect(refusal).toBeUndefined();
    expect(fields.at(-1)?.end).toBe(message.length);
    const suite = fields.find(({ name }) => name === 'suiteId')?.value;
    expect(suite?.kind === 'suite' && findSuite(suite.suite)?.commitsToKey).toBe(true);
  });
});
