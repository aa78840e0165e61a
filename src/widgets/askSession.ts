import type { AskKms } from '../esdk/simulator.ts';
import { type ApiEntry, momentAt } from '../kms/index.ts';
import type { Session } from '../learn/session.ts';

/** Calls that a tool of the reader's makes are commands of the page's world: they show in its log and can be undone. */
export const askSession =
  (session: Session): AskKms =>
  (command) => {
    session.send({ type: 'Do', command });
    return momentAt(session.getSnapshot().context.history).entry as ApiEntry;
  };
