import { toBase64, utf8 } from '../kms/crypto/bytes.ts';
import { append, type Command, entriesOf, type History, principalNamed, worldNow } from '../kms/index.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../kms/vocabulary.ts';
import { wrappedMaterial } from './wrapped-material.ts';

/**
 * A script: commands with names for what they answer, so that a later one can say `$k1.KeyMetadata.KeyId`. Start worlds,
 * exercises, tapes and proofs are scripts; they are plain data, and running one gives an ordinary history.
 */
export type ScriptStep =
  | {
      readonly operation: string;
      readonly input?: Readonly<Record<string, unknown>>;
      readonly as?: string;
      readonly region?: string;
      readonly via?: string;
      readonly rsaPrivateKey?: string;
      /** Name for the answer. */
      readonly save?: string;
    }
  /** ISO 8601 duration of days, hours and minutes, or `next`: until the next thing that is due. */
  | { readonly advance: string }
  /** Replaces the IAM policy of a principal. */
  | { readonly iam: string; readonly statements: readonly unknown[] }
  /** Any other command as it is. */
  | { readonly command: Command };

export type Saved = Readonly<Record<string, unknown>>;

export interface Run {
  readonly history: History;
  readonly saved: Saved;
}

/** Runs a script on a history. Refused calls are entries like any other; what they would have saved stays unknown. */
export const runScript = (history: History, steps: readonly ScriptStep[], saved: Saved = {}): Run =>
  steps.reduce<Run>(runStep, { history, saved });

export const runStep = ({ history, saved }: Run, step: ScriptStep): Run => {
  const next = append(history, commandOf(step, history, saved));
  if (!('save' in step) || step.save === undefined) return { history: next, saved };
  const entry = entriesOf(next).at(-1);
  return { history: next, saved: entry?.kind === 'api' ? { ...saved, [step.save]: entry.output } : saved };
};

/** The command that a step stands for in a given moment. */
export const commandOf = (step: ScriptStep, history: History, saved: Saved): Command => {
  if ('command' in step) return step.command;
  if ('advance' in step) return { clock: step.advance === 'next' ? 'next' : { by: durationOf(step.advance) } };
  const world = worldNow(history);
  const arnOf = (name: string) => principalNamed(world, name)?.Arn;
  if ('iam' in step) {
    const principal = principalNamed(world, step.iam);
    if (!principal) throw new Error(`"${step.iam}" is no principal of this world`);
    return {
      stage: {
        putPrincipal: {
          ...principal,
          policies: step.statements.length === 0 ? [] : [policyOf(resolve(step.statements, saved, world.now, arnOf))],
        },
      },
    };
  }
  const { operation, input = {}, as, region, via, rsaPrivateKey } = step;
  return {
    operation,
    input: resolve(input, saved, world.now, arnOf) as Record<string, unknown>,
    ...(as !== undefined && { as }),
    ...(region !== undefined && { region }),
    ...(via !== undefined && { via }),
    ...(rsaPrivateKey !== undefined && { rsaPrivateKey }),
  } as Command;
};

const policyOf = (statements: unknown) => ({
  name: 'Policy',
  document: JSON.stringify({ Version: '2012-10-17', Statement: statements }),
});

/**
 * Puts values in the place of references.
 *     '$k1.KeyMetadata.KeyId'   by path into what was saved as k1; '$now' is the clock in seconds, as the API wants it
 *     { $utf8: 'text' }         its bytes, base64
 *     { $bytes: 5000 }          so many zero bytes, base64
 *     { $principal: 'app' }     ARN of a principal
 *     { $policy: [statement] }  a policy document as JSON text
 *     { $days: 10 }             so many days from now, in seconds since 1970
 *     { $wrapped: { parameters: 'p1', material: 'm1' } }
 *                               32 bytes that the name m1 stands for, wrapped for the import that was saved as p1
 */
export const resolve = (
  value: unknown,
  saved: Saved,
  now: Instant,
  arnOf: (principal: string) => string | undefined = () => undefined,
): unknown => {
  const inner = (part: unknown): unknown => resolve(part, saved, now, arnOf);
  if (typeof value === 'string') return value.startsWith('$') ? referred(value, saved, now) : value;
  if (Array.isArray(value)) return value.map(inner);
  if (typeof value !== 'object' || value === null) return value;
  const { $utf8, $bytes, $principal, $policy, $days, $wrapped } = value as Record<string, unknown>;
  if (typeof $utf8 === 'string') return toBase64(utf8($utf8));
  if (typeof $bytes === 'number') return toBase64(new Uint8Array($bytes));
  if (typeof $principal === 'string') return arnOf($principal) ?? $principal;
  if (typeof $days === 'number') return (now + $days * DAY) / 1000;
  if ($policy !== undefined) return policyOf(inner($policy)).document;
  if ($wrapped !== undefined) {
    const { parameters, material } = $wrapped as { readonly parameters: string; readonly material: string };
    return wrappedMaterial(saved[parameters], material);
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]));
};

const referred = (reference: string, saved: Saved, now: Instant): unknown => {
  if (reference === '$now') return now / 1000;
  const [name = '', ...path] = reference.slice(1).split('.');
  if (!Object.hasOwn(saved, name)) return reference;
  return path.reduce<unknown>(
    (part, member) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, member)
        ? (part as Record<string, unknown>)[member]
        : undefined,
    saved[name],
  );
};

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Milliseconds of an ISO 8601 duration of days, hours and minutes: `P7D`, `PT1H`, `P1DT12H`. */
export const durationOf = (text: string): number => {
  const match = DURATION.exec(text);
  if (!match) throw new Error(`"${text}" is no duration of days, hours and minutes`);
  const [, days = '0', hours = '0', minutes = '0'] = match;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE;
};
