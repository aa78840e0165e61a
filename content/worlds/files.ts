import { defineWorld } from '../../src/learn/start-world.ts';

/** One key for files. It is the same at every visit, so what was sealed once can be opened again. */
export default defineWorld({
  id: 'files',
  steps: [{ operation: 'CreateKey', input: { Description: 'files' }, save: 'files' }],
});
