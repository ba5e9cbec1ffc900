/** Looks people and channels up in Teams: in turn, so that a wait which Teams asks for is kept by all. */
import { Busy } from '../../src/chat.js';
import { createSendQueue } from '../../src/send-queue.js';
import { forgetOldest } from '../../src/shared-work.js';
import { isElsewhere, type Activity } from './activity.js';
import { conversationOf } from './address.js';
import type { Connectors } from './app.js';
import { DEFAULT_WAIT, Throttled, type Calls, type Outcome } from './calls.js';
import type { Doubts } from './doubts.js';
import { member, type Member } from './members.js';
import type { References, Team } from './references.js';

/**
 * Milliseconds for which Teams is not asked about the same person again: people press twice, and are looked for in many
 * chats.
 */
const REMEMBERED_MS = 60_000;
/** The most people who are remembered so. */
const MOST_REMEMBERED = 1_000;
/** Seconds after which something that Teams does not find is believed not to be there. */
const DOUBTED = 10;

type Settled<T> = { value: T } | { error: unknown };

export type Lookups = ReturnType<typeof createLookups>;

export function createLookups(deps: { connectors: Connectors; calls: Calls; doubts: Doubts; references: References }) {
  const { connectors, calls, doubts, references } = deps;
  const sendQueue = createSendQueue();
  const remembered = new Map<string, { until: number; member: Promise<Member | undefined> }>();

  /**
   * Asks for something after all that was asked for before: when Teams asks for fewer calls, the next one waits as long
   * as it says. What else fails concerns one of them alone, and holds up no other.
   */
  async function inTurn<T>(call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<Outcome<T>> {
    const settled = await sendQueue.run('look-ups', async (): Promise<Settled<Outcome<T>>> => {
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

  /**
   * What Teams tells of something by its id, or undefined when there is no such thing or the desk may not look at it.
   * @throws `Busy` to be asked again.
   */
  async function lookUp<T>(
    id: string,
    call: (options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T | undefined> {
    const found = await inTurn(call);
    if ('done' in found) {
      doubts.settle(id);
      return found.done;
    }
    if (found.not === 'passing') doubts.outlast(id, DOUBTED);
    return undefined;
  }

  async function ask(serviceUrl: string, conversation: string, id: string): Promise<Member | undefined> {
    const { conversations } = connectors(serviceUrl).connector;
    const found = await lookUp(conversation, (options) =>
      conversations.getConversationMember(conversation, id, options),
    );
    if (found === undefined) return undefined;
    const { data } = member.safeParse(found);
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
    forgetOldest(remembered, MOST_REMEMBERED);
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

  return {
    lookUp,
    findInTeams,

    /** Somebody where an activity was; they may act where the desk is not, and then any team will do. */
    async findAround(activity: Activity, id: string): Promise<Member | undefined> {
      const here = () => findMember(activity.serviceUrl, conversationOf(activity.conversation.id), id);
      const inTeams = async () => (await findInTeams(id))?.found;
      return isElsewhere(activity) ? ((await inTeams()) ?? here()) : ((await here()) ?? inTeams());
    },

    /** Ends all waiting: what waits throws. */
    stop: sendQueue.stop,
  };
}
