/** Draws a Form as the card of a dialog, and reads what comes back from it. */
import { carriedBy, type Field, type Form, type Text } from '../../src/card.js';
import type { Problem } from '../../src/reply.js';
import { wording, type Wording } from '../../src/language/wording.js';
import { adaptiveCard, type AdaptiveCard, type Element, type Input } from './elements.js';
import { blocks, inert, type Style } from './text.js';

/**
 * The dialog's card: fields with their values, each problem beneath the field it is about. `as.form` names this one
 * dialog, so that it is known when it is sent twice.
 */
export function renderForm(
  form: Form,
  problems: readonly Problem[] = [],
  as: { form?: string; replaces?: string } = {},
): AdaptiveCard {
  const say = wording[form.for.lang].common;
  const write = (text: Text, style: Style = {}) => blocks(text, form.for, () => undefined, [], style);
  const names = new Set(form.fields.map(({ name }) => name));
  const elsewhere = problems.filter(({ field }) => !names.has(field)).map(({ message }) => message);
  const body = [
    ...(problems.length > 0 ? write([say.sendAgain, ...elsewhere.map((each) => `\n${each}`)], wrong) : []),
    ...(form.intro ? write(form.intro) : []),
    ...form.fields.flatMap((field) => [
      ...inputs(field, say),
      ...(field.hint ? write([field.hint], { isSubtle: true, size: 'small' }) : []),
      ...problems.filter((problem) => problem.field === field.name).flatMap(({ message }) => write([message], wrong)),
    ]),
  ];
  return adaptiveCard(body, {
    actions: [
      {
        type: 'Action.Submit',
        title: form.submit,
        style: 'positive',
        data: { deskhand: { draft: carriedBy(form), ...as } },
      },
    ],
  });
}

const wrong: Style = { color: 'attention', weight: 'bolder' };

function inputs(field: Field, say: Wording['common']): Element[] {
  const common = (
    id: string,
    value: string | undefined,
    label = field.label,
  ): Pick<Input, 'id' | 'label' | 'isRequired' | 'errorMessage' | 'value'> => ({
    id,
    label: inert(label),
    isRequired: !field.optional,
    ...(field.optional ? {} : { errorMessage: say.sendAgain }),
    ...(value ? { value } : {}),
  });
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return [
        {
          type: 'Input.Text',
          ...common(field.name, field.value),
          isMultiline: field.kind === 'paragraph',
          maxLength: field.maxLength,
          ...(field.placeholder ? { placeholder: inert(field.placeholder) } : {}),
        },
      ];
    case 'choice':
    case 'several':
      return [
        {
          type: 'Input.ChoiceSet',
          ...common(field.name, field.value),
          choices: field.choices.map(({ value, label }) => ({ title: inert(label), value })),
          ...(field.kind === 'several' ? { isMultiSelect: true, style: 'expanded', wrap: true } : {}),
        },
      ];
    case 'moment': {
      const [date, time] = field.value?.split('T') ?? [];
      return [
        { type: 'Input.Date', ...common(`${field.name}${DATE}`, date) },
        { type: 'Input.Time', ...common(`${field.name}${TIME}`, time, say.time(field.label)), spacing: 'small' },
      ];
    }
  }
}

const DATE = '.date';
const TIME = '.time';

/** The values of a dialog's inputs by field; the two halves of a moment are one `YYYY-MM-DDTHH:MM`. */
export function readValues(data: Record<string, unknown>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [id, value] of Object.entries(data)) {
    if (typeof value !== 'string') continue;
    if (id.endsWith(TIME)) continue;
    if (!id.endsWith(DATE)) {
      values[id] = value;
      continue;
    }
    const name = id.slice(0, -DATE.length);
    const time = data[`${name}${TIME}`];
    values[name] = typeof time === 'string' && time && value ? `${value}T${time}` : value;
  }
  return values;
}
