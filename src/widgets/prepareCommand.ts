import type { Command } from '../kms/command.ts';
import { needsAsymmetric, needsRarely, needsRsaKey } from '../kms/needs.ts';
import type { ModelPart } from '../learn/needs.ts';
import type { Session } from '../learn/session.ts';
import { freshRsaKey } from './bringRsaKeys.ts';

/**
 * Fetches what a command needs before it is given, since the model itself may not wait: rarely needed parts of the
 * model, the cryptography of key pairs, and a fresh RSA key, which the browser makes many times faster than the model.
 * A command that needs nothing comes back as it is.
 */
export const prepareCommand = async (command: Command): Promise<Command> => {
  const spec = needsRsaKey(command);
  const part = needsAsymmetric(command) ? 'full' : needsRarely(command) ? 'whole' : undefined;
  const [rsaPrivateKey] = await Promise.all([spec && freshRsaKey(spec), part && loadPart(part)]);
  return rsaPrivateKey === undefined ? command : { ...command, rsaPrivateKey };
};

/** Loads a part of the model; once it is there, nobody waits for it again. */
export const loadPart = (part: ModelPart): Promise<unknown> =>
  part === 'full' ? import('../kms/full.ts') : import('../kms/whole.ts');

export const loadFull = (): Promise<unknown> => loadPart('full');

/** Gives a command to a session, whatever it needs. */
export const give = async (session: Session, command: Command): Promise<void> =>
  session.send({ type: 'Do', command: await prepareCommand(command) });
