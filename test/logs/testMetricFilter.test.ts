/** Samples of https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html */
import { describe, expect, test } from 'vitest';
import { testMetricFilter } from '../../src/logs/testMetricFilter.ts';

const line = (time: string, request: string, status: number, size: number): string =>
  `127.0.0.1 - frank [10/Oct/2000:${time} -0700] "${request}" ${status} ${size}`;
const ACCESS = [
  line('13:25:15', 'GET /apache_pb.gif HTTP/1.0', 200, 1534),
  line('13:35:22', 'GET /apache_pb.gif HTTP/1.0', 500, 5324),
  line('13:50:35', 'GET /apache_pb.gif HTTP/1.0', 200, 4355),
];
const APPLICATION = [
  '02 May 2014 00:34:12,525 [INFO] Starting the application',
  '02 May 2014 00:35:14,245 [DEBUG] Database connection established',
  '02 May 2014 00:34:14,663 [INFO] Executing SQL Query',
  '02 May 2014 00:34:16,142 [ERROR] Unhanded exception: InvalidQueryException',
  '02 May 2014 00:34:16,224 [ERROR] Terminating the application',
];

const found = (pattern: string, messages: readonly string[]) => {
  const response = testMetricFilter(pattern, messages);
  if ('error' in response) throw new Error(response.error.message);
  return response.matches;
};

describe('testMetricFilter', () => {
  test('extracts named fields of Apache access logs', () => {
    const matches = found('[ip, identity, user_id, timestamp, request, status_code, size]', ACCESS);
    expect(matches.map(({ eventNumber }) => eventNumber)).toEqual([0, 1, 2]);
    expect(matches[0]).toEqual({
      eventNumber: 0,
      eventMessage: ACCESS[0],
      extractedValues: {
        $ip: '127.0.0.1',
        $identity: '-',
        $user_id: 'frank',
        $timestamp: '10/Oct/2000:13:25:15 -0700',
        $request: 'GET /apache_pb.gif HTTP/1.0',
        $status_code: '200',
        $size: '1534',
      },
    });
  });

  test('numbers the fields that an ellipsis takes', () => {
    expect(found('[..., size]', ACCESS)[1]?.extractedValues).toEqual({
      $1: '127.0.0.1',
      $2: '-',
      $3: 'frank',
      $4: '10/Oct/2000:13:35:22 -0700',
      $5: 'GET /apache_pb.gif HTTP/1.0',
      $6: '500',
      $size: '5324',
    });
  });

  test('matches every line with empty brackets and numbers all fields', () => {
    expect(found('[]', ACCESS)[2]?.extractedValues).toEqual({
      $1: '127.0.0.1',
      $2: '-',
      $3: 'frank',
      $4: '10/Oct/2000:13:50:35 -0700',
      $5: 'GET /apache_pb.gif HTTP/1.0',
      $6: '200',
      $7: '4355',
    });
  });

  test('takes a condition on one field', () => {
    expect(found('[..., status_code=200, size]', ACCESS).map(({ eventNumber }) => eventNumber)).toEqual([0, 2]);
  });

  test('takes a trailing comma for one more field without a name', () => {
    const matches = found('[..., request=*.html*, status_code=4*,]', [
      line('13:25:15', 'GET /index.html HTTP/1.0', 404, 1534),
      line('13:35:22', 'GET /about-us/index.html HTTP/1.0', 200, 5324),
      line('13:50:35', 'GET /apache_pb.gif HTTP/1.0', 404, 4355),
      line('13:25:15', 'GET /products/index.html HTTP/1.0', 400, 1534),
    ]);
    expect(matches.map(({ eventNumber }) => eventNumber)).toEqual([0, 3]);
    expect(matches[1]?.extractedValues).toEqual({
      $1: '127.0.0.1',
      $2: '-',
      $3: 'frank',
      $4: '10/Oct/2000:13:25:15 -0700',
      $request: 'GET /products/index.html HTTP/1.0',
      $status_code: '400',
      $7: '1534',
    });
  });

  test('extracts nothing for plain text', () => {
    const matches = found('"[ERROR]"', APPLICATION);
    expect(matches.map(({ eventNumber, extractedValues }) => [eventNumber, extractedValues])).toEqual([
      [3, {}],
      [4, {}],
    ]);
    expect(found('"[ERROR]" Exception', APPLICATION).map(({ eventNumber }) => eventNumber)).toEqual([3]);
  });

  test('extracts the selectors of a JSON pattern as texts', () => {
    const message = '{"latency":50,"ok":true,"who":null,"list":[{"n":1},{"n":2}]}';
    expect(
      found('{ $.latency = * && $.ok IS TRUE && $.who IS NULL && $.list[1].n = 2 && $.no NOT EXISTS }', [message]),
    ).toEqual([
      {
        eventNumber: 0,
        eventMessage: message,
        extractedValues: { '$.latency': '50', '$.ok': 'true', '$.who': 'null', '$.list[1].n': '2' },
      },
    ]);
  });

  test('answers InvalidParameterException for a wrong pattern, no message, too many or an empty one', () => {
    expect(testMetricFilter('{ $.a == 1 }', ['x'])).toMatchObject({
      error: { __type: 'InvalidParameterException', detail: { code: 'DoubleEquals', offset: 6 } },
    });
    expect(testMetricFilter('', [])).toHaveProperty('error');
    expect(testMetricFilter('', new Array<string>(51).fill('x'))).toHaveProperty('error');
    expect(testMetricFilter('', ['x', ''])).toHaveProperty('error');
    expect(testMetricFilter('', new Array<string>(50).fill('x'))).toMatchObject({ matches: { length: 50 } });
  });
});
