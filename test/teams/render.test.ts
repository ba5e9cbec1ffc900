/** How cards and forms look in Teams, by value, and what no card may ever be. */
import * as fc from 'fast-check';
import {
  bold,
  clock,
  code,
  link,
  person,
  type Card,
  type Field,
  type Form,
  type Part,
  type Span,
  type Text,
} from '../../src/card.js';
import { renderForm } from '../../adapters/teams/form.js';
import { renderCard } from '../../adapters/teams/render.js';
import { viewer } from '../kit/teams-desk.js';
import { elementsOf, linesOf, problemsOf, type Json } from '../kit/teams-rules.js';

const nobody = () => undefined;
const cardOf = (...parts: Part[]): Card => ({ for: viewer, title: 'T', parts });
const body = (...parts: Part[]) => renderCard(cardOf(...parts), nobody).body.slice(1);
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;
const run = (text: string, style: object = {}) => ({ type: 'TextRun', text, ...style });
const line = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });
const small = { isSubtle: true, size: 'small' };

describe('each part', () => {
  test('text, with every kind of span', () => {
    const text = [
      'plain ',
      bold('bold'),
      code('x = 1'),
      link('here', 'https://example.com/'),
      person({ id: 'a', name: 'Ada' }),
      clock(new Date('2026-11-23T09:00:00Z')),
    ];
    expect(body({ kind: 'text', text })).toEqual([
      line(
        run('plain '),
        run('bold', { weight: 'bolder' }),
        run('x = 1', { fontType: 'monospace' }),
        run('here', { color: 'accent', selectAction: { type: 'Action.OpenUrl', url: 'https://example.com/' } }),
        run('Ada', { weight: 'bolder' }),
        run('10:00'),
      ),
    ]);
  });

  test('lines of text are blocks of their own', () => {
    expect(body({ kind: 'text', text: ['one\n', bold('two'), ' more\n\nlast'] })).toEqual([
      line(run('one')),
      { ...line(run('two', { weight: 'bolder' }), run(' more')), spacing: 'none' },
      { ...line(run('\u00a0')), spacing: 'none' },
      { ...line(run('last')), spacing: 'none' },
    ]);
  });

  test('facts', () => {
    expect(body({ kind: 'facts', facts: [{ label: 'Priority', value: [bold('P2')] }] })).toEqual([
      {
        type: 'ColumnSet',
        spacing: 'small',
        columns: [
          { type: 'Column', width: '110px', items: [line(run('Priority', { isSubtle: true }))] },
          { type: 'Column', width: 'stretch', items: [line(run('P2', { weight: 'bolder' }))] },
        ],
      },
    ]);
  });

  test.each([
    [true, ['1. a', '2. b']],
    [false, ['• a', '• b']],
  ])('a list (ordered: %s)', (ordered, lines) => {
    const drawn = renderCard(cardOf({ kind: 'list', ordered, items: [['a'], ['b']] }), nobody);
    expect(linesOf(json(drawn)).slice(1)).toEqual(lines);
  });

  describe('a table', () => {
    const table = (rows: Text[][]): Part => ({ kind: 'table', columns: ['Ticket', 'Due'], rows });

    test('has a row for the labels, columns as wide as their words, and its lines for clients without tables', () => {
      const rows: Text[][] = [[[bold('INC-1'), ' The VPN drops each hour'], ['today']]];
      const cell = (...items: object[]) => ({ type: 'TableCell', items });
      expect(body(table(rows))).toEqual([
        {
          type: 'Table',
          columns: [{ width: 4 }, { width: 1 }],
          rows: [
            {
              type: 'TableRow',
              cells: [cell(line(run('Ticket', { weight: 'bolder' }))), cell(line(run('Due', { weight: 'bolder' })))],
            },
            {
              type: 'TableRow',
              cells: [
                cell(line(run('INC-1', { weight: 'bolder' }), run(' The VPN drops each hour'))),
                cell(line(run('today'))),
              ],
            },
          ],
          fallback: {
            type: 'Container',
            items: [
              line(
                run('• '),
                run('INC-1', { weight: 'bolder' }),
                run(' The VPN drops each hour'),
                run(' · '),
                run('today'),
              ),
            ],
          },
        },
      ]);
    });

    test('of more than a card takes is lines, of which the last are cut', () => {
      const drawn = json(
        renderCard(cardOf(table(Array.from({ length: 300 }, (_, n) => [[`INC-${n}`], ['x'.repeat(80)]]))), nobody),
      );
      expect(problemsOf(drawn)).toEqual([]);
      expect(elementsOf(drawn).some(({ type }) => type === 'Table')).toBe(false);
      expect(linesOf(drawn)[1]).toBe(`• INC-0 · ${'x'.repeat(80)}`);
      expect(linesOf(drawn).at(-1)).toBe('The rest was too long to show here.');
    });
  });

  test('a quote', () => {
    const part = {
      kind: 'quote' as const,
      text: 'help',
      by: { id: 'a', name: 'Ada' },
      at: new Date('2026-11-23T09:00:00Z'),
    };
    expect(body(part)).toEqual([
      {
        type: 'Container',
        style: 'emphasis',
        items: [
          line(run('Ada', { ...small, weight: 'bolder' }), run(' · Mon 23 Nov, 10:00', small)),
          line(run('help')),
        ],
      },
    ]);
    expect(body({ kind: 'quote', text: 'help' })).toEqual([
      { type: 'Container', style: 'emphasis', items: [line(run('help'))] },
    ]);
  });

  test('a note', () => {
    expect(body({ kind: 'note', text: ['small print'] })).toEqual([line(run('small print', small))]);
  });

  test('progress', () => {
    const steps = (['done', 'now', 'next', 'failed'] as const).map((state) => ({ label: [state], state }));
    expect(linesOf(json(renderCard(cardOf({ kind: 'progress', steps }), nobody))).slice(1)).toEqual([
      '✓ done',
      '● now',
      '○ next',
      '✗ failed',
    ]);
  });

  test('a button that acts, with a fallback for clients without Action.Execute', () => {
    const data = { deskhand: { command: { do: 'claim', ticket: 'INC-1' } } };
    const look = { title: 'Claim', style: 'positive', data };
    expect(
      body({ kind: 'buttons', buttons: [{ label: 'Claim', tone: 'primary', does: { do: 'claim', ticket: 'INC-1' } }] }),
    ).toEqual([
      {
        type: 'ActionSet',
        actions: [{ type: 'Action.Execute', verb: 'claim', ...look, fallback: { type: 'Action.Submit', ...look } }],
      },
    ]);
  });

  test('a button that opens a form', () => {
    const does = { do: 'show-form', draft: { do: 'resolve', ticket: 'INC-1' } } as const;
    expect(body({ kind: 'buttons', buttons: [{ label: 'Resolve', does }] })).toEqual([
      {
        type: 'ActionSet',
        actions: [
          {
            type: 'Action.Submit',
            title: 'Resolve',
            data: { msteams: { type: 'task/fetch' }, deskhand: { command: does } },
          },
        ],
      },
    ]);
  });

  test('a button that asks first unfolds the question and the real button', () => {
    const confirm = { title: 'Sure?', text: 'For good.', yes: 'Yes', no: 'No' };
    const [set] = json(
      body({
        kind: 'buttons',
        buttons: [{ label: 'Withdraw', tone: 'danger', does: { do: 'withdraw', subject: 'REQ-1' }, confirm }],
      }),
    ) as unknown as Json[];
    expect(
      elementsOf(set)
        .filter(({ title }) => title)
        .map(({ title, type, style }) => [type, title, style]),
    ).toEqual([
      ['Action.ShowCard', 'Withdraw', 'destructive'],
      ['Action.Execute', 'Yes', 'destructive'],
    ]);
    expect(elementsOf(set).flatMap(({ text }) => (text ? [text] : []))).toEqual(['Sure?', 'For good.']);
  });

  test('more than five buttons stand in several rows', () => {
    const buttons = Array.from({ length: 8 }, (_, n) => ({ label: `${n}`, does: { do: 'help' } as const }));
    expect(
      body({ kind: 'buttons', buttons }).map((each) => (each as unknown as { actions: [] }).actions.length),
    ).toEqual([5, 3]);
  });

  test('a status in the colour of its tone', () => {
    const drawn = renderCard({ ...cardOf(), status: { text: 'Breached', tone: 'danger' } }, nobody);
    expect(drawn.body).toEqual([
      line(run('T', { weight: 'bolder', size: 'large' })),
      line(run('Breached', { weight: 'bolder', color: 'attention' })),
    ]);
  });
});

describe('a mention', () => {
  const mentionOf = (id: string) => (id === 'ada' ? 'aad-ada' : undefined);
  const draw = (...text: Span[]) => renderCard(cardOf({ kind: 'text', text }), mentionOf);

  test('is made of a person whose account is known', () => {
    const drawn = draw('Assigned to ', person({ id: 'ada', name: 'Ada' }), ' by ', person({ id: 'bob', name: 'Bob' }));
    expect(drawn.body[1]).toEqual({ type: 'TextBlock', text: 'Assigned to <at>Ada</at> by Bob', wrap: true });
    expect(drawn.msteams.entities).toEqual([
      { type: 'mention', text: '<at>Ada</at>', mentioned: { id: 'aad-ada', name: 'Ada' } },
    ]);
  });

  test('that is cut away with its text is not promised either', () => {
    const long: Part = { kind: 'quote', text: `${'x'.repeat(200)}\n`.repeat(300) };
    const late: Part = { kind: 'text', text: ['Assigned to ', person({ id: 'ada', name: 'Ada' })] };
    expect(problemsOf(json(renderCard(cardOf(long, late), mentionOf)))).toEqual([]);
  });

  test('of one of two people with the same name is not made', () => {
    const same = [person({ id: 'ada', name: 'Ada' }), person({ id: 'other', name: 'Ada' })];
    const drawn = renderCard(cardOf({ kind: 'text', text: same }), (id) => `aad-${id}`);
    expect(drawn.msteams.entities).toBeUndefined();
  });

  test.each([
    '[x](https://evil.example)',
    '<at>Bob</at>',
    '**loud**',
    '1. list',
    '`code`',
    'a_b_',
    '{{DATE(2026-01-01T00:00:00Z)}}',
  ])('gives way to the name beside words that could be markup: %s', (words) => {
    const drawn = draw(words, ' ', person({ id: 'ada', name: 'Ada' }));
    expect(drawn.msteams.entities).toBeUndefined();
    expect(elementsOf(drawn).some(({ type }) => type === 'TextBlock')).toBe(false);
  });
});

describe('a form', () => {
  const form = (...fields: Field[]): Form => ({
    for: viewer,
    title: 'F',
    fields,
    submit: 'Send',
    cancel: 'No',
    draft: { do: 'help' },
  });
  const draw = (field: Field) => renderForm(form(field)).body;
  const required = { isRequired: true, errorMessage: 'Please correct the marked fields and send the form again.' };

  test.each<[string, Field, object[]]>([
    [
      'a line',
      { kind: 'line', name: 'title', label: 'Title', maxLength: 150, placeholder: 'VPN', hint: 'Short.' },
      [
        {
          type: 'Input.Text',
          id: 'title',
          label: 'Title',
          ...required,
          isMultiline: false,
          maxLength: 150,
          placeholder: 'VPN',
        },
        line(run('Short.', small)),
      ],
    ],
    [
      'an optional paragraph',
      { kind: 'paragraph', name: 'details', label: 'Details', maxLength: 3000, optional: true, value: 'x' },
      [
        {
          type: 'Input.Text',
          id: 'details',
          label: 'Details',
          isRequired: false,
          value: 'x',
          isMultiline: true,
          maxLength: 3000,
        },
      ],
    ],
    [
      'a choice',
      { kind: 'choice', name: 'risk', label: 'Risk', choices: [{ value: 'low', label: 'Low' }], value: 'low' },
      [
        {
          type: 'Input.ChoiceSet',
          id: 'risk',
          label: 'Risk',
          ...required,
          value: 'low',
          choices: [{ title: 'Low', value: 'low' }],
        },
      ],
    ],
    [
      'several of many',
      {
        kind: 'several',
        name: 'tickets',
        label: 'Which?',
        choices: [{ value: 'INC-1', label: 'One' }],
        value: 'INC-1',
      },
      [
        {
          type: 'Input.ChoiceSet',
          id: 'tickets',
          label: 'Which?',
          ...required,
          value: 'INC-1',
          choices: [{ title: 'One', value: 'INC-1' }],
          isMultiSelect: true,
          style: 'expanded',
          wrap: true,
        },
      ],
    ],
    [
      'a moment',
      { kind: 'moment', name: 'starts', label: 'Starts', value: '2026-11-24T09:30' },
      [
        { type: 'Input.Date', id: 'starts.date', label: 'Starts', ...required, value: '2026-11-24' },
        {
          type: 'Input.Time',
          id: 'starts.time',
          label: 'Starts (time)',
          ...required,
          value: '09:30',
          spacing: 'small',
        },
      ],
    ],
  ])('%s', (_, field, elements) => {
    expect(draw(field)).toEqual(elements);
    expect(problemsOf(json(renderForm(form(field))))).toEqual([]);
  });

  test('sends its draft', () => {
    expect(renderForm(form()).actions).toEqual([
      { type: 'Action.Submit', title: 'Send', style: 'positive', data: { deskhand: { draft: { do: 'help' } } } },
    ]);
  });

  test('sends nothing with its draft that its fields ask for: an empty choice does not come back at all', () => {
    const field = { kind: 'line', name: 'reason', label: 'Why', maxLength: 9, optional: true } as const;
    const drawn = renderForm({ ...form(field), draft: { do: 'reopen', ticket: 'INC-1', reason: 'Again' } });
    expect(drawn.actions?.[0]).toMatchObject({ data: { deskhand: { draft: { do: 'reopen', ticket: 'INC-1' } } } });
    expect(JSON.stringify(drawn.actions)).not.toContain('Again');
  });

  test('shows each problem beneath its field, and one of no field on top', () => {
    const drawn = renderForm(form({ kind: 'line', name: 'title', label: 'Title', maxLength: 9 }), [
      { field: 'title', message: 'Too short.' },
      { field: 'elsewhere', message: 'Not now.' },
    ]);
    expect(linesOf(json(drawn))).toEqual([
      'Please correct the marked fields and send the form again.',
      'Not now.',
      'Title',
      'Too short.',
    ]);
  });
});

describe('whatever is in it, a card', () => {
  const nasty = fc.constantFrom(
    '[x](javascript:alert(1))',
    '<at>everyone</at>',
    '@everyone',
    '**loud**',
    '{{DATE(2026-01-01T00:00:00Z, SHORT)}}',
    '<!channel>',
    '\u0000\ud800',
    '\n\n\n',
    '中文🙂',
    '- list',
    '# head',
    '<script>',
    '${x}',
    '![i](https://evil.example/i.png)',
    'javascript:alert(1)',
  );
  const words = fc.oneof(
    fc.constantFrom('Ada', 'Assigned to ', '田中'),
    nasty,
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(nasty, { maxLength: 200 }).map((all) => all.join('')),
    fc.string({ minLength: 3000, maxLength: 4000 }),
  );
  const span: fc.Arbitrary<Span> = fc.oneof(
    words,
    words.map(bold),
    words.map(code),
    fc.record({ kind: fc.constant('link' as const), text: words, url: fc.oneof(nasty, fc.webUrl()) }),
    fc.record({ kind: fc.constant('person' as const), id: fc.constantFrom('ada', 'bob'), name: words }),
    fc.record({
      kind: fc.constant('time' as const),
      at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
      as: fc.constantFrom('clock', 'day', 'moment'),
    }),
  );
  const text = fc.array(span, { maxLength: 3 });
  const button = fc.record(
    {
      label: words.map((label) => label.slice(0, 40) || 'x'),
      does: fc.constantFrom(
        { do: 'claim', ticket: 'INC-1' } as const,
        { do: 'show-form', draft: { do: 'claim' } } as const,
      ),
      confirm: fc.record({ title: words, text: words, yes: fc.constant('Yes'), no: fc.constant('No') }),
    },
    { requiredKeys: ['label', 'does'] },
  );
  const part: fc.Arbitrary<Part> = fc.oneof(
    fc.record({ kind: fc.constantFrom('text' as const, 'note' as const), text }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: words, value: text }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(text, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.constant(['One', 'Two']),
      rows: fc.array(fc.tuple(text, text), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('quote' as const), text: words }),
    fc.record({
      kind: fc.constant('progress' as const),
      steps: fc.array(fc.record({ label: text, state: fc.constantFrom('done', 'now', 'next', 'failed') }), {
        maxLength: 8,
      }),
    }),
    fc.record({
      kind: fc.constant('buttons' as const),
      buttons: fc.array(button as fc.Arbitrary<never>, { maxLength: 9 }),
    }),
  );
  const anyCard = fc.record({ for: fc.constant(viewer), title: words, parts: fc.array(part, { maxLength: 5 }) });
  const draw = (card: Card) => renderCard(card, (id) => (id === 'ada' ? 'aad-ada' : undefined));

  test('is valid and small enough to send', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const drawn = json(draw(card));
        expect(problemsOf(drawn)).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThanOrEqual(25 * 1024);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('reads nothing that a person typed as markup', () => {
    const desksOwn = /^[^*_`[\]<>\\~|{}]*(<at>[^<>]*<\/at>[^*_`[\]<>\\~|{}]*)*$/u;
    fc.assert(
      fc.property(anyCard, (card) => {
        for (const element of elementsOf(draw(card))) {
          if (element['type'] === 'TextBlock') expect(String(element['text'])).toMatch(desksOwn);
          if (element['type'] === 'TextRun') expect(String(element['text'])).not.toMatch(/\{\{(DATE|TIME)\(/);
          if (element['type'] === 'Action.OpenUrl') expect(String(element['url'])).toMatch(/^(https?:\/\/|mailto:)/i);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('that had to be cut says so and keeps its buttons', () => {
    const long: Part = { kind: 'quote', text: 'x'.repeat(200).concat('\n').repeat(300) };
    const drawn = json(
      draw(cardOf(long, long, { kind: 'buttons', buttons: [{ label: 'Claim', does: { do: 'help' } }] })),
    );
    expect(linesOf(drawn).at(-1)).toBe('The rest was too long to show here.');
    expect(elementsOf(drawn).some(({ title }) => title === 'Claim')).toBe(true);
  });
});
