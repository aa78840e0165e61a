import { describe, test } from 'vitest';
import { content } from './content.ts';
import { missingOperation, proveCache, proveFilter, proveWorld } from './prove.ts';

describe('the answer keys, run against the model', () => {
  for (const { id, proof } of content.questions) {
    if ('world' in proof) {
      const missing = missingOperation(proof);
      // A model that lacks an operation can prove nothing about it.
      if (missing) test.skip(`${id} (waits for ${missing})`, () => {});
      else test(id, () => proveWorld(id, proof));
    } else if ('pattern' in proof) test(id, () => proveFilter(proof));
    else if ('cache' in proof) test(id, () => proveCache(proof));
  }
});
