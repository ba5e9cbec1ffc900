/** What the handlers of tickets share: the house, and changing or showing a ticket on somebody's behalf. */
import { byDesk, type Context } from '../context.js';
import type { Changed, Ledger } from '../history.js';
import type { Report } from '../sweep.js';
import { Refusal } from '../refusal.js';
import { pledged, takenBack } from './links/pledges.js';
import { neutralTitle } from './discretion.js';
import { heardBy } from './links/links.js';
import { hearOfTask, toldParent } from './links/tasks.js';
import {
  isOpen,
  maySee,
  MOST_HOPS,
  noSuchTicket,
  sightOf,
  owesParent,
  type By,
  type House,
  type Listed,
  type Ticket,
} from './ticket.js';
import { createTicketQueries } from './tickets.store.js';

export const byOf = ({ actor, now }: Context): By => ({ actor, now });

export type Room = ReturnType<typeof createRoom>;
type Step = (ticket: Ticket, by: By) => Changed<Ticket>;

/**
 * @param now by which claims are judged in the middle of an act.
 * @param trouble is told of a ticket that a sweep fails with.
 */
export function createRoom(ledger: Ledger<Ticket>, house: House, now: () => Date, trouble: Report) {
  const queries = createTicketQueries(ledger.model);
  /** Adds those who follow to whom the events are told. */
  const heard = (changed: Changed<Ticket>, actor: string): Changed<Ticket> =>
    changed && {
      ...changed,
      events: changed.events.map((event) => heardBy(changed.next, actor, event, house.directory)),
    };
  /** A task's parent learns how the task stands; done again by the sweep until the task knows that it is done. */
  async function tellParent(task: Ticket, now: Date): Promise<void> {
    if (!task.parent) return;
    const cause = byDesk(now, `task:${task._id}:${task.version}`);
    await ledger.change(task.parent.id, cause, (parent) => heard(hearOfTask(parent, task, house), 'desk'));
    await ledger.change(task._id, cause, (each) => (owesParent(each) ? toldParent(each, task) : undefined));
  }

  /** Where the chain of merges that begins here ends: the ticket itself, when it was not merged. */
  async function endOf(id: string): Promise<string> {
    let end = id;
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const into = (await queries.gist(end))?.merged?.into;
      if (into === undefined) return end;
      end = into;
    }
    return end;
  }

  /** @throws Refusal of the step, or when there is no such ticket. */
  async function change(id: string, context: Context, step: Step): Promise<Ticket> {
    const ticket = await ledger.change(id, context, (before) => heard(step(before, byOf(context)), context.actor.id));
    if (!ticket) throw noSuchTicket(id);
    if (owesParent(ticket)) await tellParent(ticket, context.now);
    return ticket;
  }

  return {
    ledger,
    house,
    now,
    trouble,
    heard,
    tellParent,
    endOf,
    queries,
    change,
    /**
     * A step by which a task may be opened again. Its parent is claimed FIRST, so that it is not resolved meanwhile; one
     * that has ended before is told.
     */
    async reopening(id: string, context: Context, step: Step): Promise<Ticket> {
      const { state, parent } = (await queries.gist(id)) ?? {};
      if (!parent || state !== 'resolved') return change(id, context, step);
      const at = now();
      await ledger.change(parent.id, { ...context, origin: `${context.origin}:hold` }, (each) =>
        isOpen(each) ? pledged(each, { what: 'task', of: id, by: context.origin, at }) : undefined,
      );
      const release = () =>
        ledger.change(parent.id, { ...context, origin: `${context.origin}:release` }, (each) =>
          takenBack(each, context.origin),
        );
      try {
        const ticket = await change(id, context, step);
        await release();
        return ticket;
      } catch (error) {
        if (error instanceof Refusal) await release();
        throw error;
      }
    },
    /** As this person may see it. @throws Refusal when they may not. */
    async load(id: string, { actor, viewer }: Pick<Context, 'actor' | 'viewer'>): Promise<Ticket> {
      const ticket = await ledger.load(id);
      const sight = ticket ? sightOf(actor, ticket, house) : 'nothing';
      if (!ticket || sight === 'nothing') throw noSuchTicket(id);
      const { merged } = ticket;
      return {
        ...ticket,
        ...(sight === 'title' ? { title: neutralTitle(ticket, viewer.lang, house) } : {}),
        ...(merged ? { merged: { ...merged, into: await endOf(merged.into) } } : {}),
      };
    },
    /** Those of the named tickets that this person may see, in the order of their names. */
    async visible(ids: readonly string[], { actor }: Pick<Context, 'actor'>): Promise<Listed[]> {
      const found = await queries.listed(ids);
      const seen = found.filter((ticket) => maySee(actor, ticket, house));
      return seen.toSorted((one, other) => ids.indexOf(one._id) - ids.indexOf(other._id));
    },
  };
}
