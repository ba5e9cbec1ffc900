/** The forms that open and finish a change. Pure. */
import type { Form, Viewer } from '../card.js';
import { type PartialCommand, LONGEST_TEXT } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { ChangePolicy } from './policy.js';

const valued = (value: string | undefined) => (value ? { value } : {});

export function openForm(
  draft: Extract<PartialCommand, { do: 'open-change' }>,
  policy: ChangePolicy,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.changes;
  const paragraph = { kind: 'paragraph', maxLength: LONGEST_TEXT } as const;
  return {
    for: viewer,
    title: words.formTitle,
    intro: words.formIntro,
    fields: [
      { kind: 'line', name: 'title', label: words.titleField, maxLength: 150, ...valued(draft.title) },
      {
        kind: 'choice',
        name: 'type',
        label: words.typeField,
        choices: policy.types.map(({ id, name }) => ({ value: id, label: words.typeName(name) })),
        ...valued(draft.type ?? (policy.types.some(({ id }) => id === 'normal') ? 'normal' : undefined)),
      },
      {
        kind: 'choice',
        name: 'risk',
        label: words.riskField,
        choices: (['low', 'medium', 'high'] as const).map((value) => ({ value, label: words.risks[value] })),
        ...valued(draft.risk),
      },
      { ...paragraph, name: 'plan', label: words.planField, hint: words.planHint, ...valued(draft.plan) },
      {
        ...paragraph,
        name: 'rollback',
        label: words.rollbackField,
        hint: words.rollbackHint,
        ...valued(draft.rollback),
      },
      { kind: 'moment', name: 'starts', label: words.startsField, ...valued(draft.starts) },
      { kind: 'moment', name: 'ends', label: words.endsField, ...valued(draft.ends) },
    ],
    submit: words.submit,
    cancel: words.cancel,
    draft: { do: 'open-change' },
  };
}

export function finishForm(
  draft: Extract<PartialCommand, { do: 'finish-change' }>,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.changes;
  return {
    for: viewer,
    title: words.finishTitle,
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: words.outcomeField,
        choices: (['done', 'rolled-back'] as const).map((value) => ({ value, label: words.outcomes[value] })),
        value: draft.outcome ?? 'done',
      },
      {
        kind: 'paragraph',
        name: 'summary',
        label: words.summaryField,
        hint: words.summaryHint,
        maxLength: LONGEST_TEXT,
        ...valued(draft.summary),
      },
    ],
    submit: words.finishSubmit,
    cancel: words.cancel,
    draft: { do: 'finish-change', ...(draft.change ? { change: draft.change } : {}) },
  };
}
