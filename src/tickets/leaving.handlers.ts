/** Hands on the tickets of a person who leaves: what they work on to their stand-in, what they asked for to their manager. */
import { byDesk } from '../context.js';
import type { Holds, Leaving } from '../holdings.js';
import type { Person } from '../people.js';
import { who } from '../card.js';
import { eachByItself } from '../sweep.js';
import { inherited, passedOn } from './leaving.js';
import type { Room } from './room.handlers.js';
import type { Listed, Ticket } from './ticket.js';
import type { Changed } from '../history.js';

type Step = (ticket: Ticket, to: Person) => Changed<Ticket>;

export function createLeaving(room: Room): Holds {
  const { queries, house, ledger, heard, trouble } = room;
  const { directory, staffing } = house;
  /** What was told in confidence is nobody else's: its agents end it. */
  const heirOf = ({ manager = '' }: Leaving, ticket: Listed) =>
    directory.group(ticket.group)?.sensitive ? undefined : directory.person(manager);
  const standInOf = ({ id }: Leaving, ticket: Listed, now: Date) => staffing.standIn(id, ticket.group, now);

  async function each(tickets: Promise<Listed[]>, to: (ticket: Listed) => Person | undefined, now: Date, step: Step) {
    await eachByItself(
      await tickets,
      async (ticket) => {
        const heir = to(ticket);
        if (!heir) return;
        const cause = byDesk(now, `left:${ticket._id}:${heir.id}:${ticket.version}`);
        await ledger.change(ticket._id, cause, (latest) => heard(step(latest, heir), 'desk'));
      },
      ({ _id }, error) => trouble('departures', _id, error, now),
    );
  }

  return {
    async of(person, now) {
      const [asked, worked] = await Promise.all([queries.openOf(person.id), queries.heldBy(person.id)]);
      const row = (kind: 'ticket' | 'work', to: (ticket: Listed) => Person | undefined) => (ticket: Listed) => {
        const heir = to(ticket);
        // Administrators read that there is a ticket: its title only where everybody may.
        const group = directory.group(ticket.group);
        const title = group?.sensitive ? group.name : ticket.title;
        return { kind, id: ticket._id, title, to: heir && who(heir) };
      };
      return [
        ...asked.map(row('ticket', (ticket) => heirOf(person, ticket))),
        ...worked.map(row('work', (ticket) => standInOf(person, ticket, now))),
      ];
    },
    async handOn(person, _, now) {
      await each(
        queries.openOf(person.id),
        (ticket) => heirOf(person, ticket),
        now,
        (latest, to) => inherited(latest, who(person), to),
      );
      await each(
        queries.heldBy(person.id),
        (ticket) => standInOf(person, ticket, now),
        now,
        (latest, to) => passedOn(latest, who(person), to, now),
      );
    },
  };
}
