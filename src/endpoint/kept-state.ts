/**
 * A world in a file. What was answered is on the disk: the file is written anew beside the old one, synced, and put in
 * its place by renaming, so that whoever looks, at whatever instant, finds one whole world. The one before it is kept.
 *
 *     line 1   {"format":"kms-notebook-state","version":1,"sha256":"…of line 2"}
 *     line 2   the world
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { World } from '../kms/index.ts';

export const previousOf = (path: string): string => `${path}.previous`;

const FORMAT = 'kms-notebook-state';
const VERSION = 1;

const Header = v.object({ format: v.literal(FORMAT), version: v.literal(VERSION), sha256: v.string() });
const Table = v.record(v.string(), v.unknown());
/** Its inside is vouched for by the hash: this file was written by this program. */
const Whole = v.looseObject({
  seed: v.string(),
  now: v.number(),
  seq: v.number(),
  home: v.object({ caller: v.string(), Region: v.string() }),
  accounts: Table,
  principals: Table,
  keys: Table,
  aliases: Table,
  grants: Table,
  usage: Table,
});

export type Loaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'loaded'; readonly world: World; readonly from: string }
  /** There are files, and none of them is whole. They are left alone. */
  | { readonly kind: 'damaged'; readonly files: readonly string[] };

/**
 * Calls that changed nothing may have come after the last write. Their numbers are not given again, since what the model
 * draws at random follows from the number: GenerateRandom would repeat itself.
 */
const NUMBERS_LEFT_OUT = 1_000_000;

export const loadState = (path: string): Loaded => {
  const files = [path, previousOf(path)].filter((file) => existsSync(file));
  for (const from of files) {
    const world = parseState(readFileSync(from, 'utf8'));
    if (world) return { kind: 'loaded', world: { ...world, seq: world.seq + NUMBERS_LEFT_OUT }, from };
  }
  return files.length === 0 ? { kind: 'none' } : { kind: 'damaged', files };
};

const parseState = (text: string): World | undefined => {
  const [head = '', body = ''] = text.split('\n');
  try {
    const header = v.parse(Header, JSON.parse(head));
    if (header.sha256 !== sha256(body)) return undefined;
    return v.parse(Whole, JSON.parse(body)) as unknown as World;
  } catch {
    return undefined;
  }
};

const stateText = (world: World): string => {
  const body = JSON.stringify(world);
  return `${JSON.stringify({ format: FORMAT, version: VERSION, sha256: sha256(body) })}\n${body}\n`;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export interface Keeper {
  /** Resolves when this world, or a later one, is on the disk. */
  keep(world: World): Promise<void>;
}

/** Writes one world after another; those that came while one was being written share the next write. */
export const keeperOf = (path: string): Keeper => {
  let latest: World | undefined;
  let next: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();
  return {
    keep(world) {
      latest = world;
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          running = writeState(path, latest as World);
          return running;
        });
      return next;
    },
  };
};

const writeState = async (path: string, world: World): Promise<void> => {
  const fresh = `${path}.${process.pid}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(stateText(world));
    await file.sync();
  } finally {
    await file.close();
  }
  if (existsSync(path)) {
    await rm(previousOf(path), { force: true });
    await link(path, previousOf(path)).catch(() => undefined);
  }
  await rename(fresh, path);
  await syncFolder(dirname(path));
};

/** The new name must outlive a power cut as well. Not every system can sync a folder. */
const syncFolder = async (path: string): Promise<void> => {
  try {
    const folder = await open(path, 'r');
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows: nothing to be done.
  }
};
