/** Who is in the teams that the desk was added to, and the personal chats that can be opened with them. */
import { Busy, type Profile, type Recipient } from '../../src/chat.js';
import { createLanes } from '../../src/lanes.js';
import type { Connectors } from './app.js';
import { addressOf, conversationOf } from './address.js';
import { DEFAULT_WAIT, Throttled, type Calls, type Outcome } from './calls.js';
import type { Doubts } from './doubts.js';
import { accountIdOf, tenantOf, type Activity } from './activity.js';
import { addressesOf, isGuest, knownZone, member, objectIdOf, type Member } from './members.js';
import type { References, Team } from './references.js';

/** For so long Teams is not asked about the same person again: they press twice, and are looked for in many chats. */
const REMEMBERED_MS = 60_000;
/** The most people who are remembered so. */
const MOST_REMEMBERED = 1_000;
/** Seconds after which a conversation that Teams does not find is believed not to be there. */
const DOUBTED = 10;

type Settled<T> = { value: T } | { error: unknown };

export function createRoster(deps: {
  connectors: Connectors;
  calls: Calls;
  doubts: Doubts;
  references: References;
  identity: 'email' | 'none';
  /** The desk's own id in Teams. */
  botId: string;
}) {
  const { connectors, calls, doubts, references, botId, identity } = deps;
  const lanes = createLanes();
  const remembered = new Map<string, { until: number; member: Promise<Member | undefined> }>();

  /**
   * All look-ups go one after another, so that when Teams asks for fewer, the next one waits as long as it asked. What
   * else fails concerns one of them alone, and holds up no other.
   */
  async function lookUp<T>(call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<Outcome<T>> {
    const settled = await lanes.run('look-ups', async (): Promise<Settled<Outcome<T>>> => {
      try {
        return { value: await calls.calling('look-up', call) };
      } catch (error) {
        if (error instanceof Throttled) throw error;
        return { error };
      }
    });
    if ('error' in settled) throw settled.error;
    return settled.value;
  }

  async function ask(serviceUrl: string, conversation: string, id: string): Promise<Member | undefined> {
    const { conversations } = connectors(serviceUrl).connector;
    const found = await lookUp((options) => conversations.getConversationMember(conversation, id, options));
    if ('not' in found) {
      if (found.not === 'passing') doubts.outlast(conversation, DOUBTED);
      return undefined;
    }
    doubts.settle(conversation);
    const { data } = member.safeParse(found.done);
    // Something between the desk and Teams has answered.
    if (!data) throw new Busy(DEFAULT_WAIT);
    return data;
  }

  /** A member of a conversation, by object id, Teams' own id or user principal name. */
  function findMember(serviceUrl: string, conversation: string, id: string): Promise<Member | undefined> {
    const key = `${conversation} ${id}`;
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.member;
    const found = ask(serviceUrl, conversation, id);
    remembered.set(key, { until: performance.now() + REMEMBERED_MS, member: found });
    const forget = () => remembered.get(key)?.member === found && remembered.delete(key);
    found.then((each) => each ?? forget(), forget);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return found;
  }

  /** The first team in which the person is found. */
  async function findInTeams(id: string): Promise<{ team: Team; found: Member } | undefined> {
    for (const team of await references.teams()) {
      const found = await findMember(team.serviceUrl, team.id, id);
      if (found) return { team, found };
    }
    return undefined;
  }

  /** Somebody where an activity was, or in any team that the desk is in: they may act where the desk is not. */
  async function findAround(activity: Activity, id: string): Promise<Member | undefined> {
    const here = await findMember(activity.serviceUrl, conversationOf(activity.conversation.id), id);
    return here ?? (await findInTeams(id))?.found;
  }

  /** The chat of a person with the desk; undefined where Teams lets the desk open none. */
  async function open({ serviceUrl, tenant }: Team, who: Member): Promise<string | undefined> {
    const inTenant = tenant ? { tenantId: tenant, channelData: { tenant: { id: tenant } } } : {};
    const chat = { isGroup: false, bot: { id: botId }, members: [{ id: who.id }], ...inTenant };
    const { conversations } = connectors(serviceUrl).connector;
    const opened = await lookUp((options) => conversations.createConversation(chat as never, options));
    if ('not' in opened) {
      if (opened.not === 'passing') doubts.outlast(who.id, DOUBTED);
      return undefined;
    }
    const { id } = opened.done;
    if (!id) throw new Busy(DEFAULT_WAIT);
    await references.keepConversation(id, { serviceUrl, kind: 'personal', ...(tenant ? { tenant } : {}) });
    return (await references.isClosed(id)) ? undefined : id;
  }

  const canonical = (tenant: string | undefined, who: Member): string | undefined => {
    const id = objectIdOf(who);
    return id && `${tenant ?? 'local'}/${id}`;
  };

  /** Keeps whose the addresses are, so that a person is reached by either. */
  async function remember(account: string, who: Member | undefined, tenant: string | undefined): Promise<void> {
    if (identity !== 'email' || !who || isGuest(who, tenant)) return;
    for (const address of addressesOf(who)) await references.keepAccount(address.toLowerCase(), account);
  }

  function told(who: Member | undefined, name: string, tenant: string | undefined): Profile {
    const [email] = who && identity === 'email' ? addressesOf(who) : [];
    return {
      name: who?.name || name,
      guest: !who || isGuest(who, tenant),
      ...(email ? { email } : {}),
    };
  }

  async function reach(account: string): Promise<Recipient | 'unreachable'> {
    const kept = await references.person(account);
    if (kept && !(await references.isClosed(kept))) return addressOf(kept);
    const somewhere = await findInTeams(userOf(account));
    const opened = somewhere && (await open(somewhere.team, somewhere.found));
    if (opened) await references.keepPerson(account, opened);
    return addressIn(opened);
  }

  return {
    /** The personal chat of an account, opened if it never was. */
    reach,

    async reachByEmail(email: string): Promise<Recipient | 'unreachable'> {
      if (identity !== 'email') return 'unreachable';
      const known = await references.accountOf(email.toLowerCase());
      if (known) return reach(known);
      const somewhere = await findInTeams(email);
      if (!somewhere) return 'unreachable';
      const { found, team } = somewhere;
      const same = addressesOf(found).some((each) => each.toLowerCase() === email.toLowerCase());
      if (!same || isGuest(found, team.tenant)) return 'unreachable';
      const account = canonical(team.tenant, found);
      if (!account) return addressIn(await open(team, found));
      await remember(account, found, team.tenant);
      return reach(account);
    },

    /** Who acts. Where Teams leaves the object id out, the roster tells it: one person is one account. */
    async accountOf(activity: Activity): Promise<string> {
      const given = accountIdOf(activity);
      const tenant = tenantOf(activity);
      if (activity.from.aadObjectId || !tenant) return given;
      const known = await references.accountOf(given);
      if (known) return known;
      const who = await findAround(activity, activity.from.id);
      const account = who && canonical(tenant, who);
      if (account) await references.keepAccount(given, account);
      return account ?? given;
    },

    /** Teams' own record of the person who did this. The e-mail is told only where it may identify a person. */
    async profile(activity: Activity): Promise<Profile> {
      const tenant = tenantOf(activity);
      const { aadObjectId } = activity.from;
      const who = await findAround(activity, activity.from.id);
      const found = aadObjectId ? undefined : who && canonical(tenant, who);
      await remember(found ?? accountIdOf(activity), who, tenant);
      const zones =
        activity.entities?.filter(({ type }) => type === 'clientInfo').map(({ timezone }) => timezone) ?? [];
      const zone = [...zones, activity.localTimezone].map(knownZone).find(Boolean);
      const { guest, ...known } = told(who, activity.from.name ?? '', tenant);
      return {
        ...known,
        ...(found ? { id: found } : {}),
        // Without an object id it is nobody of the directory.
        guest: guest || (tenant !== undefined && !aadObjectId && !found),
        ...(activity.locale ? { locale: activity.locale } : {}),
        ...(zone ? { zone } : {}),
      };
    },

    /** Teams' own record of somebody else, from where the activity was, or from any team that the desk is in. */
    async profileOf(user: string, name: string, activity: Activity): Promise<Profile> {
      return told(await findAround(activity, user), name, tenantOf(activity));
    },

    /** Learns by which addresses the person is known whose chat the app was added to. */
    async learnPerson(activity: Activity, account: string): Promise<void> {
      if (identity !== 'email') return;
      const who = await findMember(activity.serviceUrl, conversationOf(activity.conversation.id), activity.from.id);
      await remember(account, who, tenantOf(activity));
    },

    /** Asks for the channels of the team that the activity comes from, and keeps them. */
    async learnTeam(activity: Activity): Promise<void> {
      const { id, name } = activity.channelData?.team ?? {};
      if (!id) return;
      const { teams } = connectors(activity.serviceUrl).teams;
      const details = await lookUp((options) => teams.fetchTeamDetails(id, options));
      const list = await lookUp((options) => teams.fetchChannelList(id, options));
      if ('not' in details || 'not' in list) {
        if ([details, list].some((each) => 'not' in each && each.not === 'passing')) doubts.outlast(id, DOUBTED);
        return;
      }
      const tenant = tenantOf(activity);
      await references.keepTeam({
        id,
        name: details.done.name ?? name ?? '',
        serviceUrl: activity.serviceUrl,
        ...(tenant ? { tenant } : {}),
        // Teams leaves out the name of the general channel, whose id is the team's.
        channels: (list.done.conversations ?? []).flatMap((each) =>
          each.id ? [{ id: each.id, name: each.name ?? 'General' }] : [],
        ),
      });
    },

    /** Ends all waiting: what waits throws. */
    stop: lanes.stop,
  };
}
export type Roster = ReturnType<typeof createRoster>;

const addressIn = (opened: string | undefined): Recipient | 'unreachable' =>
  opened === undefined ? 'unreachable' : addressOf(opened);

/** The user's part of an account id. */
export const userOf = (account: string): string => account.slice(account.indexOf('/') + 1);
