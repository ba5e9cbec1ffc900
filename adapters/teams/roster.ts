/** Who is in the teams that the desk was added to, and the personal chats that can be opened with them. */
import { z } from 'zod';
import type { Profile, Recipient } from '../../src/chat.js';
import type { Connectors } from './app.js';
import { addressOf } from './address.js';
import { allowing, calling, options } from './calls.js';
import { conversationOf } from './address.js';
import { tenantOf, type Activity } from './inbound.js';
import type { References, Team } from './references.js';

const text = z.string().optional().catch(undefined);
const member = z.looseObject({
  id: z.string(),
  name: text,
  email: text,
  userPrincipalName: text,
  userRole: text,
  tenantId: text,
});
type Member = z.infer<typeof member>;

export function createRoster(deps: {
  connectors: Connectors;
  references: References;
  identity: 'email' | 'none';
  /** The desk's own id in Teams. */
  botId: string;
}) {
  const { connectors, references, botId, identity } = deps;

  async function findMember(serviceUrl: string, conversation: string, id: string): Promise<Member | undefined> {
    const { conversations } = connectors(serviceUrl).connector;
    return member.safeParse(
      await allowing([403, 404], () => conversations.getConversationMember(conversation, id, options())),
    ).data;
  }

  /** The first team in which the person is found, by object id or user name. */
  async function findInTeams(id: string): Promise<{ team: Team; found: Member } | undefined> {
    for (const team of await references.teams()) {
      const found = await findMember(team.serviceUrl, team.id, id);
      if (found) return { team, found };
    }
    return undefined;
  }

  async function open({ serviceUrl, tenant }: Team, who: Member): Promise<string | undefined> {
    const inTenant = tenant ? { tenantId: tenant, channelData: { tenant: { id: tenant } } } : {};
    const chat = { isGroup: false, bot: { id: botId }, members: [{ id: who.id }], ...inTenant };
    const { conversations } = connectors(serviceUrl).connector;
    const opened = await allowing([403], () => conversations.createConversation(chat as never, options()));
    if (!opened) return undefined;
    await references.keepConversation(opened.id, { serviceUrl, kind: 'personal', ...(tenant ? { tenant } : {}) });
    return opened.id;
  }

  return {
    /** The personal chat of an account, opened if it never was. */
    async reach(account: string): Promise<Recipient | 'unreachable'> {
      const kept = await references.person(account);
      if (kept) return addressOf(kept);
      const somewhere = await findInTeams(userOf(account));
      const opened = somewhere && (await open(somewhere.team, somewhere.found));
      if (!opened) return 'unreachable';
      await references.keepPerson(account, opened);
      return addressOf(opened);
    },

    async reachByEmail(email: string): Promise<Recipient | 'unreachable'> {
      if (identity !== 'email') return 'unreachable';
      const somewhere = await findInTeams(email);
      if (!somewhere || isGuest(somewhere.found, somewhere.team.tenant)) return 'unreachable';
      const { email: theirs, userPrincipalName } = somewhere.found;
      const same = [theirs, userPrincipalName].some((each) => each?.toLowerCase() === email.toLowerCase());
      const opened = same && (await open(somewhere.team, somewhere.found));
      return opened ? addressOf(opened) : 'unreachable';
    },

    /** Teams' own record of whoever did this. The e-mail is told only where it may identify a person. */
    async profile(activity: Activity): Promise<Profile> {
      const found = await findMember(activity.serviceUrl, activity.conversation.id, activity.from.id);
      const zone = activity.entities?.find(({ type }) => type === 'clientInfo')?.timezone ?? activity.localTimezone;
      const email = identity === 'email' ? (found?.email ?? found?.userPrincipalName) : undefined;
      return {
        name: found?.name || activity.from.name || '',
        guest: !found || isGuest(found, tenantOf(activity)),
        ...(email ? { email } : {}),
        ...(activity.locale ? { locale: activity.locale } : {}),
        ...(zone ? { zone } : {}),
      };
    },

    /** Teams' own record of somebody else, from where the activity was, or from any team that the desk is in. */
    async profileOf(user: string, name: string, activity: Activity): Promise<Profile> {
      const here = await findMember(activity.serviceUrl, conversationOf(activity.conversation.id), user);
      const found = here ?? (await findInTeams(user))?.found;
      const email = identity === 'email' ? (found?.email ?? found?.userPrincipalName) : undefined;
      return {
        name: found?.name || name,
        guest: !found || isGuest(found, tenantOf(activity)),
        ...(email ? { email } : {}),
      };
    },

    /** Asks for the channels of the team that the activity comes from, and keeps them. */
    async learnTeam(activity: Activity): Promise<void> {
      const { id, name } = activity.channelData?.team ?? {};
      if (!id) return;
      const { teams } = connectors(activity.serviceUrl).teams;
      const [details, list] = await calling(() =>
        Promise.all([teams.fetchTeamDetails(id, options()), teams.fetchChannelList(id, options())]),
      );
      const tenant = tenantOf(activity);
      await references.keepTeam({
        id,
        name: details.name ?? name ?? '',
        serviceUrl: activity.serviceUrl,
        ...(tenant ? { tenant } : {}),
        // Teams leaves out the name of the general channel, whose id is the team's.
        channels: (list.conversations ?? []).flatMap((each) =>
          each.id ? [{ id: each.id, name: each.name ?? 'General' }] : [],
        ),
      });
    },
  };
}
export type Roster = ReturnType<typeof createRoster>;

/** The user's part of an account id. */
export const userOf = (account: string): string => account.slice(account.indexOf('/') + 1);

const isGuest = ({ userRole, tenantId }: Member, tenant: string | undefined): boolean =>
  userRole === 'guest' || userRole === 'anonymous' || Boolean(tenantId && tenant && tenantId !== tenant);
