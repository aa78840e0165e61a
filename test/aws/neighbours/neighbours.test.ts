import { describe, expect, test } from 'vitest';
import { askNeighbour, type Trail } from '../../../src/aws/neighbours/index.ts';
import { recordsFrom } from '../../../src/aws/trail.ts';
import {
  append,
  beginHistory,
  type CloudTrailRecord,
  type Command,
  entriesOf,
  principalNamed,
  worldNow,
} from '../../../src/kms/index.ts';
import { DAY } from '../../../src/kms/vocabulary.ts';

const trailOf = (records: readonly CloudTrailRecord[]): Trail =>
  records.map((record, place) => [place, record] as const).reverse();

const asking = (...commands: readonly Command[]) => {
  const history = commands.reduce(append, beginHistory('neighbours'));
  const world = worldNow(history);
  const records = entriesOf(history).flatMap((entry) => recordsFrom(entry));
  return (service: string, operation: string, input: unknown, as = 'admin', Region = 'ap-northeast-1') => {
    const caller = principalNamed(world, as);
    if (!caller) throw new Error(`expected a principal "${as}"`);
    return askNeighbour(service, operation, input, { world, caller, Region, trail: trailOf(records) });
  };
};

const createKey: Command = { operation: 'CreateKey', input: {} };
const listKeys: Command = { operation: 'ListKeys', input: {} };

interface Event {
  readonly EventName: string;
  readonly EventTime: number;
  readonly CloudTrailEvent: string;
}
const events = (answer: object): readonly Event[] => (answer as { output: { Events: Event[] } }).output.Events;
const names = (answer: object): readonly string[] => events(answer).map(({ EventName }) => EventName);
const token = (answer: object): string | undefined => (answer as { output: { NextToken?: string } }).output.NextToken;

describe('LookupEvents', () => {
  test('tells the newest first, with the record itself as text', () => {
    const answer = asking(createKey, listKeys)('cloudtrail', 'LookupEvents', {});
    expect(names(answer)).toEqual(['ListKeys', 'CreateKey']);
    const [, created] = events(answer);
    expect(JSON.parse(created?.CloudTrailEvent ?? '')).toMatchObject({ eventName: 'CreateKey', eventVersion: '1.11' });
    expect(created).toMatchObject({
      EventSource: 'kms.amazonaws.com',
      ReadOnly: 'false',
      Username: 'admin',
      EventTime: 1_775_001_600,
    });
  });

  test.each([
    ['EventName', 'CreateKey', ['CreateKey']],
    ['ReadOnly', 'true', ['ListKeys']],
    ['Username', 'admin', ['ListKeys', 'CreateKey']],
    ['Username', 'thief', []],
    ['EventSource', 'kms.amazonaws.com', ['ListKeys', 'CreateKey']],
  ])('finds by %s = %s', (AttributeKey, AttributeValue, expected) => {
    const input = { LookupAttributes: [{ AttributeKey, AttributeValue }] };
    expect(names(asking(createKey, listKeys)('cloudtrail', 'LookupEvents', input))).toEqual(expected);
  });

  test('finds what KMS did by itself', () => {
    const ask = asking(createKey, { clock: { by: 1 } });
    expect(names(ask('cloudtrail', 'LookupEvents', {}))).toEqual(['CreateKey']);
    const [created] = events(ask('cloudtrail', 'LookupEvents', {}));
    const KeyId = JSON.parse(created?.CloudTrailEvent ?? '').responseElements.keyMetadata.keyId;
    const gone = asking(
      createKey,
      { operation: 'ScheduleKeyDeletion', input: { KeyId, PendingWindowInDays: 7 } },
      { clock: { by: 8 * DAY } },
    );
    expect(names(gone('cloudtrail', 'LookupEvents', {}))).toEqual(['DeleteKey', 'ScheduleKeyDeletion', 'CreateKey']);
    const [deleted] = events(gone('cloudtrail', 'LookupEvents', {}));
    const ResourceName = expect.stringContaining(KeyId);
    expect(deleted).toMatchObject({ Resources: [{ ResourceType: 'AWS::KMS::Key', ResourceName }] });
    const Arn = JSON.parse(created?.CloudTrailEvent ?? '').responseElements.keyMetadata.arn;
    for (const attribute of [
      ['ResourceName', Arn],
      ['ResourceType', 'AWS::KMS::Key'],
    ]) {
      const LookupAttributes = [{ AttributeKey: attribute[0], AttributeValue: attribute[1] }];
      expect(names(gone('cloudtrail', 'LookupEvents', { LookupAttributes })).slice(0, 2)).toEqual([
        'DeleteKey',
        'ScheduleKeyDeletion',
      ]);
    }
  });

  test('goes on where the last page ended, also when more has been logged meanwhile', () => {
    const commands = [createKey, listKeys, createKey, listKeys, createKey];
    const first = asking(...commands)('cloudtrail', 'LookupEvents', { MaxResults: 2 });
    expect(names(first)).toEqual(['CreateKey', 'ListKeys']);
    const later = asking(...commands, listKeys);
    const second = later('cloudtrail', 'LookupEvents', { MaxResults: 2, NextToken: token(first) });
    expect(names(second)).toEqual(['CreateKey', 'ListKeys']);
    const third = later('cloudtrail', 'LookupEvents', { MaxResults: 2, NextToken: token(second) });
    expect(names(third)).toEqual(['CreateKey']);
    expect(token(third)).toBeUndefined();
  });

  test('refuses the token of another request, and what is no token', () => {
    const ask = asking(createKey, listKeys);
    const NextToken = token(ask('cloudtrail', 'LookupEvents', { MaxResults: 1 }));
    const LookupAttributes = [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }];
    for (const input of [{ NextToken, LookupAttributes }, { NextToken: 'AAAA' }, { NextToken: '%' }])
      expect(ask('cloudtrail', 'LookupEvents', input)).toMatchObject({
        error: { __type: 'InvalidNextTokenException' },
      });
  });

  test('keeps to the Region, to the account, to the time asked for and to 90 days', () => {
    const ask = asking(createKey, { clock: { by: 60 * DAY } }, listKeys);
    expect(names(ask('cloudtrail', 'LookupEvents', {}, 'admin', 'eu-west-1'))).toEqual([]);
    expect(names(ask('cloudtrail', 'LookupEvents', {}, 'thief'))).toEqual([]);
    expect(names(ask('cloudtrail', 'LookupEvents', { StartTime: 1_775_001_601 }))).toEqual(['ListKeys']);
    expect(names(ask('cloudtrail', 'LookupEvents', { EndTime: 1_775_001_601 }))).toEqual(['CreateKey']);
    expect(names(ask('cloudtrail', 'LookupEvents', {}))).toEqual(['ListKeys', 'CreateKey']);
    const later = asking(createKey, { clock: { by: 91 * DAY } }, listKeys);
    expect(names(later('cloudtrail', 'LookupEvents', {}))).toEqual(['ListKeys']);
  });

  test('needs cloudtrail:LookupEvents', () => {
    const ask = asking(createKey);
    expect(names(ask('cloudtrail', 'LookupEvents', {}, 'auditor'))).toEqual(['CreateKey']);
    expect(ask('cloudtrail', 'LookupEvents', {}, 'app')).toEqual({
      error: {
        __type: 'AccessDeniedException',
        message: expect.stringContaining(
          'role/app is not authorized to perform: cloudtrail:LookupEvents because no identity-based policy allows the cloudtrail:LookupEvents action',
        ),
      },
    });
  });

  test.each([
    [{ LookupAttributes: [{ AttributeKey: 'Colour', AttributeValue: 'red' }] }, 'ValidationException'],
    [{ MaxResults: 51 }, 'ValidationException'],
    [{ StartTime: 2, EndTime: 1 }, 'InvalidTimeRangeException'],
    [
      {
        LookupAttributes: [
          { AttributeKey: 'EventName', AttributeValue: 'a' },
          { AttributeKey: 'EventName', AttributeValue: 'b' },
        ],
      },
      'InvalidLookupAttributesException',
    ],
  ])('refuses %j', (input, __type) => {
    expect(asking()('cloudtrail', 'LookupEvents', input)).toMatchObject({ error: { __type } });
  });
});

describe('a client that came over the wire', () => {
  test('stands in the records of its calls with its own name and access key', () => {
    const [entry] = entriesOf(append(beginHistory('client'), createKey));
    if (!entry) throw new Error('expected an entry');
    const [record] = recordsFrom(entry, { userAgent: 'aws-cli/2.9.19', accessKeyId: 'test' });
    expect(record).toMatchObject({ userAgent: 'aws-cli/2.9.19', userIdentity: { accessKeyId: 'test' } });
  });
});

describe('GetCallerIdentity', () => {
  test('answers also those who may do nothing, and a role as its session', () => {
    const ask = asking();
    expect(ask('sts', 'GetCallerIdentity', {}, 'leaver')).toMatchObject({
      output: { Arn: 'arn:aws:iam::111122223333:user/leaver', Account: '111122223333' },
    });
    expect(ask('sts', 'GetCallerIdentity', {}, 'app')).toMatchObject({
      output: {
        Arn: 'arn:aws:sts::111122223333:assumed-role/app/app',
        UserId: expect.stringMatching(/^AROA.{17}:app$/),
      },
    });
    expect(ask('sts', 'GetCallerIdentity', {}, 'root')).toMatchObject({ output: { UserId: '111122223333' } });
  });
});

describe('TestMetricFilter', () => {
  test('asks the filter engine', () => {
    const input = { filterPattern: '{ $.a = 1 }', logEventMessages: ['{"a":1}', '{"a":2}'] };
    expect(asking()('logs', 'TestMetricFilter', input)).toMatchObject({
      output: { matches: [{ eventNumber: 0, eventMessage: '{"a":1}' }] },
    });
  });
  test('has a name of its own for what breaks its model', () => {
    const ask = asking();
    for (const input of [
      {},
      { filterPattern: '{', logEventMessages: ['x'] },
      { filterPattern: '', logEventMessages: [] },
    ])
      expect(ask('logs', 'TestMetricFilter', input)).toMatchObject({ error: { __type: 'InvalidParameterException' } });
  });
});
