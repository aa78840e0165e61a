import { createActor } from 'xstate';
import { parseTalkMessage, type TalkMessage } from '../../present/in-step.ts';
import { type TalkEvent, talkMachine } from '../../present/talk.machine.ts';
import type { Tape } from '../../present/tape.ts';

/** A talk in one window, kept in step with the others of this browser that show the same one. */
export interface TalkInStep {
  readonly actor: ReturnType<typeof startTalk>;
  /** Tells this window and the others. */
  tell(event: TalkEvent): void;
  close(): void;
}

const startTalk = (tape: Tape) => createActor(talkMachine, { input: { tape } }).start();

/**
 * @param follows takes the state of a window that is already there; the first window has nobody to follow
 * @param onfollow is told the new actor whenever the whole log was taken over
 */
export const talkInStep = (
  tape: Tape,
  follows: boolean,
  onfollow: (actor: ReturnType<typeof startTalk>) => void,
): TalkInStep => {
  let actor = startTalk(tape);
  let events: TalkEvent[] = [];
  const channel =
    typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`kms-notebook/talk/${tape.id}`);
  const say = (message: TalkMessage) => channel?.postMessage(message);

  const take = (log: readonly TalkEvent[]) => {
    actor = startTalk(tape);
    events = [...log];
    for (const event of events) actor.send(event);
    onfollow(actor);
  };
  const hear = (event: TalkEvent) => {
    events.push(event);
    actor.send(event);
  };

  channel?.addEventListener('message', ({ data }) => {
    const message = parseTalkMessage(data, tape.id);
    if (message?.kind === 'hello') say({ kind: 'log', talk: tape.id, events });
    else if (message?.kind === 'log' && message.events.length !== events.length) take(message.events);
    else if (message?.kind === 'event') {
      // An event out of turn means that one was missed: then the whole log is asked for.
      if (message.number === events.length) hear(message.event);
      else say({ kind: 'hello', talk: tape.id });
    }
  });
  if (follows) say({ kind: 'hello', talk: tape.id });

  return {
    get actor() {
      return actor;
    },
    tell(event) {
      say({ kind: 'event', talk: tape.id, number: events.length, event });
      hear(event);
    },
    close() {
      channel?.close();
      actor.stop();
    },
  };
};
