/** Worlds whose platform can be made to misbehave by a plan, and all that the desk has posted there. */
import { MongoClient, type Db } from 'mongodb';
import { en } from '../../src/language/common/sentences.js';
import { type Company, openCompany, ownDatabase } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import type { Faults, Limits } from '../kit/faults.js';
import { openWorkspace, SECRET, userOf } from '../kit/slack-company.js';
import { createSlackDriver, seenIn } from '../kit/slack-driver.js';
import { staff } from '../kit/staff.js';
import { createTeamsDriver, seenOf } from '../kit/teams-driver.js';
import { createFakeTeams } from '../kit/teams-fake.js';

/**
 * A card of the desk: where it is, the thread it stands in, and what names it for good where the platform keeps that.
 * `first`: its title when it was posted; `wasRepeat`: it said then that it may be a repeat. `unsaid`: the platform took it
 * and did not say so.
 */
export type Posted = Seen & { where: string; mark?: string; first: string; wasRepeat: boolean; unsaid: boolean };

export type World = {
  people: Driver;
  company: Company;
  db: Db;
  follow(faults: Faults): void;
  heal(): void;
  posted(): Posted[];
  close(): Promise<void>;
};
export type Platform = { name: string; limits: Omit<Limits, 'most'>; open(): Promise<World> };

async function openStore() {
  const uri = ownDatabase();
  const client = await MongoClient.connect(uri);
  return { uri, db: client.db(), close: () => client.close() };
}

type Parts = Pick<World, 'people' | 'company'> & {
  store: Awaited<ReturnType<typeof openStore>>;
  fake: Pick<World, 'follow' | 'heal' | 'close'>;
};

/** @param posted reads what the desk has posted on the fake platform. */
const worldOf = ({ people, company, store, fake }: Parts, posted: World['posted']): World => ({
  people,
  company,
  db: store.db,
  follow: fake.follow,
  heal: fake.heal,
  posted,
  async close() {
    await company.close();
    await store.close();
    await fake.close();
  },
});

export const slack: Platform = {
  name: 'Slack',
  // Slack can be asked what has arrived, however often it does not say.
  limits: { refusing: [], open: [500, 502, 503], lasting: () => true },
  async open() {
    const [fake, store] = await Promise.all([openWorkspace(), openStore()]);
    const settings = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: fake.token, SLACK_API_URL: fake.apiUrl };
    const company = await openCompany(settings, { uri: store.uri });
    const people = createSlackDriver({
      url: company.url,
      signingSecret: SECRET,
      fake,
      people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: userOf(id), email }])),
      channels: { it: 'it-desk' },
      unheard: true,
    });
    return worldOf({ people, company, store, fake }, () =>
      fake.messages
        .filter(({ by, ephemeralTo, blocks }) => by === 'desk' && !ephemeralTo && blocks.length > 0)
        .map((message) => {
          const seen = seenIn(fake, message);
          const { event_payload } = (message.metadata ?? {}) as { event_payload?: { mark: string } };
          const where = { where: message.channel, first: seen.title, wasRepeat: false, unsaid: false };
          return { ...seen, ...where, ...(event_payload && { mark: event_payload.mark }) };
        }),
    );
  },
};

export const teams: Platform = {
  name: 'Teams',
  // Teams cannot be asked, and a card is repeated once, so what became of its two tries is not left open.
  limits: { refusing: [502, 503, 504], open: [500], lasting: (call) => !/^POST .*activities/.test(call) },
  async open() {
    const [fake, store] = await Promise.all([createFakeTeams(), openStore()]);
    const settings = {
      MicrosoftAppId: fake.appId,
      MicrosoftAppPassword: fake.password,
      MicrosoftAppTenantId: fake.tenantId,
      MicrosoftAppType: 'SingleTenant',
      ...fake.cloud,
    };
    const company = await openCompany(settings, { uri: store.uri });
    const people = await createTeamsDriver({
      url: company.url,
      fake,
      people: Object.fromEntries(staff.map(({ id, name, email }) => [id, { aad: `aad-${id}`, name, email }])),
      channels: { it: 'IT Desk' },
    });
    return worldOf({ people, company, store, fake }, () =>
      fake.messages
        .filter(({ by }) => by === 'desk')
        .flatMap((message) => {
          const [seen] = seenOf(message, message.activity);
          const [first = seen] = seenOf(message, message.before.at(-1) ?? message.activity);
          if (!seen || !first) return [];
          const wasRepeat = first.text.includes(en.mayRepeat);
          const unsaid = fake.unanswered.includes(message.id);
          return [{ ...seen, where: message.conversation, first: first.title, wasRepeat, unsaid }];
        }),
    );
  },
};
