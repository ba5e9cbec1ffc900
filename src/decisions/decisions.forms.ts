/** The forms in which an approver says why not, asks, or hands on, and the requester answers. Pure. */
import type { Step } from '../approvals/approval.js';
import type { Form, Viewer, Who } from '../card.js';
import { choice, form, line, paragraph } from '../fields.js';
import type { CommandOf, PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';

type Draft<D extends PartialCommand['do']> = Partial<CommandOf<D>> & { subject: string };

export const rejectForm = (draft: Draft<'reject'>, viewer: Viewer, say: Wording): Form =>
  form(viewer, say, {
    title: say.approvals.rejectTitle,
    intro: say.approvals.rejectIntro(draft.subject),
    fields: [paragraph('reason', say.approvals.reason, draft.reason, { hint: say.approvals.rejectHint })],
    submit: say.approvals.rejectSubmit,
    draft: { ...draft, do: 'reject' },
  });

export function approveForm(draft: Draft<'approve'>, viewer: Viewer, say: Wording): Form {
  const { decideTitle, commentField, conditionField, conditionHint: hint, approve: submit } = say.approvals;
  return form(viewer, say, {
    title: decideTitle,
    fields: [
      paragraph('comment', commentField, draft.comment, { optional: true }),
      paragraph('condition', conditionField, draft.condition, { hint, optional: true }),
    ],
    submit,
    draft: { ...draft, do: 'approve' },
  });
}

const personLine = (value: string | undefined, { approvals: { personField, personHint } }: Wording) =>
  line('to', personField, value, { hint: personHint, maxLength: 80 });

export const transferForm = (draft: Draft<'transfer'>, viewer: Viewer, say: Wording): Form =>
  form(viewer, say, {
    title: say.approvals.transferTitle,
    intro: say.approvals.transferIntro,
    fields: [personLine(draft.to, say), paragraph('reason', say.approvals.whyField, draft.reason, { optional: true })],
    submit: say.approvals.send,
    draft: { ...draft, do: 'transfer' },
  });

export const addForm = (draft: Draft<'add-approver'>, viewer: Viewer, say: Wording): Form =>
  form(viewer, say, {
    title: say.approvals.addTitle,
    fields: [
      personLine(draft.to, say),
      choice('place', say.approvals.placeField, say.approvals.places, draft.place ?? 'beside'),
    ],
    submit: say.approvals.send,
    draft: { ...draft, do: 'add-approver' },
  });

export const backForm = (draft: Draft<'send-back'>, steps: readonly Step[], viewer: Viewer, say: Wording): Form =>
  form(viewer, say, {
    title: say.approvals.backTitle,
    fields: [
      choice(
        'target',
        say.approvals.backField,
        steps.map(({ key, label }) => [key, say.approvals.step(label)] as const),
        draft.target ?? steps.at(-1)?.key,
      ),
      paragraph('reason', say.approvals.whyField, draft.reason),
    ],
    submit: say.approvals.send,
    draft: { ...draft, do: 'send-back' },
  });

export const copyForm = (draft: Draft<'copy-to'>, viewer: Viewer, say: Wording): Form =>
  form(viewer, say, {
    title: say.approvals.copyTitle,
    fields: [personLine(draft.to, say)],
    submit: say.approvals.send,
    draft: { ...draft, do: 'copy-to' },
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
    draft: { do: 'discuss', subject, ...(words ? { words } : {}) },
  });
}
