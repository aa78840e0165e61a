/** From what was typed to what is sent: blobs become base64, dates epoch seconds. */
import type { Shape } from '../../kms/model/index.ts';
import { fromLenientBase64, toBase64 } from './base64.ts';
import { parseInstant } from './instant.ts';
import { EXIT, type Failure, plainError } from './usage.ts';

export type BinaryFormat = 'base64' | 'raw-in-base64-out';

/**
 * Turns each blob that was given as text into the bytes it means.
 * @returns the first text that is not base64 as the CLI reports it
 */
export const readBlobs = (
  shape: Shape,
  value: unknown,
  format: BinaryFormat,
): { readonly value: unknown } | { readonly failure: Failure } => {
  const state: { failure?: Failure } = {};
  const read = walk(shape, value, (leaf, given) => {
    if (leaf.type !== 'blob' || typeof given !== 'string') return given;
    if (format === 'raw-in-base64-out') return new TextEncoder().encode(given);
    const bytes = fromLenientBase64(given);
    if (bytes === undefined) state.failure ??= plainError(`Invalid base64: "${given}"`, EXIT.other);
    return bytes;
  });
  return state.failure ? { failure: state.failure } : { value: read };
};

/** @param value checked by checkParameters */
export const toWire = (shape: Shape, value: unknown): unknown =>
  walk(shape, value, (leaf, given) => {
    if (given instanceof Uint8Array) return toBase64(given);
    if (leaf.type !== 'timestamp') return given;
    // The CLI sends whole seconds.
    return Math.trunc(typeof given === 'number' ? given : (parseInstant(String(given)) ?? 0));
  });

const walk = (shape: Shape, value: unknown, visit: (shape: Shape, value: unknown) => unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return visit(shape, value);
  if (shape.type === 'list' && Array.isArray(value)) return value.map((item) => walk(shape.of, item, visit));
  if (shape.type !== 'map' && shape.type !== 'structure') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const member =
        shape.type === 'map' ? shape.of : Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
      return [key, member === undefined ? item : walk(member, item, visit)];
    }),
  );
};
