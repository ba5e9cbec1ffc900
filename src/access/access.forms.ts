/** The forms that ask for access, and change what was asked. Pure. */
import { UNSEEN } from '../approvals/approvals.forms.js';
import type { Form, Viewer } from '../card.js';
import { choice, form, paragraph } from '../fields.js';
import type { CommandOf, PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Catalogue } from './catalogue.js';

export function requestForm(
  draft: Omit<Extract<PartialCommand, { do: 'request-access' }>, 'do'>,
  { entitlements, durations, find }: Catalogue,
  viewer: Viewer,
  say: Wording,
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
    intro: words.formIntro,
    fields: [
      choice('entitlement', words.entitlement, offered, wanted?.id),
      choice('hours', words.hours, lengths, draft.hours && draft.hours <= longest ? String(draft.hours) : undefined),
      paragraph('reason', words.reason, draft.reason, { hint: words.reasonHint }),
    ],
    submit: words.submit,
    draft: { do: 'request-access', seen: UNSEEN },
  });
}

export const editForm = (
  draft: Omit<CommandOf<'edit-request'>, 'do'>,
  catalogue: Catalogue,
  viewer: Viewer,
  say: Wording,
): Form => ({
  ...requestForm(draft, catalogue, viewer, say),
  title: say.access.editTitle(draft.request),
  submit: say.approvals.next,
  draft: { do: 'edit-request', request: draft.request, seen: UNSEEN },
});
