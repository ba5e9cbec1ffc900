/** Every way a ticket begins: asked for, for somebody else, out of a message, as a task of another. */
import type { Context, Handlers } from '../context.js';
import type { Suggested } from '../classification/triage.js';
import { type Group, type Person } from '../people.js';
import { who } from '../card.js';
import { Refusal } from '../refusal.js';
import { done, type Reply } from '../reply.js';
import { findPerson } from '../names.js';
import { open } from './opening.js';
import { byOf, type Room } from './room.handlers.js';
import { needInTime } from './links/pledges.js';
import { needRoomForTask, placeFor } from './links/tasks.js';
import { eventsOf, type Pledge, type Ticket } from './ticket.js';
import { attemptsOf, type Asked } from './tickets.forms.js';

export function createOpening(
  room: Room,
  deps: {
    question(id: string): Promise<Asked | undefined>;
    /** Told when a ticket has grown out of this question. */
    grown(question: string, context: Context): Promise<void>;
    suggest(words: string): Suggested;
    /** What is offered to who opens a ticket when others report the same. */
    met(ticket: Ticket, context: Context): Promise<Reply | undefined>;
    /** The assignee of a new ticket by the rule of its group. */
    assigneeFor(group: Group, category: string | undefined, now: Date): Promise<Person | undefined>;
  },
): Handlers<'open-ticket' | 'add-task'> {
  const { ledger, house, load } = room;
  const { directory, sla } = house;

  /** For whom a ticket is opened: an agent may name somebody else. */
  function requesterOf(named: string | undefined, context: Context): Person | undefined {
    if (named === undefined) return undefined;
    if (!directory.isAgent(context.actor)) throw new Refusal((say) => say.work.onBehalf);
    return findPerson(named, context.actor, directory);
  }

  return {
    async 'open-ticket'(command, context) {
      const grown = command.question ? await deps.question(command.question) : undefined;
      const { question, tried, do: _, requester: named, ...rest } = command;
      const from = grown?.by.includes(context.actor.id) ? grown : undefined;
      const own = question && from ? { ...rest, question } : rest;
      if (command.follows) await load(command.follows, context);
      const requester = from?.requester ? directory.person(from.requester) : requesterOf(named, context);
      const group = (from?.group ? directory.group(from.group) : undefined) ?? directory.defaultGroup;
      const { files = context.files ?? [], thread = [] } = from ?? {};
      const source = files.length > 0 || thread.length > 0 ? { source: { files, thread } } : {};
      const { category = deps.suggest(`${command.title} ${command.details ?? ''}`).category } = command;
      if (category && !sla.categories.some(({ id }) => id === category))
        throw new Refusal((say) => say.work.noSuchCategory(category));
      const assignee = await deps.assigneeFor(group, category, context.now);
      const inquiry = from?.attempts ? { words: from.words, attempts: attemptsOf(from.attempts, tried) } : undefined;
      const asked = { ...own, ...source, inquiry, category, requester, assignee };
      const made = open(asked, byOf(context), house, group, context.origin);
      const origin = 'question' in own ? `question:${own.question}` : context.origin;
      const ticket = await ledger.open(made.own, made.events, { ...context, origin });
      const first = eventsOf(ticket)[0];
      const again = first?.what === 'opened' && first.data.delivery !== context.origin;
      if (again) return done(context.say.tickets.alreadyOpen(ticket._id));
      if (question && from) await deps.grown(question, context);
      const offered = await deps.met(ticket, context);
      return (
        offered ??
        done(
          ticket.openedBy && named
            ? context.say.work.openedFor(ticket._id, ticket.requester)
            : context.say.tickets.opened(ticket._id, ticket.clocks.firstResponse.due),
        )
      );
    },
    async 'add-task'({ ticket: id, title, group: named, to }, context) {
      const parent = await load(id, context);
      const before = await room.queries.openedBy(context.origin);
      if (!before) needRoomForTask(parent, byOf(context), house, context.origin);
      const group = directory.group(named ?? parent.group);
      if (!group)
        throw new Refusal((say) =>
          say.work.noSuchGroup(named ?? '', directory.groups.map((each) => each.id).join(', ')),
        );
      const person = to === undefined ? undefined : findPerson(to, context.actor, directory);
      if (person && !directory.isAgentOf(person.id, group.id))
        throw new Refusal((say) => say.work.notInGroup(who(person), group.name));
      const { impact, urgency } = parent;
      const { category } = deps.suggest(title);
      const assignee = person ?? (await deps.assigneeFor(group, category, context.now));
      const asked = { title, type: 'request', impact, urgency, category, assignee, parent: id } as const;
      const made = open(asked, byOf(context), house, group, context.origin);
      if (!before) {
        // The place in the parent is claimed FIRST: neither is it given twice, nor does the parent end before it hears of the task.
        const claim: Pledge = { what: 'task', of: context.origin, by: context.origin, at: room.now() };
        const claimed = { ...context, origin: `${context.origin}:place` };
        await ledger.change(id, claimed, (each) => placeFor(each, byOf(context), house, claim));
        needInTime(id, claim, room.now());
      }
      const task = await ledger.open(made.own, made.events, context);
      await room.tellParent(task, context.now);
      return done(context.say.work.taskAdded(id, task._id, group.name));
    },
  };
}
