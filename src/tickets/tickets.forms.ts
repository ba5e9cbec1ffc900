/** The forms of the ticket room; what the draft knows already is filled in. */
import { bold, type Field, type Lang, type Text, type Who } from '../card.js';
import type { Context, Forms } from '../context.js';
import { choice, formsAbout, line, named, paragraph } from '../fields.js';
import { LONGEST_TEXT, LONGEST_TITLE, type PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Suggested } from '../classification/triage.js';
import type { Directory } from '../people.js';
import type { Sla } from '../sla/policy.js';
import type { Template } from './policy.js';
import { isFinal } from './rating.js';
import { Refusal } from '../refusal.js';
import { isRequester, type Attempt, type Source, type Ticket } from './ticket.js';

/**
 * What a ticket takes along from the question, or the reported message, that it grew out of. Only those in `by` may open
 * it from there.
 */
export type Asked = {
  words: string;
  by: readonly string[];
  /** The articles that the desk offered before. */
  attempts?: readonly Attempt[];
  /** For whom the ticket is, and in which group, when not for the person who opens it. */
  requester?: string;
  group?: string;
} & Partial<Source>;

/** The attempts, with the one that was followed without success. */
export const attemptsOf = (attempts: readonly Attempt[], tried: string | undefined): Attempt[] =>
  attempts.map((each) => (each.article === tried ? { ...each, how: 'failed' } : each));

/** A question as a ticket's title and details: one line of at most 150 characters, and the whole where that cuts. */
function fromQuestion(
  { words, attempts = [] }: Asked,
  tried: string | undefined,
  say: Wording,
): { title: string; details: string } {
  const line = words.replace(/\s+/g, ' ').trim();
  const cut = line.length > LONGEST_TITLE;
  const before = attemptsOf(attempts, tried).flatMap(({ title, how }) =>
    how === 'failed' ? say.tickets.triedBefore(title) : how === 'read' ? say.tickets.fromQuestion(title) : [],
  );
  return {
    title: cut ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line,
    details: [cut || line !== words.trim() ? words : '', ...before].filter(Boolean).join('\n\n').slice(0, LONGEST_TEXT),
  };
}

/** What a ticket can be about, where the policy names that. */
export const categories = (
  sla: Pick<Sla, 'categories'>,
  label: string,
  value: string | undefined,
  lang: Lang,
  more: { optional?: boolean } = {},
): Field[] => (sla.categories.length > 0 ? [choice('category', label, named(sla.categories, lang), value, more)] : []);

/**
 * Builds forms about the ticket that their draft names; each says at its head which one that is.
 * @param load throws a Refusal when it may not be seen
 */
export function formsAboutTicket(load: (id: string, context: Context) => Promise<Ticket>) {
  type Draft = PartialCommand & { ticket?: string };
  const about = formsAbout((draft: { ticket?: string }, context) => load(draft.ticket ?? '', context));
  return <D extends Draft>(shape: Parameters<typeof about<D>>[0]) =>
    about<D>((draft, say, ticket, context) => {
      const { title, intro = [], ...rest } = shape(draft, say, ticket, context);
      const head: Text = [bold(ticket.title), ...(intro.length > 0 ? ['\n', ...intro] : [])];
      return { ...rest, title: say.tickets.form.about(ticket._id, title), intro: head };
    });
}

/** Working hours that a form offers, as far as the policy allows. */
const snoozes = [0.5, 1, 2, 4, 8, 16];

export function createTicketForms(deps: {
  /** @throws Refusal when this person may not see the ticket. */
  load(id: string, context: Context): Promise<Ticket>;
  question(id: string): Promise<Asked | undefined>;
  /** The ticket that grew out of this question. */
  openedFrom(question: string): Promise<string | undefined>;
  templates: readonly Template[];
  sla: Pick<Sla, 'categories' | 'snooze'>;
  suggest(words: string): Suggested;
  isAgent: Directory['isAgent'];
  colleague: Directory['person'];
}): Forms<
  'open-ticket' | 'note' | 'reply' | 'comment' | 'resolve' | 'reopen' | 'escalate' | 'snooze' | 'need-help' | 'rate'
> {
  const about = formsAboutTicket(deps.load);
  const growing = formsAbout(
    async ({ question, follows }: { question?: string | undefined; follows?: string | undefined }, context) => {
      const asked = question ? await deps.question(question) : undefined;
      const grown = question && asked?.by.includes(context.actor.id) ? await deps.openedFrom(question) : undefined;
      if (grown) throw new Refusal((say) => say.tickets.alreadyOpen(grown));
      return { asked, before: follows ? await deps.load(follows, context) : undefined };
    },
  );
  const introduced = (id: string | undefined, intro: (colleague: Who) => Text) => {
    const colleague = id === undefined ? undefined : deps.colleague(id);
    return colleague ? { intro: intro(colleague) } : {};
  };
  return {
    'open-ticket': growing((draft, say, { asked, before }, { actor, viewer }) => {
      const words = say.tickets.form;
      const known = asked?.by.includes(actor.id) ? fromQuestion(asked, draft.tried, say) : undefined;
      const title = draft.title ?? known?.title ?? before?.title;
      const details = draft.details ?? known?.details;
      const suggested = before ?? (title ? deps.suggest(`${title} ${details ?? ''}`) : {});
      const { requester, requesterHint } = say.work.form;
      const forOther = { maxLength: 80, optional: true, hint: requesterHint };
      return {
        title: words.openTitle,
        submit: words.openSubmit,
        fields: [
          line('title', words.title, title),
          paragraph('details', words.details, details, { hint: words.detailsHint, optional: true }),
          choice('impact', words.impact, words.impacts, draft.impact ?? suggested.impact ?? 'low'),
          choice('urgency', words.urgency, words.urgencies, draft.urgency ?? suggested.urgency),
          ...categories(deps.sla, words.category, draft.category ?? suggested.category, viewer.lang),
          ...(deps.isAgent(actor) && !draft.question ? [line('requester', requester, draft.requester, forOther)] : []),
        ],
      };
    }),
    note: about((draft, { tickets: { form: words } }) => ({
      title: words.noteTitle,
      ...introduced(draft.to, words.noteFor),
      submit: words.save,
      fields: [paragraph('text', words.noteText, draft.text)],
    })),
    reply: about((draft, { tickets: { form: words }, work }, { requester }, { viewer }) => {
      const templates = named(deps.templates, viewer.lang);
      const filled = deps.templates.length > 0 ? { optional: true } : {};
      return {
        title: words.replyTitle,
        intro: words.replyIntro(requester),
        submit: words.send,
        fields: [
          paragraph('text', words.replyText, draft.text, filled),
          ...(deps.templates.length > 0
            ? [choice('template', work.form.template, templates, draft.template, { optional: true })]
            : []),
        ],
        draft: { ...draft, checked: 'yes' },
      };
    }),
    comment: about((draft, { tickets: { form: words } }) => ({
      title: words.commentTitle,
      submit: words.send,
      fields: [paragraph('words', words.commentText, draft.words)],
    })),
    resolve: about((draft, { tickets: { form: words, button } }, ticket, { actor }) => ({
      title: words.resolveTitle,
      submit: button.resolve,
      fields: [
        paragraph('summary', words.resolveText, draft.summary, {
          hint: isRequester(actor, ticket) ? words.solvedHint : words.resolveHint,
        }),
      ],
      ...(isRequester(actor, ticket)
        ? {}
        : { intro: words.replyIntro(ticket.requester), draft: { ...draft, checked: 'yes' } }),
    })),
    reopen: about((draft, { tickets: { form: words, button } }) => ({
      title: words.reopenTitle,
      submit: button.reopen,
      fields: [paragraph('reason', words.reopenText, draft.reason, { optional: true })],
    })),
    escalate: about((draft, { tickets: { form: words, button } }) => ({
      title: words.escalateTitle,
      submit: button.escalate,
      fields: [paragraph('reason', words.escalateText, draft.reason, { hint: words.escalateHint })],
    })),
    snooze: about((draft, { reminders: { form: words }, sla, tickets }) => {
      const offered = snoozes.filter((hours) => hours * 3600 <= deps.sla.snooze);
      const lengths = offered.map((hours) => [String(hours), sla.length(hours * 3600)] as const);
      return {
        title: words.snoozeTitle,
        submit: tickets.form.save,
        fields: [
          choice('hours', words.hours, lengths, draft.hours ? String(draft.hours) : undefined),
          paragraph('reason', words.snooze, draft.reason, { hint: words.snoozeHint }),
        ],
      };
    }),
    'need-help': about((draft, { reminders: { form: words }, tickets }) => ({
      title: words.helpTitle,
      submit: tickets.form.send,
      fields: [paragraph('reason', words.help, draft.reason, { hint: words.helpHint })],
    })),
    /** A rating that stands is refused before its reason is written. */
    rate: about((draft, { rating: words }, { resolution }, { now }) => {
      const given = resolution?.rating;
      if (given && isFinal(given, now)) throw new Refusal((say) => say.rating.alreadyRated(given.score, given.at));
      const scores = Object.fromEntries(words.scores.map((label, index) => [String(index + 1), label]));
      return {
        title: words.formTitle,
        submit: words.send,
        fields: [
          choice('score', words.score, scores, draft.score ? String(draft.score) : undefined),
          paragraph('comment', words.comment, draft.comment, { optional: true }),
        ],
      };
    }),
  };
}
