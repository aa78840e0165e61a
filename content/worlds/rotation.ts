import { defineWorld } from '../../src/learn/start-world.ts';

const KeyId = '$ledger.KeyMetadata.KeyId';
const book = (text: string, save: string) =>
  ({
    operation: 'Encrypt',
    input: { KeyId: 'alias/ledger', Plaintext: { $utf8: text } },
    as: 'app',
    save,
  }) as const;

/** A key with a ledger under it, half a year old, that has been rotated once. */
export default defineWorld({
  id: 'rotation',
  steps: [
    { operation: 'CreateKey', input: { Description: 'ledger' }, save: 'ledger' },
    { operation: 'CreateAlias', input: { AliasName: 'alias/ledger', TargetKeyId: KeyId } },
    { advance: 'P5D' },
    book('ledger: first quarter', 'q1'),
    { operation: 'EnableKeyRotation', input: { KeyId, RotationPeriodInDays: 90 } },
    { advance: 'P60D' },
    book('ledger: second quarter', 'q2'),
    { advance: 'P60D' },
    book('ledger: third quarter', 'q3'),
    { advance: 'P5D' },
  ],
  labels: {
    q1: { ja: '第1四半期の帳簿', en: 'Ledger, first quarter' },
    q2: { ja: '第2四半期の帳簿', en: 'Ledger, second quarter' },
    q3: { ja: '第3四半期の帳簿', en: 'Ledger, third quarter' },
  },
});
