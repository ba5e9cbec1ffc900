/** Every way a ticket begins: asked for, for somebody else, out of a message, as a task of another. */
import type { Act, Handlers } from '../act.js';
import type { Suggested } from '../learning/triage.js';
import { who, type Group, type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { done, type Reply } from '../reply.js';
import { findPerson } from './names.js';
import { open } from './opening.js';
import { byOf, type Room } from './room.handlers.js';
import { needInTime, type Pledge } from './pledges.js';
import { needRoomForTask, placeFor } from './tasks.js';
import { eventsOf, type Ticket } from './ticket.js';
import { attemptsOf, type Asked } from './tickets.forms.js';

export function createOpening(
  room: Room,
  deps: {
    question(id: string): Promise<Asked | undefined>;
    suggest(words: string): Suggested;
    /** What is offered to who opens a ticket when others report the same. */
    met(ticket: Ticket, act: Act): Promise<Reply | undefined>;
    /** Who gets a new ticket by the rule of its group. */
    assigneeFor(group: Group, category: string | undefined, now: Date): Promise<Person | undefined>;
  },
): Handlers<'open-ticket' | 'add-task'> {
  const { ledger, house, load } = room;
  const { directory, sla } = house;

  /** For whom a ticket is opened: an agent may name somebody else. */
  function requesterOf(named: string | undefined, act: Act): Person | undefined {
    if (named === undefined) return undefined;
    if (!directory.isAgent(act.actor)) throw new Refusal((say) => say.work.onBehalf);
    return findPerson(named, act.actor, directory);
  }

  return {
    async 'open-ticket'(command, act) {
      const grown = command.question ? await deps.question(command.question) : undefined;
      const { question, tried, do: _, requester: named, ...rest } = command;
      const from = grown?.by.includes(act.actor.id) ? grown : undefined;
      const own = question && from ? { ...rest, question } : rest;
      if (command.follows) await load(command.follows, act);
      const requester = from?.requester ? directory.person(from.requester) : requesterOf(named, act);
      const group = (from?.group ? directory.group(from.group) : undefined) ?? directory.defaultGroup;
      const { files = act.files ?? [], thread = [] } = from ?? {};
      const source = files.length > 0 || thread.length > 0 ? { source: { files, thread } } : {};
      const { category = deps.suggest(`${command.title} ${command.details ?? ''}`).category } = command;
      if (category && !sla.categories.some(({ id }) => id === category))
        throw new Refusal((say) => say.work.noSuchCategory(category));
      const assignee = await deps.assigneeFor(group, category, act.now);
      const inquiry = from?.attempts ? { words: from.words, attempts: attemptsOf(from.attempts, tried) } : undefined;
      const asked = { ...own, ...source, inquiry, category, requester, assignee };
      const made = open(asked, byOf(act), house, group, act.origin);
      const origin = 'question' in own ? `question:${own.question}` : act.origin;
      const ticket = await ledger.open(made.own, made.events, { ...act, origin });
      const first = eventsOf(ticket)[0];
      const again = first?.what === 'opened' && first.data.delivery !== act.origin;
      if (again) return done(act.say.tickets.alreadyOpen(ticket._id));
      const offered = await deps.met(ticket, act);
      return (
        offered ??
        done(
          ticket.openedBy && named
            ? act.say.work.openedFor(ticket._id, ticket.requester)
            : act.say.tickets.opened(ticket._id, ticket.clocks.firstResponse.due),
        )
      );
    },
    async 'add-task'({ ticket: id, title, group: named, to }, act) {
      const parent = await load(id, act);
      const before = await room.queries.openedBy(act.origin);
      if (!before) needRoomForTask(parent, byOf(act), house, act.origin);
      const group = directory.group(named ?? parent.group);
      if (!group)
        throw new Refusal((say) =>
          say.work.noSuchGroup(named ?? '', directory.groups.map((each) => each.id).join(', ')),
        );
      const person = to === undefined ? undefined : findPerson(to, act.actor, directory);
      if (person && !directory.isAgentOf(person.id, group.id))
        throw new Refusal((say) => say.work.notInGroup(who(person), group.name));
      const { impact, urgency } = parent;
      const { category } = deps.suggest(title);
      const assignee = person ?? (await deps.assigneeFor(group, category, act.now));
      const asked = { title, type: 'request', impact, urgency, category, assignee, parent: id } as const;
      const made = open(asked, byOf(act), house, group, act.origin);
      if (!before) {
        // The place in the parent is claimed FIRST: neither is it given twice, nor does the parent end before it hears of the task.
        const claim: Pledge = { what: 'task', of: act.origin, by: act.origin, at: room.now() };
        const claimed = { ...act, origin: `${act.origin}:place` };
        await ledger.change(id, claimed, (each) => placeFor(each, byOf(act), house, claim));
        needInTime(id, claim, room.now());
      }
      const task = await ledger.open(made.own, made.events, act);
      await room.tellParent(task, act.now);
      return done(act.say.work.taskAdded(id, task._id, group.name));
    },
  };
}
