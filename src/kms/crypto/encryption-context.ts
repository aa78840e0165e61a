import type { EncryptionContext } from '../vocabulary.ts';
import { compareBytes, concat, utf8 } from './bytes.ts';

/**
 * The one sequence of bytes that stands for an EncryptionContext, whatever the order in which it was written down:
 *
 *     ( length(4) ‖ name ‖ length(4) ‖ value ) …      sorted by the bytes of the name
 *
 * Each part has its length before it, so that {a: "bc"} and {ab: "c"} differ. AWS does not publish its own encoding.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
 */
export const encryptionContextBytes = (context: EncryptionContext = {}): Uint8Array =>
  concat(
    ...Object.entries(context)
      .map(([name, value]) => [utf8(name), utf8(value)] as const)
      .sort(([a], [b]) => compareBytes(a, b))
      .flatMap(([name, value]) => [length(name), name, length(value), value]),
  );

const length = ({ length: n }: Uint8Array): Uint8Array => Uint8Array.of(n >>> 24, n >>> 16, n >>> 8, n);
