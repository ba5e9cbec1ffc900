import type { Report } from '../../src/sweep.js';

/** Where no record is to be in trouble: a sweep that fails with one fails the test. */
export const noTrouble: Report = (_, __, error) => Promise.reject(error);
