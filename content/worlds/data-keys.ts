import { defineWorld } from '../../src/learn/start-world.ts';

/** One key, under which an application makes its data keys. */
export default defineWorld({
  id: 'data-keys',
  steps: [{ operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' }],
});
