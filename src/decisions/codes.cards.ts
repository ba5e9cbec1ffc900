/** A one-time code as its approver sees it, and the form in which they enter it. Pure. */
import { bold, type Card, type Form, type Viewer } from '../card.js';
import { form, line, paragraph } from '../fields.js';
import type { PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';

type Sent = { subject: string; title: string; code: string; on: 'slack' | 'teams' };

export const codeCard = ({ subject, title, code, on }: Sent, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.approvals.codeTitle(subject),
  parts: [
    { kind: 'text', text: [bold(code)] },
    { kind: 'text', text: say.approvals.codeFor(subject, title, on) },
    { kind: 'note', text: say.approvals.codeNotYou(on) },
  ],
});

export const spentCard = (subject: string, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.approvals.codeTitle(subject),
  parts: [{ kind: 'note', text: say.approvals.codeOver }],
});

type Draft = Extract<PartialCommand, { do: 'approve' }>;

/** @param draft what the approver has pressed, and where the code was `sent`. */
export function codeForm(draft: Draft & { sent: 'slack' | 'teams' }, viewer: Viewer, say: Wording): Form {
  const { codeFormTitle, codeIntro, codeField, codeHint, commentField, conditionField, conditionHint, approve } =
    say.approvals;
  const { code: _, ...known } = draft;
  return form(viewer, say, {
    title: codeFormTitle,
    intro: codeIntro(draft.sent),
    fields: [
      line('code', codeField, undefined, { maxLength: 7, hint: codeHint }),
      paragraph('comment', commentField, draft.comment, { optional: true }),
      paragraph('condition', conditionField, draft.condition, { hint: conditionHint, optional: true }),
    ],
    submit: approve,
    draft: known,
  });
}
