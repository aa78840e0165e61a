/** The oracle file is what the installed CLI does: a sample of it is checked wherever there is an AWS CLI 2. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRealCli, RealCli, type Recorded } from './real-cli.ts';

const { cases }: { cases: Recorded[] } = JSON.parse(
  readFileSync(new URL('../../oracles/cli-recorded.json', import.meta.url), 'utf8'),
);
const path = findRealCli();
if (path === undefined)
  console.warn(
    'SKIPPED: no AWS CLI 2 on this machine, so its recorded output is not checked (Debian: apt-get install awscli)',
  );

const sample = cases.filter(({ line }) =>
  /create-key --tags TagKey|describe-key \S+ \S+ --output table|plaintext hello$|list-aliases --max-items 1$/.test(
    line,
  ),
);

describe.skipIf(path === undefined)('the installed AWS CLI 2', () => {
  let cli: RealCli;
  beforeAll(async () => {
    cli = await RealCli.start(path as string);
  });
  afterAll(() => cli.stop());

  test.each(sample)('still does with "$line" what was recorded', { timeout: 120_000 }, async (recorded) => {
    expect(await cli.run(recorded.line)).toEqual(recorded);
  });
});
