/**
 * Writes down what the real AWS CLI 2 does with each line of cases.ts: `npx node test/aws/cli/record-oracles.ts`.
 * Lines that are recorded already are kept; delete test/oracles/cli-recorded.json to record all of them (several minutes).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { LINES } from './cases.ts';
import { findRealCli, RealCli, type Recorded } from './real-cli.ts';

const path = findRealCli();
if (path === undefined) throw new Error('there is no AWS CLI 2 on this machine (Debian: apt-get install awscli)');
const cli = await RealCli.start(path);
const file = new URL('../../oracles/cli-recorded.json', import.meta.url);
const known: Recorded[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).cases : [];
const cases: Recorded[] = [];
for (const line of LINES) cases.push(known.find((recorded) => recorded.line === line) ?? (await cli.run(line)));
await cli.stop();
const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).split(' ')[0];
writeFileSync(
  file,
  `${JSON.stringify({ source: `output of ${version} (Debian package awscli) for the lines of test/aws/cli/cases.ts`, cases }, undefined, 1)}\n`,
);
