/** The one place of the endpoint that changes: the world as it is now, its log, and what keeps it. */
import { randomUUID } from 'node:crypto';
import type { SignedRequest } from '../aws/sigv4/index.ts';
import { answer, commandOf, type HttpResponse, jsonError, receive } from '../aws/wire/index.ts';
import { type Command, call, type Entry, type World } from '../kms/full.ts';
import { needsRsaKey } from '../kms/needs.ts';
import type { Beginning } from './begin-world.ts';
import { callLog } from './call-log.ts';
import type { Keeper } from './kept-state.ts';
import { freshRsaKey } from './rsa-key.ts';

export interface House {
  readonly world: World;
  /** Answers a request of an AWS client. */
  answer(request: SignedRequest, userAgent: string): Promise<HttpResponse>;
  /** Turns the clock. */
  give(command: Command): Promise<Entry>;
  /** Begins again. */
  reset(): Promise<void>;
  /** Resolves when everything is kept that has happened until now. */
  settle(): Promise<void>;
}

export const openHouse = (beginning: Beginning, resumed: World | undefined, keeper: Keeper | undefined): House => {
  let world = resumed ?? beginning.world;
  const log = callLog();
  const logBeginning = () => {
    for (const entry of beginning.entries) log.add(entry, ABOUT_AN_ENTRY);
  };
  if (!resumed) logBeginning();

  const enter = async (next: World): Promise<void> => {
    const changed = differs(world, next);
    world = next;
    if (keeper && changed) await keeper.keep(next);
  };

  return {
    get world() {
      return world;
    },
    async answer(request, userAgent) {
      const requestId = randomUUID();
      const reception = receive(world, request, { now: Date.now(), requestId });
      if ('refused' in reception) return reception.refused;
      const { received } = reception;
      const command = commandOf(received);
      const spec = command && needsRsaKey(command);
      const rsaPrivateKey = spec && (await freshRsaKey(spec));
      // From here to the new world nothing waits: calls follow one another, each on the world of the one before.
      const { world: next, entry, response } = answer(world, received, { trail: log.trail, requestId, rsaPrivateKey });
      if (entry)
        log.add(entry, ABOUT_AN_ENTRY + request.body.length + response.body.length, {
          userAgent,
          accessKeyId: received.accessKeyId,
        });
      try {
        await enter(next);
      } catch (error) {
        console.error(error);
        return jsonError(
          { __type: 'KMSInternalException', message: 'The state file cannot be written.' },
          500,
          requestId,
        );
      }
      return response;
    },
    async give(command) {
      const { world: next, entry } = call(world, command);
      log.add(entry, ABOUT_AN_ENTRY * (1 + entry.happenings.length));
      await enter(next);
      return entry;
    },
    async reset() {
      log.clear();
      logBeginning();
      await enter({ ...beginning.world, seq: world.seq + 1 });
    },
    async settle() {
      await keeper?.keep(world);
    },
  };
};

const ABOUT_AN_ENTRY = 1000;

/** Whether more has changed than the count of calls. */
const differs = (before: World, after: World): boolean =>
  Object.entries(after).some(([name, value]) => name !== 'seq' && before[name as keyof World] !== value);
