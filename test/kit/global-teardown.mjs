import { rm } from 'node:fs/promises';
import { MongoClient } from 'mongodb';

/** A MongoDB that was lent for the tests is given back without the databases of this run; those of others stay. */
async function dropOwn(uri) {
  const client = await MongoClient.connect(uri);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  const own = databases.filter(({ name }) => name.startsWith(process.env.DESKHAND_TEST_RUN));
  for (const { name } of own) await client.db(name).dropDatabase();
  await client.close();
}

export default async function globalTeardown() {
  const { dir, store, data } = globalThis.deskhandTest;
  if (process.env.TEST_MONGODB_URI) await dropOwn(process.env.TEST_MONGODB_URI);
  await store?.stop();
  for (const each of [dir, data]) if (each) await rm(each, { recursive: true, force: true });
}
