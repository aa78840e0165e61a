import { describe, expect, test } from 'vitest';
import { beginHistory, entriesOf, type KeyRecord, keysOf, worldNow } from '../../src/kms/index.ts';
import { DAY } from '../../src/kms/vocabulary.ts';
import '../../src/kms/whole.ts';
import { layersOf, monthlyPrice, sealedIn } from '../../src/learn/material-layers.ts';
import { runScript, type ScriptStep } from '../../src/learn/script.ts';

const KeyId = '$k1.KeyMetadata.KeyId';
const encrypt = (save: string): ScriptStep => ({
  operation: 'Encrypt',
  input: { KeyId, Plaintext: { $utf8: 'x' } },
  save,
});

const done = (...steps: readonly ScriptStep[]) => {
  const { history } = runScript(beginHistory('layers'), [{ operation: 'CreateKey', save: 'k1' }, ...steps]);
  const [key] = keysOf(worldNow(history)) as [KeyRecord];
  return { key, layers: layersOf(key), sealed: sealedIn(entriesOf(history)) };
};

// https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
describe('the layers of a key', () => {
  test('follow one another without a gap, and the last one is current', () => {
    const { layers } = done(
      { operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 90 } },
      { advance: 'P100D' },
      { operation: 'RotateKeyOnDemand', input: { KeyId } },
    );
    expect(layers.map(({ by }) => by)).toEqual(['FIRST', 'AUTOMATIC', 'ON_DEMAND']);
    expect(layers.map(({ from, until }) => (until === undefined ? 'open' : (until - from) / DAY))).toEqual([
      90,
      10,
      'open',
    ]);
  });

  test('keep their ciphertexts: a rotation moves none, ReEncrypt makes a new one on the current layer', () => {
    const { layers, sealed } = done(
      encrypt('c1'),
      { operation: 'RotateKeyOnDemand', input: { KeyId } },
      encrypt('c2'),
      { operation: 'ReEncrypt', input: { CiphertextBlob: '$c1.CiphertextBlob', DestinationKeyId: KeyId } },
    );
    const on = (KeyMaterialId: string) => layers.findIndex((layer) => layer.KeyMaterialId === KeyMaterialId);
    expect(sealed.map(({ KeyMaterialId }) => on(KeyMaterialId))).toEqual([0, 1, 1]);
    expect(sealed.map(({ from }) => from)).toEqual([undefined, undefined, sealed[0]?.seq]);
  });
});

// https://aws.amazon.com/kms/pricing/
test.each([
  [0, 1],
  [1, 2],
  [2, 3],
  [5, 3],
])('after %i rotations a key costs %i USD a month', (rotations, price) => {
  const rotate: ScriptStep = { operation: 'RotateKeyOnDemand', input: { KeyId } };
  expect(monthlyPrice(done(...Array.from({ length: rotations }, () => rotate)).key)).toBe(price);
});
