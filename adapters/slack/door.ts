/** A form where none can be opened: a button that opens it, and what was wrong with the one before. Pure. */
import { bold, type Card, type Form } from '../../src/card.js';
import type { PartialCommand } from '../../src/language/command.js';
import type { Answer } from '../../src/reply.js';
import { wording } from '../../src/language/wording.js';

/** Room for the rest of a `show-form` command in a button's 2000 characters. */
const DRAFT = 1900;

export function withProblems({ form, problems }: Extract<Answer, { kind: 'invalid' }>): Form {
  const labels = new Map(form.fields.map((field) => [field.name, field.label]));
  const list = problems.flatMap(({ field, message }) => ['\n', bold(labels.get(field) ?? field), ` ${message}`]);
  return { ...form, intro: [wording[form.for.lang].common.sendAgain, ...list] };
}

export function doorTo(form: Form): Card {
  const say = wording[form.for.lang].common;
  const draft = shrink(form.draft);
  return {
    for: form.for,
    title: form.title,
    parts: [
      { kind: 'text', text: [say.formReady] },
      ...(draft === form.draft ? [] : [{ kind: 'note', text: [say.cut] } as const]),
      { kind: 'buttons', buttons: [{ label: say.openForm, tone: 'primary', does: { do: 'show-form', draft } }] },
    ],
  };
}

/** Halves the longest text of a draft until a button can carry it; the person still has their own message. */
function shrink(draft: PartialCommand): PartialCommand {
  if (JSON.stringify(draft).length <= DRAFT) return draft;
  const texts = Object.entries(draft).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const [key, longest] = texts.reduce((a, b) => (JSON.stringify(b[1]).length > JSON.stringify(a[1]).length ? b : a));
  const half = longest.slice(0, Math.floor(longest.length / 2)).replace(/[\uD800-\uDBFF]$/, '');
  return shrink({ ...draft, [key]: half });
}
