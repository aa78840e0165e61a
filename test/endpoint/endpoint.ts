/** An endpoint for a test: in this process, or as a process of its own that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { KMSClient } from '@aws-sdk/client-kms';
import { type Beginning, beginWorld } from '../../src/endpoint/begin-world.ts';
import { DEFAULT_WORLD } from '../../src/endpoint/default-world.ts';
import { openHouse } from '../../src/endpoint/house.ts';
import { type ServerSettings, serve } from '../../src/endpoint/server.ts';

export interface Endpoint {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

export const startEndpoint = async (
  settings: ServerSettings = {},
  beginning: Beginning = beginWorld(DEFAULT_WORLD),
): Promise<Endpoint> => {
  const served = await serve(openHouse(beginning, undefined, undefined), 0, settings);
  return { port: served.port, url: `http://127.0.0.1:${served.port}`, stop: served.close };
};

const MAIN = fileURLToPath(new URL('../../src/endpoint/main.ts', import.meta.url));

export interface EndpointProcess extends Endpoint {
  readonly process: ChildProcess;
  /** Everything that it has printed. */
  readonly printed: () => string;
}

/** @throws with what it printed, if it ends before it listens */
export const spawnEndpoint = async (...words: readonly string[]): Promise<EndpointProcess> => {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...words], { env: { ...process.env, LC_ALL: 'C' } });
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const found = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${text}`)));
  });
  return {
    process: child,
    printed: () => text,
    url,
    port: Number(new URL(url).port),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

export const clientOf = ({ url }: { readonly url: string }, region = 'ap-northeast-1'): KMSClient =>
  new KMSClient({
    endpoint: url,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
