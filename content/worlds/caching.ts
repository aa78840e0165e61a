import { defineWorld } from '../../src/learn/start-world.ts';

/** One key, under which an application makes its data keys and caches them. */
export default defineWorld({
  id: 'caching',
  steps: [{ operation: 'CreateKey', input: { Description: 'orders' }, save: 'orders' }],
});
