/**
 * A form where none can open by itself: a card that says what the form would do, with a button that opens it. Once that
 * is done, the card gives way to what came of it. Pure.
 */
import { bold, buttons, type Button, type Card, type Field, type Form, type Part, type Text } from './card.js';
import type { PartialCommand } from './language/command.js';
import { wording } from './language/wording.js';
import type { Problem } from './reply.js';

/** Room for the rest of a `show-form` command in the 2,000 characters of a Slack button. */
export const LONGEST_DRAFT = 1900;

/** What the desk could not take of a form, field by field. */
export function problemsIn({ fields }: Form, problems: readonly Problem[]): Text {
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  return problems.flatMap(({ field, message }) => ['\n', bold(labels.get(field) ?? field), ` ${message}`]);
}

export function openerOf(form: Form, problems: readonly Problem[] = []): Card {
  const say = wording[form.for.lang].common;
  const draft = shrunk(form.draft);
  const isWhole = draft === form.draft;
  const open = (label: string): Button => ({ label, does: { do: 'show-form', draft } });
  const asIs = isWhole && problems.length === 0 ? form.asIs : undefined;
  const lead: Text = problems.length > 0 ? [say.sendAgain, ...problemsIn(form, problems)] : [say.formReady];
  return {
    for: form.for,
    title: form.title,
    passing: true,
    parts: [
      ...(form.intro ? [{ kind: 'text', text: form.intro } as const] : []),
      ...filledIn(form.fields),
      ...(asIs ? [] : [{ kind: 'text', text: lead } as const]),
      ...(isWhole ? [] : [{ kind: 'note', text: [say.cut] } as const]),
      ...(asIs
        ? buttons({ label: asIs, does: draft as Button['does'], tone: 'primary' }, open(say.change))
        : buttons({ ...open(say.openForm), tone: 'primary' })),
    ],
  };
}

/** What stands in the fields already: long words as they are, the rest beside its question. */
function filledIn(fields: readonly Field[]): Part[] {
  const filled = fields.flatMap((field) => (field.value ? [{ field, value: field.value }] : []));
  const facts = filled.flatMap(({ field, value }) =>
    field.kind === 'paragraph' ? [] : [{ label: field.label, value: [shownAs(field, value)] }],
  );
  return [
    ...filled.flatMap(({ field, value }) =>
      field.kind === 'paragraph' ? [{ kind: 'quote', text: value } as const] : [],
    ),
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
  ];
}

function shownAs(field: Field, value: string): string {
  if (field.kind === 'moment') return value.replace('T', ' ');
  if (field.kind !== 'choice' && field.kind !== 'several') return value;
  const labels = new Map(field.choices.map((each) => [each.value, each.label]));
  const values = field.kind === 'several' ? value.split(',') : [value];
  return values.map((each) => labels.get(each) ?? each).join(', ');
}

/** Halves the longest text of a draft until a button can carry it; the person still has their own message. */
function shrunk(draft: PartialCommand): PartialCommand {
  if (JSON.stringify(draft).length <= LONGEST_DRAFT) return draft;
  const texts = Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [key, longest] = texts.reduce((a, b) => (JSON.stringify(b[1]).length > JSON.stringify(a[1]).length ? b : a));
  const half = longest.slice(0, Math.floor(longest.length / 2)).replace(/[\uD800-\uDBFF]$/, '');
  return shrunk({ ...draft, [key]: half });
}
