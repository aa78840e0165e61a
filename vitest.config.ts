import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/endpoint/**'],
    testTimeout: 20_000,
    // Nothing in the model has a state of its own, so files may share it; a test that needs it unloaded resets modules.
    isolate: false,
    setupFiles: ['test/whole-model.ts'],
  },
});
