/** Cards and forms as Block Kit, by value; and whatever a card or form holds, Slack takes it and parses none of it. */
import * as fc from 'fast-check';
import type { Card, Field, Form, Part, Span, Text } from '../../src/card.js';
import { markProblems, readForm, renderForm, submittedView } from '../../adapters/slack/modal.js';
import { renderCard, renderNote } from '../../adapters/slack/render.js';
import { checkMessage, checkView, textsOf, type Block } from '../kit/slack-rules.js';

const viewer = { lang: 'en', zone: 'Europe/Berlin' } as const;
const at = new Date('2026-03-02T08:30:00Z');
const mention = (person: string) => (person === 'bob' ? 'U2BOB' : undefined);
const card = (...parts: Part[]): Card => ({ for: viewer, title: 'INC-1', parts });
const blocksOf = (...parts: Part[]) => renderCard(card(...parts), mention).blocks.slice(1);
const words = (text: string) => ({ type: 'text', text });
const paragraph = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: object[]) => [{ type: 'rich_text', elements }];

const every: Span[] = [
  'a <b> & *c* ',
  { kind: 'bold', text: 'bold' },
  { kind: 'code', text: 'code' },
  { kind: 'link', text: 'docs', url: 'https://example.com' },
  { kind: 'link', text: 'x', url: 'javascript:alert(1)' },
  { kind: 'person', id: 'bob', name: 'Bob' },
  { kind: 'person', id: 'ada', name: 'Ada' },
  { kind: 'time', at, as: 'clock' },
  { kind: 'time', at, as: 'day' },
  { kind: 'time', at, as: 'moment' },
];
const date = (format: string, fallback: string) => ({ type: 'date', timestamp: 1772440200, format, fallback });

test.each<[string, Part, object[]]>([
  [
    'text of every span',
    { kind: 'text', text: every },
    rich(
      paragraph(
        words('a <b> & *c* '),
        { ...words('bold'), style: { bold: true } },
        { ...words('code'), style: { code: true } },
        { type: 'link', url: 'https://example.com', text: 'docs' },
        words('x (javascript:alert(1))'),
        { type: 'user', user_id: 'U2BOB' },
        words('Ada'),
        date('{time}', '09:30'),
        date('{date_short_pretty}', 'Mon 2 Mar'),
        date('{date_short_pretty} {time}', 'Mon 2 Mar, 09:30'),
      ),
    ),
  ],
  [
    'facts',
    {
      kind: 'facts',
      facts: [
        { label: 'Priority', value: ['P2'] },
        { label: 'For whom?', value: ['Emma'] },
        { label: 'By', value: [every[5]!] },
      ],
    },
    rich(
      paragraph({ ...words('Priority: '), style: { bold: true } }, words('P2')),
      paragraph({ ...words('For whom? '), style: { bold: true } }, words('Emma')),
      paragraph({ ...words('By: '), style: { bold: true } }, { type: 'user', user_id: 'U2BOB' }),
    ),
  ],
  [
    'a list',
    { kind: 'list', ordered: true, items: [['one'], ['two'], []] },
    rich({ type: 'rich_text_list', style: 'ordered', elements: [paragraph(words('one')), paragraph(words('two'))] }),
  ],
  [
    'a table',
    { kind: 'table', columns: ['Ticket', 'Due'], rows: [[[every[1]!, ' VPN'], []]] },
    [
      {
        type: 'table',
        column_settings: [{ is_wrapped: true }, { is_wrapped: true }],
        rows: [
          [
            rich(paragraph({ ...words('Ticket'), style: { bold: true } }))[0],
            rich(paragraph({ ...words('Due'), style: { bold: true } }))[0],
          ],
          [
            rich(paragraph({ ...words('bold'), style: { bold: true } }, words(' VPN')))[0],
            rich(paragraph(words(' ')))[0],
          ],
        ],
      },
    ],
  ],
  [
    'a quote',
    { kind: 'quote', text: 'It *broke*', by: { id: 'ada', name: 'Ada' }, at },
    rich(paragraph(words('Ada'), words(' · '), date('{date_short_pretty} {time}', 'Mon 2 Mar, 09:30')), {
      type: 'rich_text_quote',
      elements: [words('It *broke*')],
    }),
  ],
  [
    'small print',
    { kind: 'note', text: ['See ', every[3]!, ' by ', every[7]!] },
    [
      {
        type: 'context',
        elements: [{ type: 'plain_text', text: 'See docs (https://example.com) by 09:30', emoji: false }],
      },
    ],
  ],
  [
    'progress',
    {
      kind: 'progress',
      steps: [
        { label: ['Manager'], state: 'done' },
        { label: ['Owner'], state: 'now' },
      ],
    },
    rich(paragraph(words('✅ '), words('Manager')), paragraph(words('🔵 '), words('Owner'))),
  ],
  [
    'buttons',
    {
      kind: 'buttons',
      buttons: [
        { label: 'Claim', does: { do: 'claim', ticket: 'INC-1' }, tone: 'primary' },
        {
          label: 'Withdraw',
          does: { do: 'withdraw', subject: 'REQ-1' },
          tone: 'danger',
          confirm: { title: 'Sure?', text: 'It ends here.', yes: 'Yes', no: 'No' },
        },
      ],
    },
    [
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: '0-0',
            text: { type: 'plain_text', text: 'Claim', emoji: false },
            value: '{"do":"claim","ticket":"INC-1"}',
            style: 'primary',
          },
          {
            type: 'button',
            action_id: '0-1',
            text: { type: 'plain_text', text: 'Withdraw', emoji: false },
            value: '{"do":"withdraw","subject":"REQ-1"}',
            style: 'danger',
            confirm: {
              title: { type: 'plain_text', text: 'Sure?', emoji: false },
              text: { type: 'plain_text', text: 'It ends here.', emoji: false },
              confirm: { type: 'plain_text', text: 'Yes', emoji: false },
              deny: { type: 'plain_text', text: 'No', emoji: false },
            },
          },
        ],
      },
    ],
  ],
])('%s', (_, part, expected) => {
  expect(blocksOf(part)).toEqual(expected);
});

test('title, status and a fallback that reads as the card does', () => {
  const { text, blocks } = renderCard(
    {
      for: viewer,
      title: 'INC-1 <!here>',
      status: { text: 'Open', tone: 'info' },
      parts: [
        { kind: 'text', text: ['VPN & more'] },
        { kind: 'facts', facts: [{ label: 'Priority', value: ['P2'] }] },
        { kind: 'quote', text: 'help', by: { id: 'ada', name: 'Ada' } },
        { kind: 'buttons', buttons: [{ label: 'Claim', does: { do: 'claim', ticket: 'INC-1' } }] },
      ],
    },
    mention,
  );
  expect(text).toBe('INC-1 &lt;!here&gt;\nOpen\nVPN &amp; more\nPriority: P2\nAda: help');
  expect(blocks.slice(0, 2)).toEqual([
    { type: 'header', text: { type: 'plain_text', text: 'INC-1 <!here>', emoji: false } },
    ...rich(paragraph({ ...words('🔵 Open'), style: { bold: true } })),
  ]);
});

describe('a table that a message cannot have is a list of the same lines', () => {
  const row: Text[] = [['INC-1'], [], ['due ', every[7]!]];
  const table = (rows: readonly Text[][]): Part => ({ kind: 'table', columns: ['Ticket', 'By', 'Due'], rows });
  const typesOf = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type);

  test.each<[string, Part[]]>([
    ['two of them', [table([row]), table([row])]],
    ['more than 99 rows', [table(Array.from({ length: 100 }, () => row))]],
    ['more text than a message has', [table([[['x'.repeat(9_000)], [], []], row])]],
    ['none at all', [table([])]],
  ])('%s', (_, parts) => {
    const message = renderCard(card(...parts), mention);
    expect(checkMessage(message)).toBeUndefined();
    expect(typesOf(message.blocks)).not.toContain('table');
  });

  test('the home of the app', () => {
    const { blocks, text } = renderCard(card(table([row])), mention, { tables: false });
    expect(textsOf(blocks as Block[])).toEqual(['INC-1', 'INC-1 · due 09:30']);
    expect(text).toBe('INC-1\nINC-1 · due 09:30');
  });

  test('what screen readers and notifications read is the same with a table', () => {
    const message = renderCard(card(table([row, row])), mention);
    expect(typesOf(message.blocks)).toContain('table');
    expect(message.text).toBe('INC-1\nINC-1 · due 09:30\nINC-1 · due 09:30');
  });
});

test('a button that carries content instead of ids is a bug and says so', () => {
  const long: Part = { kind: 'buttons', buttons: [{ label: 'x', does: { do: 'ask', words: 'x'.repeat(2000) } }] };
  expect(() => blocksOf(long)).toThrow(/the button for ask carries 2\d\d\d characters/);
});

test('what is too long is cut, says so, and keeps its buttons', () => {
  const blocks = blocksOf(
    { kind: 'quote', text: '长'.repeat(40_000) },
    { kind: 'text', text: ['never read'] },
    { kind: 'buttons', buttons: [{ label: 'Claim', does: { do: 'claim', ticket: 'INC-1' } }] },
  ) as Block[];
  expect(textsOf(blocks)).toEqual(['长'.repeat(9_000), 'The rest was too long to show here.', 'Claim']);
});

test('a card of too many parts keeps its buttons and says that it was cut', () => {
  const parts = Array.from({ length: 80 }, (_, n): Part => ({ kind: 'text', text: [`line ${n}`] }));
  const { blocks } = renderCard(
    card(...parts, { kind: 'buttons', buttons: [{ label: 'Claim', does: { do: 'claim', ticket: 'INC-1' } }] }),
    mention,
  );
  expect(blocks).toHaveLength(50);
  expect(textsOf(blocks as Block[]).slice(-3)).toEqual(['line 46', 'The rest was too long to show here.', 'Claim']);
});

// ── whatever it holds ──

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '<!channel>',
    '@everyone',
    '[x](javascript:alert(1))',
    '<@U2BOB>',
    '&amp;',
    '*b* _i_ `c`',
    '',
    ' ',
    '\uD800',
  ),
  fc.integer({ min: 100, max: 12_000 }).map((length) => '&<'.repeat(length / 2)),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  nasty,
  fc.record({ kind: fc.constantFrom('bold', 'code'), text: nasty }),
  fc.record({ kind: fc.constant('link'), text: nasty, url: fc.oneof(fc.webUrl(), nasty) }),
  fc.record({ kind: fc.constant('person'), id: fc.constantFrom('bob', 'ada'), name: nasty }),
  fc.record({
    kind: fc.constant('time'),
    at: fc.date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }),
    as: fc.constantFrom('clock', 'day', 'moment'),
  }),
);
const text: fc.Arbitrary<Text> = fc.array(span, { maxLength: 5 });
const button = fc.record(
  {
    label: nasty,
    does: fc.constant({ do: 'help' } as const),
    tone: fc.constantFrom('primary', 'danger'),
    confirm: fc.record({ title: nasty, text: nasty, yes: nasty, no: nasty }),
  },
  { requiredKeys: ['label', 'does'] },
);
const part = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'note'), text }),
  fc.record({
    kind: fc.constant('facts'),
    facts: fc.array(fc.record({ label: nasty, value: text }), { maxLength: 15 }),
  }),
  fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(text, { maxLength: 15 }) }),
  fc.record({
    kind: fc.constant('table'),
    columns: fc.constant(['One', 'Two']),
    rows: fc.array(fc.tuple(text, text), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('quote'), text: nasty }),
  fc.record({
    kind: fc.constant('progress'),
    steps: fc.array(fc.record({ label: text, state: fc.constantFrom('done', 'now', 'next', 'failed') }), {
      maxLength: 8,
    }),
  }),
  fc.record({ kind: fc.constant('buttons'), buttons: fc.array(button, { maxLength: 30 }) }),
) as fc.Arbitrary<Part>;
const lang = fc.constantFrom('en', 'zh');

/** Every object inside a value. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* objects(each);
}

test('any card is taken by Slack, and Slack parses nothing in it', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 70 }), nasty, lang, (parts, title, lang) => {
      const status = { text: title, tone: 'warning' } as const;
      const message = renderCard({ for: { lang, zone: 'Asia/Shanghai' }, title, status, parts }, mention);
      expect(checkMessage(message)).toBeUndefined();
      expect(message.text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
      for (const { type, url } of objects(message.blocks)) {
        expect(type).not.toBe('mrkdwn');
        if (type === 'link') expect(url).toMatch(/^(https?:\/\/|mailto:)/i);
      }
    }),
    { numRuns: 100 },
  );
});

test('any sentence is taken by Slack', () => {
  fc.assert(
    fc.property(text, (sentence) => {
      const message = renderNote(sentence, viewer, mention);
      const isEmpty = message.text === '' && message.blocks.length === 0;
      expect(checkMessage(message)?.error ?? 'taken').toBe(isEmpty ? 'no_text' : 'taken');
    }),
    // A link without words that leads nowhere safe shows its address, which the fallback line does not have.
    { examples: [[[{ kind: 'link', text: '', url: '<!channel>' }]]] },
  );
});

// ── forms ──

const field = fc.oneof(
  fc.record({
    kind: fc.constantFrom('line', 'paragraph'),
    label: nasty,
    hint: nasty,
    optional: fc.boolean(),
    value: nasty,
    maxLength: fc.integer({ min: 1, max: 10_000 }),
    placeholder: nasty,
  }),
  fc.record({
    kind: fc.constantFrom('choice', 'several'),
    label: nasty,
    choices: fc.uniqueArray(fc.record({ value: fc.stringMatching(/^[\w.@:-]{1,80}$/), label: nasty }), {
      selector: ({ value }) => value,
      minLength: 1,
      maxLength: 120,
    }),
  }),
  fc.record({ kind: fc.constant('moment'), label: nasty, value: fc.constantFrom('', 'soon', '2026-03-29T02:30') }),
);

test('any form is taken by Slack', () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 20 }), text, nasty, (fields, intro, title) => {
      const form = {
        for: viewer,
        title,
        intro,
        fields: fields.map((each, index) => ({ ...each, name: `f${index}` })) as Field[],
        submit: title,
        cancel: title,
        draft: { do: 'open-ticket' as const },
      };
      expect(checkView(renderForm(form, { user: 'U1ADA', private: true }, mention))).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

const changeForm: Form = {
  for: viewer,
  title: 'A change request with a long title',
  intro: ['Plan it well.'],
  fields: [
    { name: 'title', label: 'Title', kind: 'line', maxLength: 150, value: 'Upgrade', placeholder: 'What?' },
    { name: 'plan', label: 'Plan', kind: 'paragraph', maxLength: 9000, value: 'x'.repeat(4000), hint: 'Steps.' },
    {
      name: 'risk',
      label: 'Risk',
      kind: 'choice',
      choices: [
        { value: 'low', label: 'Low' },
        { value: 'high', label: 'High' },
      ],
      value: 'high',
    },
    {
      name: 'tickets',
      label: 'Which?',
      kind: 'several',
      choices: ['INC-1', 'INC-2', 'INC-3'].map((value) => ({ value, label: value })),
      value: 'INC-1,INC-3',
    },
    { name: 'starts', label: 'Starts', kind: 'moment', value: '2026-07-01T22:00' },
    { name: 'ends', label: 'Ends', kind: 'moment', optional: true },
  ],
  submit: 'Send',
  cancel: 'Cancel',
  draft: { do: 'open-change', type: 'normal', plan: 'x'.repeat(4000) },
};

test('a form of every field', () => {
  const view = renderForm(changeForm, { user: 'U1ADA', private: true }, mention);
  const label = (text: string) => ({ type: 'plain_text', text, emoji: false });
  expect(view).toMatchObject({
    type: 'modal',
    title: label('A change request with a…'),
    submit: label('Send'),
    close: label('Cancel'),
    blocks: [
      rich(paragraph(words('Plan it well.')))[0],
      {
        block_id: 'title',
        element: { multiline: false, max_length: 150, initial_value: 'Upgrade', placeholder: label('What?') },
      },
      {
        block_id: 'plan',
        hint: label('Steps. The rest was too long to show here.'),
        element: { multiline: true, max_length: 3000, initial_value: 'x'.repeat(3000) },
      },
      { block_id: 'risk', element: { type: 'static_select', initial_option: { value: 'high' } } },
      {
        block_id: 'tickets',
        element: { type: 'multi_static_select', initial_options: [{ value: 'INC-1' }, { value: 'INC-3' }] },
      },
      { block_id: 'starts', optional: false, element: { type: 'datetimepicker', initial_date_time: 1782936000 } },
      { block_id: 'ends', optional: true, element: { type: 'datetimepicker' } },
    ],
  });
  expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ draft: { do: 'open-change', type: 'normal' } });
});

test('what was filled in is read back, moments in the zone of the form, and nothing that was cleared returns', () => {
  const { private_metadata = '' } = renderForm(changeForm, { user: 'U1ADA', channel: 'D1ADA', private: true }, mention);
  const submitted = {
    id: 'V1',
    private_metadata,
    state: {
      values: {
        title: { value: { value: 'Upgrade' } },
        plan: { value: { value: null } },
        risk: { value: { selected_option: { value: 'low' } } },
        tickets: { value: { selected_options: [{ value: 'INC-1' }, { value: 'INC-2' }] } },
        starts: { value: { selected_date_time: 1782936000 } },
        ends: { value: { selected_date_time: null } },
      },
    },
  };
  const read = readForm(submittedView.parse(submitted));
  expect(read).toEqual({
    draft: { do: 'open-change', type: 'normal' },
    values: { title: 'Upgrade', plan: '', risk: 'low', tickets: 'INC-1,INC-2', starts: '2026-07-01T22:00', ends: '' },
    lang: 'en',
    back: { user: 'U1ADA', channel: 'D1ADA', private: true },
  });
});

test('a modal that is not the desk’s is read as nothing', () => {
  expect(readForm({ id: 'V1', private_metadata: '', state: { values: {} } })).toBeUndefined();
});

test('problems are marked on the fields they concern, others on the first', () => {
  const problems = [
    { field: 'ends', message: 'before the start' },
    { field: 'impact', message: 'missing' },
  ];
  expect(markProblems(problems, changeForm)).toEqual({
    response_action: 'errors',
    errors: { ends: 'before the start', title: 'missing' },
  });
});
