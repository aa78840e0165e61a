/**
 * A filter pattern, parsed. Every node knows its place in the text (`from` inclusive, `to` exclusive), so that a trace
 * can be drawn over what the reader typed.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
import type { RegexProgram } from '../regex/RegexProgram.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

export type SelectorStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  /** `.*`: every field of an object. */
  | { readonly kind: 'anyField' }
  /** `[*]`: every element of an array. */
  | { readonly kind: 'anyElement' };

export interface Selector extends Span {
  readonly text: string;
  readonly steps: readonly SelectorStep[];
}

export type PatternValue =
  | ({ readonly kind: 'text'; readonly text: string; readonly quoted: boolean } & Span)
  | ({ readonly kind: 'number'; readonly text: string; readonly number: number } & Span)
  | ({ readonly kind: 'regex'; readonly source: string; readonly program: RegexProgram } & Span);

export type Junction<Condition> = Span & { readonly terms: readonly Expression<Condition>[] } & (
    | { readonly kind: 'and' }
    | { readonly kind: 'or' }
  );
export type Expression<Condition> = Junction<Condition> | Condition;

export type JsonCondition = Span & { readonly selector: Selector } & (
    | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly value: PatternValue }
    | { readonly kind: 'is'; readonly what: 'NULL' | 'TRUE' | 'FALSE' }
    | { readonly kind: 'notExists' }
  );

export interface FieldCondition extends Span {
  readonly kind: 'field';
  /** Position among the pattern's fields, the ellipsis counted. */
  readonly field: number;
  readonly name: string;
  readonly operator: ComparisonOperator;
  readonly value: PatternValue;
}

export interface SpaceField extends Span {
  readonly kind: 'named' | 'unnamed' | 'ellipsis';
  readonly name: string;
  readonly condition: Expression<FieldCondition> | undefined;
}

export interface TextTerm extends Span {
  readonly kind: 'include' | 'exclude' | 'optional';
  readonly text: string;
  /** `?` terms next to other terms have no effect. */
  readonly ignored: boolean;
}

export type FilterPattern =
  | { readonly format: 'json'; readonly root: Expression<JsonCondition> }
  | { readonly format: 'space'; readonly fields: readonly SpaceField[] }
  | { readonly format: 'text'; readonly terms: readonly TextTerm[] }
  | { readonly format: 'regex'; readonly value: PatternValue & { kind: 'regex' } };
