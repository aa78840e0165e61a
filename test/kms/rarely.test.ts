import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BY_ALIAS } from '../../src/kms/aws-managed-keys.ts';
import type { Command } from '../../src/kms/command.ts';
import { OPERATION_FACTS } from '../../src/kms/model/operation-facts.ts';
import { needsRarely } from '../../src/kms/needs.ts';
import { EVERYDAY_NAMES, isEveryday } from '../../src/kms/operations/everyday-names.ts';
import { OPERATION_NAMES } from '../../src/kms/vocabulary.ts';

/** The model as a page first loads it. */
const everydayModel = async () => {
  vi.resetModules();
  const { call } = await import('../../src/kms/call.ts');
  const { bigBang } = await import('../../src/kms/world.ts');
  const { hasRarely } = await import('../../src/kms/rarely.ts');
  expect(hasRarely()).toBe(false);
  return { call, bigBang };
};

const RARE: readonly Command[] = [
  { operation: 'ListKeys', input: {} },
  { operation: 'CreateKey', input: { Policy: '{}' } },
  { operation: 'CreateKey', input: { Origin: 'EXTERNAL' } },
  { operation: 'CreateKey', input: { CustomKeyStoreId: 'cks-1' } },
  { operation: 'DescribeKey', input: { KeyId: 'alias/aws/ebs' } },
];

describe('The everyday model', () => {
  let model: Awaited<ReturnType<typeof everydayModel>>;
  beforeEach(async () => {
    model = await everydayModel();
  });

  test.each(RARE)('throws when it is asked for what is not loaded, rather than answer wrongly: %o', (command) => {
    expect(needsRarely(command)).toBe(true);
    expect(() => model.call(model.bigBang('rare'), command)).toThrow(/import src\/kms\/whole\.ts first/);
  });

  test('answers every command of which needs.ts says that it needs nothing', () => {
    const KeyId = fc.constantFrom('key', 'alias/app', 'alias/none', 'no-key');
    const command = fc.oneof(
      fc.record({ clock: fc.record({ by: fc.nat({ max: 40 * 86_400_000 }) }) }),
      fc.record({
        operation: fc.constantFrom(...EVERYDAY_NAMES),
        as: fc.constantFrom('admin', 'app', 'thief'),
        input: fc.record(
          {
            KeyId,
            TargetKeyId: KeyId,
            AliasName: fc.constantFrom('alias/app', 'alias/other'),
            KeySpec: fc.constantFrom('AES_256', 'SYMMETRIC_DEFAULT'),
            Plaintext: fc.constant('aGVsbG8='),
            CiphertextBlob: fc.constant('aGVsbG8='),
            PendingWindowInDays: fc.integer({ min: 6, max: 31 }),
            MultiRegion: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let world = model.call(model.bigBang('everyday'), { operation: 'CreateKey', input: {} }).world;
        const [Arn = ''] = Object.keys(world.keys);
        for (const given of commands) {
          const text = JSON.stringify(given).replaceAll('"key"', JSON.stringify(Arn));
          const next = JSON.parse(text) as Command;
          if (!needsRarely(next)) world = model.call(world, next).world;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('needsRarely', () => {
  test('says so of every operation that is not for every day', () => {
    for (const operation of OPERATION_NAMES.filter((name) => !isEveryday(name)))
      expect(needsRarely({ operation, input: {} })).toBe(true);
  });

  test('turning the clock needs nothing', () => {
    expect(needsRarely({ clock: 'next' })).toBe(false);
  });
});

test('the operations that take an alias are those of the documentation', () => {
  const documented = OPERATION_NAMES.filter((name) =>
    Object.values(OPERATION_FACTS[name].keyIdAccepts).some((forms) => forms.includes('aliasName')),
  );
  expect([...BY_ALIAS].sort()).toEqual([...documented].sort());
});
