import { type Command, call, type Entry, type KmsError, type World } from '../kms/index.ts';
import type { Base64, Instant } from '../kms/vocabulary.ts';
import { ciphertextsOf, decryptCommand, type HeldCiphertext } from './ciphertexts.ts';

/** What an application has stored, or tried to: one Encrypt call of its. */
export interface AppRecord {
  readonly seq: number;
  readonly at: Instant;
  /** The key to which the application's name for it led; absent when it led nowhere. */
  readonly KeyArn?: string;
  /** Absent when the write itself was refused; `error` then says why. */
  readonly held?: HeldCiphertext;
  /** Why it was not written, or, if it was, why it cannot be read now. */
  readonly error?: KmsError;
}

/** How an application calls: as whom, by which name of its key, and whether it gives that name when it decrypts too. */
export interface RunningApp {
  readonly as: string;
  readonly KeyId: string;
  readonly namesKeyToDecrypt: boolean;
}

/** All that an application wrote, oldest first, with what reading it would bring in the world as it is now. */
export const recordsOfApp = (entries: readonly Entry[], world: World, app: RunningApp): readonly AppRecord[] =>
  entries.flatMap((entry) => {
    if (entry.kind !== 'api' || entry.caller.name !== app.as || entry.command.operation !== 'Encrypt') return [];
    const { seq, at } = entry;
    const [held] = ciphertextsOf([entry]);
    const KeyArn = entry.keys[0]?.Arn;
    const error = held ? refusalOf(world, readCommand(app, held)) : entry.error;
    return [{ seq, at, ...(KeyArn !== undefined && { KeyArn }), ...(held && { held }), ...(error && { error }) }];
  });

export const writeCommand = ({ as, KeyId }: RunningApp, Plaintext: Base64): Command => ({
  operation: 'Encrypt',
  input: { KeyId, Plaintext },
  as,
});

export const readCommand = ({ as, KeyId, namesKeyToDecrypt }: RunningApp, held: HeldCiphertext): Command => {
  const decrypt = decryptCommand(held) as Command & { readonly input: object };
  return { ...decrypt, input: { ...decrypt.input, ...(namesKeyToDecrypt && { KeyId }) }, as } as Command;
};

/** What KMS would refuse a command with, asked of a copy of the world; `undefined`: it would carry it out. */
export const refusalOf = (world: World, command: Command): KmsError | undefined => {
  const { entry } = call(world, command);
  return entry.kind === 'api' ? entry.error : undefined;
};
