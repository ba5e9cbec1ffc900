/** The forms of the ticket room; what the draft knows already is filled in. */
import type { Context, Forms } from '../context.js';
import { LONGEST_TEXT } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import { choice, form, line, LONGEST_TITLE, paragraph } from './fields.js';
import type { Suggested } from '../learning/triage.js';
import type { Directory } from '../people.js';
import type { Sla } from '../sla/policy.js';
import type { Template } from './policy.js';
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
  /** For whom the ticket is, and in which group, when not for whoever opens it. */
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

/** Working hours that a form offers, as far as the policy allows. */
const snoozes = [0.5, 1, 2, 4, 8, 16];

export function createTicketForms(deps: {
  /** @throws Refusal when this person may not see the ticket. */
  load(id: string, context: Context): Promise<Ticket>;
  question(id: string): Promise<Asked | undefined>;
  templates: readonly Template[];
  sla: Pick<Sla, 'categories' | 'snooze'>;
  suggest(words: string): Suggested;
  isAgent: Directory['isAgent'];
}): Forms<
  'open-ticket' | 'note' | 'reply' | 'comment' | 'resolve' | 'reopen' | 'escalate' | 'snooze' | 'need-help' | 'rate'
> {
  const about = (draft: { ticket?: string }, context: Context) => deps.load(draft.ticket ?? '', context);
  return {
    async 'open-ticket'(draft, context) {
      const { actor, viewer, say } = context;
      const words = say.tickets.form;
      const asked = draft.question ? await deps.question(draft.question) : undefined;
      const known = asked?.by.includes(actor.id) ? fromQuestion(asked, draft.tried, say) : undefined;
      const before = draft.follows ? await deps.load(draft.follows, context) : undefined;
      const title = draft.title ?? known?.title ?? before?.title;
      const details = draft.details ?? known?.details;
      const suggested = before ?? (title ? deps.suggest(`${title} ${details ?? ''}`) : {});
      const categories = deps.sla.categories.map(({ id, name }) => [id, name[viewer.lang]]);
      const forOthers = deps.isAgent(actor) && !draft.question;
      return form(viewer, say, {
        title: words.openTitle,
        submit: words.openSubmit,
        fields: [
          line('title', words.title, LONGEST_TITLE, title),
          paragraph('details', words.details, details, {
            hint: words.detailsHint,
            optional: true,
          }),
          choice('impact', words.impact, words.impacts, draft.impact ?? 'low'),
          choice('urgency', words.urgency, words.urgencies, draft.urgency ?? suggested.urgency),
          ...(categories.length > 0
            ? [choice('category', words.category, Object.fromEntries(categories), draft.category ?? suggested.category)]
            : []),
          ...(forOthers
            ? [
                {
                  ...line('requester', say.work.form.requester, 80, draft.requester, undefined, true),
                  hint: say.work.form.requesterHint,
                },
              ]
            : []),
        ],
        draft,
      });
    },
    async note(draft, context) {
      const { viewer, say } = context;
      const words = say.tickets.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.noteTitle,
        submit: words.save,
        fields: [paragraph('text', words.noteText, draft.text)],
        draft,
      });
    },
    async reply(draft, context) {
      const { viewer, say } = context;
      const words = say.tickets.form;
      const { requester } = await about(draft, context);
      const templates = Object.fromEntries(deps.templates.map(({ id, name }) => [id, name[viewer.lang]]));
      return form(viewer, say, {
        title: words.replyTitle,
        intro: words.replyIntro(requester),
        submit: words.send,
        fields: [
          {
            ...paragraph('text', words.replyText, draft.text),
            ...(deps.templates.length > 0 ? { optional: true } : {}),
          },
          ...(deps.templates.length > 0
            ? [{ ...choice('template', say.work.form.template, templates, draft.template), optional: true }]
            : []),
        ],
        draft: { ...draft, checked: 'yes' },
      });
    },
    async comment(draft, context) {
      const { viewer, say } = context;
      const words = say.tickets.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.commentTitle,
        submit: words.send,
        fields: [paragraph('words', words.commentText, draft.words)],
        draft,
      });
    },
    async resolve(draft, context) {
      const { actor, viewer, say } = context;
      const words = say.tickets.form;
      const hint = isRequester(actor, await about(draft, context)) ? words.solvedHint : words.resolveHint;
      return form(viewer, say, {
        title: words.resolveTitle,
        submit: say.tickets.button.resolve,
        fields: [paragraph('summary', words.resolveText, draft.summary, { hint })],
        draft,
      });
    },
    async reopen(draft, context) {
      const { viewer, say } = context;
      const words = say.tickets.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.reopenTitle,
        submit: say.tickets.button.reopen,
        fields: [paragraph('reason', words.reopenText, draft.reason, { optional: true })],
        draft,
      });
    },
    async escalate(draft, context) {
      const { viewer, say } = context;
      const words = say.tickets.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.escalateTitle,
        submit: say.tickets.button.escalate,
        fields: [paragraph('reason', words.escalateText, draft.reason, { hint: words.escalateHint })],
        draft,
      });
    },
    async snooze(draft, context) {
      const { viewer, say } = context;
      const words = say.reminders.form;
      await about(draft, context);
      const offered = snoozes.filter((hours) => hours * 3600 <= deps.sla.snooze);
      const labels = Object.fromEntries(offered.map((hours) => [String(hours), say.sla.length(hours * 3600)]));
      return form(viewer, say, {
        title: words.snoozeTitle,
        submit: say.tickets.form.save,
        fields: [
          choice('hours', words.hours, labels, draft.hours ? String(draft.hours) : undefined),
          paragraph('reason', words.snooze, draft.reason, { hint: words.snoozeHint }),
        ],
        draft,
      });
    },
    async 'need-help'(draft, context) {
      const { viewer, say } = context;
      const words = say.reminders.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.helpTitle,
        submit: say.tickets.form.send,
        fields: [paragraph('reason', words.help, draft.reason, { hint: words.helpHint })],
        draft,
      });
    },
    async rate(draft, context) {
      const { viewer, say } = context;
      const words = say.rating;
      await about(draft, context);
      const scores = Object.fromEntries(words.scores.map((label, index) => [String(index + 1), label]));
      return form(viewer, say, {
        title: words.formTitle,
        submit: words.send,
        fields: [
          choice('score', words.score, scores, draft.score ? String(draft.score) : undefined),
          paragraph('comment', words.comment, draft.comment, { optional: true }),
        ],
        draft,
      });
    },
  };
}
