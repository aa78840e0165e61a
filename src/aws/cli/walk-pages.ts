/**
 * Lists that come in pages, walked as the CLI does: page after page, joined, cut at --max-items with a NextToken to go on from.
 * Source: https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-pagination.html
 */
import type { Answer } from './arrange-answer.ts';
import { fromLenientBase64, toBase64 } from './base64.ts';
import type { Paging } from './parse-command-line.ts';
import type { Pages } from './service.ts';
import { EXIT, type Failure, plainError } from './usage.ts';

export interface ServiceError {
  readonly __type: string;
  readonly message?: string;
}

/** One call of the service. */
export type CallPage = (input: Answer) => { readonly output: Answer } | { readonly error: ServiceError };

export type Walked =
  /** The pages as they came, cut to what is shown. */
  | { readonly pages: readonly Answer[]; readonly nextToken?: string }
  | { readonly error: ServiceError }
  | { readonly failure: Failure };

interface Bookmark {
  /** Where the service continues; null for its first page. */
  readonly marker: string | null;
  /** Items of that page that were shown already. */
  readonly skip: number;
}

/** A service that never says it is done would be asked for ever. */
const MOST_CALLS = 1000;

export const walkPages = (pages: Pages, paging: Paging, input: Answer, call: CallPage): Walked => {
  const from = paging.startingToken === undefined ? { marker: null, skip: 0 } : readToken(pages, paging.startingToken);
  if (from === undefined) return { failure: plainError(`Bad starting token: ${paging.startingToken}`, EXIT.other) };
  const walked: Answer[] = [];
  let { marker, skip } = from;
  let room = paging.maxItems ?? Number.POSITIVE_INFINITY;
  for (let calls = 0; calls < MOST_CALLS; calls++) {
    const request = {
      ...input,
      ...(paging.pageSize !== undefined && { [pages.limitKey]: paging.pageSize }),
      ...(marker !== null && { [pages.inputToken]: marker }),
    };
    const answer = call(request);
    if ('error' in answer) return answer;
    const all = (answer.output[pages.resultKey] ?? []) as readonly unknown[];
    const items = all.slice(skip);
    const shown = items.slice(0, room);
    walked.push({ ...answer.output, [pages.resultKey]: shown });
    room -= shown.length;
    const next = answer.output[pages.outputToken];
    if (shown.length < items.length)
      return { pages: walked, nextToken: writeToken(pages, { marker, skip: skip + shown.length }) };
    if (typeof next !== 'string' || next === '') return { pages: walked };
    if (room === 0) return { pages: walked, nextToken: writeToken(pages, { marker: next, skip: 0 }) };
    marker = next;
    skip = 0;
  }
  return { pages: walked };
};

const writeToken = (pages: Pages, { marker, skip }: Bookmark): string => {
  const where = `"${pages.inputToken}": ${JSON.stringify(marker)}`;
  return toBase64(new TextEncoder().encode(skip > 0 ? `{${where}, "boto_truncate_amount": ${skip}}` : `{${where}}`));
};

const readToken = (pages: Pages, token: string): Bookmark | undefined => {
  try {
    const read = JSON.parse(new TextDecoder().decode(fromLenientBase64(token) ?? new Uint8Array()));
    const marker = read[pages.inputToken] ?? null;
    const skip = read.boto_truncate_amount ?? 0;
    return (marker === null || typeof marker === 'string') && Number.isSafeInteger(skip) ? { marker, skip } : undefined;
  } catch {
    return undefined;
  }
};
