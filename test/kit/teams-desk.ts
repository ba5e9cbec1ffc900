/** The real adapter behind the real HTTP server, before a desk that answers as the test says. */
import { pino } from 'pino';
import type { Request } from '../../src/chat.js';
import { done, type Answer, type Reply } from '../../src/reply.js';
import type { Viewer } from '../../src/card.js';
import { createHttp } from '../../adapters/http.js';
import { createDeliveries, type DeliveryRecords } from '../../src/deliveries.js';
import { inMemory } from './deliveries.js';
import { createTeams, type TeamsConfig } from '../../adapters/teams/index.js';
import { createFakeTeams, type FakeTeams } from './teams-fake.js';
import { createTeamsSender } from './teams-sender.js';

export const viewer: Viewer = { lang: 'en', zone: 'Europe/Berlin' };

type Options = {
  config?: (fake: FakeTeams) => TeamsConfig;
  /** Kept addresses, to be had again after a restart. */
  kept?: Map<string, unknown>;
  accountOf?: (person: string) => string | undefined;
  /** Another desk's Teams, which stays when this one closes. */
  fake?: FakeTeams;
  /** Where deliveries are kept, to be had again after a restart. */
  book?: DeliveryRecords;
};

/** @throws what the adapter's start throws. */
export async function startTeams(options: Options = {}) {
  const fake = options.fake ?? (await createFakeTeams());
  try {
    return await start(fake, options);
  } catch (error) {
    if (!options.fake) await fake.close();
    throw error;
  }
}

async function start(fake: FakeTeams, options: Options) {
  const kept = options.kept ?? new Map<string, unknown>();
  const asked: Request[] = [];
  const logged: string[] = [];
  let storeIsAway = false;
  let answer: (request: Request) => Reply | Promise<Reply> = () => done();

  const config: TeamsConfig = options.config?.(fake) ?? {
    mode: 'azure',
    type: 'SingleTenant',
    appId: fake.appId,
    password: fake.password,
    tenantId: fake.tenantId,
    cloud: fake.cloud,
    identity: 'email',
  };
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const adapter = createTeams(config, {
    async perform(request): Promise<Answer> {
      asked.push(request);
      return { ...(await answer(request)), for: viewer };
    },
    deliveries: createDeliveries({ book: options.book ?? inMemory(), log }),
    addresses: {
      async keep(key, value) {
        if (storeIsAway) throw new Error('the store is away');
        kept.set(key, structuredClone(value));
      },
      recall: (key) => Promise.resolve(kept.get(key)),
    },
    log,
    accountOf: options.accountOf ?? (() => undefined),
  });
  await adapter.start();
  const http = createHttp(adapter.routes, log);
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  const [chat] = adapter.chats;
  if (!chat) throw new Error('Teams has a chat');

  return {
    url,
    fake,
    adapter,
    chat,
    kept,
    /** What the desk was asked, and what was written to the log. */
    asked,
    logged,
    teams: createTeamsSender({ url, fake }),
    answers: (next: typeof answer) => (answer = next),
    /** From now on the store can keep no address, or can again. */
    storeIsAway: (isAway: boolean) => (storeIsAway = isAway),
    async close() {
      await adapter.stop();
      await http.close();
      if (!options.fake) await fake.close();
    },
  };
}
export type TeamsDesk = Awaited<ReturnType<typeof startTeams>>;
