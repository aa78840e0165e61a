import mountSvelte from '@astrojs/svelte/client.js';
import { partNeededFor } from '../learn/needs.ts';
import { loadPart } from './prepareCommand.ts';

/**
 * Wakes the islands of a page, as Astro's own client for Svelte does, but first loads the parts of the model that an
 * island's world will ask for: a world begins without waiting.
 */
export default (element: HTMLElement) => {
  const mount = mountSvelte(element);
  return async (...island: Parameters<typeof mount>): Promise<void> => {
    const [, props] = island;
    const part = partNeededFor(props);
    if (part) await loadPart(part);
    await mount(...island);
  };
};
