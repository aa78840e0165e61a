/** Entry of the Web Worker: `new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module' })`. */
import type { Port } from './file-messages.ts';
import { serveFileJobs } from './serve-file-jobs.ts';

// The compiler knows this global as a window; in a worker it is the worker's own scope.
serveFileJobs(self as unknown as Port);
