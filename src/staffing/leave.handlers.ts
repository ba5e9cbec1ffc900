/** Leave in chat: entering, listing and cancelling it, and handing over the tickets that are held. */
import { byDesk, type Context, type Presenter, type Forms, type Handlers } from '../context.js';
import type { Changed, Ledger } from '../history.js';
import { type Directory, type Person } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { card, done, type Reply } from '../reply.js';
import { findPerson } from '../names.js';
import { dayOf } from '../zones.js';
import { type Days, stretchOf } from './days.js';
import { leaveCard, leaveNotice } from './leave.cards.js';
import { cancel, enter, needRight, type Leave } from './leave.js';
import { overlap } from './rota.js';
import { leaveForm } from './staffing.forms.js';
import type { Staffing } from './staffing.js';

type Commands = 'leave' | 'list-leave' | 'cancel-leave' | 'hand-over';

/** The number of shifts ahead that are searched for on-call during the leave. */
const SHIFTS_AHEAD = 12;

export function createLeave(deps: {
  ledger: Ledger<Leave>;
  directory: Directory;
  staffing: Staffing;
  /** Takes up what was just saved. */
  refresh(now: Date): Promise<void>;
  /** Whether they decide for others, and nobody decides for them in these days. */
  wantsDelegate(person: Person, from: Date, until: Date): Promise<boolean>;
  /** The open tickets that a person holds. */
  heldBy(person: string): Promise<readonly { _id: string; title: string; group: string }[]>;
  /** Gives a ticket from one to another; false when somebody else has it by now. */
  handOver(ticket: string, from: Who, to: Person, context: Context): Promise<boolean>;
}): { handlers: Handlers<Commands>; forms: Forms<'leave'>; presenter: Presenter<Leave> } {
  const { ledger, directory, staffing, refresh, heldBy } = deps;

  const personNamed = (words: string | undefined, { actor }: Context) =>
    words === undefined ? actor : findPerson(words, actor, directory);

  /** A person's record is made when they are first away. */
  async function change(person: Person, context: Context, apply: (leave: Leave) => Changed<Leave>): Promise<void> {
    needRight(context, person, directory);
    const cause = { ...byDesk(context.now, ''), origin: `leave:${person.id}` };
    const { _id } = await ledger.open({ person: who(person), ranges: [] }, [], cause);
    await ledger.change(_id, context, apply);
    await refresh(context.now);
  }

  /** Those of a person's tickets that the actor works on too. */
  const held = async (person: Person, { actor }: Context) =>
    (await heldBy(person.id)).filter(({ group }) => directory.isAgentOf(actor.id, group));

  /** @param entered the days of leave that were entered just now. */
  async function shown(person: Person, context: Context, entered?: Days): Promise<Reply> {
    needRight(context, person, directory);
    const today = dayOf(context.now, person.zone);
    const record = await ledger.model
      .findOne({ origin: `leave:${person.id}` }, { ranges: 1 })
      .lean<Pick<Leave, 'ranges'>>()
      .exec();
    const ranges = (record?.ranges ?? []).filter(({ to }) => to >= today);
    const stretches = ranges.map((range) => stretchOf(range, person.zone));
    const groups = directory.groups.filter(({ id }) => directory.isAgentOf(person.id, id));
    const [first] = stretches;
    const details = {
      person,
      ranges,
      standIns: first
        ? groups.map(({ id, name }) => ({
            group: name,
            standIn: staffing.standIn(person.id, id, beginning(first, context)),
          }))
        : [],
      duty: groups.flatMap(({ id, name }) =>
        staffing
          .shifts(id, context.now, SHIFTS_AHEAD)
          .filter((shift) => shift.person === person.id && stretches.some((stretch) => overlap(shift, stretch)))
          .map((shift) => ({ group: name, shift })),
      ),
      holds: await held(person, context),
      undelegated: entered && (await wants(person, entered)) ? entered : undefined,
    };
    return card(leaveCard(details, person.id === context.actor.id, context.viewer, context.say));
  }

  function wants(person: Person, days: Days): Promise<boolean> {
    const { from, until } = stretchOf(days, person.zone);
    return deps.wantsDelegate(person, from, until);
  }

  const beginning = ({ from }: { from: Date }, { now }: Context) => (from < now ? now : from);

  return {
    handlers: {
      async leave({ person: named, from, to }, context) {
        const person = personNamed(named, context);
        await change(person, context, (leave) => enter(leave, context, person, directory, { from, to }));
        return shown(person, context, { from, to });
      },
      'list-leave': async ({ person }, context) => shown(personNamed(person, context), context),
      async 'cancel-leave'({ person: id, from }, context) {
        const person = personNamed(id, context);
        await change(person, context, (leave) => cancel(leave, context, person, directory, from));
        return shown(person, context);
      },
      async 'hand-over'({ person: id, from }, context) {
        const person = personNamed(id, context);
        needRight(context, person, directory);
        const at = beginning(stretchOf({ from, to: from }, person.zone), context);
        const given: { id: string; to: Who }[] = [];
        const left: string[] = [];
        for (const ticket of await held(person, context)) {
          const to = staffing.standIn(person.id, ticket.group, at);
          try {
            if (!to) throw new Refusal((say) => say.staffing.nobodyToOffer);
            const own = { ...context, origin: `${context.origin}:${ticket._id}` };
            if (await deps.handOver(ticket._id, person, to, own)) given.push({ id: ticket._id, to: who(to) });
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            left.push(ticket._id);
          }
        }
        const { handed, nothingHeld } = context.say.staffing;
        return done(given.length + left.length === 0 ? nothingHeld : handed(given, left));
      },
    },
    forms: {
      leave: async (draft, { actor, now, viewer, say }) => leaveForm(draft, actor, now, viewer, say),
    },
    presenter: {
      ledger,
      // Nothing of leave stands in a chat: it is shown when it is asked for.
      standing: () => [],
      draw: (leave, _, viewer) => ({ for: viewer, title: leave.person.name, parts: [] }),
      notice: (leave, event, _, viewer, say) => leaveNotice(leave, event, viewer, say),
    },
  };
}
