/** What a page and the file worker say to each other. Everything can be cloned; Blobs travel without their bytes. */
import type { EncryptedDataKey } from '../data-key.ts';
import type { EncryptionContext } from '../encryption-context.ts';
import type { EncryptionMaterials } from '../materials.ts';
import type { MessageHeader } from '../read-header.ts';
import type { DataKeyError, Refusal } from '../refusal.ts';

export type FileJob =
  | {
      readonly kind: 'encrypt';
      readonly file: Blob;
      readonly materials: EncryptionMaterials;
      readonly messageId: Uint8Array;
      readonly frameLength?: number;
    }
  | { readonly kind: 'decrypt'; readonly file: Blob };

export type DataKeyAnswer =
  | { readonly plaintextDataKey: Uint8Array }
  | { readonly dataKeyErrors: readonly DataKeyError[] };

/** Names a job, so that several can be on their way at once. */
interface OfJob {
  readonly jobId: number;
}

export type ToWorker = OfJob &
  (
    | { readonly kind: 'start'; readonly job: FileJob }
    | { readonly kind: 'dataKey'; readonly answer: DataKeyAnswer }
    | { readonly kind: 'cancel' }
  );

export type FileResult =
  | { readonly kind: 'done'; readonly blob: Blob; readonly header?: MessageHeader }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'cancelled' }
  /** The browser failed us, for instance a file that has changed on disk since it was chosen. */
  | { readonly kind: 'failed'; readonly message: string };

export interface DataKeyQuestion {
  readonly kind: 'needDataKey';
  readonly encryptedDataKeys: readonly EncryptedDataKey[];
  readonly encryptionContext: EncryptionContext;
}

export type FromWorker = OfJob &
  (
    | { readonly kind: 'progress'; readonly done: number; readonly total: number }
    | DataKeyQuestion
    | { readonly kind: 'result'; readonly result: FileResult }
  );

/** A worker seen from the page, the page seen from the worker, or an end of a MessageChannel. */
export interface Port {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
  readonly removeEventListener: (type: 'message', listener: (event: MessageEvent) => void) => void;
}
