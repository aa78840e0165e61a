/** The page's side: gives a worker one file, answers for its data key, and waits. */
import type { DecryptDataKey } from '../data-key.ts';
import type { DataKeyError } from '../refusal.ts';
import type { FileJobOptions } from './file-job.ts';
import type {
  DataKeyAnswer,
  DataKeyQuestion,
  FileJob,
  FileResult,
  FromWorker,
  Port,
  ToWorker,
} from './file-messages.ts';

export interface RunFileJobOptions extends FileJobOptions {
  /** Needed to decrypt: asked for the encrypted data keys in their order until one opens. */
  readonly decryptDataKey?: DecryptDataKey;
}

const answerTo = (
  { encryptedDataKeys, encryptionContext }: DataKeyQuestion,
  decryptDataKey: DecryptDataKey | undefined,
): DataKeyAnswer => {
  const dataKeyErrors: DataKeyError[] = [];
  for (const encryptedDataKey of decryptDataKey ? encryptedDataKeys : []) {
    const opened = decryptDataKey?.(encryptedDataKey, encryptionContext);
    if (opened && !('error' in opened)) return { plaintextDataKey: opened };
    if (opened) dataKeyErrors.push(opened);
  }
  return { dataKeyErrors };
};

let jobs = 0;

/** Never rejects: what goes wrong is one of the results. Aborting the signal gives `cancelled`. */
export const runFileJob = (
  worker: Port,
  job: FileJob,
  { onProgress, signal, decryptDataKey }: RunFileJobOptions = {},
): Promise<FileResult> =>
  new Promise((resolve) => {
    const jobId = ++jobs;
    const post = (message: ToWorker) => worker.postMessage(message);
    const cancel = () => post({ jobId, kind: 'cancel' });
    const listen = ({ data }: MessageEvent<FromWorker>) => {
      if (data.jobId !== jobId) return;
      if (data.kind === 'progress') onProgress?.(data.done, data.total);
      if (data.kind === 'needDataKey') post({ jobId, kind: 'dataKey', answer: answerTo(data, decryptDataKey) });
      if (data.kind !== 'result') return;
      worker.removeEventListener('message', listen);
      signal?.removeEventListener('abort', cancel);
      resolve(data.result);
    };
    worker.addEventListener('message', listen);
    signal?.addEventListener('abort', cancel, { once: true });
    post({ jobId, kind: 'start', job });
    if (signal?.aborted) cancel();
  });
