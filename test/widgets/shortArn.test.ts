import { describe, expect, test } from 'vitest';
import { arnPieces, shortArn } from '../../src/widgets/shortArn.ts';

const KEY = 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('shortArn', () => {
  test.each([
    [KEY, 'key/1234…90ab'],
    ['1234abcd-12ab-34cd-56ef-1234567890ab', '1234…90ab'],
    ['arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab', 'key/mrk-1234…90ab'],
    ['arn:aws:kms:us-east-1:111122223333:alias/payroll', 'alias/payroll'],
    ['alias/a-name-longer-than-the-limit', 'alias/a-name-longer-than-the-limit'],
  ])('%s → %s', (arn, short) => {
    expect(shortArn(arn)).toBe(short);
  });
});

test('an ARN may break after each : and /, and loses nothing by it', () => {
  expect(arnPieces(KEY)).toEqual([
    'arn:',
    'aws:',
    'kms:',
    'ap-northeast-1:',
    '111122223333:',
    'key/',
    '1234abcd-12ab-34cd-56ef-1234567890ab',
  ]);
  expect(arnPieces(KEY).join('')).toBe(KEY);
});
