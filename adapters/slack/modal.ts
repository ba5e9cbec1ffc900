/** Forms as modals: a field's name is its block id, and the draft travels in the view's private metadata. */
import type { types } from '@slack/bolt';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { carriedBy, type Field, type Form } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import { printOf } from '../../src/print.js';
import { number, text } from './optional.js';
import { section } from './render.js';
import { clip, createSpace, LONGEST, plainText, shorten, type Mention } from './text.js';

/** Where an answer can be shown to the person who asked. */
export const back = z.object({
  user: z.string(),
  channel: z.string().optional(),
  /** The thread in which it was asked. */
  thread: z.string().optional(),
  /** Whether the channel is the person's own chat with the desk. */
  private: z.boolean(),
  /** Slack's address for answers that only this person sees; good for 30 minutes and 5 uses. */
  responseUrl: z.string().optional(),
  /** It was pressed on a card that what comes of it takes the place of. */
  replaces: z.literal(true).optional(),
  /** It was pressed in the app's home, and what comes of it is shown there. */
  home: z.literal(true).optional(),
});
export type Back = z.infer<typeof back>;

/** What a modal remembers until it is submitted. */
const memory = z.object({ draft: z.unknown(), zone: z.string(), lang: z.enum(['en', 'zh']).default('en'), back });

const MOMENT = "yyyy-MM-dd'T'HH:mm";
const OPTIONS = 100;
const METADATA = 3000;
const ACTION = 'value';
/** Slack keeps what stands in an input of the same name when a view takes another's place: other words, another name. */
const actionOf = ({ value }: Field): string => (value ? `${ACTION}-${printOf(value)}` : ACTION);

export function renderForm(form: Form, from: Back, mention: Mention): types.ModalView {
  const intro = section(form.intro ?? [], { viewer: form.for, mention, space: createSpace(LONGEST) });
  const draft = carriedBy(form);
  const metadata = JSON.stringify({ draft, ...form.for, back: from } satisfies z.infer<typeof memory>);
  if (metadata.length > METADATA) {
    throw new Error(`the form for ${form.draft.do} carries ${metadata.length} characters beside its fields`);
  }
  return {
    type: 'modal',
    callback_id: 'form',
    title: plainText(form.title, 24),
    submit: plainText(form.submit, 24),
    close: plainText(form.cancel, 24),
    private_metadata: metadata,
    blocks: [...intro, ...form.fields.map((field) => renderField(field, form))],
  };
}

function renderField(field: Field, form: Form): types.InputBlock {
  const { element, note } = input(field, form);
  const hint = [field.hint, note].filter((each) => each !== undefined).join(' ');
  return {
    type: 'input',
    block_id: field.name,
    label: plainText(field.label, 2000),
    optional: field.optional ?? false,
    element,
    ...(hint.trim() && { hint: plainText(hint, 2000) }),
  };
}

function input(field: Field, form: Form): { element: types.InputBlockElement; note?: string } {
  const { cut } = wording[form.for.lang].common;
  switch (field.kind) {
    case 'line':
    case 'paragraph': {
      const longest = Math.min(field.maxLength, LONGEST);
      const value = clip(field.value ?? '', longest);
      return {
        element: {
          type: 'plain_text_input',
          action_id: actionOf(field),
          multiline: field.kind === 'paragraph',
          max_length: longest,
          ...(value && { initial_value: value }),
          ...(field.placeholder?.trim() && { placeholder: plainText(field.placeholder, 150) }),
        },
        ...((field.value?.length ?? 0) > longest && { note: cut }),
      };
    }
    case 'choice':
    case 'several': {
      const options = field.choices
        .slice(0, OPTIONS)
        .map(({ value, label }) => ({ text: plainText(label, 75), value }));
      const values = field.kind === 'several' ? (field.value ?? '').split(',') : [field.value];
      const chosen = options.filter(({ value }) => values.includes(value));
      const shared = { action_id: actionOf(field), options };
      return {
        element:
          field.kind === 'several'
            ? { type: 'multi_static_select', ...shared, ...(chosen.length > 0 && { initial_options: chosen }) }
            : { type: 'static_select', ...shared, ...(chosen[0] && { initial_option: chosen[0] }) },
        ...(field.choices.length > OPTIONS && { note: cut }),
      };
    }
    case 'moment': {
      const at = DateTime.fromFormat(field.value ?? '', MOMENT, { zone: form.for.zone });
      return {
        element: {
          type: 'datetimepicker',
          action_id: actionOf(field),
          ...(at.isValid && { initial_date_time: at.toUnixInteger() }),
        },
      };
    }
  }
}

const chosen = z.object({ value: z.string() });
const answer = z.object({
  value: text,
  selected_option: chosen.optional().catch(undefined),
  selected_options: z.array(chosen).optional().catch(undefined),
  selected_date_time: number,
});

export const submittedView = z.object({
  id: z.string(),
  private_metadata: text,
  state: z.object({ values: z.record(z.string(), z.record(z.string(), answer).catch({})) }),
});

/** What was filled in, by field, with moments in the zone the form was drawn for; undefined for a foreign view. */
export function readForm(view: z.infer<typeof submittedView>) {
  const kept = memory.safeParse(parseJson(view.private_metadata));
  if (!kept.success) return undefined;
  const { draft, zone, lang, back } = kept.data;
  const values = Object.fromEntries(
    Object.entries(view.state.values)
      .map(([field, inputs]) => [field, Object.values(inputs)[0]] as const)
      .map(([field, given]) => [
        field,
        given?.value ??
          given?.selected_option?.value ??
          given?.selected_options?.map(({ value }) => value).join(',') ??
          (given?.selected_date_time ? DateTime.fromSeconds(given.selected_date_time, { zone }).toFormat(MOMENT) : ''),
      ]),
  );
  return { draft, values, lang, back };
}

/** The value of a JSON text, or the text itself: the desk refuses what is no command of its own. */
export function parseJson(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return json;
  }
}

/** Slack marks fields by block id; what concerns no field of the form is marked on its first. */
export function markProblems(problems: readonly { field: string; message: string }[], form: Form) {
  const names = form.fields.map((field) => field.name);
  const errors: Record<string, string> = {};
  for (const { field, message } of problems) {
    const at = names.includes(field) ? field : (names[0] ?? field);
    errors[at] = shorten([errors[at], message].filter(Boolean).join(' '), 2000);
  }
  return { response_action: 'errors' as const, errors };
}
