/**
 * Throughput of file encryption beside WebCrypto itself, in one run: 64 MiB, medians of seven. Fails below 0.8 of raw
 * AES-256-GCM. Signed suites are shown for information: their SHA-384 runs in JavaScript, since WebCrypto cannot hash
 * piece by piece.
 */
import { decryptFile, encryptFile } from '../src/esdk/edge/index.ts';
import { type EncryptionMaterials, isRefused, type SuiteId } from '../src/esdk/index.ts';
import { getEncryptionMaterials } from '../src/esdk/materials.ts';

const MIB = 2 ** 20;
const SIZE = 64 * MIB;
const RUNS = 7;
const REQUIRED = 0.8;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const dataKey = random(32);
const keyring = {
  generateDataKey: () => ({
    plaintext: dataKey,
    encryptedDataKey: { providerId: 'bench', providerInfo: 'bench', ciphertext: random(64) },
  }),
};
const plaintext = new Uint8Array(SIZE);
for (let at = 0; at < SIZE; at += 65_536) crypto.getRandomValues(plaintext.subarray(at, at + 65_536));
const file = new Blob([plaintext]);
const nowhere = { write: () => undefined };

const materialsOf = (suite: SuiteId): EncryptionMaterials => {
  const made = getEncryptionMaterials({ suite, encryptionContext: {} }, keyring, random);
  if (isRefused(made)) throw new Error(made.refusal.reason);
  return made;
};

const succeed = <T extends object>(answer: T): void => {
  if (isRefused(answer)) throw new Error(answer.refusal.reason);
};

const encryptInto = async (suite: SuiteId, write: (bytes: Uint8Array<ArrayBuffer>) => void) =>
  succeed(await encryptFile(file, materialsOf(suite), { messageId: random(32) }, { write }));

const sealed = async (suite: SuiteId): Promise<Blob> => {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  await encryptInto(suite, (bytes) => pieces.push(bytes.slice()));
  return new Blob(pieces);
};

const rawKey = await crypto.subtle.importKey('raw', dataKey, 'AES-GCM', false, ['encrypt', 'decrypt']);
const iv = random(12);
const rawSealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, rawKey, plaintext);
const message = await sealed(0x0478);
const signedMessage = await sealed(0x0578);

const contestants: Record<string, () => Promise<unknown>> = {
  'WebCrypto encrypt': () => crypto.subtle.encrypt({ name: 'AES-GCM', iv }, rawKey, plaintext),
  'file encrypt, 0x0478': () => encryptInto(0x0478, nowhere.write),
  'file encrypt, 0x0578 (signed)': () => encryptInto(0x0578, nowhere.write),
  'WebCrypto decrypt': () => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, rawKey, rawSealed),
  'file decrypt, 0x0478': async () => succeed(await decryptFile(message, async () => dataKey, nowhere)),
  'file decrypt, 0x0578 (signed)': async () => succeed(await decryptFile(signedMessage, async () => dataKey, nowhere)),
};

// Taken in turns, so that a busy moment of the machine meets all of them alike.
const seconds = new Map<string, number[]>(Object.keys(contestants).map((name) => [name, []]));
for (let run = 0; run <= RUNS; run++)
  for (const [name, work] of Object.entries(contestants)) {
    const started = performance.now();
    await work();
    if (run > 0) seconds.get(name)?.push((performance.now() - started) / 1000);
  }

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const speed = (name: string) => SIZE / MIB / median(seconds.get(name) ?? []);
for (const name of Object.keys(contestants))
  console.log(`${name.padEnd(32)} ${speed(name).toFixed(0).padStart(6)} MiB/s`);

for (const way of ['encrypt', 'decrypt']) {
  const ratio = speed(`file ${way}, 0x0478`) / speed(`WebCrypto ${way}`);
  console.log(`${way}: ${ratio.toFixed(2)} of WebCrypto, ${REQUIRED} required`);
  if (!(ratio >= REQUIRED)) process.exitCode = 1;
}
