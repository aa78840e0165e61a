import { type Refused, refused } from './errors.ts';

const DATA_KEY_BYTES = { AES_128: 16, AES_256: 32 } as const;

interface Size {
  readonly KeySpec?: keyof typeof DATA_KEY_BYTES;
  readonly NumberOfBytes?: number;
}

/** Exactly one of the two sizes must be given. */
export const dataKeySizeProblem = ({ KeySpec, NumberOfBytes }: Size): Refused | undefined =>
  (KeySpec === undefined) === (NumberOfBytes === undefined)
    ? refused('ValidationException', 'Please specify either number of bytes or key spec.')
    : undefined;

export const dataKeyBytes = ({ KeySpec, NumberOfBytes }: Size): number =>
  KeySpec === undefined ? (NumberOfBytes ?? 0) : DATA_KEY_BYTES[KeySpec];
