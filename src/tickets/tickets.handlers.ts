/** The ticket room: what people and the clock ask of tickets. */
import { byDesk, type Act, type Board, type Handlers, type Sweep } from '../act.js';
import type { Part } from '../card.js';
import type { Clock } from '../clock.js';
import type { Changed, Ledger } from '../history.js';
import { card, done, quietly, type Reply } from '../reply.js';
import type { Sla } from '../sla/policy.js';
import type { Directory } from '../people.js';
import { takeDueSteps } from './escalation.js';
import { button, buttons } from './parts.js';
import { eventsOf, maySee, noSuchTicket, open, type By, type House, type Ticket } from './ticket.js';
import { mineParts, requesterCard, standing, ticketCard, triageCard } from './tickets.cards.js';
import { createTicketForms, type Asked } from './tickets.forms.js';
import { notice } from './tickets.notices.js';
import { createTicketQueries } from './tickets.store.js';
import * as transition from './transitions.js';
import { whyCard } from './why.js';

type Commands =
  | 'open-ticket'
  | 'show-ticket'
  | 'claim'
  | 'note'
  | 'reply'
  | 'comment'
  | 'ask-instead'
  | 'resolve'
  | 'reopen'
  | 'why'
  | 'working'
  | 'escalate'
  | 'rate';

/** For so long after the desk's reply, plain words in the requester's own chat are taken as the answer. */
const ANSWER_WINDOW_MS = 24 * 3_600_000;
/** Due tickets are taken this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 20;

const byOf = ({ actor, now }: Act): By => ({ actor, now });
/** Comments are typed where everybody in the thread reads them; other words come from forms, which nobody else sees. */
const typed = (act: Act): By => ({
  ...byOf(act),
  ...(act.place.thread ? { heard: act.place.thread } : {}),
  ...(act.files ? { files: act.files } : {}),
});

export function createTickets(deps: {
  ledger: Ledger<Ticket>;
  directory: Directory;
  sla: Sla;
  clock: Clock;
  ask(words: string, act: Act): Promise<Reply>;
  question(id: string): Promise<Asked | undefined>;
}) {
  const { ledger, directory, sla, clock } = deps;
  const house: House = { directory, sla };
  const queries = createTicketQueries(ledger.model);

  async function change(id: string, act: Act, step: (ticket: Ticket, by: By) => Changed<Ticket>): Promise<Ticket> {
    const ticket = await ledger.change(id, act, (before) => step(before, byOf(act)));
    if (!ticket) throw noSuchTicket(id);
    return ticket;
  }

  async function load(id: string, { actor }: Act): Promise<Ticket> {
    const ticket = await ledger.load(id);
    if (!ticket || !maySee(actor, ticket, house)) throw noSuchTicket(id);
    return ticket;
  }

  /** In a person's own chat it might have been a new question: the answer offers to take the words back. */
  function added(ticket: Ticket, { viewer, say, place, origin }: Act): Reply {
    const said = eventsOf(ticket).find((event) => event.origin === origin);
    if (said?.what !== 'commented') return done(say.tickets.noted(ticket._id));
    const text = said.data.reopened ? say.tickets.addedReopened(ticket._id) : say.tickets.added(ticket._id);
    if (!place.private || place.thread) return said.data.reopened ? done(text) : quietly(text);
    const instead = button(say.tickets.wasNewQuestion, { do: 'ask-instead', ticket: ticket._id, event: said.id });
    return card({
      for: viewer,
      title: say.tickets.addedTitle(ticket._id),
      parts: [{ kind: 'note', text: [ticket.title] }, ...buttons(instead)],
    });
  }

  const handlers: Handlers<Commands> = {
    async 'open-ticket'(command, act) {
      const asked = command.question ? await deps.question(command.question) : undefined;
      const { question, ...rest } = command;
      const from = asked?.by.includes(act.actor.id) ? asked : undefined;
      const own = question && from ? { ...rest, question } : rest;
      const requester = from?.requester ? directory.person(from.requester) : undefined;
      const group = (from?.group ? directory.group(from.group) : undefined) ?? directory.defaultGroup;
      const { files = act.files ?? [], thread = [] } = from ?? {};
      const source = files.length > 0 || thread.length > 0 ? { source: { files, thread } } : {};
      const made = open(
        { ...own, ...source, ...(requester ? { requester } : {}) },
        byOf(act),
        house,
        group,
        act.origin,
      );
      const origin = 'question' in own ? `question:${own.question}` : act.origin;
      const ticket = await ledger.open(made.own, made.events, { ...act, origin });
      const first = eventsOf(ticket)[0];
      const again = first?.what === 'opened' && first.data.delivery !== act.origin;
      return done(
        again
          ? act.say.tickets.alreadyOpen(ticket._id)
          : act.say.tickets.opened(ticket._id, ticket.clocks.firstResponse.due),
      );
    },
    async 'show-ticket'({ ticket: id }, act) {
      return card(ticketCard(await load(id, act), act.actor, act.viewer, act.say, directory));
    },
    async why({ ticket: id }, act) {
      return card(whyCard(await load(id, act), house, act.now, act.viewer, act.say));
    },
    async claim({ ticket: id }, act) {
      await change(id, act, (ticket, by) => transition.claim(ticket, by, house));
      return done(act.say.tickets.claimed(id));
    },
    async note({ ticket: id, text }, act) {
      await change(id, act, (ticket, by) => transition.note(ticket, by, house, text));
      return done(act.say.tickets.noted(id));
    },
    async reply({ ticket: id, text }, act) {
      const { requester } = await change(id, act, (ticket, by) => transition.reply(ticket, by, house, text));
      return done(act.say.tickets.replied(id, requester));
    },
    async comment({ ticket: id, words }, act) {
      return added(await change(id, act, (ticket) => transition.comment(ticket, typed(act), house, words)), act);
    },
    async 'ask-instead'({ ticket: id, event }, act) {
      const { words } = transition.withdraw(await load(id, act), byOf(act), event);
      await change(id, act, (ticket, by) => transition.withdraw(ticket, by, event).changed);
      return deps.ask(words, act);
    },
    async resolve({ ticket: id, summary }, act) {
      await change(id, act, (ticket, by) => transition.resolve(ticket, by, house, summary));
      return done(act.say.tickets.resolved(id));
    },
    async reopen({ ticket: id, reason }, act) {
      await change(id, act, (ticket, by) => transition.reopen(ticket, by, house, reason));
      return done(act.say.tickets.reopened(id));
    },
    async working({ ticket: id }, act) {
      const ticket = await change(id, act, (before, by) => transition.working(before, by, house));
      return done(act.say.tickets.working(id, ticket.clocks.quietUntil ?? act.now));
    },
    async escalate({ ticket: id, reason }, act) {
      await change(id, act, (ticket, by) => transition.escalate(ticket, by, house, reason));
      return done(act.say.tickets.escalated(id));
    },
    async rate(command, act) {
      await change(command.ticket, act, (ticket, by) => transition.rate(ticket, by, house, command));
      return done(act.say.quality.thanks(command.score));
    },
  };

  const board: Board<Ticket> = {
    ledger,
    standing,
    draw: (ticket, name, viewer, say) =>
      name === 'triage' ? triageCard(ticket, viewer, say, directory) : requesterCard(ticket, viewer, say),
    notice: (ticket, event, to, viewer, say) => notice(ticket, event, to, viewer, say, directory),
  };

  const ladder: Sweep = {
    name: 'sla',
    seconds: 15,
    async run(now) {
      const tickets = await queries.due(now);
      const failures: unknown[] = [];
      for (let first = 0; first < tickets.length; first += AT_ONCE) {
        const taken = tickets.slice(first, first + AT_ONCE).map(({ _id, due }) => {
          const cause = byDesk(now, `sla:${_id}:${due.next.toISOString()}`);
          return ledger.change(_id, cause, (ticket) => takeDueSteps(ticket, house, now));
        });
        for (const result of await Promise.allSettled(taken))
          if (result.status === 'rejected') failures.push(result.reason);
      }
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${tickets.length} tickets`);
      return tickets.length;
    },
  };

  return {
    handlers,
    forms: createTicketForms({ load, question: deps.question }),
    board,
    sweeps: [ladder],
    /** One's open tickets, and those one works on. */
    async mine({ actor, say }: Act): Promise<Part[]> {
      const [own, assigned] = await Promise.all([queries.openOf(actor.id), queries.assignedTo(actor.id)]);
      return mineParts(own, assigned, say);
    },
    /** The ticket that grew out of this question or reported message. */
    async openedFrom(question: string): Promise<string | undefined> {
      return (
        await ledger.model
          .findOne({ origin: `question:${question}` }, { _id: 1 })
          .lean()
          .exec()
      )?._id;
    },
    /** The one ticket in which this person owes the desk an answer, if there is exactly one. */
    async awaiting(person: string): Promise<string | undefined> {
      const since = new Date(clock.now().getTime() - ANSWER_WINDOW_MS);
      const tickets = await queries.awaitingAnswer(person, since);
      return tickets.length === 1 ? tickets[0] : undefined;
    },
  };
}
