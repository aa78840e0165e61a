import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/endpoint/**'],
    testTimeout: 20_000,
    setupFiles: ['test/whole-model.ts'],
  },
});
