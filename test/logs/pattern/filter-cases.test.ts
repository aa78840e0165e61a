/**
 * Cases that nobody who wrote the matcher made up. Their source stands in each file: the AWS user guide, behaviour that
 * others saw on the service, the source document of this notebook, and what follows from these.
 */
import { describe, expect, test } from 'vitest';
import { compileFilterPattern } from '../../../src/logs/pattern/compileFilterPattern.ts';
import open from '../../oracles/filter-cases.json' with { type: 'json' };
import documented from '../../oracles/filter-cases-documented.json' with { type: 'json' };

describe('filter patterns behave as recorded', () => {
  const decided = open.cases.filter((one) => !('contested' in one));
  test.each(decided)('$id: $title', (one) => {
    const compiled = compileFilterPattern(one.pattern);
    if (one.expected === 'syntaxError') {
      expect(compiled.ok).toBe(false);
      if (!compiled.ok) expect(compiled.error).toMatchObject({ offset: one.errorAt });
      return;
    }
    expect(compiled).toMatchObject({ ok: true });
    if (!compiled.ok) return;
    expect(compiled.matches(one.event)).toBe(one.expected === 'match');
    expect(compiled.explain(one.event).matched).toBe(one.expected === 'match');
    if (typeof one.event === 'object')
      expect(compiled.matches(JSON.stringify(one.event))).toBe(one.expected === 'match');
  });
});

describe('filter patterns behave as documented', () => {
  test.each(documented.cases)('$id: $pattern', (one) => {
    const compiled = compileFilterPattern(one.pattern);
    if (one.matches === 'syntax error') {
      expect(compiled.ok).toBe(false);
      return;
    }
    expect(compiled).toMatchObject({ ok: true });
    if (!compiled.ok) return;
    expect(compiled.matches(one.event)).toBe(one.matches);
    expect(compiled.explain(one.event).matched).toBe(one.matches);
  });
});
