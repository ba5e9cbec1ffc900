/** The ticket room: what people and the clock ask of tickets. */
import type { Model } from 'mongoose';
import { byDesk, type Context, type Presenter, type Handlers } from '../context.js';
import type { Lang, Part, Who } from '../card.js';
import type { Clock } from '../clock.js';
import type { Ledger } from '../history.js';
import { card, done, type Reply } from '../reply.js';
import type { Sla } from '../sla/policy.js';
import type { Directory, Person } from '../people.js';
import { SURVEY_DAYS } from './rating.js';
import type { Report } from '../sweep.js';
import type { Staffing } from '../staffing/staffing.js';
import { helpersOf, needHelp, snooze } from './reminders/snooze.js';
import { createDuplicates, type Duplicates } from './links/duplicates.handlers.js';
import { createAssignment } from './work/assignment.js';
import { isHidden, neutralTitle } from './discretion.js';
import { createDiscretion } from './discretion.handlers.js';
import * as ending from './ending.js';
import { createReassignment } from './escalation/reassignment.js';
import { affectedCard, isForAffected } from './major/major.cards.js';
import { createMajor } from './major/major.handlers.js';
import { createMerging } from './links/merging.handlers.js';
import type { Suggested } from '../classification/triage.js';
import { createBulkForm } from './queue/bulk.forms.js';
import { createBulk } from './queue/bulk.handlers.js';
import { createLists } from './queue/lists.handlers.js';
import { awayText } from './parts.js';
import { createReadingOver, type Habits } from './reading-over.js';
import { createRecent } from './recent.js';
import { byOf, createRoom } from './room.handlers.js';
import { outlook } from '../sla/forecast.cards.js';
import { createForecasts } from './forecast/forecast.handlers.js';
import type { ForecastDay } from './forecast/forecast.store.js';
import { createCommitments } from './commitment/commitment.handlers.js';
import { createBatches } from './reminders/batches.handlers.js';
import type { SavedBatch } from './reminders/batches.store.js';
import { createDueSweep } from './escalation/sweep.handlers.js';
import type { Template } from './policy.js';
import { createFound } from './found.handlers.js';
import { createOpening } from './opening.handlers.js';
import { isOver } from './over.js';
import { DAY_MS, isOpen, maySee, mayWork, type House, type Seen, type Ticket, type TicketEvent } from './ticket.js';
import { mineParts, movedCard, requesterCard, standing, ticketCard, triageCard } from './tickets.cards.js';
import { createTicketForms, type Asked } from './tickets.forms.js';
import { notice } from './tickets.notices.js';
import { createClosed } from './tickets.store.js';
import { tally } from './queue/tally.js';
import * as transition from './transitions.js';
import { triageOf } from './links/links.js';
import { assign } from './work/triage.js';
import { whyCard } from './commitment/why.js';
import { createTalk } from './talk.handlers.js';
import { createLeaving } from './leaving.handlers.js';
import { askedAgain, unreached } from './work/waiting.js';
import { createWork } from './work/work.handlers.js';
import { createWorkForms } from './work/work.forms.js';

type Commands = 'show-ticket' | 'claim' | 'resolve' | 'why' | 'working' | 'snooze' | 'need-help' | 'escalate' | 'rate';

/** For so many days after it was opened a ticket that has ended is listed among one's own. */
const ENDED_DAYS = 30;
/** Milliseconds after the desk's reply in which plain words in the requester's own chat are taken as the answer. */
const ANSWER_WINDOW_MS = 24 * 3_600_000;

export function createTickets(deps: {
  ledger: Ledger<Ticket>;
  batches: Ledger<SavedBatch>;
  directory: Directory;
  sla: Sla;
  staffing: Staffing;
  forecasts: Model<ForecastDay>;
  clock: Clock;
  trouble: Report;
  ask(words: string, context: Context): Promise<Reply>;
  /** Told when a ticket has grown out of a question. */
  grown(question: string, context: Context): Promise<void>;
  question(id: string): Promise<Asked | undefined>;
  templates: readonly Template[];
  /** What makes tickets one issue. */
  duplicates: Duplicates;
  /** The category and urgency that words tell of, where that is sure. */
  suggest(words: string): Suggested;
  /** Who of these has the next turn of a group whose tickets go round. */
  turn(group: string, among: readonly [string, ...string[]]): Promise<string>;
  habits: Habits;
}) {
  const { directory, sla, staffing, clock } = deps;
  const ordinary = directory.groups.filter(({ sensitive }) => !sensitive).map(({ id }) => id);
  const recent = createRecent(ordinary, (since) => room.queries.reportedSince(since, ordinary));
  const ledger = recent.watching(deps.ledger);
  const house: House = { directory, sla, staffing };
  const room = createRoom(ledger, house, clock.now, deps.trouble);
  const merging = createMerging(room);
  const batches = createBatches(room, deps.batches);
  const { queries, change, load } = room;
  const forecasts = createForecasts(room, deps.forecasts);
  const successorOf = createReassignment(house, queries.openCount);
  const assigneeFor = createAssignment({ directory, staffing, openCount: queries.openCount, turn: deps.turn });
  /** The ticket that grew out of this question or reported message. */
  async function openedFrom(question: string): Promise<string | undefined> {
    const found = await ledger.model
      .findOne({ origin: `question:${question}` }, { _id: 1 })
      .lean()
      .exec();
    return found?._id;
  }
  const ticketForms = createTicketForms({
    load,
    sla,
    question: deps.question,
    openedFrom,
    templates: deps.templates,
    suggest: deps.suggest,
    isAgent: directory.isAgent,
    colleague: directory.person,
  });

  const readingOver = createReadingOver(directory, deps.habits);
  const workForms = createWorkForms(room);
  const handlers: Handlers<Commands> = {
    async 'show-ticket'({ ticket: id }, context) {
      const ticket = await load(id, context);
      const linked = (await queries.linkedTo(id)).flatMap(({ _id, links = [] }) =>
        links.filter(({ to }) => to === id).map(({ kind }) => `${_id} (${context.say.work.link[kind]} ${id})`),
      );
      return card(ticketCard(ticket, context.actor, context.viewer, context.say, house, context.now, linked));
    },
    async why({ ticket: id }, context) {
      const ticket = await load(id, context);
      const forecast = mayWork(context.actor, ticket, directory) ? await forecasts.of(ticket, context.now) : undefined;
      return card(whyCard(ticket, house, context.now, context.viewer, context.say, outlook(forecast, context.say)));
    },
    async claim({ ticket: id }, context) {
      await change(id, context, (ticket, by) => transition.claim(ticket, by, house));
      return done(context.say.tickets.claimed(id));
    },
    async resolve({ ticket: id, summary, checked }, context) {
      const before = await load(id, context);
      const { requester, parent } = before;
      const filled = () => {
        ending.resolve(before, byOf(context), house, summary, false);
        return ticketForms.resolve({ do: 'resolve', ticket: id, summary }, context);
      };
      const unread = await readingOver.first(before, checked, filled, context);
      if (unread) return unread;
      const recent = await queries.surveyedSince(requester.id, new Date(context.now.getTime() - SURVEY_DAYS * DAY_MS));
      await change(id, context, (ticket, by) => ending.resolve(ticket, by, house, summary, !recent && !parent));
      await readingOver.sent(checked, context);
      return done(context.say.tickets.resolved(id));
    },
    async working({ ticket: id }, context) {
      const ticket = await change(id, context, (before, by) => transition.working(before, by, house));
      return done(context.say.tickets.working(id, ticket.clocks.quietUntil ?? context.now));
    },
    async snooze({ ticket: id, hours, reason }, context) {
      const ticket = await change(id, context, (before, by) => snooze(before, by, house, hours, reason));
      return done(context.say.reminders.snoozed(id, ticket.clocks.quietUntil ?? context.now));
    },
    async 'need-help'({ ticket: id, reason }, context) {
      const ticket = await change(id, context, (before, by) => needHelp(before, by, house, reason));
      return done(context.say.reminders.helpAsked(id, helpersOf(ticket, byOf(context), house)));
    },
    async escalate({ ticket: id, reason }, context) {
      await change(id, context, (ticket, by) => transition.escalate(ticket, by, house, reason));
      return done(context.say.tickets.escalated(id));
    },
    async rate(command, context) {
      await change(command.ticket, context, (ticket, by) => ending.rate(ticket, by, house, command));
      return done(context.say.rating.thanks(command.score));
    },
  };

  const duplicates = createDuplicates(room, merging, recent, deps.duplicates);
  const major = createMajor(room, recent, readingOver, deps.duplicates.isDuplicate);
  const opening = createOpening(room, {
    question: deps.question,
    grown: deps.grown,
    suggest: deps.suggest,
    assigneeFor,
    met: async (ticket, context) => (await major.known(ticket, context)) ?? duplicates.met(ticket, context),
  });
  const talk = createTalk(room, merging, { ...deps, readingOver, forms: { ...ticketForms, ...workForms } });
  const work = createWork(room, merging, readingOver, workForms.wait);
  const lists = createLists(room);
  const bulkForm = createBulkForm(room);
  const bulk = createBulk(room, { steps: { ...handlers, ...work }, forms: bulkForm, readingOver });

  const presenter: Presenter<Ticket> = {
    ledger,
    standing,
    draw(ticket, name, viewer, say) {
      if (isForAffected(name)) return affectedCard(ticket, viewer, say, house);
      if (name === 'requester') return requesterCard(ticket, viewer, say);
      return (name === triageOf(ticket) ? triageCard : movedCard)(ticket, viewer, say, house);
    },
    notice: (ticket, event, to, viewer, say) => notice(ticket, event, to, viewer, say, house),
    isOver: (ticket, event, to) => isOver(ticket, event as unknown as TicketEvent, to),
    /** Whether a chat reaches the requester for whose answer it waits, or who is still to be asked. */
    async reached({ _id, requester, waiting, unheard }, person, reachable) {
      if (person !== requester.id || !(reachable ? unheard : waiting?.cause === 'user')) return;
      const now = clock.now();
      const cause = byDesk(now, `${reachable ? 'reached' : 'unreached'}:${_id}:${now.toISOString()}`);
      await ledger.change(_id, cause, (each) =>
        room.heard(reachable ? askedAgain(each) : unreached(each, house, now), 'desk'),
      );
    },
  };

  return {
    handlers: {
      ...handlers,
      ...talk,
      ...opening,
      ...duplicates.handlers,
      ...major.handlers,
      ...work,
      ...lists,
      ...bulk,
      ...forecasts.handlers,
    },
    forms: { ...ticketForms, ...workForms, ...bulkForm, ...major.forms },
    presenter,
    batches: batches.presenter,
    sweeps: [createDueSweep(room, merging, batches.run, successorOf), forecasts.sweep],
    forecasts,
    leaving: createLeaving(room),
    heldBy: queries.heldBy,
    /** Gives a ticket from one to another; false when somebody else has it by now. */
    async handOver(id: string, from: Who, to: Person, context: Context): Promise<boolean> {
      const ticket = await change(id, context, (each, by) =>
        each.assignee?.id === from.id ? assign(each, by, house, to) : undefined,
      );
      return ticket.assignee?.id === to.id;
    },
    commitments: createCommitments(room),
    /** One's open tickets, and those one works on. */
    async mine({ actor, say, now }: Context): Promise<Part[]> {
      const lately = new Date(now.getTime() - ENDED_DAYS * DAY_MS);
      const [own, assigned, ended] = await Promise.all([
        queries.openOf(actor.id),
        queries.assignedTo(actor.id),
        queries.endedLately(actor.id, lately),
      ]);
      const seen = assigned.filter((ticket) => maySee(actor, ticket, house));
      return mineParts({ own, assigned: seen, ended }, say, (ticket) => awayText(ticket, house, now, say));
    },
    /** Their open tickets, and the one that was resolved last. */
    async own(person: string) {
      const [open, resolved] = await Promise.all([queries.openOf(person), queries.resolvedLast(person)]);
      return [
        ...open.map(({ _id, title }) => ({ _id, title, isOpen: true })),
        ...resolved.map(({ _id, title }) => ({ _id, title, isOpen: false })),
      ];
    },
    /** The open major incidents, under titles that all may read. */
    majors: async (lang: Lang) =>
      (await queries.majors()).map((each) => ({
        _id: each._id,
        title: neutralTitle(each, lang, house),
        words: each.major!.status.words,
      })),
    /** A ticket by its number, if there is one that this person may see. */
    async named(id: string, actor: Person) {
      const [ticket] = await room.visible([id], { actor });
      if (!ticket) return undefined;
      return { _id: id, title: ticket.title, isOpen: ticket.state !== 'resolved' && ticket.state !== 'closed' };
    },
    /** Those of these that are resolved or closed; of one that was merged, the one in which it goes on counts. */
    async over(ids: readonly string[]): Promise<string[]> {
      const ends = await Promise.all(ids.map(async (id) => ({ id, end: await room.endOf(id) })));
      const open = new Set((await queries.listed(ends.map(({ end }) => end))).filter(isOpen).map(({ _id }) => _id));
      return ends.filter(({ end }) => !open.has(end)).map(({ id }) => id);
    },
    /** Opens and resolves tickets for what the desk finds by itself. */
    found: createFound(room, assigneeFor),
    tally: async (group: string, now: Date, tonight: Date) => tally(await queries.openIn(group), now, tonight),
    /** Closed tickets to learn from: none that are confidential. */
    closed: createClosed(ledger.model, directory),
    /** @throws Refusal when this person may not see the ticket. */
    load,
    ...createDiscretion(room, deps.duplicates.isDuplicate),
    /** Whether a ticket is kept from those who are not concerned; one that is not there is not. */
    async isConfidential(id: string): Promise<boolean> {
      const [ticket] = await queries.listed([id]);
      return ticket !== undefined && isHidden(ticket, house);
    },
    /** Whether this person may read what was said in it. */
    isOpenTo: (ticket: Seen, actor: Person): boolean => !isHidden(ticket, house) || maySee(actor, ticket, house),
    openedFrom,
    /** That ticket, while it is open and this person may see it. */
    async openFrom(question: string, context: Context): Promise<string | undefined> {
      const id = await openedFrom(question);
      return id && isOpen(await load(id, context)) ? id : undefined;
    },
    /** The one ticket in which this person owes the desk an answer, if there is exactly one. */
    async awaiting(person: string): Promise<string | undefined> {
      const since = new Date(clock.now().getTime() - ANSWER_WINDOW_MS);
      const tickets = await queries.awaitingAnswer(person, since);
      return tickets.length === 1 ? tickets[0] : undefined;
    },
  };
}
