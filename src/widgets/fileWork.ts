/** Sealing and opening the reader's files in a worker; loaded with the first file. */
import { type FileResult, readFileHeader, runFileJob } from '../esdk/edge/index.ts';
import {
  type AskKms,
  getEncryptionMaterials,
  isRefused,
  messageIdLength,
  type Refusal,
  refusalWords,
  simulatedDecrypt,
  simulatedKeyring,
} from '../esdk/index.ts';
import type { Locale } from '../i18n/locales.ts';

const SUITE = 0x0478;
/** Under which the name of the file stands in the encryption context: anybody can read it there. */
const FILE_NAME = 'file';

/** Chance of the browser: a file of the reader's is no part of the repeatable world. */
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export interface FileTask {
  readonly file: File;
  readonly ask: AskKms;
  readonly KeyId: string;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export type FileOutcome =
  | { readonly kind: 'done'; readonly blob: Blob; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Whether a file begins as a message does. */
export const isMessage = async (file: Blob): Promise<boolean> => !isRefused(await readFileHeader(file));

const inWorker = async (run: (worker: Worker) => Promise<FileResult>): Promise<FileResult> => {
  const worker = new Worker(new URL('../esdk/edge/file.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<FileResult>((resolve) => {
    worker.addEventListener('error', ({ message }) => resolve({ kind: 'failed', message }), { once: true });
  });
  try {
    return await Promise.race([run(worker), broken]);
  } finally {
    worker.terminate();
  }
};

export const encrypt = async ({ file, ask, KeyId, onProgress, signal }: FileTask): Promise<FileOutcome> => {
  const keyring = simulatedKeyring(ask, { generatorKeyId: KeyId, as: 'app' });
  const encryptionContext = { [FILE_NAME]: file.name };
  const materials = getEncryptionMaterials({ suite: SUITE, encryptionContext }, keyring, random);
  if (isRefused(materials)) return { kind: 'refused', refusal: materials.refusal };
  const job = { kind: 'encrypt', file, materials, messageId: random(messageIdLength(2)) } as const;
  const result = await inWorker((worker) => runFileJob(worker, job, { onProgress, signal }));
  // The worker had a copy of its own; ours has done its work too.
  materials.plaintextDataKey.fill(0);
  return result.kind === 'done' ? { ...result, name: `${file.name}.encrypted` } : result;
};

export const decrypt = async ({ file, ask, onProgress, signal }: FileTask): Promise<FileOutcome> => {
  const decryptDataKey = simulatedDecrypt(ask, { as: 'app' });
  const job = { kind: 'decrypt', file } as const;
  const result = await inWorker((worker) => runFileJob(worker, job, { onProgress, signal, decryptDataKey }));
  if (result.kind !== 'done') return result;
  return { ...result, name: result.header?.encryptionContext[FILE_NAME] ?? 'decrypted' };
};

export const whyRefused = ({ reason, dataKeyErrors }: Refusal, locale: Locale) => ({
  words: refusalWords[reason][locale],
  kms: dataKeyErrors?.[0]?.error,
});
