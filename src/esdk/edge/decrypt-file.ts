/**
 * Decrypts a message that lies in a file, or any Blob, frame by frame.
 *
 * Every frame that reaches the sink has a genuine tag, but only the end tells whether frames are missing and whether the
 * signature is right. Whoever owns the sink shows nothing of it before this has returned a header.
 */
import { bodyAad } from '../body-aad.ts';
import { Cursor } from '../cursor.ts';
import type { EncryptedDataKey } from '../data-key.ts';
import type { EncryptionContext } from '../encryption-context.ts';
import { decryptionMaterials, signatureProblem } from '../materials.ts';
import { atHeader, materialsRequestOf, openHeader, publicHeader } from '../open-message.ts';
import { type BodyBlock, isLast, readBlock, readFooter } from '../read-body.ts';
import { type MessageHeader, type ReadHeader, type ReadLimits, readHeader } from '../read-header.ts';
import { type DataKeyError, isRefused, type Refused, refused } from '../refusal.ts';
import { digestIsSigned, startHash } from '../signature.ts';
import { TAG_LENGTH } from '../suites.ts';
import {
  type ByteSink,
  type FileJobOptions,
  framesAtOnce,
  MAX_FILE_FRAME_LENGTH,
  readSlice,
  release,
} from './file-job.ts';
import { inOrder } from './in-order.ts';
import { canDo, webAead } from './web-aead.ts';

/** Tries the encrypted data keys of a message; may ask someone else, hence the promise. */
export type FindDataKey = (
  encryptedDataKeys: readonly EncryptedDataKey[],
  context: EncryptionContext,
) => Promise<Uint8Array | { readonly dataKeyErrors: readonly DataKeyError[] }>;

export interface DecryptedFile {
  readonly header: MessageHeader;
  /** Length of the plaintext, in bytes. */
  readonly length: number;
}

const FIRST_LOOK = 8 * 2 ** 10;
/** A header longer than this is refused. Ours; by its format it could have 12 GB. */
const MAX_HEADER_LENGTH = 2 ** 20;
/** Bytes that are read at once, unless one frame is longer. */
const WINDOW = 2 ** 20;
/** A final frame's mark, number, IV and length, and its tag. */
const LONGEST_FRAME_OVERHEAD = 4 + 4 + 12 + 4 + TAG_LENGTH;
const LONGEST_FOOTER = 2 + 0xffff;

/** Reads no more of the file than its header needs. */
export const readFileHeader = async (
  file: Blob,
  limits: ReadLimits = {},
): Promise<{ readonly header: ReadHeader; readonly end: number } | Refused> => {
  for (let look = FIRST_LOOK; ; look *= 8) {
    const cursor = new Cursor(await readSlice(file, 0, look));
    const header = readHeader(cursor, limits);
    if (header) return { header, end: cursor.offset };
    const refusal = cursor.refusal ?? { reason: 'truncated', offset: cursor.offset };
    if (refusal.reason !== 'truncated' || look >= file.size) return { refusal };
    if (look >= MAX_HEADER_LENGTH) return refused('headerTooLong', refusal.offset);
  }
};

class Stop extends Error {
  readonly refusal: Refused;
  constructor(refusal: Refused) {
    super('the message was refused');
    this.refusal = refusal;
  }
}

interface LentBlock {
  readonly block: BodyBlock;
  /** Says that the block's bytes are no longer needed. */
  readonly giveBack: () => void;
}

/** Frees a window when the last of its blocks has been given back and no more can come from it. */
const lender = (window: Uint8Array<ArrayBuffer>) => {
  let lent = 0;
  let closed = false;
  const freeIfDone = () => {
    if (closed && lent === 0) release(window);
  };
  return {
    lend: (block: BodyBlock): LentBlock => {
      lent += 1;
      return {
        block,
        giveBack: () => {
          lent -= 1;
          freeIfDone();
        },
      };
    },
    close: () => {
      closed = true;
      freeIfDone();
    },
  };
};

/** The blocks of the body in order; small ones share the memory of one window. */
async function* blocksOf(file: Blob, header: ReadHeader, bodyStart: number): AsyncGenerator<LentBlock> {
  const contentLength = Math.min(header.framed ? header.frameLength : MAX_FILE_FRAME_LENGTH, MAX_FILE_FRAME_LENGTH);
  const longest = contentLength + LONGEST_FRAME_OVERHEAD;
  const size = Math.max(1, Math.floor(WINDOW / longest)) * longest;
  let at = bodyStart;
  for (let expected = 1; ; ) {
    const windowStart = at;
    const window = await readSlice(file, windowStart, windowStart + size);
    const windowEnd = windowStart + window.length;
    const { lend, close } = lender(window);
    const cursor = new Cursor(window, { base: windowStart });
    for (;;) {
      const block = readBlock(cursor, header, expected, { maxFrameLength: MAX_FILE_FRAME_LENGTH });
      if (!block) break;
      yield lend(block);
      at = block.end;
      expected += 1;
      if (isLast(block)) return close();
    }
    close();
    const refusal = cursor.refusal ?? { reason: 'truncated', offset: at };
    const moreToRead = windowEnd < file.size && at > windowStart;
    if (refusal.reason !== 'truncated' || !moreToRead) throw new Stop({ refusal });
  }
}

const bytesOf = (view: Uint8Array): Uint8Array<ArrayBuffer> => view as Uint8Array<ArrayBuffer>;

/**
 * @returns the header, once all is genuine, or a reason with its byte. Throws only the abort signal's reason, or what
 *          reading the file, asking for the data key or writing to the sink throws.
 */
export const decryptFile = async (
  file: Blob,
  findDataKey: FindDataKey,
  sink: ByteSink,
  { onProgress, signal, ...limits }: FileJobOptions & ReadLimits = {},
): Promise<DecryptedFile | Refused> => {
  const read = await readFileHeader(file, limits);
  if (isRefused(read)) return read;
  const { header, end: bodyStart } = read;
  const { suite } = header;
  if (!canDo(suite)) return refused('suiteNotForFiles', 0);
  const request = materialsRequestOf(header);
  const problem = signatureProblem(request);
  if (problem) return atHeader(problem, header);

  signal?.throwIfAborted();
  const dataKey = await findDataKey(header.encryptedDataKeys, header.encryptionContext);
  if ('dataKeyErrors' in dataKey)
    return atHeader({ refusal: { reason: 'dataKeyNotDecrypted', dataKeyErrors: dataKey.dataKeyErrors } }, header);
  if (dataKey.length !== suite.keyLength) return atHeader(refused('dataKeyWrongLength'), header);
  const materials = decryptionMaterials(request, dataKey);
  const messageKey = openHeader(header, materials);
  if (isRefused(messageKey)) return messageKey;
  const aead = await webAead(messageKey);
  const hash = suite.signature && startHash(suite.signature);
  hash?.update(await readSlice(file, 0, bodyStart));

  let length = 0;
  let bodyEnd = bodyStart;
  const openBlock = async ({ block, giveBack }: LentBlock) => {
    const aad = bodyAad(header.messageId, block.part, block.sequenceNumber, block.contentLength);
    const content = await aead.open(block.iv, aad, bytesOf(block.sealed));
    giveBack();
    if (!content) throw new Stop(refused('bodyTagMismatch', block.tagAt));
    return { content, end: block.end };
  };
  async function* work() {
    for await (const lent of blocksOf(file, header, bodyStart)) {
      signal?.throwIfAborted();
      hash?.update(lent.block.whole);
      yield () => openBlock(lent);
    }
  }

  try {
    await inOrder(work(), header.framed ? framesAtOnce(header.frameLength) : 1, async ({ content, end }) => {
      signal?.throwIfAborted();
      length += content.length;
      bodyEnd = end;
      await sink.write(content);
      release(content);
      onProgress?.(end, file.size);
    });
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    throw error;
  }

  const cursor = new Cursor(await readSlice(file, bodyEnd, bodyEnd + LONGEST_FOOTER + 1), { base: bodyEnd });
  const footer = readFooter(cursor, header);
  if (cursor.refusal) return { refusal: cursor.refusal };
  if (suite.signature && hash && footer) {
    if (!digestIsSigned(suite.signature, hash.digest(), footer.signature, materials.verificationKey ?? ''))
      return refused('signatureInvalid', footer.at);
  }
  onProgress?.(file.size, file.size);
  return { header: publicHeader(header), length };
};
