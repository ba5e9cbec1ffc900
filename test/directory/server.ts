/** A SCIM server over a register of this test's own, on real HTTP, without the rest of the desk. */
import mongoose from 'mongoose';
import { pino } from 'pino';
import { createHttp } from '../../adapters/http.js';
import { createScim } from '../../adapters/scim/index.js';
import { readConfig } from '../../src/config.js';
import { readDirectory } from '../../src/directory/policy.js';
import { openRegister } from '../../src/directory/register.store.js';
import { bringIndexes } from '../../src/store/indexes.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { ownDatabase } from '../kit/company.js';
import { createProvider, TOKEN } from '../kit/scim-client.js';

const quiet = pino({ level: 'silent' });

/** @param uri the store of another server, to be a second process beside it. */
export async function openServer({ policies = 'policies', uri = ownDatabase() } = {}) {
  const own = await mongoose.createConnection(uri).asPromise();
  const time = { now: new Date('2026-11-23T08:00:00Z') };
  const register = openRegister(own, openSideCollections(own).revision('directory'));
  await bringIndexes(own, quiet);
  await register.refresh();
  const directory = readDirectory(policies, register.provided);
  directory.take(register.provided);
  register.follow(directory);
  const { scim: tokens } = readConfig({ SCIM_TOKEN: `okta:${TOKEN},entra:${TOKEN}-too;until=2026-12-01` });
  const http = createHttp(
    createScim({
      tokens,
      register,
      nameOf: (id) => register.provided.groups.get(id)?.displayName ?? id,
      now: () => time.now,
      log: quiet,
    }),
    quiet,
  );
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  return {
    url,
    uri,
    time,
    connection: own,
    register,
    directory,
    idp: createProvider(url),
    as: (token: string) => createProvider(url, token),
    async close() {
      await http.close();
      await own.close();
    },
  };
}
