import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completePolicy } from '../../../src/kms/policy/completePolicy.ts';

/** `|` marks the cursor. */
const at = (marked: string) => completePolicy(marked.replace('|', ''), marked.indexOf('|'));
const labels = (marked: string): string[] => at(marked).suggestions.map(({ label }) => label);
const accept = (marked: string, pick = 0): string => {
  const { from, to, suggestions } = at(marked);
  const text = marked.replace('|', '');
  return text.slice(0, from) + (suggestions[pick]?.insert ?? '') + text.slice(to);
};

describe('completion', () => {
  test.each([
    ['{"Ver|', ['Version']],
    ['{|}', ['Version', 'Id', 'Statement']],
    ['{"Version":"2012-10-17",|', ['Id', 'Statement']],
    ['{"Version":|', ['2012-10-17', '2008-10-17']],
    ['{"Statement":[{"Effect":"|"}]}', ['Allow', 'Deny']],
    ['{"Statement":[{"Action":["kms:Encrypt","kms:Enc|"]', ['kms:Encapsulate']],
    ['{"Statement":{"Principal":{"|', ['AWS', 'Service', 'Federated', 'CanonicalUser']],
    ['{"Statement":{"Condition":{"Null":{"aws:x":"|', ['true', 'false']],
    [
      '{"Statement":{"Action":"kms:Sign","Condition":{"StringEquals":{"kms:MessageType":["RAW","|',
      ['DIGEST', 'EXTERNAL_MU'],
    ],
    ['{"Statement":[{"Effect":"Allow"|', []],
    ['|', []],
  ])('%s', (marked, expected) => expect(labels(marked)).toEqual(expected));

  test('puts the keys of the statement’s own actions first', () => {
    expect(
      labels('{"Statement":[{"Action":"kms:Decrypt"},{"Action":"kms:Sign","Condition":{"StringEquals":{"|')
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['kms:MessageType', 'kms:SigningAlgorithm']);
  });

  test('closes quotes only where none are closed', () => {
    expect(accept('{"Statement":[{"Effect":"Al|"}]}')).toBe('{"Statement":[{"Effect":"Allow"}]}');
    expect(accept('{"Statement":[{"Effect":"Al|')).toBe('{"Statement":[{"Effect":"Allow"');
    expect(accept('{"Statement":{"Principal":{"AWS":|')).toBe('{"Statement":{"Principal":{"AWS":"*"');
    expect(accept('{"Statement":[{"Effect":"|Deny"}]}')).toBe('{"Statement":[{"Effect":"Allow"}]}');
  });

  test('offers operators with their set prefix once it is typed', () => {
    expect(labels('{"Statement":{"Condition":{"ForAnyValue:StringL|')).toEqual(['ForAnyValue:StringLike']);
  });

  test('never throws, wherever the cursor is in whatever text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.nat(), (text, n) => {
        const { from, to } = completePolicy(text, n % (text.length + 1));
        return 0 <= from && from <= to && to <= text.length;
      }),
    );
  });
});
