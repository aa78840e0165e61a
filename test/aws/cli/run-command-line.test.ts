import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCommandLine, type Shell } from '../../../src/aws/cli/index.ts';
import { FILES } from './cases.ts';
import { answerTo, type Recorded, type SentRequest } from './real-cli.ts';

const { cases }: { cases: Recorded[] } = JSON.parse(
  readFileSync(new URL('../../oracles/cli-recorded.json', import.meta.url), 'utf8'),
);

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const run = (line: string) => {
  const requests: SentRequest[] = [];
  const shell: Shell = {
    region: 'us-east-1',
    profile: 'default',
    profiles: ['default'],
    readFile: (name) => (FILES[name] === undefined ? undefined : bytes(FILES[name])),
    call: ({ operation, region, input }) => {
      requests.push({ operation, region, body: input });
      return answerTo(operation, input);
    },
  };
  return { line, ...runCommandLine(line, shell), requests };
};

/** JMESPath libraries word their complaints differently; the first line must agree up to them. */
const differs = ({ stderr }: Recorded): boolean => stderr.startsWith('\nBad value for --query');

describe('a command line does what the real AWS CLI does with it', () => {
  test.each(cases.filter((recorded) => !differs(recorded)))('$line', (recorded) => {
    expect(run(recorded.line)).toEqual(recorded);
  });

  test.each(cases.filter(differs))('$line fails in the same way', (recorded) => {
    const { stderr, exitCode } = run(recorded.line);
    const opening = (text: string) => text.split('\n')[1]?.replace(/(--query \S+: ).*/, '$1');
    expect([opening(stderr), exitCode]).toEqual([opening(recorded.stderr), recorded.exitCode]);
  });
});
