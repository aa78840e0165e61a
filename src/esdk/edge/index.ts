/** Files of any size: encrypted and decrypted in frames by WebCrypto, in a Web Worker if one is given. Has effects. */
export { type BlobSink, blobSink } from './blob-sink.ts';
export { type DecryptedFile, decryptFile, type FindDataKey, readFileHeader } from './decrypt-file.ts';
export { type EncryptedFile, encryptFile } from './encrypt-file.ts';
export { type ByteSink, FILE_FRAME_LENGTH, type FileJobOptions, MAX_FILE_FRAME_LENGTH } from './file-job.ts';
export type { FileJob, FileResult, Port } from './file-messages.ts';
export { type RunFileJobOptions, runFileJob } from './run-file-job.ts';
