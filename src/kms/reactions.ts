import type { KeyContext, KeyEffect, KeyEvent } from './charts/key-lifecycle.machine.ts';
import type { Draft } from './draft.ts';
import type { Entropy } from './entropy.ts';
import type { Happening } from './happening.ts';
import { dropMaterial, settlePending } from './imported-material.ts';
import { keyLife } from './key-life.ts';
import { completenessOf, rotated, rotatedToPending } from './materials.ts';
import { promoted } from './promotion.ts';
import type { Step } from './stepper.ts';
import type { Instant } from './vocabulary.ts';
import {
  currentMaterial,
  isPrimary,
  isReplica,
  type KeyMaterial,
  type KeyRecord,
  keyStateOf,
  relatedKeys,
} from './world.ts';

/** A world that is being changed, with the chance it may draw on and the things that have come about in it. */
export interface Unfolding {
  readonly draft: Draft;
  readonly random: Entropy;
  readonly happenings: Happening[];
}

/** Tells a key a fact, and carries out all that follows from it. */
export const tellKey = (unfolding: Unfolding, KeyArn: string, event: KeyEvent): void => {
  const { draft } = unfolding;
  const key = draft.world.keys[KeyArn];
  if (key) keepStep(unfolding, key, keyLife.step(key.life, event, draft.world.now));
};

/** Keeps the next moment of a key's life, and carries out what the chart asks of the world. */
export const keepStep = (unfolding: Unfolding, key: KeyRecord, { life, effects }: Step<KeyContext>): void => {
  const { draft, happenings } = unfolding;
  if (life !== key.life) draft.put('keys', key.Arn, { ...key, life });
  const from = keyStateOf(key);
  const to = keyStateOf({ life }) as typeof from | 'Deleted';
  if (from !== to) happenings.push({ at: draft.world.now, KeyArn: key.Arn, what: 'StateChanged', from, to });
  for (const effect of effects) EFFECTS[effect as KeyEffect](unfolding, key.Arn);
};

/** What the actions of the key chart mean for the rest of the world. */
const EFFECTS: { readonly [Effect in KeyEffect]: (unfolding: Unfolding, KeyArn: string) => void } = {
  delete: (unfolding, KeyArn) => {
    const { draft, happenings } = unfolding;
    const key = keyIn(draft, KeyArn);
    const at = draft.world.now;
    for (const [AliasArn, { TargetKeyArn }] of Object.entries(draft.world.aliases))
      if (TargetKeyArn === KeyArn) draft.drop('aliases', AliasArn);
    for (const [GrantId, grant] of Object.entries(draft.world.grants))
      if (grant.KeyArn === KeyArn) draft.drop('grants', GrantId);
    draft.drop('usage', KeyArn);
    draft.drop('keys', KeyArn);
    draft.put('deletedKeys', KeyArn, at);
    happenings.push({ at, KeyArn, what: 'KeyDeleted' });

    // A primary waits for its last replica before its own waiting period begins.
    // https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html#deleting-mrks
    const family = relatedKeys(draft.world, key);
    if (family[0]) settlePending(draft, family[0].Arn);
    if (isReplica(key) && !family.some(isReplica))
      for (const { Arn } of family) tellKey(unfolding, Arn, { type: 'LastReplicaDeleted' });
  },

  expireMaterial: (unfolding, KeyArn) => {
    const { draft, happenings } = unfolding;
    const { now } = draft.world;
    for (const { KeyMaterialId, bytes, ValidTo } of keyIn(draft, KeyArn).materials) {
      if (bytes === undefined || ValidTo === undefined || ValidTo > now) continue;
      happenings.push({ at: now, KeyArn, what: 'MaterialExpired', KeyMaterialId });
      dropMaterial(draft, keyIn(draft, KeyArn), KeyMaterialId);
    }
    const { materials } = keyIn(draft, KeyArn);
    tellKey(unfolding, KeyArn, { type: 'MaterialExpired', ...completenessOf(materials, now) });
  },

  // Both keys that were at work end it at the same instant; the first to do so changes the roles of the whole family.
  promote: ({ draft, happenings }, KeyArn) => {
    const key = keyIn(draft, KeyArn);
    const { PromotingTo } = key;
    if (PromotingTo === undefined) return;
    const at = draft.world.now;
    for (const member of promoted(draft.world, key, PromotingTo)) draft.put('keys', member.Arn, member);
    for (const { Arn } of [key, ...relatedKeys(draft.world, key)]) tellSynchronized({ draft, happenings }, Arn, at);
  },

  synchronize: (unfolding, KeyArn) => tellSynchronized(unfolding, KeyArn, unfolding.draft.world.now),

  rotate: (unfolding, KeyArn) => {
    rotateKey(unfolding, KeyArn, unfolding.random(32), 'AUTOMATIC');
  },
};

/** Makes `fresh` the current material of a key and of its replicas. Old materials stay, for decryption. */
export const rotateKey = (
  unfolding: Unfolding,
  KeyArn: string,
  fresh: Uint8Array,
  RotationType: 'AUTOMATIC' | 'ON_DEMAND',
): void => {
  const at = unfolding.draft.world.now;
  rotateFamily(unfolding, KeyArn, RotationType, (key) => rotated(key, fresh, at, RotationType));
};

/** Makes the imported material that waits for its rotation the current one, in all members of a family. */
export const rotateToPendingMaterial = (unfolding: Unfolding, KeyArn: string): void => {
  const at = unfolding.draft.world.now;
  rotateFamily(unfolding, KeyArn, 'ON_DEMAND', (key) => rotatedToPending(key, at));
};

const rotateFamily = (
  { draft, happenings }: Unfolding,
  KeyArn: string,
  RotationType: 'AUTOMATIC' | 'ON_DEMAND',
  materialsAfter: (key: KeyRecord) => readonly KeyMaterial[],
): void => {
  const at = draft.world.now;
  const primary = keyIn(draft, KeyArn);
  for (const key of [...relatedKeys(draft.world, primary), primary]) {
    const materials = materialsAfter(key);
    draft.put('keys', key.Arn, { ...key, materials });
    tellSynchronized({ draft, happenings }, key.Arn, at);
    const current = currentMaterial({ materials });
    if (!current) throw new Error(`${key.Arn} rotated to no material`);
    happenings.push({
      at,
      KeyArn: key.Arn,
      what: 'KeyRotated',
      RotationType,
      KeyOrigin: key.Origin,
      previousKeyMaterialId: currentMaterial(key)?.KeyMaterialId,
      currentKeyMaterialId: current.KeyMaterialId,
    });
  }
};

/** Says of a replica that it has what its primary has. Of a primary there is nothing to say. */
const tellSynchronized = (
  { draft, happenings }: Pick<Unfolding, 'draft' | 'happenings'>,
  KeyArn: string,
  at: Instant,
): void => {
  const key = keyIn(draft, KeyArn);
  const primary = relatedKeys(draft.world, key).find(isPrimary);
  if (isReplica(key) && primary)
    happenings.push({ at, KeyArn, what: 'MultiRegionKeySynchronized', PrimaryKeyArn: primary.Arn });
};

const keyIn = (draft: Draft, KeyArn: string): KeyRecord => {
  const key = draft.world.keys[KeyArn];
  if (!key) throw new Error(`no key ${KeyArn} in this world`);
  return key;
};
