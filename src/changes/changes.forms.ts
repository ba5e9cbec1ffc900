/** The forms that open, change and finish a change. Pure. */
import { UNSEEN } from '../approvals/approvals.forms.js';
import type { Form, Viewer } from '../card.js';
import { choice, form, line, paragraph } from '../fields.js';
import type { CommandOf, PartialCommand } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { ChangePolicy } from './policy.js';

const valued = (value: string | undefined) => (value ? { value } : {});

export function openForm(
  draft: Omit<Extract<PartialCommand, { do: 'open-change' }>, 'do'>,
  { types }: ChangePolicy,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.changes;
  const usual = types.find(({ id }) => id === 'normal')?.id;
  const named = types.map(({ id, name }) => [id, words.typeName(name)] as const);
  return form(viewer, say, {
    title: words.formTitle,
    intro: words.formIntro,
    fields: [
      line('title', words.titleField, draft.title),
      choice('type', words.typeField, named, draft.type ?? usual),
      choice('risk', words.riskField, words.risks, draft.risk),
      paragraph('plan', words.planField, draft.plan, { hint: words.planHint }),
      paragraph('rollback', words.rollbackField, draft.rollback, { hint: words.rollbackHint }),
      { kind: 'moment', name: 'starts', label: words.startsField, ...valued(draft.starts) },
      { kind: 'moment', name: 'ends', label: words.endsField, ...valued(draft.ends) },
    ],
    submit: words.submit,
    draft: { do: 'open-change', seen: UNSEEN },
  });
}

export const editForm = (
  draft: Omit<CommandOf<'edit-change'>, 'do'>,
  policy: ChangePolicy,
  viewer: Viewer,
  say: Wording,
): Form => ({
  ...openForm(draft, policy, viewer, say),
  title: say.changes.editTitle(draft.change),
  submit: say.approvals.next,
  draft: { do: 'edit-change', change: draft.change, seen: UNSEEN },
});

export function finishForm(
  draft: Extract<PartialCommand, { do: 'finish-change' }>,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.changes;
  return form(viewer, say, {
    title: words.finishTitle,
    fields: [
      choice('outcome', words.outcomeField, words.outcomes, draft.outcome ?? 'done'),
      paragraph('summary', words.summaryField, draft.summary, { hint: words.summaryHint }),
    ],
    submit: words.finishSubmit,
    draft: { do: 'finish-change', ...(draft.change ? { change: draft.change } : {}) },
  });
}
