/**
 * Says of every byte of a message what it is, without any key.
 *
 * It is the reader itself that reports, so what is explained is what is read. A damaged message is explained up to the
 * byte where its structure breaks; the rest is one field, `unread`. Tags and signatures are named, not checked: that
 * takes the data key, see `openMessage`.
 */
import { Cursor } from './cursor.ts';
import type { Field } from './field.ts';
import { isLast, readBlock, readFooter } from './read-body.ts';
import { type MessageHeader, type ReadLimits, readHeader } from './read-header.ts';
import type { Refusal } from './refusal.ts';

export interface ExplainedMessage {
  /** In the order of the bytes; together they cover each byte exactly once. */
  readonly fields: readonly Field[];
  readonly header?: MessageHeader;
  /** Where and why reading stopped, if it did not come to the end. */
  readonly refusal?: Refusal;
}

const readAll = (cursor: Cursor, limits: ReadLimits): MessageHeader | undefined => {
  const header = readHeader(cursor, limits);
  if (!header) return undefined;
  for (let expected = 1; ; expected++) {
    const block = readBlock(cursor, header, expected);
    if (!block) return header;
    if (isLast(block)) break;
  }
  readFooter(cursor, header);
  return header;
};

export const explainMessage = (message: Uint8Array, limits: ReadLimits = {}): ExplainedMessage => {
  const fields: Field[] = [];
  const cursor = new Cursor(message, { record: (field) => fields.push(field) });
  const header = readAll(cursor, limits);
  const end = fields.at(-1)?.end ?? 0;
  if (end < message.length)
    fields.push({
      path: 'unread',
      start: end,
      end: message.length,
      name: 'unread',
      value: { kind: 'bytes' },
      explanation: 'unread',
    });
  return { fields, ...(header ? { header } : {}), ...(cursor.refusal ? { refusal: cursor.refusal } : {}) };
};
