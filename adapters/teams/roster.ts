/** Who is in the teams that the desk was added to, and the personal chats that can be opened with them. */
import { Busy, type Profile, type Recipient } from '../../src/chat.js';
import { isZone } from '../../src/zones.js';
import { accountIdOf, tenantOf, type Activity } from './activity.js';
import { addressOf } from './address.js';
import type { Connectors } from './app.js';
import { DEFAULT_WAIT } from './calls.js';
import type { Lookups } from './lookups.js';
import { addressesOf, isGuest, objectIdOf, type Member } from './members.js';
import type { References, Team } from './references.js';

export function createRoster(deps: {
  connectors: Connectors;
  lookups: Lookups;
  references: References;
  identity: 'email' | 'none';
  /** The desk's own id in Teams. */
  botId: string;
}) {
  const { connectors, lookups, references, botId, identity } = deps;
  const { findAround, findInTeams, lookUp } = lookups;

  /** The chat of a person with the desk; undefined where Teams lets the desk open none. */
  async function open({ serviceUrl, tenant }: Team, who: Member): Promise<string | undefined> {
    const inTenant = tenant ? { tenantId: tenant, channelData: { tenant: { id: tenant } } } : {};
    const chat = { isGroup: false, bot: { id: botId }, members: [{ id: who.id }], ...inTenant };
    const { conversations } = connectors(serviceUrl).connector;
    const opened = await lookUp(who.id, (options) => conversations.createConversation(chat as never, options));
    if (!opened) return undefined;
    const { id } = opened;
    if (!id) throw new Busy(DEFAULT_WAIT);
    await references.keepConversation(id, { serviceUrl, kind: 'personal', ...(tenant ? { tenant } : {}) });
    return (await references.isClosed(id)) ? undefined : id;
  }

  const canonical = (tenant: string | undefined, who: Member): string | undefined => {
    const id = objectIdOf(who);
    return id && `${tenant ?? 'local'}/${id}`;
  };

  /** Keeps whose the addresses are, so that a person is reached by either; a mail address belongs to whose it is. */
  async function remember(account: string, who: Member | undefined, tenant: string | undefined): Promise<void> {
    if (identity !== 'email' || !who || isGuest(who, tenant)) return;
    for (const address of addressesOf(who).map((each) => each.toLowerCase()))
      if (address === who.email?.toLowerCase() || !(await references.accountOf(address)))
        await references.keepAccount(address, account);
  }

  function told(who: Member | undefined, name: string, tenant: string | undefined): Profile {
    const [email, otherEmail] = who && identity === 'email' ? addressesOf(who) : [];
    return {
      name: who?.name || name,
      guest: !who || isGuest(who, tenant),
      ...(email ? { email } : {}),
      ...(otherEmail ? { otherEmail } : {}),
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
      const zone = [...zones, activity.localTimezone].find((each) => each && isZone(each));
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
      const who = await findAround(activity, activity.from.id);
      await remember(account, who, tenantOf(activity));
    },

    /** Asks for the channels of the team that the activity comes from, and keeps them. */
    async learnTeam(activity: Activity): Promise<void> {
      const { id, name } = activity.channelData?.team ?? {};
      if (!id) return;
      const { teams } = connectors(activity.serviceUrl).teams;
      const details = await lookUp(id, (options) => teams.fetchTeamDetails(id, options));
      const list = await lookUp(id, (options) => teams.fetchChannelList(id, options));
      if (!details || !list) return;
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

const addressIn = (opened: string | undefined): Recipient | 'unreachable' =>
  opened === undefined ? 'unreachable' : addressOf(opened);

/** The user's part of an account id. */
export const userOf = (account: string): string => account.slice(account.indexOf('/') + 1);
