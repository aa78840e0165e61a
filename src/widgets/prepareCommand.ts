import type { Command } from '../kms/index.ts';
import { needsAsymmetric, needsRsaKey } from '../kms/needs.ts';
import type { Session } from '../learn/session.ts';
import { freshRsaKey } from './bringRsaKeys.ts';

/**
 * Waits for what a command needs before it can be given, since the model itself may not wait: the cryptography of key
 * pairs, and a fresh RSA key from the browser's own generator. Most commands need nothing and come back at once.
 */
export const prepareCommand = async (command: Command): Promise<Command> => {
  if (needsAsymmetric(command)) await loadFull();
  const spec = needsRsaKey(command);
  return spec === undefined ? command : ({ ...command, rsaPrivateKey: await freshRsaKey(spec) } as Command);
};

/** The model with all its doors open. */
export const loadFull = () => import('../kms/full.ts');

/** Gives a command to a session, whatever it needs. */
export const give = async (session: Session, command: Command): Promise<void> =>
  session.send({ type: 'Do', command: await prepareCommand(command) });
