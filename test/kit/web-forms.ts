/** Forms of the playground as people see them and fill them in, on each of its two platforms. */
import { DateTime } from 'luxon';
import type { ShownForm } from './driver.js';
import type { InputBlock, View } from './slack-rules.js';
import { buttonsOf, elementsOf, type Json } from './teams-rules.js';

type Field = ShownForm['fields'][number];

const MOMENT = "yyyy-MM-dd'T'HH:mm";

const inputBlocks = (view: View) => view.blocks.filter((block): block is InputBlock => block.type === 'input');

export const modal = {
  titleOf: (view: View) => view.title.text,

  fieldsOf: (view: View, zone: string): Field[] =>
    inputBlocks(view).map(({ block_id: name = '', label: { text: label }, element }) => {
      if (element.type === 'static_select') {
        const choices = element.options.map(({ value, text }) => ({ value, label: text.text }));
        return { name, label, value: element.initial_option?.value ?? '', choices };
      }
      if (element.type === 'multi_static_select') {
        const choices = element.options.map(({ value, text }) => ({ value, label: text.text }));
        return { name, label, value: (element.initial_options ?? []).map(({ value }) => value).join(','), choices };
      }
      if (element.type === 'plain_text_input') return { name, label, value: element.initial_value ?? '' };
      const at = element.initial_date_time;
      return { name, label, value: at === undefined ? '' : DateTime.fromSeconds(at, { zone }).toFormat(MOMENT) };
    }),

  /** What Slack would send for the view with these values. */
  sent(view: View, values: Record<string, string>, zone: string): object {
    const answers = inputBlocks(view).map(({ block_id: name = '', element }) => {
      const value = values[name] ?? '';
      if (element.type === 'static_select') return [name, { value: { selected_option: value ? { value } : null } }];
      if (element.type === 'multi_static_select') {
        const chosen = value.split(',').filter(Boolean);
        return [name, { value: { selected_options: chosen.map((each) => ({ value: each })) } }];
      }
      if (element.type === 'plain_text_input') return [name, { value: { value: value || null } }];
      const at = DateTime.fromFormat(value, MOMENT, { zone });
      return [name, { value: { selected_date_time: at.isValid ? at.toUnixInteger() : null } }];
    });
    const { private_metadata } = view as View & { private_metadata?: string };
    return { id: 'view', private_metadata, state: { values: Object.fromEntries(answers) } };
  },
};

export type DialogView = { title: string; card: Json };

const inputs = ({ card }: DialogView) => elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'));

export const dialog = {
  titleOf: ({ title }: DialogView) => title,

  fieldsOf: (view: DialogView): Field[] =>
    inputs(view).flatMap(({ id, label, value = '', choices }, index, all) => {
      const [, name = String(id), half] = /^(.*)\.(date|time)$/.exec(String(id)) ?? [];
      if (half === 'time') return [];
      const time = half && all[index + 1]?.['value'];
      const options = (choices as { title: string; value: string }[] | undefined)?.map((choice) => ({
        value: choice.value,
        label: choice.title,
      }));
      return [
        {
          name,
          label: String(label),
          value: [value, time].filter(Boolean).join('T'),
          ...(options ? { choices: options } : {}),
        },
      ];
    }),

  /** What Teams would send for the dialog with these values. */
  sent(view: DialogView, values: Record<string, string>): object {
    const filled = inputs(view).map(({ id }) => {
      const [, name = String(id), half] = /^(.*)\.(date|time)$/.exec(String(id)) ?? [];
      const value = values[name] ?? '';
      return [id, half ? (value.split('T')[half === 'date' ? 0 : 1] ?? '') : value];
    });
    return { ...Object.fromEntries(filled), ...(buttonsOf(view.card)[0]?.['data'] as object) };
  },
};
