/**
 * Reads a message from front to back, and writes down every field that it passes when it is asked to.
 *
 * It refuses once and for good: after the first refusal every read gives nothing back. So the grammar of the message
 * can be written straight down, and the reader and the explainer are the same code.
 *
 * It never makes room for a length that a message only claims: what is not there is refused before it is taken.
 */
import { numberOf, textOf } from './bytes.ts';
import type { ExplanationCode, Field, FieldName, FieldValue } from './field.ts';
import type { Refusal, RefusalReason } from './refusal.ts';
import { findSuite } from './suites.ts';

const NOTHING = new Uint8Array();

export interface CursorOptions {
  /** Where in the message the bytes begin; offsets count from the message's first byte. */
  readonly base?: number;
  /** Receives the fields; nothing is recorded without it. */
  readonly record?: (field: Field) => void;
}

export class Cursor {
  readonly #bytes: Uint8Array;
  readonly #base: number;
  readonly #record: ((field: Field) => void) | undefined;
  #at = 0;
  #refusal: Refusal | undefined;

  constructor(bytes: Uint8Array, { base = 0, record }: CursorOptions = {}) {
    this.#bytes = bytes;
    this.#base = base;
    this.#record = record;
  }

  get refusal(): Refusal | undefined {
    return this.#refusal;
  }

  get ok(): boolean {
    return this.#refusal === undefined;
  }

  /** Offset in the message of the next byte. */
  get offset(): number {
    return this.#base + this.#at;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  refuse(reason: RefusalReason, offset = this.offset): void {
    this.#refusal ??= { reason, offset };
  }

  /** The bytes from an offset of the message up to here, as a view. */
  since(offset: number): Uint8Array {
    return this.#bytes.subarray(offset - this.#base, this.#at);
  }

  peekUint32(): number | undefined {
    return this.left < 4 ? undefined : numberOf(this.#bytes.subarray(this.#at, this.#at + 4));
  }

  bytes(length: number, path: string, name: FieldName, explanation?: ExplanationCode): Uint8Array {
    return this.#take(length, path, name, () => ({ kind: 'bytes' }), explanation);
  }

  number(length: number, path: string, name: FieldName): number {
    return numberOf(this.#take(length, path, name, (taken) => ({ kind: 'number', number: numberOf(taken) })));
  }

  /** @returns the text; undefined, and no refusal, where the bytes are not UTF-8 */
  text(length: number, path: string, name: FieldName, explanation?: ExplanationCode): string | undefined {
    const taken = this.#take(
      length,
      path,
      name,
      (bytes) => {
        const text = textOf(bytes);
        return text === undefined ? { kind: 'bytes' } : { kind: 'text', text };
      },
      explanation,
    );
    return textOf(taken);
  }

  suiteId(path: string): number {
    const taken = this.#take(2, path, 'suiteId', (bytes) => {
      const suite = findSuite(numberOf(bytes));
      return suite ? { kind: 'suite', suite: suite.id } : { kind: 'number', number: numberOf(bytes) };
    });
    return numberOf(taken);
  }

  #take(
    length: number,
    path: string,
    name: FieldName,
    readValue: (taken: Uint8Array) => FieldValue,
    explanation: ExplanationCode = name,
  ): Uint8Array {
    if (this.#refusal) return NOTHING;
    if (length > this.left) {
      this.refuse('truncated');
      return NOTHING;
    }
    const start = this.offset;
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    if (length > 0) this.#record?.({ path, start, end: this.offset, name, value: readValue(taken), explanation });
    return taken;
  }
}
