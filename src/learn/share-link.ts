import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import * as v from 'valibot';
import { canonicalJson } from '../kms/entropy.ts';
import { type Command, commandsOf, entriesOf, type History, replay } from '../kms/index.ts';
import { CommandSchema, MAX_COMMANDS } from './command-schema.ts';
import { type ModelPart, partNeededFor } from './needs.ts';

/**
 * A world as text for a link: version, seed and commands, as JSON, deflated, in base64url. It holds no state: opening
 * it replays the commands. A fingerprint of the answers tells whether the model still answers as it did.
 */
export const SHARE_VERSION = 1;

const SharedSchema = v.strictObject({
  v: v.literal(SHARE_VERSION),
  seed: v.pipe(v.string(), v.maxLength(200)),
  /** How many of the commands made the start of the world. */
  floor: v.pipe(v.number(), v.integer(), v.minValue(0)),
  commands: v.pipe(v.array(CommandSchema), v.maxLength(MAX_COMMANDS)),
  fingerprint: v.pipe(v.string(), v.maxLength(16)),
});

export type Opened =
  | {
      readonly ok: true;
      readonly history: History;
      readonly floor: number;
      /** The model answers otherwise than when the link was made. */
      readonly changed: boolean;
    }
  | { readonly ok: false; readonly problem: 'tooLarge' | 'damaged' | 'otherVersion'; readonly version?: number };

/** Longest text that is looked at, and largest JSON that it may unfold to. */
const MAX_TEXT = 200_000;
const MAX_JSON = 4_000_000;

export const toShareText = (history: History, floor: number): string => {
  const shared = {
    v: SHARE_VERSION,
    seed: history.seed,
    floor,
    commands: commandsOf(history),
    fingerprint: fingerprintOf(history),
  };
  return toBase64Url(deflateSync(strToU8(JSON.stringify(shared)), { level: 9 }));
};

type Shared = v.InferOutput<typeof SharedSchema>;

/** Opens a text. The parts of the model that its commands need must be loaded: see `partNeededForShareText`. */
export const fromShareText = (text: string): Opened => {
  const read = readShareText(text);
  return read.ok ? opened(read.shared) : read;
};

/** What must be loaded before a text can be opened. */
export const partNeededForShareText = (text: string): ModelPart | undefined => {
  const read = readShareText(text);
  return read.ok ? partNeededFor(read.shared.commands) : undefined;
};

const readShareText = (
  text: string,
): { readonly ok: true; readonly shared: Shared } | Extract<Opened, { ok: false }> => {
  if (text.length > MAX_TEXT) return { ok: false, problem: 'tooLarge' };
  const json = inflate(text);
  if (json === 'tooLarge') return { ok: false, problem: 'tooLarge' };
  if (json === undefined) return { ok: false, problem: 'damaged' };
  const version = (json as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version !== SHARE_VERSION) return { ok: false, problem: 'otherVersion', version };
  const parsed = v.safeParse(SharedSchema, json);
  return parsed.success ? { ok: true, shared: parsed.output } : { ok: false, problem: 'damaged' };
};

const opened = ({ seed, commands, floor, fingerprint }: Shared): Opened => {
  try {
    const history = replay(seed, commands as readonly Command[]);
    return {
      ok: true,
      history,
      floor: Math.min(floor, history.at),
      changed: fingerprintOf(history) !== fingerprint,
    };
  } catch {
    // A command of a principal that is not there, say: the text is well formed, but no world ever wrote it.
    return { ok: false, problem: 'damaged' };
  }
};

/** Inflates bounded memory: a small text may pretend to be a huge one. */
const inflate = (text: string): unknown => {
  const bytes = fromBase64Url(text);
  if (!bytes) return undefined;
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    const stream = new Inflate((chunk) => {
      length += chunk.length;
      if (length > MAX_JSON) throw new TooLarge();
      chunks.push(chunk);
    });
    for (let at = 0; at < bytes.length; at += CHUNK)
      stream.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    return JSON.parse(decode(chunks)) as unknown;
  } catch (error) {
    return error instanceof TooLarge ? 'tooLarge' : undefined;
  }
};

const CHUNK = 4096;

class TooLarge extends Error {}

const decode = (chunks: readonly Uint8Array[]): string => {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
};

/** Eight characters that stand for all answers: FNV-1a over outputs and errors. */
export const fingerprintOf = (history: History): string => {
  const answers = entriesOf(history).map((entry) =>
    entry.kind === 'api' ? [entry.output ?? null, entry.error ?? null] : entry.happenings,
  );
  let hash = 0x811c9dc5;
  for (const character of canonicalJson(answers)) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
};

const toBase64Url = (bytes: Uint8Array): string => {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

const fromBase64Url = (text: string): Uint8Array | undefined => {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};
