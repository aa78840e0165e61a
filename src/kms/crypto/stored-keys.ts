/**
 * Reads keys that this simulator wrote itself. Users cannot reach these bytes, so a failure is our mistake and thrown;
 * bytes that come from a user go through readSpki, readPkcs8 or keyPairFromPkcs8.
 */
import type { PrivateKey, PublicKey } from './keys.ts';
import { readPkcs8 } from './pkcs8.ts';
import { readSpki } from './spki.ts';

type OfKind<Key extends { readonly kind: string }, Kind> = Extract<Key, { readonly kind: Kind }>;

const wrongKey = (what: string, kind: string, key: { readonly kind: string } | undefined): Error =>
  new Error(`stored ${what} expected to be ${kind}, got ${key === undefined ? 'unreadable bytes' : key.kind}`);

export const storedPrivateKey = <Kind extends PrivateKey['kind']>(
  kind: Kind,
  pkcs8: Uint8Array,
): OfKind<PrivateKey, Kind> => {
  const key = readPkcs8(pkcs8);
  if (key?.kind !== kind) throw wrongKey('private key', kind, key);
  return key as OfKind<PrivateKey, Kind>;
};

export const storedPublicKey = <Kind extends PublicKey['kind']>(
  kind: Kind,
  spki: Uint8Array,
): OfKind<PublicKey, Kind> => {
  const key = readSpki(spki);
  if (key?.kind !== kind) throw wrongKey('public key', kind, key);
  return key as OfKind<PublicKey, Kind>;
};
