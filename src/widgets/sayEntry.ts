import { world as strings } from '../i18n/areas/world.ts';
import type { Locale } from '../i18n/locales.ts';
import { t } from '../i18n/t.ts';
import type { ApiEntry, Entry, Happening, Refusal, World } from '../kms/index.ts';
import { keyName } from './keyName.ts';
import { wallClock } from './time.ts';

/**
 * What just happened, in a sentence or two: shown in every widget and said to screen readers.
 * @param before the world in which the command was given: a key that is now gone still has its name there
 */
export const sayEntry = (entry: Entry, before: World, locale: Locale): string => {
  const say = t(strings, locale);
  const told = entry.happenings.flatMap((happening) => sayHappening(happening, before, locale) ?? []);
  switch (entry.kind) {
    case 'api':
      return entry.error
        ? sayRefusal(entry, locale)
        : [say('said.ok', { operation: entry.command.operation }), ...told].join('');
    case 'clock': {
      const when = wallClock(entry.to);
      return told.length === 0 ? say('said.clockQuiet', { when }) : [say('said.clock', { when }), ...told].join(' ');
    }
    case 'stage':
      return say('said.stage');
  }
};

const sayRefusal = (entry: ApiEntry, locale: Locale): string => {
  const say = t(strings, locale);
  const because = refusalOf(entry);
  return say('said.refused', {
    operation: entry.command.operation,
    error: entry.error?.__type ?? '',
    why: because ? say(`why.${because}`) : (entry.error?.message ?? ''),
  }).trim();
};

/** The footnote by which a key's state refused, if that is what happened. */
export const refusalOf = ({ keys }: ApiEntry): Refusal | undefined => {
  for (const { verdict } of keys) if (typeof verdict === 'object') return verdict.refused;
  return undefined;
};

const sayHappening = (happening: Happening, before: World, locale: Locale): string | undefined => {
  const say = t(strings, locale);
  const key = keyName(before, happening.KeyArn);
  switch (happening.what) {
    case 'StateChanged':
      return happening.to === 'Deleted'
        ? undefined
        : say('said.state', { key, from: happening.from, to: happening.to });
    case 'KeyDeleted':
      return say('said.deleted', { key });
    case 'KeyRotated':
      return say('said.rotated', { key });
    case 'MaterialExpired':
      return say('said.expired', { key });
    default:
      return undefined;
  }
};
