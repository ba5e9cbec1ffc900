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
import { meantForRequester } from '../language/understand.js';
import type { ReadingOver } from './reading-over.js';
import { eventsOf, isOpen, isRequester, type By, type Ticket } from './ticket.js';
import type { Spoken } from './timeline.js';
import * as transition from './transitions.js';

type Commands = 'note' | 'reply' | 'send-note' | 'comment' | 'ask-instead' | 'reopen';

/** Comments are typed where everybody in the thread reads them; other words come from forms, which nobody else sees. */
const typed = (context: Context): By => ({
  ...byOf(context),
  ...(context.filled ? { filled: true } : context.place?.thread ? { heard: context.place.thread } : {}),
  ...(context.files ? { files: context.files } : {}),
});

export function createTalk(
  room: Room,
  merging: Merging,
  deps: {
    templates: readonly Template[];
    readingOver: ReadingOver;
    forms: Pick<Forms, 'reply' | 'resolve' | 'wait'>;
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

  const wholeOf = async ({ _id }: Pick<Ticket, '_id'>, said: Spoken): Promise<string> =>
    (await ledger.readBack(_id, [said]))[0]?.whole?.['words'] ?? said.data.words;

  /** A note that begins with a verb may have been meant for the requester: the answer offers to send it. */
  function keptAsNote(ticket: Ticket, note: Spoken, { viewer, say }: Context): Reply | undefined {
    const { _id: id, requester } = ticket;
    const meant = meantForRequester(note.data.words, id);
    if (!meant || !isOpen(ticket)) return undefined;
    const { sendTo, resolveFor, holdFor } = say.tickets.button;
    const label = { reply: sendTo, resolve: resolveFor, wait: holdFor }[meant.do](requester.name);
    return card({
      for: viewer,
      title: say.tickets.keptAsNote(id),
      passing: true,
      parts: [
        { kind: 'text', text: say.tickets.notSent(requester) },
        ...buttons(button(label, { do: 'send-note', ticket: id, event: note.id }, 'primary')),
      ],
    });
  }

  /** In a person's own chat it might have been a new question: the answer offers to take the words back. */
  function added(ticket: Ticket, context: Context): Reply {
    const { viewer, say, place, origin } = context;
    const said = eventsOf(ticket).find((event) => event.origin === origin);
    if (said?.what === 'noted') return keptAsNote(ticket, said, context) ?? done(say.tickets.noted(ticket._id));
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
    async note({ ticket: id, text, to }, context) {
      await change(id, context, (ticket, by) => transition.note(ticket, by, house, text, to));
      return done(context.say.tickets.noted(id));
    },
    /** What an agent types first, and the words of a template, are shown before they are sent; forms have been read over. */
    async reply({ ticket: id, text, template: chosen, checked }, context) {
      const { say, actor } = context;
      const before = await load(id, context);
      const template = deps.templates.find((each) => each.id === chosen);
      if (chosen && !template) throw new Refusal(() => say.work.noSuchTemplate(chosen));
      const lang = directory.person(before.requester.id)?.lang ?? 'en';
      const words = [template && filledIn(template, before, actor.name, lang), text].filter(Boolean).join('\n\n');
      if (!words) throw new Refusal(() => say.work.nothingToSay);
      const filled = () => deps.forms.reply({ do: 'reply', ticket: id, text: words }, context);
      const unread = template
        ? deps.readingOver.ofTemplate(before, await filled(), context)
        : await deps.readingOver.first(before, checked, filled, context);
      if (unread) return unread;
      const { requester } = await change(id, context, (ticket, by) => transition.reply(ticket, by, house, words));
      await deps.readingOver.sent(checked, context);
      return done(say.tickets.replied(id, requester));
    },
    /** The label of the button names the requester, so the words are sent at once; what ends or holds the work asks more. */
    async 'send-note'({ ticket: id, event }, context) {
      const ticket = await load(id, context);
      const note = eventsOf(ticket).find((each) => each.id === event);
      const meant = note?.what === 'noted' ? meantForRequester(await wholeOf(ticket, note), id) : undefined;
      if (note?.what !== 'noted' || !meant) throw new Refusal((say) => say.general.wrongCommand);
      if (note.by !== context.actor.id) throw new Refusal((say) => say.tickets.otherNote(note.data.who));
      if (meant.do === 'resolve') return form(await deps.forms.resolve(meant, context));
      if (meant.do === 'wait') return form(await deps.forms.wait(meant, context));
      const words = meant.text ?? '';
      const { requester } = await change(id, context, (each, by) => transition.reply(each, by, house, words, event));
      return done(context.say.tickets.replied(id, requester));
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
      return deps.ask(await wholeOf({ _id: id }, said), context);
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
