/** Who is behind a Slack account, as Slack tells it. */
import type { webApi } from '@slack/bolt';
import type { Profile } from '../../src/chat.js';
import { createShared } from '../../src/shared-work.js';
import type { Ask, Client } from './client.js';
import type { Bot } from './config.js';
import { failureOf } from './errors.js';

type User = NonNullable<webApi.UsersInfoResponse['user']>;

/** Slack's own program, which Slack does not call one. */
export const SLACKBOT = 'USLACKBOT';

/**
 * Whether a user belongs to a workspace. In an organisation of several a user has a list of them, and need have no
 * `team_id`, or one of a workspace where they are also (docs.slack.dev/reference/objects/user-object).
 */
const belongs = ({ team_id, teams, enterprise_user }: User, team: string): boolean =>
  team_id === team || teams?.includes(team) === true || enterprise_user?.teams?.includes(team) === true;

export function createProfiles(deps: { client: Client; ask: Ask; bot: () => Bot; identity: 'email' | 'none' }) {
  const { client, ask, bot, identity } = deps;
  const looking = createShared<Profile>();

  function read(id: string, user: User): Profile {
    const { is_restricted, is_ultra_restricted, is_bot, is_stranger, deleted } = user;
    // Another workspace of a shared channel can give its people any address, so they are never one's own.
    const elsewhere = !belongs(user, bot().team);
    const isGuest = [is_restricted, is_ultra_restricted, is_bot, is_stranger, deleted, elsewhere].some(Boolean);
    const verified = user.is_email_confirmed !== false && !elsewhere && identity === 'email';
    return {
      name: user.real_name || user.name || id,
      guest: isGuest || id === SLACKBOT,
      ...(verified && user.profile?.email && { email: user.profile.email }),
      ...(user.locale && { locale: user.locale }),
      ...(user.tz && { zone: user.tz }),
    };
  }

  async function look(id: string): Promise<Profile> {
    try {
      const { user } = await ask('users.info', () => client.users.info({ user: id, include_locale: true }));
      return read(id, user ?? {});
    } catch (error) {
      if (failureOf(error).meaning !== 'nobody') throw error;
      return { name: id, guest: true };
    }
  }

  /** Several who ask for the same user at once share the answer. @throws `Busy`. */
  return (id: string): Promise<Profile> => looking(id, () => look(id));
}
