/** The real AWS CLI 2 against a service on loopback that answers from ANSWERS. For tests only. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANSWERS, FILES } from './cases.ts';

export interface SentRequest {
  readonly operation: string;
  readonly region: string;
  readonly body: unknown;
}

export interface Recorded {
  readonly line: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly requests: readonly SentRequest[];
}

/** @returns the path of an AWS CLI 2, undefined where there is none */
export const findRealCli = (): string | undefined =>
  ['/usr/bin/aws', '/usr/local/bin/aws', 'aws'].find((path) => {
    try {
      return execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).startsWith('aws-cli/2');
    } catch {
      return false;
    }
  });

export class RealCli {
  private readonly home = mkdtempSync(join(tmpdir(), 'real-cli-'));
  private requests: SentRequest[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const region = request.headers.authorization?.match(/Credential=[^/]+\/[^/]+\/([^/]+)\//)?.[1] ?? '';
        const target = request.headers['x-amz-target'];
        if (typeof target !== 'string') {
          const answer = ANSWERS.GetCallerIdentity as { [name: string]: string };
          this.requests.push({ operation: 'GetCallerIdentity', region, body: {} });
          const members = Object.entries(answer).map(([name, value]) => `<${name}>${value}</${name}>`);
          response.setHeader('Content-Type', 'text/xml');
          response.end(
            `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${members.join('')}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
          );
          return;
        }
        const operation = target.replace(/^.*\./, '');
        const body = JSON.parse(text);
        this.requests.push({ operation, region, body });
        const answer = answerTo(operation, body);
        response.statusCode = 'error' in answer ? 400 : 200;
        response.setHeader('Content-Type', 'application/x-amz-json-1.1');
        response.end(JSON.stringify('error' in answer ? answer.error : answer.output));
      });
    });
  }

  static async start(path: string): Promise<RealCli> {
    const cli = new RealCli();
    await new Promise<void>((ready) => cli.server.listen(0, '127.0.0.1', ready));
    const { port } = cli.server.address() as AddressInfo;
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(cli.home, name), content);
    mkdirSync(join(cli.home, 'bin'));
    writeFileSync(
      join(cli.home, 'bin', 'aws'),
      `#!/bin/sh\nexec '${path}' --endpoint-url http://127.0.0.1:${port} "$@"\n`,
      { mode: 0o755 },
    );
    return cli;
  }

  /** Runs the line in bash, as a reader would. */
  async run(line: string): Promise<Recorded> {
    this.requests = [];
    const env = {
      PATH: `${join(this.home, 'bin')}:${process.env.PATH}`,
      HOME: this.home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: 'us-east-1',
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
    };
    const ran = await new Promise<{ stdout: string; stderr: string; exitCode: number }>((done) => {
      const child = execFile('bash', ['-c', line], { cwd: this.home, env, encoding: 'utf8' }, (error, stdout, stderr) =>
        done({ stdout, stderr, exitCode: error === null ? 0 : Number(error.code ?? -1) }),
      );
      child.stdin?.end();
    });
    return { line, ...ran, requests: this.requests };
  }

  async stop(): Promise<void> {
    await new Promise((closed) => this.server.close(closed));
    rmSync(this.home, { recursive: true });
  }
}

export const answerTo = (
  operation: string,
  input: { readonly [member: string]: unknown },
):
  | { readonly output: { readonly [member: string]: unknown } }
  | { readonly error: { __type: string; message?: string } } => {
  if (input.KeyId === 'missing') return { error: { __type: 'NotFoundException', message: "Invalid keyId 'missing'" } };
  if (input.KeyId === 'bad') return { error: { __type: 'InvalidCiphertextException' } };
  return { output: JSON.parse(JSON.stringify(ANSWERS[operation] ?? {})) };
};
