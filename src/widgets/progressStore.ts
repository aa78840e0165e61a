import {
  mergeProgress,
  type Progress,
  type ProgressEvent,
  readProgress,
  remember,
  writeProgress,
} from '../learn/progress.ts';
import { readStored, store } from './storage.ts';

/** The reader's progress in this browser. */
const NAME = 'progress';

export const storedProgress = (): Progress => {
  const text = readStored(NAME);
  const read = text === undefined ? undefined : readProgress(text);
  return read?.ok ? read.progress : [];
};

/** @returns whether it is kept */
export const storeProgress = (progress: Progress): boolean => store(NAME, writeProgress(progress));

export const storeEvent = (event: ProgressEvent): boolean => storeProgress(remember(storedProgress(), event));

/** @returns whether it is kept */
export const mergeStored = (progress: Progress): boolean => storeProgress(mergeProgress(storedProgress(), progress));
