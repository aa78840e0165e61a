import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCommandLine, toCommandLine } from '../../../src/aws/cli/index.ts';
import { INPUTS, OPERATION_NAMES, type Shape, type StructureShape } from '../../../src/kms/model/index.ts';

describe('toCommandLine', () => {
  test.each<[string, { [member: string]: unknown }, string]>([
    ['ListKeys', {}, 'aws kms list-keys'],
    ['DescribeKey', { KeyId: 'alias/payroll' }, 'aws kms describe-key --key-id alias/payroll'],
    [
      'CreateKey',
      { Description: "the payroll's key", MultiRegion: true },
      `aws kms create-key --description 'the payroll'\\''s key' --multi-region`,
    ],
    [
      'TagResource',
      {
        KeyId: 'k',
        Tags: [
          { TagKey: 'Purpose', TagValue: 'Test' },
          { TagKey: 'Team', TagValue: '42' },
        ],
      },
      'aws kms tag-resource --key-id k --tags TagKey=Purpose,TagValue=Test TagKey=Team,TagValue=42',
    ],
    [
      'TagResource',
      { KeyId: 'k', Tags: [{ TagKey: 'a b', TagValue: '' }] },
      `aws kms tag-resource --key-id k --tags '[{"TagKey":"a b","TagValue":""}]'`,
    ],
    [
      'Encrypt',
      { KeyId: 'k', Plaintext: 'aGVsbG8=', EncryptionContext: { purpose: 'test' }, DryRun: false },
      'aws kms encrypt --key-id k --plaintext aGVsbG8= --encryption-context purpose=test --no-dry-run',
    ],
    ['CreateKey', { Description: 'file://x' }, `aws kms create-key --cli-input-json '{"Description":"file://x"}'`],
    ['CreateKey', { Description: '-x' }, 'aws kms create-key --description=-x'],
  ])('%s %j', (operation, input, line) => expect(toCommandLine(operation, input)).toBe(line));

  test('names Region and profile at the end', () => {
    expect(toCommandLine('ListKeys', {}, { region: 'eu-west-1', profile: 'alice' })).toBe(
      'aws kms list-keys --region eu-west-1 --profile alice',
    );
  });

  /** Values of a shape that pass the CLI's own checks. */
  const anyValue = (shape: Shape): fc.Arbitrary<unknown> => {
    switch (shape.type) {
      case 'string':
        return fc
          .oneof(
            fc.string({ unit: 'grapheme', maxLength: 12 }),
            fc.constantFrom('-a', 'a b', "it's", '[x', '{a}', 'a=b', 'file://a', 'true', '1'),
          )
          .filter((text) => !text.includes('\0'))
          .map((text) => text + 'x'.repeat(Math.max(0, (shape.min ?? 0) - [...text].length)));
      case 'blob':
        return fc.uint8Array({ minLength: 1, maxLength: 9 }).map((bytes) => Buffer.from(bytes).toString('base64'));
      case 'integer':
        return fc.integer({ min: shape.min ?? 0, max: shape.max ?? 1000 });
      case 'timestamp':
        return fc.integer({ min: 1, max: 4_000_000_000 }).filter((seconds) => String(seconds).length !== 8);
      case 'boolean':
        return fc.boolean();
      case 'list':
        return fc.array(anyValue(shape.of), { minLength: shape.min ?? 0, maxLength: 3 });
      case 'map':
        return fc.dictionary(
          fc.string({ maxLength: 6 }).filter((key) => key !== '__proto__'),
          anyValue(shape.of),
          { maxKeys: 3 },
        );
      case 'structure':
        return requestOf(shape);
    }
  };
  const requestOf = (shape: StructureShape): fc.Arbitrary<Record<string, unknown>> =>
    fc.record(Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, anyValue(member)])), {
      requiredKeys: [...shape.required],
    }) as fc.Arbitrary<Record<string, unknown>>;

  test('is read back by the command line to the same request', () => {
    const request = fc
      .constantFrom(...OPERATION_NAMES)
      .chain((operation) => requestOf(INPUTS[operation]).map((input) => ({ operation, input })));
    fc.assert(
      fc.property(request, ({ operation, input }) => {
        const parsed = parseCommandLine(toCommandLine(operation, input, { region: 'us-east-1' }));
        expect(parsed).toMatchObject({ kind: 'call', service: 'kms', operation, globals: { region: 'us-east-1' } });
        expect(parsed.kind === 'call' && parsed.input).toEqual(input);
      }),
      { numRuns: 400 },
    );
  });
});
