/** Where people and channels can be written to: conversation references, kept as activities go by. */
import { z } from 'zod';
import type { Addresses } from '../../src/chat.js';
import { conversationOf } from './address.js';
import { createClosings } from './closings.js';
import { kindOf, tenantOf, type Activity } from './activity.js';

const conversation = z.object({
  serviceUrl: z.string(),
  kind: z.enum(['personal', 'channel', 'group']),
  tenant: z.string().optional(),
});
export type Conversation = z.infer<typeof conversation>;

const team = z.object({
  id: z.string(),
  name: z.string(),
  serviceUrl: z.string(),
  tenant: z.string().optional(),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Team = z.infer<typeof team>;

const person = z.object({ conversation: z.string() });

/** Writes that are remembered as done, so that a busy conversation is written once. */
const REMEMBERED = 10_000;
/**
 * Milliseconds for which a process trusts its address of a tenant's service; another process may have heard that it
 * moved.
 */
const BELIEVED_MS = 10_000;

export function createReferences(addresses: Addresses) {
  const written = new Map<string, string>();
  const closings = createClosings(addresses);
  const services = new Map<string, { serviceUrl: string | undefined; until: number }>();
  let adding: Promise<unknown> = Promise.resolve();

  async function keep(key: string, value: unknown): Promise<void> {
    const json = JSON.stringify(value);
    if (written.get(key) === json) return;
    await addresses.keep(key, value);
    if (written.size >= REMEMBERED) written.clear();
    written.set(key, json);
  }
  const recall = async <T>(key: string, shape: z.ZodType<T>): Promise<T | undefined> =>
    shape.safeParse(await addresses.recall(key)).data;

  const keepConversation = (id: string, value: Conversation) => keep(`teams:conversation:${id}`, value);
  const keepPerson = (account: string, id: string) => keep(`teams:person:${account}`, { conversation: id });
  const teamIds = async () => (await recall('teams:teams', z.array(z.string()))) ?? [];

  async function teams(): Promise<Team[]> {
    const found = await Promise.all((await teamIds()).map((id) => recall(`teams:team:${id}`, team)));
    return Promise.all(found.filter((each) => each !== undefined).map(atNewest));
  }

  /** From where Teams serves the tenant, as it last said. */
  async function serviceOf(tenant: string): Promise<string | undefined> {
    const known = services.get(tenant);
    if (known && known.until > performance.now()) return known.serviceUrl;
    const serviceUrl = await recall(`teams:service:${tenant}`, z.string());
    services.set(tenant, { serviceUrl, until: performance.now() + BELIEVED_MS });
    return serviceUrl;
  }
  async function keepService(tenant: string, serviceUrl: string): Promise<void> {
    if ((await serviceOf(tenant)) === serviceUrl) return;
    await addresses.keep(`teams:service:${tenant}`, serviceUrl);
    services.set(tenant, { serviceUrl, until: performance.now() + BELIEVED_MS });
  }
  /** The newest address of its tenant counts for all that was ever learnt at an older one. */
  async function atNewest<T extends { serviceUrl: string; tenant?: string | undefined }>(known: T): Promise<T> {
    const newest = known.tenant && (await serviceOf(known.tenant));
    return newest ? { ...known, serviceUrl: newest } : known;
  }

  return {
    keepConversation,
    keepPerson,
    /** Every answer asks for this, mostly just after its activity told it: that spares the store. */
    async conversation(id: string): Promise<Conversation | undefined> {
      const key = `teams:conversation:${id}`;
      const learned = written.get(key);
      const known = learned ? conversation.parse(JSON.parse(learned)) : await recall(key, conversation);
      return known && atNewest(known);
    },
    person: async (account: string) => (await recall(`teams:person:${account}`, person))?.conversation,

    /** Teams takes nothing there any more, until somebody there, or an installation, is heard again. */
    close: closings.add,
    isClosed: closings.has,

    /** Keeps where the activity was said; a personal chat also as the way to its person. */
    async learn(activity: Activity, account: string): Promise<void> {
      const id = conversationOf(activity.conversation.id);
      const tenant = tenantOf(activity);
      const kind = kindOf(activity);
      const { serviceUrl } = activity;
      if (tenant) await keepService(tenant, serviceUrl);
      await keepConversation(id, { serviceUrl, kind, ...(tenant ? { tenant } : {}) });
      if (kind === 'personal') await keepPerson(account, id);
      await closings.remove(id);
    },

    /** The app was removed from a person's chat or from a team. */
    async forget(activity: Activity, account: string): Promise<void> {
      if (kindOf(activity) === 'personal') return keep(`teams:person:${account}`, null);
      const gone = activity.channelData?.team?.id;
      if (gone) await keep(`teams:team:${gone}`, null);
    },

    /** The account behind an e-mail address in lower case, or behind an account id that bears no object id. */
    accountOf: (name: string) => recall(`teams:account:${name}`, z.string()),
    keepAccount: (name: string, account: string) => keep(`teams:account:${name}`, account),

    async keepTeam(value: Team): Promise<void> {
      await keep(`teams:team:${value.id}`, value);
      for (const { id } of value.channels) {
        const { serviceUrl, tenant } = value;
        await keepConversation(id, { serviceUrl, kind: 'channel', ...(tenant ? { tenant } : {}) });
        await closings.remove(id);
      }
      // One after another: two teams added at once would each write a list without the other.
      const added = adding.then(async () => {
        const ids = await teamIds();
        if (!ids.includes(value.id)) await keep('teams:teams', [...ids, value.id]);
      });
      adding = added.catch(() => undefined);
      await added;
    },
    team: (id: string) => recall(`teams:team:${id}`, team),
    teams,
    /** The teams with those of their channels that are not closed. */
    async openTeams(): Promise<Team[]> {
      const closed = await closings.all();
      const isOpen = ({ id }: { id: string }) => !closed.has(id);
      return (await teams()).map((each) => ({ ...each, channels: each.channels.filter(isOpen) }));
    },
  };
}
export type References = ReturnType<typeof createReferences>;

/**
 * The channel that a policy means by an id, `Team/Channel`, or the name of a channel or of a team (its general
 * channel). A name that several channels bear means none of them.
 */
export function findChannel(teams: readonly Team[], wanted: string): string | undefined {
  const name = wanted.trim().toLowerCase();
  const channels = teams.flatMap(({ id: team, name: teamName, channels }) =>
    channels.map((channel) => ({ id: channel.id, channel: channel.name, teamName, isGeneral: channel.id === team })),
  );
  const called = (...names: string[]) => names.some((each) => each.toLowerCase() === name);
  const found = [
    channels.filter(({ id }) => id === wanted),
    channels.filter(({ teamName, channel }) => called(`${teamName}/${channel}`)),
    channels.filter(({ teamName, channel, isGeneral }) => called(channel) || (isGeneral && called(teamName))),
  ].find((some) => some.length > 0);
  return found?.length === 1 ? found[0]?.id : undefined;
}
