/** The worker's side: jobs by their number, the data key asked of the page, progress at most every 50 ms. */
import { isRefused, type Refused } from '../refusal.ts';
import { blobSink } from './blob-sink.ts';
import { decryptFile, type FindDataKey } from './decrypt-file.ts';
import { encryptFile } from './encrypt-file.ts';
import type { DataKeyAnswer, FileJob, FileResult, Port, ToWorker } from './file-messages.ts';

const PROGRESS_EVERY_MS = 50;

interface RunningJob {
  readonly controller: AbortController;
  answerDataKey?: (answer: DataKeyAnswer) => void;
}

const rarely = (report: (done: number, total: number) => void) => {
  let last = Number.NEGATIVE_INFINITY;
  return (done: number, total: number): void => {
    const now = performance.now();
    if (done < total && now - last < PROGRESS_EVERY_MS) return;
    last = now;
    report(done, total);
  };
};

const refusedBy = ({ refusal }: Refused): FileResult => ({ kind: 'refused', refusal });

export const serveFileJobs = (port: Port): void => {
  const jobs = new Map<number, RunningJob>();

  const run = async (jobId: number, job: FileJob, running: RunningJob): Promise<FileResult> => {
    const { signal } = running.controller;
    const sink = blobSink();
    const onProgress = rarely((done, total) => port.postMessage({ jobId, kind: 'progress', done, total }));
    const findDataKey: FindDataKey = (encryptedDataKeys, encryptionContext) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        running.answerDataKey = (answer) => resolve('plaintextDataKey' in answer ? answer.plaintextDataKey : answer);
        port.postMessage({ jobId, kind: 'needDataKey', encryptedDataKeys, encryptionContext });
      });
    try {
      if (job.kind === 'encrypt') {
        const { file, materials, messageId, frameLength } = job;
        const encrypted = await encryptFile(file, materials, { messageId, frameLength }, sink, { onProgress, signal });
        return isRefused(encrypted) ? refusedBy(encrypted) : { kind: 'done', blob: sink.take() };
      }
      const decrypted = await decryptFile(job.file, findDataKey, sink, { onProgress, signal });
      return isRefused(decrypted)
        ? refusedBy(decrypted)
        : { kind: 'done', blob: sink.take(), header: decrypted.header };
    } catch (error) {
      if (signal.aborted) return { kind: 'cancelled' };
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  };

  port.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
    const { jobId } = data;
    if (data.kind === 'cancel') return jobs.get(jobId)?.controller.abort();
    if (data.kind === 'dataKey') return jobs.get(jobId)?.answerDataKey?.(data.answer);
    const running: RunningJob = { controller: new AbortController() };
    jobs.set(jobId, running);
    const result = await run(jobId, data.job, running);
    jobs.delete(jobId);
    port.postMessage({ jobId, kind: 'result', result });
  });
};
