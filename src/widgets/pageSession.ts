import { beginLearning, type Learning, type Session, type StartWorld, startSession } from '../learn/session.ts';

/** The sessions of this page by world: two widgets that name one world act in one world. */
const sessions = new Map<string, Session>();

/** On the server every widget gets a world of its own, so that pages do not meet. */
export const sessionOf = (start: StartWorld): Session => {
  if (typeof window === 'undefined') return startSession(beginLearning(start));
  const known = sessions.get(start.id);
  if (known) return known;
  const session = startSession(beginLearning(start));
  sessions.set(start.id, session);
  return session;
};

/** A learning whose beginning is told by its link: the names of the start are those of this page's own start. */
export const resumed = (start: StartWorld, history: Learning['history'], floor: number): Learning => ({
  history,
  floor,
  saved: beginLearning(start).saved,
});
