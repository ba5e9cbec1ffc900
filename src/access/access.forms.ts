/** The forms that ask for access, and change what was asked. Pure. */
import { UNSEEN } from '../approvals/approvals.forms.js';
import type { Form, Text, Viewer } from '../card.js';
import { choice, form, line, paragraph } from '../fields.js';
import type { CommandOf, PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Exception, Listed } from './access.js';
import type { Catalogue, Entitlement } from './catalogue.js';

/** How many smaller choices are named. */
const NAMED = 2;

/** What is worth knowing before a request is sent: what it lets people do, what of it they hold, and what would do. */
export function hintsFor(entitlement: Entitlement, held: readonly Listed[], catalogue: Catalogue, say: Wording): Text {
  const words = say.access;
  const { id } = entitlement;
  const { description, brings } = catalogue.meaningOf(entitlement);
  const holding = held.find(
    (one) => one.state === 'active' && one.entitlement !== id && catalogue.coversOf(one.entitlement).has(id),
  );
  const smaller = catalogue.smaller(entitlement).slice(0, NAMED);
  return [
    ...(description ? [words.name(description), '\n'] : []),
    ...(brings.length > 0 ? [...words.brings(brings), '\n'] : []),
    ...(holding ? [...words.holdsAlready(holding._id, holding.title, holding.lease?.until), '\n'] : []),
    ...(smaller.length > 0 ? [...words.smallerDoes(smaller.map(({ title }) => title)), '\n'] : []),
  ];
}

/** Asks people who set it up or took it away by hand what they did. */
export const handForm = (request: string, viewer: Viewer, say: Wording, evidence?: string): Form =>
  form(viewer, say, {
    title: request,
    fields: [paragraph('evidence', say.access.handDone, evidence, { hint: say.access.handHint })],
    submit: say.access.handSend,
    draft: { do: 'confirm-access', request },
  });

/**
 * @param exception of the separation of duties that it would be: then it also asks what watches over it.
 */
export function requestForm(
  draft: Omit<Extract<PartialCommand, { do: 'request-access' }>, 'do'>,
  { entitlements, durations, find }: Catalogue,
  viewer: Viewer,
  say: Wording,
  exception?: Exception,
): Form {
  const words = say.access;
  const wanted = draft.entitlement === undefined ? undefined : find(draft.entitlement);
  const longest = wanted?.maxHours ?? Math.max(...entitlements.map(({ maxHours }) => maxHours));
  const hours = [...new Set([...durations, ...(draft.hours ? [draft.hours] : [])])]
    .filter((each) => each <= longest)
    .toSorted((a, b) => a - b);
  const offered = entitlements.map(({ id, title, maxHours }) => [id, words.choice(title, maxHours)] as const);
  const lengths = hours.map((each) => [String(each), words.duration(each)] as const);
  return form(viewer, say, {
    title: words.formTitle,
    intro: exception ? words.exceptionIntro(exception.beside.title, exception.beside.id) : words.formIntro,
    fields: [
      choice('entitlement', words.entitlement, offered, wanted?.id),
      choice('hours', words.hours, lengths, draft.hours && draft.hours <= longest ? String(draft.hours) : undefined),
      paragraph('reason', words.reason, draft.reason, { hint: words.reasonHint }),
      line('ticket', words.ticket, draft.ticket, { hint: words.ticketHint, optional: true }),
      ...(exception ? [paragraph('control', words.control, draft.control, { hint: words.controlHint })] : []),
    ],
    submit: words.submit,
    draft: { do: 'request-access', seen: UNSEEN, ...given(draft) },
  });
}

/** The same, for more time of what is held. */
export const extendForm = (asked: Form, { _id, lease }: Listed, say: Wording): Form => ({
  ...asked,
  title: say.access.extendTitle(_id),
  intro: say.access.extendIntro(lease!.until),
});

/** What was said of it already, for a form that opens by a button. */
const given = ({ entitlement, hours, reason, ticket }: Partial<CommandOf<'request-access'>>) => ({
  ...(entitlement ? { entitlement } : {}),
  ...(hours ? { hours } : {}),
  ...(reason ? { reason } : {}),
  ...(ticket ? { ticket } : {}),
});

/** The ticket is named once. */
const withoutTicket = (asked: Form): Form => ({
  ...asked,
  fields: asked.fields.filter(({ name }) => name !== 'ticket'),
});

export const editForm = (
  draft: Omit<CommandOf<'edit-request'>, 'do'>,
  catalogue: Catalogue,
  viewer: Viewer,
  say: Wording,
): Form => ({
  ...withoutTicket(requestForm(draft, catalogue, viewer, say)),
  title: say.access.editTitle(draft.request),
  submit: say.approvals.next,
  draft: { do: 'edit-request', request: draft.request, seen: UNSEEN },
});
