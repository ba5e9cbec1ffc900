/** In every test file: what was learned for all of them is not learned again (test/kit/learn-once.mjs). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCache } from '../../knowledge/matcher/cache.js';

const code = createHash('sha256').update(readFileSync('src/deskhand.ts')).digest('hex');
const cache = openCache(join(process.env['DESKHAND_TEST_LEARNED']!, 'cache'), code, (reason) => {
  throw new Error(`What was learned before cannot be used: ${reason}`);
});
afterAll(async () => {
  await cache.save();
  cache.close();
});
