/** Where people and channels can be written to: conversation references, kept as activities go by. */
import { z } from 'zod';
import type { Addresses } from '../../src/chat.js';
import { conversationOf } from './address.js';
import { accountIdOf, kindOf, tenantOf, type Activity } from './inbound.js';

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

export function createReferences(addresses: Addresses) {
  const written = new Map<string, string>();
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

  return {
    keepConversation,
    keepPerson,
    /** Every answer asks for this, mostly just after its activity told it: that spares the store. */
    async conversation(id: string): Promise<Conversation | undefined> {
      const key = `teams:conversation:${id}`;
      const learned = written.get(key);
      return learned ? conversation.parse(JSON.parse(learned)) : recall(key, conversation);
    },
    person: async (account: string) => (await recall(`teams:person:${account}`, person))?.conversation,

    /** Keeps where the activity was said; a personal chat also as the way to its person. */
    async learn(activity: Activity): Promise<void> {
      const id = conversationOf(activity.conversation.id);
      const tenant = tenantOf(activity);
      const kind = kindOf(activity);
      await keepConversation(id, { serviceUrl: activity.serviceUrl, kind, ...(tenant ? { tenant } : {}) });
      if (kind === 'personal') await keepPerson(accountIdOf(activity), id);
    },

    /** The app was removed from a person's chat or from a team. */
    async forget(activity: Activity): Promise<void> {
      if (kindOf(activity) === 'personal') return keep(`teams:person:${accountIdOf(activity)}`, null);
      const gone = activity.channelData?.team?.id;
      if (gone) await keep(`teams:team:${gone}`, null);
    },

    async keepTeam(value: Team): Promise<void> {
      await keep(`teams:team:${value.id}`, value);
      for (const { id } of value.channels) {
        const { serviceUrl, tenant } = value;
        await keepConversation(id, { serviceUrl, kind: 'channel', ...(tenant ? { tenant } : {}) });
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
    async teams(): Promise<Team[]> {
      const found = await Promise.all((await teamIds()).map((id) => recall(`teams:team:${id}`, team)));
      return found.filter((each) => each !== undefined);
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
