import type { SigningFailure } from './crypto/signing.ts';
import { type Refused, refused } from './errors.ts';

interface Asked {
  readonly SigningAlgorithm: string;
  readonly MessageType?: string;
}

/**
 * Why Sign or Verify did not come to its arithmetic. The text about the digest was recorded from AWS; for a message type
 * that an algorithm does not take, the words are ours.
 */
export const signingRefusal = (failure: SigningFailure, { SigningAlgorithm, MessageType = 'RAW' }: Asked): Refused => {
  switch (failure) {
    case 'DigestIsInvalidLength':
      return refused('ValidationException', `Digest is invalid length for algorithm ${SigningAlgorithm}.`);
    case 'MessageTypeDoesNotFitAlgorithm':
      return refused(
        'ValidationException',
        `MessageType ${MessageType} is not compatible with SigningAlgorithm ${SigningAlgorithm}.`,
      );
    case 'AlgorithmDoesNotFitKey':
      throw new Error(`${SigningAlgorithm} was found to fit the key, and then not`);
  }
};
