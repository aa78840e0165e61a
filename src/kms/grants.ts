import { sha256 } from '@noble/hashes/sha2.js';
import type { GrantState } from './charts/grant.machine.ts';
import { concat, fromBase64, toBase64, utf8 } from './crypto/bytes.ts';
import type { Entropy } from './entropy.ts';
import { type Refused, refused } from './errors.ts';
import type { GrantRecord, World } from './world.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const GRANTS_PER_KEY = 50_000;

export const grantStateOf = ({ life }: Pick<GrantRecord, 'life'>): GrantState => life.value as GrantState;

/** Retired or revoked: gone from every list, though it may still work somewhere for a while. */
export const isWithdrawn = (grant: Pick<GrantRecord, 'life'>): boolean =>
  grantStateOf(grant) !== 'Propagating' && grantStateOf(grant) !== 'Effective';

/** The grants on a key that have been neither retired nor revoked, oldest first. */
export const standingGrants = (world: World, KeyArn: string): readonly GrantRecord[] =>
  Object.values(world.grants).filter((grant) => grant.KeyArn === KeyArn && !isWithdrawn(grant));

/**
 * The grants on a key that a request may rest on: those that are known everywhere, and those whose token it carries.
 * @param tokens GrantTokens of the request
 */
export const grantsFor = (
  world: World,
  KeyArn: string,
  { tokens = [] }: { readonly tokens?: readonly string[] } = {},
): readonly GrantRecord[] =>
  Object.values(world.grants).filter(
    (grant) =>
      grant.KeyArn === KeyArn &&
      (grant.life.context.isKnownEverywhere || grant.tokens.some((token) => tokens.includes(token))),
  );

/** One grant by its id, unless it was retired or revoked. */
export const standingGrant = (world: World, KeyArn: string, GrantId: string): GrantRecord | undefined => {
  const grant = world.grants[GrantId];
  return grant && grant.KeyArn === KeyArn && !isWithdrawn(grant) ? grant : undefined;
};

/** Of a text that cannot be a grant id. AWS's text is not known. */
export const grantIdProblem = (GrantId: string | undefined): Refused | undefined =>
  GrantId === undefined || /^[0-9a-f]{64}$/.test(GrantId) ? undefined : refused('InvalidGrantIdException');

/** The type was seen on AWS (https://github.com/getmoto/moto/issues/5411); the words are an emulator's. */
export const grantNotFound = (GrantId: string): Refused =>
  refused('NotFoundException', `Grant ID ${GrantId} not found`);

/** The grant that a token was handed out for; `undefined` also for a grant that was withdrawn. */
export const grantOfToken = (world: World, token: string): GrantRecord | undefined =>
  Object.values(world.grants).find((grant) => grant.tokens.includes(token) && !isWithdrawn(grant));

/**
 * What is wrong with the GrantTokens of a request: a text that KMS never handed out. A token whose grant is gone is no
 * error: it gives nothing. AWS's text is not known.
 */
export const grantTokenProblem = (tokens: readonly string[] | undefined): Refused | undefined =>
  tokens?.every(isGrantToken) === false ? refused('InvalidGrantTokenException') : undefined;

/** A grant token is text for the bearer to pass on, not a secret. Its layout is ours: AWS does not publish one. */
export const newGrantToken = (random: Entropy): string => {
  const bytes = random(48);
  return toBase64(concat(MARK, bytes, checksum(bytes)));
};

const MARK = utf8('grant');
const CHECKSUM_BYTES = 4;

const checksum = (bytes: Uint8Array): Uint8Array => sha256(concat(MARK, bytes)).slice(0, CHECKSUM_BYTES);

const isGrantToken = (token: string): boolean => {
  const bytes = fromBase64(token);
  if (!bytes) return false;
  const body = bytes.slice(MARK.length, -CHECKSUM_BYTES);
  return body.length > 0 && toBase64(concat(MARK, body, checksum(body))) === token;
};
