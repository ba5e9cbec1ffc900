/** The forms in which an approver says why not or asks, and the requester answers. Pure. */
import type { Form, Viewer, Who } from '../card.js';
import { form, paragraph } from '../fields.js';
import type { CommandOf } from '../language/command.js';
import type { Wording } from '../language/wording.js';

type Reject = CommandOf<'reject'>;

export const rejectForm = (
  { subject, step, of, reason }: Partial<Reject> & Pick<Reject, 'subject'>,
  viewer: Viewer,
  say: Wording,
): Form =>
  form(viewer, say, {
    title: say.approvals.rejectTitle,
    intro: say.approvals.rejectIntro(subject),
    fields: [paragraph('reason', say.approvals.reason, reason, { hint: say.approvals.rejectHint })],
    submit: say.approvals.rejectSubmit,
    draft: { do: 'reject', subject, ...(step ? { step } : {}), ...(of ? { of } : {}) },
  });

export function discussForm(
  { subject, words }: { subject: string; words?: string | undefined },
  { requester, own }: { requester: Who; own: boolean },
  viewer: Viewer,
  say: Wording,
): Form {
  const { askTitle, askIntro, askField, answerTitle, answerIntro, answerField, send: submit } = say.approvals;
  return form(viewer, say, {
    title: own ? answerTitle : askTitle,
    intro: own ? answerIntro(subject) : askIntro(subject, requester),
    fields: [paragraph('words', own ? answerField : askField, words)],
    submit,
    draft: { do: 'discuss', subject },
  });
}
