/** The form in which an approver says why not. Pure. */
import type { Form, Viewer } from '../card.js';
import { form, paragraph } from '../fields.js';
import type { CommandOf } from '../language/command.js';
import type { Wording } from '../language/wording.js';

type Reject = CommandOf<'reject'>;

export const rejectForm = (
  { subject, step, of, reason }: Partial<Reject> & Pick<Reject, 'subject' | 'step'>,
  viewer: Viewer,
  say: Wording,
): Form =>
  form(viewer, say, {
    title: say.approvals.rejectTitle,
    intro: say.approvals.rejectIntro(subject),
    fields: [paragraph('reason', say.approvals.reason, reason, { hint: say.approvals.rejectHint })],
    submit: say.approvals.rejectSubmit,
    draft: { do: 'reject', subject, step, ...(of ? { of } : {}) },
  });
