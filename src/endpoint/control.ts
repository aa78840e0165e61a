/** The control path: what AWS does not have. Turn the clock, begin again, read the world. */

import { parseInstant } from '../aws/cli/instant.ts';
import type { HttpResponse } from '../aws/wire/index.ts';
import { type Command, isoInstant } from '../kms/index.ts';
import { parseCommand } from '../learn/command-schema.ts';
import { durationOf } from '../learn/script.ts';
import type { House } from './house.ts';

export const CONTROL = '/_notebook/';

const json = (status: number, body: object): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: `${JSON.stringify(body, undefined, 1)}\n`,
});

const problem = (status: number, message: string): HttpResponse => json(status, { message });

export const control = async (
  house: House,
  { method, path, contentType, body }: { method: string; path: string; contentType: string; body: Uint8Array },
): Promise<HttpResponse> => {
  switch (`${method} ${path}`) {
    case 'GET /_notebook/world':
      return json(200, house.world);
    case 'GET /_notebook/clock':
      return json(200, { now: isoInstant(house.world.now) });
    case 'POST /_notebook/clock': {
      // A form of a strange page cannot say this type without asking first.
      if (!/^application\/json\b/i.test(contentType)) return problem(415, 'Content-Type must be application/json');
      const command = clockCommand(body, house.world.now);
      if (typeof command === 'string') return problem(400, command);
      const { happenings } = await house.give(command);
      return json(200, {
        now: isoInstant(house.world.now),
        happenings: happenings.map(({ at, ...rest }) => ({ at: isoInstant(at), ...rest })),
      });
    }
    case 'POST /_notebook/reset':
      if (body.length > 0 && !/^application\/json\b/i.test(contentType))
        return problem(415, 'Content-Type must be application/json');
      await house.reset();
      return json(200, { now: isoInstant(house.world.now) });
    default:
      return problem(404, `${method} ${path}: POST clock, POST reset and GET world are what there is`);
  }
};

const HOW = 'expected {"advance":"P7D"}, {"to":"next"} or {"to":"2026-05-01T00:00:00Z"}';

/** @returns text when the body asks for nothing that can be done */
const clockCommand = (body: Uint8Array, now: number): Command | string => {
  const asked = readObject(body);
  if (asked === undefined) return HOW;
  const { advance, to, ...rest } = asked;
  if (Object.keys(rest).length > 0 || (advance === undefined) === (to === undefined)) return HOW;
  if (to === 'next') return { clock: 'next' };
  if (typeof to === 'string') {
    const seconds = parseInstant(to);
    if (seconds === undefined) return HOW;
    if (seconds * 1000 < now) return `the simulated clock stands at ${isoInstant(now)} and does not go back`;
    return parseCommand({ clock: { to: Math.floor(seconds * 1000) } }) ?? HOW;
  }
  if (typeof advance !== 'string') return HOW;
  try {
    return parseCommand({ clock: { by: durationOf(advance) } }) ?? 'at most a hundred years at a time';
  } catch {
    return HOW;
  }
};

const readObject = (body: Uint8Array): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
};
