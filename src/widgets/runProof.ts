import type { CacheReport } from '../learn/cache-proof.ts';
import type { Proof } from '../learn/content-schema/proof.ts';
import type { FilterReport } from '../learn/filter-proof.ts';
import { partNeededFor } from '../learn/needs.ts';
import { callsOf, type ProofReport, rsaSpecOf, runWorldProof } from '../learn/proof.ts';
import { bringRsaKeys } from './bringRsaKeys.ts';
import { loadPart } from './prepareCommand.ts';

export type PageReport =
  | ({ readonly kind: 'world' } & ProofReport)
  | ({ readonly kind: 'filter'; readonly pattern: string; readonly records: readonly unknown[] } & FilterReport)
  | ({ readonly kind: 'cache'; readonly minutes: readonly number[] } & CacheReport);

/** Runs an answer key in the browser, having fetched what it needs. A fact cannot be run: `undefined`. */
export const runProof = async (seed: string, proof: Proof): Promise<PageReport | undefined> => {
  if ('world' in proof) {
    const calls = callsOf(proof);
    const part = partNeededFor(proof);
    if (part) await loadPart(part);
    const bring = await bringRsaKeys(calls.flatMap((call) => rsaSpecOf(call) ?? []));
    return { kind: 'world', ...runWorldProof(seed, proof, bring) };
  }
  if ('pattern' in proof) {
    const { runFilterProof } = await import('../learn/filter-proof.ts');
    return { kind: 'filter', pattern: proof.pattern, records: proof.records, ...runFilterProof(proof) };
  }
  if ('cache' in proof) {
    const { runCacheProof } = await import('../learn/cache-proof.ts');
    return { kind: 'cache', minutes: proof.messages.map(({ atMinute }) => atMinute), ...runCacheProof(proof) };
  }
  return undefined;
};
