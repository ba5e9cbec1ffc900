/** The form that asks for access. Pure. */
import type { Form, Viewer } from '../card.js';
import { type PartialCommand, LONGEST_TEXT } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import type { Catalogue } from './catalogue.js';

export function requestForm(
  draft: Extract<PartialCommand, { do: 'request-access' }>,
  catalogue: Catalogue,
  viewer: Viewer,
  say: Wording,
): Form {
  const words = say.access;
  const wanted = draft.entitlement === undefined ? undefined : catalogue.find(draft.entitlement);
  const longest = wanted?.maxHours ?? Math.max(...catalogue.entitlements.map(({ maxHours }) => maxHours));
  const hours = new Set([...catalogue.durations, ...(draft.hours ? [draft.hours] : [])]);
  return {
    for: viewer,
    title: words.formTitle,
    intro: words.formIntro,
    fields: [
      {
        kind: 'choice',
        name: 'entitlement',
        label: words.entitlement,
        choices: catalogue.entitlements.map(({ id, title, maxHours }) => ({
          value: id,
          label: words.choice(title, maxHours),
        })),
        ...(wanted ? { value: wanted.id } : {}),
      },
      {
        kind: 'choice',
        name: 'hours',
        label: words.hours,
        choices: [...hours]
          .filter((each) => each <= longest)
          .toSorted((a, b) => a - b)
          .map((each) => ({ value: String(each), label: words.duration(each) })),
        ...(draft.hours && draft.hours <= longest ? { value: String(draft.hours) } : {}),
      },
      {
        kind: 'paragraph',
        name: 'reason',
        label: words.reason,
        hint: words.reasonHint,
        maxLength: LONGEST_TEXT,
        ...(draft.reason ? { value: draft.reason } : {}),
      },
    ],
    submit: words.submit,
    cancel: words.cancel,
    draft: { do: 'request-access' },
  };
}
