/** What the desk learns of people and teams as it hears of them, beside what they ask. */
import type { Logger } from 'pino';
import { Busy } from '../../src/chat.js';
import { accountIdOf, kindOf, type Activity } from './activity.js';
import type { Inbound } from './inbound.js';
import { logFailure } from './log.js';
import type { References } from './references.js';
import type { Roster } from './roster.js';

export type Presence = Extract<Inbound, { kind: 'presence' }>;

export function createPresence(deps: { references: References; roster: Roster; log: Logger; stopping: AbortSignal }) {
  const { references, roster, log, stopping } = deps;

  /** What cannot be learnt is done without. @throws `Busy` for what Teams puts off: it is learnt later. */
  async function learn(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Busy || stopping.aborted) throw error;
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
