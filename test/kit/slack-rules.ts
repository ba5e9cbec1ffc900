/**
 * Block Kit as Slack accepts it: the blocks and elements the desk uses, with Slack's limits. Anything else, an unknown
 * property included, is refused as Slack refuses it.
 */
import { z } from 'zod';

const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
const text = (max: number) => z.union([plain(max), mrkdwn(max)]);
const id = z.string().min(1).max(255);
const block = { block_id: id.optional() };
const web = z
  .string()
  .regex(/^(https?:\/\/|mailto:)/)
  .max(3000);

const confirm = z.strictObject({ title: plain(100), text: text(300), confirm: plain(30), deny: plain(30) });
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: web.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial()
  .optional();
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(3000), style }),
  z.strictObject({ type: z.literal('link'), url: web, text: z.string().min(1).max(3000).optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().regex(/^[UW][A-Z0-9]+$/), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: z.string().min(1),
    fallback: z.string().min(1).optional(),
    style,
  }),
]);
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richElement).min(1) });

const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const inputElement = z.union([
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      initial_value: z.string().max(3000).optional(),
      max_length: z.number().int().min(1).max(3000).optional(),
      placeholder: plain(150).optional(),
    })
    .refine((input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? 3000)),
  z
    .strictObject({
      type: z.literal('static_select'),
      action_id: id,
      options: z.array(option).min(1).max(100),
      initial_option: option.optional(),
      placeholder: plain(150).optional(),
    })
    .refine(
      ({ initial_option, options }) =>
        !initial_option || options.some((each) => JSON.stringify(each) === JSON.stringify(initial_option)),
    ),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      action_id: id,
      options: z.array(option).min(1).max(100),
      initial_options: z.array(option).min(1).max(100).optional(),
      placeholder: plain(150).optional(),
    })
    .refine(({ initial_options = [], options }) =>
      initial_options.every((chosen) => options.some((each) => JSON.stringify(each) === JSON.stringify(chosen))),
    ),
  z.strictObject({
    type: z.literal('datetimepicker'),
    action_id: id,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
]);

const cell = z.union([
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('rich_text'), elements: z.array(richSection).min(1) }),
]);
const table = z
  .strictObject({
    ...block,
    type: z.literal('table'),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']), is_wrapped: z.boolean() })
          .partial()
          .nullable(),
      )
      .max(20)
      .optional(),
  })
  .refine(({ rows }) => rows.every(({ length }) => length === rows[0]!.length));
/** Characters of all cells of a message’s table (docs.slack.dev/reference/block-kit/blocks/table-block). */
const TABLE_TEXT = 10_000;

const messageBlock = z.discriminatedUnion('type', [
  table,
  z.strictObject({ ...block, type: z.literal('header'), text: plain(150) }),
  z
    .strictObject({
      ...block,
      type: z.literal('section'),
      text: text(3000).optional(),
      fields: z.array(text(2000)).min(1).max(10).optional(),
      accessory: button.optional(),
    })
    .refine((section) => section.text ?? section.fields),
  z.strictObject({ ...block, type: z.literal('context'), elements: z.array(text(2000)).min(1).max(10) }),
  z.strictObject({ ...block, type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
  z.strictObject({ ...block, type: z.literal('divider') }),
  z.strictObject({
    ...block,
    type: z.literal('rich_text'),
    elements: z
      .array(
        z.union([
          richSection,
          z.strictObject({
            type: z.literal('rich_text_list'),
            style: z.enum(['bullet', 'ordered']),
            elements: z.array(richSection).min(1),
            indent: z.number().int().min(0).optional(),
          }),
          z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(richElement).min(1) }),
        ]),
      )
      .min(1),
  }),
]);
const inputBlock = z.strictObject({
  ...block,
  type: z.literal('input'),
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  element: inputElement,
});

const view = z.strictObject({
  type: z.literal('modal'),
  callback_id: id.optional(),
  title: plain(24),
  submit: plain(24),
  close: plain(24).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z
    .array(z.union([messageBlock, inputBlock]))
    .min(1)
    .max(100),
});

export type Block = z.infer<typeof messageBlock>;
export type InputBlock = z.infer<typeof inputBlock>;
export type View = z.infer<typeof view>;

/** Why Slack refuses something, by its own error code; undefined when it is taken. */
export type Refused = { error: string; detail: string };

/** Where Slack was seen to refuse messages by the sum of their texts (`msg_blocks_too_long`). */
const ALL_TEXT = 11_000;
const VIEW_BYTES = 250 * 1024;

export function checkMessage(message: { text?: string; blocks?: unknown; most?: number }): Refused | undefined {
  const { text: fallback = '', blocks = [], most = 50 } = message;
  if (fallback.length > 40_000) return { error: 'msg_too_long', detail: 'text' };
  const parsed = z.array(messageBlock).max(most).safeParse(blocks);
  if (!parsed.success) return { error: 'invalid_blocks', detail: z.prettifyError(parsed.error) };
  if (fallback === '' && parsed.data.length === 0) return { error: 'no_text', detail: '' };
  const twice = repeated(parsed.data);
  if (twice) return { error: 'invalid_blocks', detail: `${twice} is used twice` };
  const tables = parsed.data.filter(({ type }) => type === 'table');
  if (tables.length > 1) return { error: 'invalid_attachments', detail: 'only_one_table_allowed' };
  if (textsOf(tables).join('').length > TABLE_TEXT) return { error: 'invalid_blocks', detail: 'cells' };
  if (textsOf(parsed.data).join('').length > ALL_TEXT) return { error: 'msg_blocks_too_long', detail: '' };
  return undefined;
}

/** The app’s home takes no tables, and twice as many blocks. */
export const checkHome = (blocks: readonly Block[]): Refused | undefined =>
  blocks.some(({ type }) => type === 'table')
    ? { error: 'invalid_arguments', detail: 'unsupported type: table' }
    : checkMessage({ text: 'home', blocks, most: 100 });

export function checkView(candidate: unknown): Refused | undefined {
  const parsed = view.safeParse(candidate);
  if (!parsed.success) return { error: 'invalid_arguments', detail: z.prettifyError(parsed.error) };
  const twice = repeated(parsed.data.blocks);
  if (twice) return { error: 'invalid_arguments', detail: `${twice} is used twice` };
  if (Buffer.byteLength(JSON.stringify(candidate)) > VIEW_BYTES) return { error: 'view_too_large', detail: '' };
  return undefined;
}

const repeated = (blocks: readonly (Block | InputBlock)[]) => {
  const ids = blocks.flatMap((each) => [
    ...(each.block_id ? [`block ${each.block_id}`] : []),
    ...(each.type === 'actions' ? each.elements.map((element) => `action ${element.action_id}`) : []),
  ]);
  return ids.find((each, index) => ids.indexOf(each) !== index);
};

/** All that is readable in blocks, in order: one string per block, or per paragraph of rich text. */
export function textsOf(blocks: readonly (Block | InputBlock)[]): string[] {
  return blocks.flatMap((each) => {
    switch (each.type) {
      case 'header':
        return [each.text.text];
      case 'section':
        return [...(each.text ? [each.text] : []), ...(each.fields ?? [])].map((part) => part.text);
      case 'context':
        return each.elements.map((part) => part.text);
      case 'actions':
        return each.elements.map((part) => part.text.text);
      case 'divider':
        return [];
      case 'input':
        return [each.label.text, each.hint?.text ?? ''];
      case 'table':
        return each.rows.map((row) =>
          row.map((one) => (one.type === 'raw_text' ? one.text : textsOf([one]).join(' '))).join(' · '),
        );
      case 'rich_text':
        return each.elements.flatMap((part) =>
          part.type === 'rich_text_list'
            ? part.elements.map((item) => readRich(item.elements))
            : [readRich(part.elements)],
        );
    }
  });
}

const readRich = (elements: readonly z.infer<typeof richElement>[]) =>
  elements
    .map((element) => {
      switch (element.type) {
        case 'text':
          return element.text;
        case 'link':
          return element.text ?? element.url;
        case 'user':
          return `@${element.user_id}`;
        case 'date':
          return element.fallback ?? element.format;
      }
    })
    .join('');
