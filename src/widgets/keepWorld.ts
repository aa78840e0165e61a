import type { Session, StartWorld } from '../learn/session.ts';
import { beginLearning } from '../learn/session.ts';
import { resumed } from './pageSession.ts';
import { loadPart } from './prepareCommand.ts';
import { forget, readStored, store } from './storage.ts';

export type Restored = 'nothing' | 'resumed' | 'resumedChanged' | 'damaged' | 'otherVersion' | 'tooLarge';

const LINK = /^#w=([A-Za-z0-9_-]+)$/;

/** What keeps each session of this page; the first widget to ask sets it up. */
const kept = new WeakMap<Session, Promise<Restored>>();

/**
 * Keeps a session over reloads, and opens the world of a link. What is read back was written by another page, perhaps
 * another version or another hand: it is parsed like any stranger's.
 * @param onUnkept is called when the browser keeps nothing
 */
export const keepWorld = (session: Session, start: StartWorld, onUnkept: () => void): Promise<Restored> => {
  const known = kept.get(session);
  if (known) return known;
  const restored = restore(session, start).then((outcome) => {
    saveChanges(session, start, onUnkept);
    return outcome;
  });
  kept.set(session, restored);
  return restored;
};

const nameOf = ({ id }: StartWorld): string => `world/${id}`;

const restore = async (session: Session, start: StartWorld): Promise<Restored> => {
  const linked = LINK.exec(location.hash)?.[1];
  const text = linked ?? readStored(nameOf(start));
  if (text === undefined) return 'nothing';
  const { fromShareText, partNeededForShareText } = await import('../learn/share-link.ts');
  const part = partNeededForShareText(text);
  if (part) await loadPart(part);
  const opened = fromShareText(text);
  if (!opened.ok) return opened.problem;
  if (opened.history.seed !== start.id) return 'nothing';
  session.send({ type: 'Begin', learning: resumed(start, opened.history, opened.floor) });
  return opened.changed ? 'resumedChanged' : 'resumed';
};

const QUIET_FOR = 400;

const saveChanges = (session: Session, start: StartWorld, onUnkept: () => void): void => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = false;
  const save = async () => {
    const { history, floor } = session.getSnapshot().context;
    if (history.at === floor) return forget(nameOf(start));
    const { toShareText } = await import('../learn/share-link.ts');
    if (store(nameOf(start), toShareText(history, floor)) || told) return;
    told = true;
    onUnkept();
  };
  session.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_FOR);
  });
  addEventListener('pagehide', () => {
    clearTimeout(timer);
    void save();
  });
};

/** The address that opens this world. */
export const linkTo = async (session: Session): Promise<string> => {
  const { toShareText } = await import('../learn/share-link.ts');
  const { history, floor } = session.getSnapshot().context;
  return `${location.origin}${location.pathname}#w=${toShareText(history, floor)}`;
};

/** Begins again, as the page was served. */
export const beginAgain = (session: Session, start: StartWorld): void =>
  session.send({ type: 'Begin', learning: beginLearning(start) });
