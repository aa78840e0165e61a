import { execFile, execFileSync } from 'node:child_process';

/**
 * AWS's command line and Python SDK for the tests: found, or installed where that is possible without asking (Debian, as
 * root). Where it is not, tests that need them are skipped, and say so.
 */
const isThere = (command: string, ...words: readonly string[]): boolean => {
  try {
    execFileSync(command, words, { stdio: 'pipe', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
};

const install = (name: string): void => {
  if (process.getuid?.() !== 0 || !isThere('apt-get', '--version')) return;
  console.warn(`installing ${name} (Debian) for the tests of the endpoint`);
  try {
    execFileSync('apt-get', ['install', '-y', '-q', name], {
      stdio: 'pipe',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    // Told by the caller.
  }
};

const found = (name: string, candidates: readonly (readonly [command: string, ...words: string[]])[]) => {
  const look = () => candidates.find(([command, ...words]) => isThere(command, ...words))?.[0];
  const known = look();
  if (known) return known;
  install(name);
  const installed = look();
  if (!installed) console.warn(`\n!!! ${name} is not here and cannot be installed: its tests are SKIPPED !!!\n`);
  return installed;
};

export const awsCli = (): string | undefined =>
  found('awscli', [
    ['/usr/bin/aws', '--version'],
    ['aws', '--version'],
  ]);

export const pythonWithBoto3 = (): string | undefined =>
  found('python3-boto3', [
    ['python3', '-c', 'import boto3'],
    ['/usr/bin/python3', '-c', 'import boto3'],
  ]);

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export const run = (
  command: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> =>
  new Promise((resolve) => {
    const settings = {
      encoding: 'utf8' as const,
      env: {
        PATH: process.env.PATH,
        HOME: '/nonexistent',
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_REGION: 'ap-northeast-1',
        AWS_DEFAULT_REGION: 'ap-northeast-1',
        AWS_PAGER: '',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...env,
      },
    };
    const child = execFile(command, [...words], settings, (error, stdout, stderr) =>
      resolve({ stdout, stderr, exitCode: error ? Number(error.code ?? -1) : 0 }),
    );
    child.stdin?.end();
  });
