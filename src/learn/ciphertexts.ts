import { type ApiEntry, type Command, call, type Entry, type KmsError, type World } from '../kms/index.ts';

/** A ciphertext that a call gave back. KMS keeps none of them: they live with whoever made the call. */
export interface HeldCiphertext {
  /** Number of the command that made it. */
  readonly seq: number;
  readonly CiphertextBlob: string;
  readonly KeyArn: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly madeBy: ApiEntry['command']['operation'];
}

const BLOBS = ['CiphertextBlob', 'PrivateKeyCiphertextBlob'] as const;

/** Every ciphertext that the calls of a log gave back, oldest first. */
export const ciphertextsOf = (entries: readonly Entry[]): readonly HeldCiphertext[] =>
  entries.flatMap((entry) => {
    if (entry.kind !== 'api' || !entry.output) return [];
    const output = entry.output as Readonly<Record<string, unknown>>;
    const blob = BLOBS.map((member) => output[member]).find((value) => typeof value === 'string');
    if (typeof blob !== 'string' || typeof output.KeyId !== 'string') return [];
    const { EncryptionContext, DestinationEncryptionContext } = entry.command.input as Readonly<
      Record<string, Record<string, string>>
    >;
    const context = DestinationEncryptionContext ?? EncryptionContext;
    return [
      {
        seq: entry.seq,
        CiphertextBlob: blob,
        KeyArn: output.KeyId,
        ...(context && { EncryptionContext: context }),
        madeBy: entry.command.operation,
      },
    ];
  });

/** The Decrypt call that would open it. */
export const decryptCommand = ({ CiphertextBlob, EncryptionContext }: HeldCiphertext): Command => ({
  operation: 'Decrypt',
  input: { CiphertextBlob, ...(EncryptionContext && { EncryptionContext }) },
});

/** Whether it would open now: asked of a copy of the world, so that nobody notices. `undefined`: it would. */
export const wouldRefuse = (world: World, held: HeldCiphertext, as?: string): KmsError | undefined => {
  const { entry } = call(world, { ...decryptCommand(held), ...(as !== undefined && { as }) } as Command);
  return entry.kind === 'api' ? entry.error : undefined;
};
