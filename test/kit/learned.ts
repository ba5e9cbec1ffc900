/** In every test file: what was learned for all of them is not learned again (test/kit/learn-once.mjs). */
import { openCache } from '../../knowledge/matcher/cache.js';

const cache = openCache(process.env['DESKHAND_TEST_LEARNED']!, 'tests', (reason) => {
  throw new Error(`What was learned before cannot be used: ${reason}`);
});
afterAll(async () => {
  await cache.save();
  cache.close();
});
