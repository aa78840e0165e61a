/**
 * Samples of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html and
 * https://github.com/aws/event-ruler (README), then KMS.
 */
import { describe, expect, test } from 'vitest';
import { compileEventPattern } from '../../../src/logs/eventbridge/compileEventPattern.ts';
import { type RuleState, runRule } from '../../../src/logs/eventbridge/runRule.ts';

const EVENT = {
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  time: '2017-10-02T16:24:49Z',
  resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-000000aaaaaa00000'],
  detail: {
    'c-count': 5,
    'd-count': 3,
    'x-limit': 301.8,
    'source-ip': '10.0.0.33',
    state: 'running',
    none: null,
    on: true,
  },
};

const matches = (pattern: unknown, event: unknown = EVENT): boolean => {
  const compiled = compileEventPattern(pattern);
  if (!compiled.ok) throw new Error(`${compiled.error.code} at ${compiled.error.path.join('.')}`);
  return compiled.matches(event);
};
const detail = (field: string, ...values: unknown[]): boolean => matches({ detail: { [field]: values } });

describe('an event pattern', () => {
  test('joins keys by and, values by or, and takes lists by intersection', () => {
    expect(matches({ resources: EVENT.resources, detail: { state: ['initializing', 'running'] } })).toBe(true);
    expect(matches({ source: ['aws.s3'], detail: { state: ['running'] } })).toBe(false);
    expect(matches({ a: [1, 2] }, { a: [2, 3] })).toBe(true);
    expect(matches({ a: [1] }, { a: [2, 3] })).toBe(false);
    expect(detail('none', null)).toBe(true);
    expect(detail('on', true)).toBe(true);
    expect(detail('state', 'Running')).toBe(false);
  });

  test('compares beginnings, ends and letter case of texts alone', () => {
    expect(matches({ time: [{ prefix: '2017-10-02' }] })).toBe(true);
    expect(matches({ source: [{ suffix: 'ec2' }] })).toBe(true);
    expect(matches({ source: [{ suffix: 'EC2' }] })).toBe(false);
    expect(matches({ source: [{ 'equals-ignore-case': 'AWS.EC2' }] })).toBe(true);
    expect(matches({ source: [{ prefix: { 'equals-ignore-case': 'AWS' } }] })).toBe(true);
    expect(matches({ source: [{ suffix: { 'equals-ignore-case': 'EC2' } }] })).toBe(true);
    expect(detail('c-count', { prefix: '5' })).toBe(false);
  });

  test('takes wildcards, also escaped ones', () => {
    expect(matches({ source: [{ wildcard: 'a*.ec*' }] })).toBe(true);
    expect(matches({ source: [{ wildcard: 'a*c2*2' }] })).toBe(false);
    expect(matches({ x: [{ wildcard: 'ab*ba' }] }, { x: 'aba' })).toBe(false);
    expect(matches({ x: [{ wildcard: '*' }] }, { x: '' })).toBe(true);
    expect(matches({ x: [{ wildcard: 'a\\*b\\\\' }] }, { x: 'a*b\\' })).toBe(true);
    expect(matches({ x: [{ wildcard: 'a\\*b' }] }, { x: 'axb' })).toBe(false);
  });

  test('anything-but matches other values, never an absent field', () => {
    expect(detail('state', { 'anything-but': 'initializing' })).toBe(true);
    expect(detail('state', { 'anything-but': ['running', 'stopped'] })).toBe(false);
    expect(detail('x-limit', { 'anything-but': [100, 200] })).toBe(true);
    expect(detail('state', { 'anything-but': { prefix: 'run' } })).toBe(false);
    expect(detail('state', { 'anything-but': { suffix: ['x', 'ing'] } })).toBe(false);
    expect(detail('state', { 'anything-but': { wildcard: '*x*' } })).toBe(true);
    expect(detail('missing', { 'anything-but': 'x' })).toBe(false);
  });

  test('numeric compares JSON numbers with one or two bounds', () => {
    expect(detail('c-count', { numeric: ['>', 0, '<=', 5] })).toBe(true);
    expect(detail('c-count', { numeric: ['>', 0, '<', 5] })).toBe(false);
    expect(detail('x-limit', { numeric: ['=', 3.018e2] })).toBe(true);
    expect(detail('c-count', { numeric: ['>', 5] })).toBe(false);
    expect(detail('c-count', { numeric: ['>=', 5] })).toBe(true);
    expect(detail('state', { numeric: ['<', 10] })).toBe(false);
  });

  test('exists asks for a leaf', () => {
    expect(detail('c-count', { exists: true })).toBe(true);
    expect(detail('none', { exists: true })).toBe(true);
    expect(detail('errorCode', { exists: false })).toBe(true);
    expect(detail('c-count', { exists: false })).toBe(false);
    expect(matches({ detail: [{ exists: false }] })).toBe(true);
    expect(matches({ gone: { deep: [{ exists: false }] } })).toBe(true);
  });

  test('cidr takes the addresses of a block', () => {
    expect(detail('source-ip', { cidr: '10.0.0.0/24' })).toBe(true);
    expect(detail('source-ip', { cidr: '10.0.1.0/24' })).toBe(false);
    expect(detail('source-ip', { cidr: '0.0.0.0/0' })).toBe(true);
    expect(detail('state', { cidr: '10.0.0.0/24' })).toBe(false);
  });

  test('$or joins objects, at any depth', () => {
    const pattern = { detail: { $or: [{ 'c-count': [{ numeric: ['>', 9] }] }, { 'd-count': [3] }] } };
    expect(matches(pattern)).toBe(true);
    expect(matches({ source: ['aws.s3'], ...pattern })).toBe(false);
  });

  test('conditions on the objects of a list hold for one and the same object', () => {
    const event = {
      keys: [
        { id: 1, state: 'Enabled' },
        { id: 2, state: 'Disabled' },
      ],
    };
    expect(matches({ keys: { id: [2], state: ['Disabled'] } }, event)).toBe(true);
    expect(matches({ keys: { id: [1], state: ['Disabled'] } }, event)).toBe(false);
  });

  test.each([
    [[], 'PatternNotObject', []],
    [{}, 'PatternEmpty', []],
    [{ a: [] }, 'PatternEmpty', ['a']],
    [{ a: 'x' }, 'ValuesNotList', ['a']],
    [{ a: { b: 1 } }, 'ValuesNotList', ['a', 'b']],
    [{ a: [{ contains: 'x' }] }, 'OperatorUnknown', ['a']],
    [{ a: [{ prefix: 1 }] }, 'OperandInvalid', ['a']],
    [{ a: [{ 'anything-but': ['x', 1] }] }, 'OperandInvalid', ['a']],
    [{ a: [{ exists: 'no' }] }, 'OperandInvalid', ['a']],
    [{ a: [['x']] }, 'OperandInvalid', ['a']],
    [{ a: [{ numeric: ['>', '5'] }] }, 'NumericInvalid', ['a']],
    [{ a: [{ numeric: ['>', 5, '<', 5] }] }, 'NumericInvalid', ['a']],
    [{ a: [{ numeric: ['=', 5e9 + 1] }] }, 'NumericInvalid', ['a']],
    [{ a: [{ wildcard: 'a**b' }] }, 'WildcardInvalid', ['a']],
    [{ a: [{ wildcard: 'a\\b' }] }, 'WildcardInvalid', ['a']],
    [{ $or: [{ a: [1] }] }, 'OrTooFew', ['$or']],
  ])('refuses %j: %s', (pattern, code, path) => {
    expect(compileEventPattern(pattern)).toMatchObject({ ok: false, error: { code, path } });
  });
});

describe('an EventBridge rule over CloudTrail records', () => {
  const record = (eventName: string, readOnly: boolean, more = {}) => ({
    timestamp: 0,
    message: {
      eventSource: 'kms.amazonaws.com',
      eventName,
      readOnly,
      eventType: 'AwsApiCall',
      managementEvent: true,
      eventCategory: 'Management',
      ...more,
    },
  });
  const verdicts = (State: RuleState, pattern: unknown, ...records: ReturnType<typeof record>[]) => {
    const ran = runRule({ Name: 'r', State, EventPattern: pattern }, records);
    return ran.ok ? ran.outcomes.map(({ verdict }) => verdict) : ran.error;
  };
  const SCHEDULED = {
    source: ['aws.kms'],
    'detail-type': ['AWS API Call via CloudTrail'],
    detail: { eventSource: ['kms.amazonaws.com'], eventName: ['DisableKey', 'ScheduleKeyDeletion'] },
  };
  const USED = { detail: { errorCode: ['DisabledException', 'KMSInvalidStateException'] } };
  const refused = record('Decrypt', true, { errorCode: 'KMSInvalidStateException' });

  test('sees ScheduleKeyDeletion and DisableKey in the default state, failed attempts too', () => {
    const failed = record('DisableKey', false, { errorCode: 'AccessDenied' });
    expect(verdicts('ENABLED', SCHEDULED, record('ScheduleKeyDeletion', false), failed, refused)).toEqual([
      'delivered',
      'delivered',
      'patternDiffers',
    ]);
    const successful = { ...SCHEDULED, detail: { ...SCHEDULED.detail, errorCode: [{ exists: false }] } };
    expect(verdicts('ENABLED', successful, record('ScheduleKeyDeletion', false), failed)).toEqual([
      'delivered',
      'patternDiffers',
    ]);
  });

  test('never sees the use of a key in state ENABLED, because it is read-only', () => {
    expect(verdicts('ENABLED', USED, refused)).toEqual(['readOnlyWithheld']);
    expect(verdicts('ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS', USED, refused)).toEqual(['delivered']);
    expect(verdicts('DISABLED', USED, refused)).toEqual(['ruleDisabled']);
  });

  test('withholds management events only', () => {
    const dataEvent = record('GetObject', true, { managementEvent: false, errorCode: 'DisabledException' });
    expect(verdicts('ENABLED', USED, dataEvent)).toEqual(['delivered']);
  });

  test('wraps service events under their own detail-type', () => {
    const rule = { source: ['aws.kms'], 'detail-type': ['AWS Service Event via CloudTrail'] };
    expect(verdicts('ENABLED', rule, record('DeleteKey', false, { eventType: 'AwsServiceEvent' }))).toEqual([
      'delivered',
    ]);
    expect(verdicts('ENABLED', rule, record('DisableKey', false))).toEqual(['patternDiffers']);
  });
});
