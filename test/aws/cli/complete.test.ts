import { describe, expect, test } from 'vitest';
import { complete, type Surroundings } from '../../../src/aws/cli/index.ts';

const surroundings: Surroundings = {
  keyIds: ['1234abcd-12ab-34cd-56ef-1234567890ab'],
  aliases: ['alias/payroll'],
  regions: ['us-east-1', 'eu-west-1'],
  profiles: ['alice'],
  files: ['plain.txt'],
};

/** `|` marks the cursor. */
const suggested = (text: string) => {
  const cursor = text.indexOf('|');
  return complete(text.replace('|', ''), cursor, surroundings).suggestions.map((suggestion) => suggestion.text);
};

describe('complete', () => {
  test.each<[string, readonly string[]]>([
    ['|', ['aws']],
    ['aws |', ['cloudtrail', 'kms', 'logs', 'sts', 'help']],
    ['aws k|', ['kms']],
    ['aws kms describe-|', ['describe-custom-key-stores', 'describe-key']],
    ['aws kms describe-key --key-id |', ['alias/payroll', '1234abcd-12ab-34cd-56ef-1234567890ab']],
    ['aws kms describe-key --key-id alias/|', ['alias/payroll']],
    ['aws kms create-alias --target-key-id |', ['1234abcd-12ab-34cd-56ef-1234567890ab']],
    ['aws kms encrypt --plaintext |', ['fileb://plain.txt']],
    ['aws kms generate-data-key --key-id x --key-spec |', ['AES_256', 'AES_128']],
    ['aws kms create-grant --operations Encrypt Des|', ['DescribeKey']],
    ['aws kms list-keys --output t|', ['text', 'table']],
    ['aws --region |', ['us-east-1', 'eu-west-1']],
    ['aws kms list-keys --profile a|', ['alice']],
    ['aws kms sign --mess|', ['--message', '--message-type']],
    ["aws kms describe-key --key-id 'al|", []],
    ['ls |', []],
  ])('%s', (line, expected) => expect(suggested(line)).toEqual(expected));

  test('offers required options first, and none twice', () => {
    const offered = suggested('aws kms encrypt --key-id k |');
    expect(offered[0]).toBe('--plaintext');
    expect(offered).not.toContain('--key-id');
  });

  test('replaces the word under the cursor', () => {
    expect(complete('aws kms descr', 13, {})).toMatchObject({ from: 8, to: 13 });
  });
});
