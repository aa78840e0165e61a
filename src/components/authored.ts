/** Worlds and predictions in content/, by id. Build time only: a page ships what it places. */
import type { Locale } from '../i18n/locales.ts';
import type { MeasuredPrediction } from '../learn/measured-prediction.ts';
import type { Prediction } from '../learn/prediction.ts';
import type { AuthoredWorld } from '../learn/start-world.ts';

const byId = <Entry extends { readonly id: string }>(
  what: string,
  modules: Record<string, { readonly default: Entry }>,
) => {
  const entries = new Map(Object.values(modules).map((module) => [module.default.id, module.default]));
  return (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`"${id}" expected ${what}, got none. There are: ${[...entries.keys()].join(', ')}`);
    return entry;
  };
};

export const worldOfId = byId(
  'a world of content/worlds',
  import.meta.glob<{ readonly default: AuthoredWorld }>('../../content/worlds/*.ts', { eager: true }),
);

export const predictionOf = byId(
  'a prediction of content/predictions',
  import.meta.glob<{ readonly default: Prediction | MeasuredPrediction }>('../../content/predictions/*.ts', {
    eager: true,
  }),
);

export const labelsIn = ({ labels = {} }: AuthoredWorld, locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([name, text]) => [name, text[locale]]));

/** What an island needs of a world. */
export const startOf = ({ id, steps }: AuthoredWorld) => ({ id, steps });
