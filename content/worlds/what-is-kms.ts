import { defineWorld } from '../../src/learn/start-world.ts';

/** One key, and nothing encrypted yet. */
export default defineWorld({
  id: 'what-is-kms',
  steps: [{ operation: 'CreateKey', input: { Description: 'my-first-key' }, save: 'k1' }],
});
