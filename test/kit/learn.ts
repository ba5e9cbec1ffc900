/** A program: reads the policies, learns the acts and the articles of some shelves, and keeps it all in a folder (test/kit/learn-once.mjs). */
import { loadKnowledge, openCache } from '../../knowledge/matcher/index.js';
import { createEar } from '../../src/meaning/meaning.library.js';
import { readPolicies } from '../../src/policies.js';

const [dir, code, ...shelves] = process.argv.slice(2);
const cache = openCache(dir!, code!, (reason) => {
  throw new Error(reason);
});
readPolicies('policies');
for (const shelf of shelves) {
  const knowledge = await loadKnowledge(shelf);
  await knowledge.prepare();
  const ear = createEar(knowledge);
  for (const lang of ['en', 'zh'] as const) await ear.learn(lang);
}
await cache.save();
