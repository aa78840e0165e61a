/** Files in frames: the same bytes as the small engine writes, and as AWS's library reads, in bounded memory. */
import { createHash, randomFillSync } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient, CommitmentPolicy, type KMS, KmsKeyringNode } from '@aws-crypto/client-node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  decryptFile,
  encryptFile,
  FILE_FRAME_LENGTH,
  type FindDataKey,
  type Port,
  runFileJob,
} from '../../../src/esdk/edge/index.ts';
import { serveFileJobs } from '../../../src/esdk/edge/serve-file-jobs.ts';
import {
  type DataKeyError,
  decryptMessage,
  type EncryptionMaterials,
  encryptMessage,
  getEncryptionMaterials,
  isRefused,
  type Refused,
  type SuiteId,
  sealMessage,
} from '../../../src/esdk/index.ts';
import { ARN_A, decryptWith, FakeKms, keyringOf, seeded } from '../fake-kms.ts';

// Some of these do thousands of decryptions; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const MIB = 2 ** 20;
const kms = new FakeKms();
const decryptDataKey = decryptWith(kms);

const materialsOf = (suite: SuiteId): EncryptionMaterials => {
  const made = getEncryptionMaterials({ suite, encryptionContext: { file: '帳簿' } }, keyringOf(kms), seeded('file'));
  if (isRefused(made)) throw new Error(made.refusal.reason);
  return made;
};

const messageIdOf = (suite: SuiteId) => seeded('id')(suite < 0x0400 ? 16 : 32);

const findDataKey: FindDataKey = async (keys, context) => {
  const dataKeyErrors: DataKeyError[] = [];
  for (const key of keys) {
    const answer = decryptDataKey(key, context);
    if (!('error' in answer)) return answer;
    dataKeyErrors.push(answer);
  }
  return { dataKeyErrors };
};

const collecting = () => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: (bytes: Uint8Array<ArrayBuffer>) => void pieces.push(bytes.slice()),
    bytes: () => new Uint8Array(Buffer.concat(pieces)),
  };
};

const plaintextOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7) & 0xff);

const encrypted = async (plaintext: Uint8Array<ArrayBuffer>, suite: SuiteId, frameLength: number) => {
  const sink = collecting();
  const shape = { messageId: messageIdOf(suite), frameLength };
  const answer = await encryptFile(new Blob([plaintext]), materialsOf(suite), shape, sink);
  if (isRefused(answer)) throw new Error(answer.refusal.reason);
  expect(sink.bytes()).toHaveLength(answer.length);
  return sink.bytes();
};

const decrypted = async (message: Uint8Array<ArrayBuffer>) => {
  const sink = collecting();
  const answer = await decryptFile(new Blob([message]), findDataKey, sink);
  return isRefused(answer) ? answer : { ...answer, plaintext: sink.bytes() };
};

describe.each([0x0178, 0x0378, 0x0478, 0x0578, 0x0014] as const)('suite %i', (suite) => {
  test.each([
    [0, 16],
    [1, 16],
    [16, 16],
    [17, 16],
    [100_000, 4096],
    [3 * MIB + 5, MIB],
  ])('a file of %i bytes in frames of %i is written as the small engine writes it', async (length, frameLength) => {
    const plaintext = plaintextOf(length);
    const materials = materialsOf(suite);
    const shape = { messageId: messageIdOf(suite), frameLength };
    const sink = collecting();
    await encryptFile(new Blob([plaintext]), materials, shape, sink);
    const whole = sealMessage(plaintext, materials, shape);
    if (isRefused(whole)) throw new Error(whole.refusal.reason);
    expect(Buffer.compare(sink.bytes(), whole)).toBe(0);
  });

  test('what it wrote, both engines and AWS read', async () => {
    const plaintext = plaintextOf(100_001);
    const message = await encrypted(plaintext, suite, 4096);
    const here = await decrypted(message);
    if (isRefused(here)) throw new Error(JSON.stringify(here));
    expect(Buffer.compare(here.plaintext, plaintext)).toBe(0);
    expect(here.length).toBe(plaintext.length);
    const small = decryptMessage(message, decryptDataKey);
    expect(isRefused(small)).toBe(false);
    const keyring = new KmsKeyringNode({ clientProvider: () => kms as unknown as KMS, generatorKeyId: ARN_A });
    const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
    expect(Buffer.compare((await client.decrypt(keyring, message)).plaintext, plaintext)).toBe(0);
  });

  test('an unframed message of a foreign writer is read too', async () => {
    const plaintext = plaintextOf(70_000);
    const message = encryptMessage({ plaintext, suite, frameLength: 0 }, keyringOf(kms), seeded('unframed'));
    if (isRefused(message)) throw new Error(message.refusal.reason);
    const here = await decrypted(Uint8Array.from(message));
    if (isRefused(here)) throw new Error(JSON.stringify(here));
    expect(Buffer.compare(here.plaintext, plaintext)).toBe(0);
  });

  test('refuses every damaged byte with the reason and byte of the small engine', async () => {
    const message = await encrypted(plaintextOf(40), suite, 16);
    for (let at = 0; at < message.length; at++) {
      const damaged = message.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x01;
      const refusal = (await decrypted(damaged)) as Refused;
      expect(refusal.refusal, `byte ${at}`).toEqual((decryptMessage(damaged, decryptDataKey) as Refused).refusal);
      expect(refusal.refusal.reason).toBeDefined();
    }
  });

  test('refuses every shorter message, and a longer one', async () => {
    const message = await encrypted(plaintextOf(40), suite, 16);
    for (let length = 0; length < message.length; length++)
      expect(((await decrypted(message.slice(0, length))) as Refused).refusal.reason, `${length}`).toBe('truncated');
    const longer = new Uint8Array([...message, 0]);
    expect(((await decrypted(longer)) as Refused).refusal).toEqual({ reason: 'trailingBytes', offset: message.length });
  });
});

describe('limits of memory', () => {
  test('a frame longer than 2 MiB is refused, however much of it is there', async () => {
    const big = encryptMessage(
      { plaintext: new Uint8Array(10), suite: 0x0478, frameLength: 3 * MIB },
      keyringOf(kms),
      seeded('big'),
    );
    if (isRefused(big)) throw new Error(big.refusal.reason);
    // Its only frame is final and short, so it can be read all the same.
    expect(isRefused(await decrypted(Uint8Array.from(big)))).toBe(false);

    const long = encryptMessage(
      { plaintext: new Uint8Array(3 * MIB), suite: 0x0478, frameLength: 0 },
      keyringOf(kms),
      seeded('long'),
    );
    if (isRefused(long)) throw new Error(long.refusal.reason);
    expect(((await decrypted(Uint8Array.from(long))) as Refused).refusal.reason).toBe('frameTooLong');
  });

  test('a suite whose key WebCrypto cannot use everywhere is refused', async () => {
    const answer = await encryptFile(
      new Blob([]),
      materialsOf(0x0146),
      { messageId: messageIdOf(0x0146) },
      collecting(),
    );
    expect(answer).toEqual({ refusal: { reason: 'suiteNotForFiles' } });
  });
});

describe('in a worker', () => {
  const worker = () => {
    const { port1, port2 } = new MessageChannel();
    serveFileJobs(port2 as unknown as Port);
    port1.start();
    port2.start();
    return {
      port: port1 as unknown as Port,
      close: () => {
        port1.close();
        port2.close();
      },
    };
  };
  const job = (file: Blob) =>
    ({ kind: 'encrypt', file, materials: materialsOf(0x0578), messageId: messageIdOf(0x0578) }) as const;

  test('a file goes there and back, with progress to the end and one call for its data key', async () => {
    const { port, close } = worker();
    const plaintext = plaintextOf(3 * MIB);
    const progress: number[] = [];
    const sealed = await runFileJob(port, job(new Blob([plaintext])), {
      onProgress: (done, total) => progress.push(done / total),
    });
    if (sealed.kind !== 'done') throw new Error(JSON.stringify(sealed));
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    kms.calls.length = 0;
    const back = await runFileJob(port, { kind: 'decrypt', file: sealed.blob }, { decryptDataKey });
    if (back.kind !== 'done') throw new Error(JSON.stringify(back));
    expect(kms.calls).toEqual(['Decrypt']);
    expect(back.header?.encryptionContext).toMatchObject({ file: '帳簿' });
    expect(Buffer.compare(new Uint8Array(await back.blob.arrayBuffer()), plaintext)).toBe(0);
    close();
  });

  test('a cancelled job ends as cancelled, and another beside it does not', async () => {
    const { port, close } = worker();
    const controller = new AbortController();
    const cancelled = runFileJob(port, job(new Blob([new Uint8Array(24 * MIB)])), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    const other = runFileJob(port, job(new Blob([new Uint8Array(MIB)])));
    expect(await cancelled).toEqual({ kind: 'cancelled' });
    expect((await other).kind).toBe('done');
    close();
  });

  test('cancelled before it began, it ends as cancelled too', async () => {
    const { port, close } = worker();
    expect(await runFileJob(port, job(new Blob([])), { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    close();
  });

  test('a refusal comes back with its reason, and nothing of the plaintext', async () => {
    const { port, close } = worker();
    const message = await encrypted(plaintextOf(3 * MIB), 0x0578, MIB);
    message[message.length - 1] = (message.at(-1) ?? 0) ^ 1;
    const result = await runFileJob(port, { kind: 'decrypt', file: new Blob([message]) }, { decryptDataKey });
    expect(result).toMatchObject({ kind: 'refused', refusal: { reason: 'signatureInvalid' } });
    expect(result).not.toHaveProperty('blob');
    close();
  });

  test('no key: the answers of KMS come back', async () => {
    const { port, close } = worker();
    const error = { __type: 'AccessDeniedException', message: 'no' };
    const file = new Blob([await encrypted(plaintextOf(3), 0x0478, 16)]);
    expect(await runFileJob(port, { kind: 'decrypt', file }, { decryptDataKey: () => ({ error }) })).toMatchObject({
      kind: 'refused',
      refusal: { reason: 'dataKeyNotDecrypted', dataKeyErrors: [{ error }] },
    });
    close();
  });
});

describe('large files', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'esdk-files-'));
  });
  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  const randomFile = async (name: string, length: number) => {
    const path = join(directory, name);
    const handle = await open(path, 'w');
    const hash = createHash('sha256');
    const block = new Uint8Array(4 * MIB);
    for (let written = 0; written < length; written += block.length) {
      randomFillSync(block);
      hash.update(block);
      await handle.write(block);
    }
    await handle.close();
    return { blob: await openAsBlob(path), sha256: hash.digest('hex') };
  };

  /** Peak of the process's memory over where it began, while the work runs. */
  const peakOf = async <T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> => {
    const before = process.memoryUsage.rss();
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss() - before);
    }, 5);
    const result = await work();
    clearInterval(timer);
    return { result, peak };
  };

  const sizes = process.env.ESDK_LARGE_FILES ? [64 * MIB, 1024 * MIB] : [64 * MIB];

  test.each(sizes.flatMap((size) => ([0x0478, 0x0578] as const).map((suite) => [size / MIB, suite] as const)))(
    '%i MiB with suite %i go there and back with less than 64 MiB of memory',
    async (mebibytes, suite) => {
      const { blob, sha256 } = await randomFile('plain', mebibytes * MIB);
      const materials = materialsOf(suite);
      const path = join(directory, 'sealed');
      const handle = await open(path, 'w');
      const shape = { messageId: messageIdOf(suite), frameLength: FILE_FRAME_LENGTH };
      const toDisk = { write: async (bytes: Uint8Array) => void (await handle.write(bytes)) };
      const sealing = await peakOf(() => encryptFile(blob, materials, shape, toDisk));
      await handle.close();
      expect(isRefused(sealing.result)).toBe(false);
      expect(sealing.peak).toBeLessThan(64 * MIB);

      const hash = createHash('sha256');
      const opening = await peakOf(async () =>
        decryptFile(await openAsBlob(path), findDataKey, { write: (bytes) => void hash.update(bytes) }),
      );
      expect(opening.result).toMatchObject({ length: mebibytes * MIB });
      expect(hash.digest('hex')).toBe(sha256);
      expect(opening.peak).toBeLessThan(64 * MIB);
    },
    600_000,
  );
});
