/** Tests are ESM TypeScript, compiled by swc; the store is started once for the whole run (test/kit/global-setup.mjs). */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript', tsx: false }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  globalSetup: '<rootDir>/test/kit/global-setup.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/kit/learned.ts'],
  globalTeardown: '<rootDir>/test/kit/global-teardown.mjs',
  testTimeout: 60_000,
  maxWorkers: 2,
  // Node keeps the modules of each file that a worker has run (15 MB and more); a worker of 2 GB takes seconds to exit.
  workerIdleMemoryLimit: '300MB',
};
