/** What the desk learns of people and teams as it hears of them, beside what they ask. */
import type { Logger } from 'pino';
import { accountIdOf, kindOf, type Activity } from './activity.js';
import { Rejected } from './calls.js';
import type { Inbound } from './inbound.js';
import { logFailure } from './log.js';
import { Unregistered } from './outbound-token.js';
import type { References } from './references.js';
import type { Roster } from './roster.js';

export type Presence = Extract<Inbound, { kind: 'presence' }>;

export function createPresence(deps: { references: References; roster: Roster; log: Logger }) {
  const { references, roster, log } = deps;

  /** What Teams will not tell is done without; whatever else fails is tried again with the next delivery. */
  async function learn(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Rejected || error instanceof Unregistered)) throw error;
      logFailure(log, error, 'a team or a person of Teams is not known');
    }
  }

  return {
    /** The app was added or removed, or something about a team changed. */
    async notice({ activity, gone }: Presence): Promise<void> {
      const isPersonal = kindOf(activity) === 'personal';
      const account = isPersonal ? await roster.accountOf(activity) : accountIdOf(activity);
      if (gone) return references.forget(activity, account);
      await references.learn(activity, account);
      await learn(() => (isPersonal ? roster.learnPerson(activity, account) : roster.learnTeam(activity)));
    },

    /** Words from a team whose channels were never known. */
    async meet(team: string, activity: Activity): Promise<void> {
      if (!(await references.team(team))) await learn(() => roster.learnTeam(activity));
    },
  };
}
