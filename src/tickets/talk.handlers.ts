/** Words in a ticket: notes, replies, comments, and what becomes of words that it does not take. */
import { buttons } from '../card.js';
import type { Context, Forms, Handlers } from '../context.js';
import { Full } from '../budget.js';
import { Refusal } from '../refusal.js';
import { card, done, form, quietly, type Reply } from '../reply.js';
import * as ending from './ending.js';
import type { Merging } from './links/merging.handlers.js';
import { button, opens } from './parts.js';
import { filledIn, type Template } from './policy.js';
import { byOf, type Room } from './room.handlers.js';
import { eventsOf, isRequester, mayWork, type By, type Ticket } from './ticket.js';
import * as transition from './transitions.js';

type Commands = 'note' | 'reply' | 'comment' | 'ask-instead' | 'reopen';

/** Comments are typed where everybody in the thread reads them; other words come from forms, which nobody else sees. */
const typed = (context: Context): By => ({
  ...byOf(context),
  ...(context.place?.thread ? { heard: context.place.thread } : {}),
  ...(context.files ? { files: context.files } : {}),
});

export function createTalk(
  room: Room,
  merging: Merging,
  deps: {
    templates: readonly Template[];
    /** Whether an agent has sent replies before, and so knows who reads them. */
    habits: { hasReplied(person: string): Promise<boolean>; replied(person: string): Promise<void> };
    replyForm: Forms['reply'];
    ask(words: string, context: Context): Promise<Reply>;
  },
): Handlers<Commands> {
  const { ledger, house, change, load } = room;
  const { directory } = house;

  /** What is closed stays closed: the answer offers a ticket that follows it. */
  const followUp = (
    { _id, title }: Ticket,
    { viewer, say }: Context,
    heading = say.work.followTitle(_id),
    why = say.work.closedCard,
  ): Reply =>
    card({
      for: viewer,
      title: heading,
      parts: [
        { kind: 'note', text: [title] },
        { kind: 'text', text: why },
        ...buttons(opens(say.work.followUp, { do: 'open-ticket', follows: _id }, 'primary')),
      ],
    });

  /**
   * Words that a ticket does not take are offered one that follows it: when it is full, and when it went into one that
   * its requester may not see.
   */
  async function notTaken(error: unknown, id: string, target: string, context: Context): Promise<Reply> {
    const own =
      error instanceof Refusal && (error instanceof Full || target !== id) ? await ledger.load(id) : undefined;
    if (!own || !isRequester(context.actor, own)) throw error;
    const { fullTitle, fullCard } = context.say.work;
    return error instanceof Full ? followUp(own, context, fullTitle(target), fullCard) : followUp(own, context);
  }

  /** In a person's own chat it might have been a new question: the answer offers to take the words back. */
  function added(ticket: Ticket, { viewer, say, place, origin }: Context): Reply {
    const said = eventsOf(ticket).find((event) => event.origin === origin);
    if (said?.what !== 'commented') return done(say.tickets.noted(ticket._id));
    const text = said.data.reopened ? say.tickets.addedReopened(ticket._id) : say.tickets.added(ticket._id);
    if (!place?.private || place.thread) return said.data.reopened ? done(text) : quietly(text);
    const instead = button(say.tickets.wasNewQuestion, { do: 'ask-instead', ticket: ticket._id, event: said.id });
    return card({
      for: viewer,
      title: say.tickets.addedTitle(ticket._id),
      parts: [{ kind: 'note', text: [ticket.title] }, ...buttons(instead)],
    });
  }

  return {
    async note({ ticket: id, text }, context) {
      await change(id, context, (ticket, by) => transition.note(ticket, by, house, text));
      return done(context.say.tickets.noted(id));
    },
    /** What an agent types first is shown before it is sent; forms have been read over. */
    async reply({ ticket: id, text, template: chosen, checked }, context) {
      const { say, actor } = context;
      const before = await load(id, context);
      const template = deps.templates.find((each) => each.id === chosen);
      if (chosen && !template) throw new Refusal(() => say.work.noSuchTemplate(chosen));
      const lang = directory.person(before.requester.id)?.lang ?? 'en';
      const words = [template && filledIn(template, before, actor.name, lang), text].filter(Boolean).join('\n\n');
      if (!words) throw new Refusal(() => say.work.nothingToSay);
      if (!checked && mayWork(actor, before, directory) && !(await deps.habits.hasReplied(actor.id))) {
        const preview = await deps.replyForm({ do: 'reply', ticket: id, text: words }, context);
        return form({
          ...preview,
          title: say.work.form.previewTitle,
          intro: say.work.form.previewIntro(before.requester),
        });
      }
      const { requester } = await change(id, context, (ticket, by) => transition.reply(ticket, by, house, words));
      if (checked) await deps.habits.replied(actor.id);
      return done(say.tickets.replied(id, requester));
    },
    /** Words for a ticket that went into another go there too. */
    async comment({ ticket: id, words }, context) {
      const target = await merging.goesOnIn(id, context.now);
      const say = (each: Ticket) => transition.comment(each, typed(context), house, words);
      const ticket = await room
        .reopening(target, context, say)
        .catch((error: unknown) => notTaken(error, id, target, context));
      if ('kind' in ticket) return ticket;
      const own = ticket.requester.id === context.actor.id;
      return ticket.state === 'closed' && own ? followUp(ticket, context) : added(ticket, context);
    },
    /** The words are taken back FIRST; the question is saved by this delivery's origin, so that one that comes again asks it once. */
    async 'ask-instead'({ ticket: id, event }, context) {
      const said = transition.saidBy(byOf(context), await load(id, context), event);
      await change(id, context, (ticket, by) => transition.withdraw(ticket, by, event));
      const [read] = await ledger.readBack(id, [said]);
      return deps.ask(read?.whole?.['words'] ?? said.data.words, context);
    },
    async reopen({ ticket: id, reason }, context) {
      const before = await load(id, context);
      if (before.state === 'closed' && !before.merged && before.requester.id === context.actor.id)
        return followUp(before, context);
      await room.reopening(id, context, (ticket, by) => ending.reopen(ticket, by, house, reason));
      return done(context.say.tickets.reopened(id));
    },
  };
}
