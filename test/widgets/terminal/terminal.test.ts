import { describe, expect, test } from 'vitest';
import start from '../../../content/worlds/terminal.ts';
import { entriesOf } from '../../../src/kms/index.ts';
import { beginLearning, startSession } from '../../../src/learn/session.ts';
import { NO_HISTORY, recall, remember } from '../../../src/widgets/terminal/commandHistory.ts';
import { ownWord } from '../../../src/widgets/terminal/ownWord.ts';
import { completeLine, runLine } from '../../../src/widgets/terminal/shell.ts';
import { takeCompletion } from '../../../src/widgets/terminal/takeCompletion.ts';

const begin = (files: Readonly<Record<string, string>> = {}) => {
  const session = startSession(beginLearning(start));
  const given = new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));
  return {
    session,
    run: (line: string) => runLine(line, session, given, 80),
    complete: (line: string) => completeLine(line, line.length, session, given),
  };
};

describe('a line', () => {
  test('acts in the session’s world', async () => {
    const { run, session } = begin();
    expect(await run('aws kms create-key --query KeyMetadata.KeyState')).toEqual({
      stdout: '"Enabled"\n',
      stderr: '',
      exitCode: 0,
    });
    const last = entriesOf(session.getSnapshot().context.history).at(-1);
    expect(last).toMatchObject({ command: { operation: 'CreateKey' }, caller: { name: 'admin' } });
  });

  test('is refused in the words of the CLI', async () => {
    const { run } = begin();
    const { stderr, exitCode } = await run('aws kms encrypt --key-id alias/archive --plaintext aGk=');
    expect(stderr).toMatch(
      /^\nAn error occurred \(KMSInvalidStateException\) when calling the Encrypt operation: .* is pending deletion\.\n$/,
    );
    expect(exitCode).toBe(254);
  });

  test('speaks as the principal of --profile, in the Region of --region', async () => {
    const { run } = begin();
    expect((await run('aws kms create-key --profile auditor')).stderr).toContain('role/auditor is not authorized');
    expect((await run('aws kms list-keys --profile nobody')).stderr).toContain('(nobody) could not be found');
    expect((await run('aws kms list-keys --region eu-west-1 --query Keys')).stdout).toBe('[]\n');
    expect((await run('aws kms list-keys --region mars-1')).stderr).toBe(
      '\nCould not connect to the endpoint URL: "https://kms.mars-1.amazonaws.com/"\n',
    );
  });

  test('asks the neighbours about the same world', async () => {
    const { run } = begin();
    await run('aws kms list-keys');
    const { stdout } = await run('aws cloudtrail lookup-events --max-items 1 --query Events[].EventName --output text');
    expect(stdout).toContain('ListKeys');
    expect((await run('aws sts get-caller-identity --query Arn')).stdout).toContain('user/admin');
  });

  test('reads the files that were handed over', async () => {
    const { run } = begin({ 'secret.txt': 'hello' });
    const line = 'aws kms encrypt --key-id alias/payroll --plaintext fileb://secret.txt --query KeyId';
    expect((await run(line)).exitCode).toBe(0);
    expect((await begin().run(line)).stderr).toContain('No such file or directory');
  });

  test('gets the RSA key that it needs', async () => {
    const { run } = begin();
    const made = await run(
      'aws kms create-key --key-spec RSA_2048 --key-usage SIGN_VERIFY --query KeyMetadata.KeySpec',
    );
    expect(made.stdout).toBe('"RSA_2048"\n');
  });
});

describe('completion', () => {
  const tab = (line: string) => {
    const { complete } = begin();
    return takeCompletion(line, complete(line));
  };

  test('takes a lone candidate, with a blank', () => {
    expect(tab('aws kms describe-k')).toEqual({ line: 'aws kms describe-key ', cursor: 21, open: [] });
    expect(tab('aws kms describe-key --key-id alias/p')).toMatchObject({
      line: 'aws kms describe-key --key-id alias/payroll ',
    });
  });
  test('goes as far as several candidates agree, and lists them', () => {
    expect(tab('aws kms enable')).toMatchObject({
      line: 'aws kms enable-key',
      open: ['enable-key', 'enable-key-rotation'],
    });
  });
  test('knows the notebook’s own words', () => {
    expect(tab('clo').line).toBe('clock ');
    expect(tab('und').line).toBe('undo ');
  });
  test('leaves a line alone that nothing can follow', () => {
    expect(tab('aws kms nonsense')).toMatchObject({ line: 'aws kms nonsense', open: [] });
  });
});

describe('the notebook’s own words', () => {
  test.each([
    ['clock +7d', { word: 'clock', clock: { by: 7 * 86_400_000 } }],
    ['clock 90m', { word: 'clock', clock: { by: 90 * 60_000 } }],
    ['clock next', { word: 'clock', clock: 'next' }],
    ['clock', { word: 'clock', clock: undefined }],
    ['clock -1d', { word: 'clock', clock: undefined }],
    ['clock +0d', { word: 'clock', clock: undefined }],
    ['undo', { word: 'undo' }],
    [' clear ', { word: 'clear' }],
    ['undo all', undefined],
    ['aws kms list-keys', undefined],
  ])('%s', (line, expected) => {
    expect(ownWord(line)).toEqual(expected);
  });
});

describe('the history of lines', () => {
  test('goes up to the first and back to what was being written', () => {
    const history = remember(remember(NO_HISTORY, 'one'), 'two');
    const first = recall(history, -1, 'draft');
    const second = recall(first.history, -1, first.line);
    const third = recall(second.history, -1, second.line);
    expect([first.line, second.line, third.line]).toEqual(['two', 'one', 'one']);
    const down = recall(second.history, 1, second.line);
    expect(recall(down.history, 1, down.line).line).toBe('draft');
  });
  test('keeps a line that is run twice in a row once', () => {
    expect(remember(remember(NO_HISTORY, 'one'), 'one').lines).toEqual(['one']);
  });
});
