import { defineWorld } from '../../src/learn/start-world.ts';

/** Two keys: the one that seals the envelope, and another that was never meant for it. */
export default defineWorld({
  id: 'envelope',
  steps: [
    { operation: 'CreateKey', input: { Description: 'payroll' }, save: 'payroll' },
    { operation: 'CreateKey', input: { Description: 'archive' }, save: 'archive' },
  ],
});
