import { defineWorld } from '../../src/learn/start-world.ts';

/** A key without material: it waits for the reader to bring some. */
export default defineWorld({
  id: 'key-material',
  steps: [{ operation: 'CreateKey', input: { Description: 'my-own-material', Origin: 'EXTERNAL' }, save: 'k1' }],
});
