/** What free words mean, as said by a person in the state that they are in. */
import type { Likeness, Ranked } from '../../knowledge/matcher/index.js';
import type { Context } from '../context.js';
import { slotsIn, type Slots } from '../language/slots.js';
import type { Directory } from '../people.js';
import { dayOf } from '../zones.js';
import type { OwnRequest, OwnTicket } from './matter.js';
import { languageOf, type Ear } from './meaning.library.js';
import { mattersIn, meaningOf, type Meaning, type Scene } from './meaning.js';
import { asTaught, type TaughtAct } from './taught.js';

/** What is a person's own, and where they are. */
export type State = { scene: Scene; tickets: OwnTicket[]; requests: OwnRequest[] };
export type Understanding = State & { meanings: Meaning[]; slots: Slots };

export type UnderstandingDeps = {
  ear: Ear;
  /** The articles that may answer words, as far as the speaker sees them. */
  rank(words: string, context: Context): readonly Pick<Ranked, 'confidence'>[];
  likeness: () => Likeness;
  /** What agents have accepted as ways to ask for acts. */
  taught: () => readonly TaughtAct[];
  directory: Directory;
  /** The open tickets of a person and the one resolved last, the newest first. */
  ticketsOf(person: string): Promise<OwnTicket[]>;
  requestsOf(person: string): Promise<OwnRequest[]>;
  /** How many decisions wait for a person. */
  approvalsOf(person: string): Promise<number>;
};

export function createUnderstanding(deps: UnderstandingDeps) {
  async function stateOf({ actor, place }: Context): Promise<State> {
    const [tickets, requests, approvals] = await Promise.all([
      deps.ticketsOf(actor.id),
      deps.requestsOf(actor.id),
      deps.approvalsOf(actor.id),
    ]);
    const scene = {
      tickets: tickets.length,
      requests: requests.length,
      approvals,
      inThread: place?.thread !== undefined && place.thread !== place.message,
    };
    return { scene, tickets, requests };
  }

  /** What words mean, said by this person in this state. */
  async function meantIn(words: string, state: State, context: Context): Promise<Understanding> {
    await deps.ear.learn(languageOf(words));
    const [best] = deps.rank(words, context);
    const matters = mattersIn(words);
    const parts = matters.length > 1 ? matters.map(deps.ear.listen) : [];
    const heard = meaningOf(words, deps.ear.listen(words), parts, best?.confidence ?? 0, state.scene);
    const meanings = asTaught(words, heard, deps.taught(), deps.likeness());
    const slots = slotsIn(words, meanings[0]!.intent, dayOf(context.now, context.actor.zone));
    return { ...state, meanings, slots };
  }

  return {
    stateOf,
    meantIn,
    understandFreely: async (words: string, context: Context): Promise<Understanding> =>
      meantIn(words, await stateOf(context), context),
  };
}
