/** Administrators import people by CSV: every row is read, shown and only then taken. */
import * as fc from 'fast-check';
import { OpenQuote, readCsv } from '../../src/directory/csv.js';
import { countsOf, planOf, type Known, type Planned } from '../../src/directory/import.js';
import { cardOf, openDesk, said } from '../kit/open-desk.js';

const nobody: Known = { by: () => undefined, isPerson: () => false };
const rowsOf = (text: string, known = nobody): readonly Planned[] => {
  const plan = planOf(text, known);
  if ('wrong' in plan) throw new Error(JSON.stringify(plan.wrong));
  return plan.rows;
};

test.each([
  ['a mark of the order of bytes and CRLF', '\uFEFFname,email\r\nAda,a@x.example\r\n'],
  ['semicolons', 'name;email\nAda;a@x.example'],
  ['tabs and empty lines', '\nname\temail\n\nAda\ta@x.example\n\n'],
  ['quotes, with what they protect', '"name","email"\n"Ada",  "a@x.example"\n'],
  ['old line ends', 'name,email\rAda,a@x.example'],
])('CSV with %s', (_, text) => {
  expect(readCsv(text).map(({ cells }) => cells)).toEqual([
    ['name', 'email'],
    ['Ada', 'a@x.example'],
  ]);
});

test('quotes hold commas, quotes and line ends; lines are counted as they stand in the file', () => {
  expect(readCsv('a,b\n"one, ""two""\nthree",4\n5,6')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['one, "two"\nthree', '4'] },
    { line: 4, cells: ['5', '6'] },
  ]);
  expect(() => readCsv('a,b\n1,2\n"x,3\n4,5')).toThrow(OpenQuote);
});

test('whatever cells there are, they are read as they were written', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('\0', '').trim());
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  const written = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (cells, sign, end) => {
      const text = [['x', 'y'], ...cells].map((row) => row.map(written).join(sign)).join(end);
      const wanted = cells.filter((row) => row.some((each) => each !== ''));
      expect(
        readCsv(text)
          .slice(1)
          .map((row) => row.cells),
      ).toEqual(wanted);
    }),
  );
});

test.each<[string, string, object]>([
  ['too few cells', 'Ada', { why: 'cells', has: 1, needs: 3 }],
  ['no address', 'Ada,,', { why: 'noEmail' }],
  ['a bad address', 'Ada,ada at x,', { why: 'badEmail', said: 'ada at x' }],
  ['an address twice', 'Bea,KNOWN@x.example,', { why: 'twice', before: 2 }],
  ['an unknown manager', 'Ada,a@x.example,nobody@x.example', { why: 'manager', said: 'nobody@x.example' }],
  ['their own manager', 'Ada,a@x.example,A@x.example', { why: 'ownManager' }],
])('a row with %s is refused, and the others are not', (_, row, wrong) => {
  const rows = rowsOf(`name,email,manager\nKim,known@x.example,\n${row}\nLou,lou@x.example,known@x.example`);
  expect(rows.map(({ what }) => what)).toEqual(['add', 'wrong', 'add']);
  expect(rows[1]).toMatchObject({ line: 3, wrong });
});

test.each([
  ['', { why: 'noEmailColumn' }],
  ['name\nAda', { why: 'noEmailColumn' }],
  ['name,email', { why: 'empty' }],
  ['email,shoe size\na@x.example,42', { why: 'unknownColumn', name: 'shoe size' }],
  ['email\n"a@x.example', { why: 'quote', line: 2 }],
])('the whole is refused: %j', (text, wrong) => {
  expect(planOf(text, nobody)).toEqual({ wrong });
});

test('columns in Chinese, and what is said of each', () => {
  const [row] = rowsOf(
    '姓名;邮箱;部门;上级;工号;语言;时区;在职\n李雷;Li@x.example;财务;boss@x.example;17;zh;Asia/Shanghai;是',
    {
      ...nobody,
      isPerson: (called) => called === 'boss@x.example',
    },
  );
  expect(row).toEqual({
    line: 2,
    what: 'add',
    said: {
      userName: 'li@x.example',
      emails: [{ value: 'li@x.example', type: 'work', primary: true }],
      active: true,
      displayName: '李雷',
      preferredLanguage: 'zh',
      timezone: 'Asia/Shanghai',
      enterprise: { department: '财务', employeeNumber: '17', manager: { value: 'boss@x.example' } },
    },
  });
});

test('fifty thousand rows are read within a few seconds, and said to be the same when they are', () => {
  const text = ['name,email', ...Array.from({ length: 50_000 }, (_, at) => `P ${at},p${at}@x.example`)].join('\n');
  const first = rowsOf(text);
  const saids = new Map(first.flatMap((row) => (row.what === 'add' ? [[row.said.userName, row.said] as const] : [])));
  const again = rowsOf(text, { by: (email) => ({ id: email, said: saids.get(email)! }), isPerson: () => false });
  expect([countsOf(first), countsOf(again)]).toEqual([
    { add: 50_000, change: 0, same: 0, wrong: 0 },
    { add: 0, change: 0, same: 50_000, wrong: 0 },
  ]);
});

describe('in chat', () => {
  const desk = openDesk(() => []);
  const CSV =
    'name,email,manager,department\nRita Import,rita@x.example,manager@example.com,Sales\n' +
    'Sven Import,sven@x.example,rita@x.example,\nEmma,employee@example.com,,\nNo,not an address,,';

  test('an administrator sees every row before anything is changed, confirms, and the people are there', async () => {
    const house = await desk();
    const { form } = (await house.say('admin', 'import people')) as { form: Parameters<typeof house.submit>[1] };
    const preview = cardOf(await house.submit('admin', form, { rows: CSV }));
    expect(said({ kind: 'card', card: preview })).toMatch(
      /2 new, 0 changed, 0 as they are, 2 with errors.*Row 4: stands in people.yaml.*Row 5: not an address is no.*Row 2: new: Rita/s,
    );
    expect(said(await house.say('admin', 'directory'))).toMatch(/Nobody is provided yet/);
    const pressed = await house.press('admin', /Import 2/, preview);
    expect(said(pressed)).toBe('Imported: 2 new, 0 changed.');
    expect(said(await house.press('admin', /Import 2/, preview))).toMatch(/has imported these rows already/);
    expect(said(await house.say('admin', 'directory'))).toMatch(/10 here: 2 provided, 8 from people.yaml/);
    expect(said(await house.say('admin', 'directory @sven'))).toMatch(/Manager.*Rita Import/s);
    expect(said(await house.say('admin', '通讯录'))).toMatch(/Directory|通讯录/);
    const again = cardOf(await house.submit('admin', form, { rows: CSV.replace('Sales', 'Marketing') }));
    expect(said({ kind: 'card', card: again })).toMatch(/0 new, 1 changed, 1 as they are.*Rita Import: department/s);
  });

  test('rows that cannot be read come back with the reason, as they were typed', async () => {
    const house = await desk();
    const { form } = (await house.say('admin', '导入人员')) as { form: Parameters<typeof house.submit>[1] };
    const answer = await house.submit('admin', form, { rows: 'email,shoe size\na@x.example,42' });
    expect(answer).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'rows', message: expect.stringMatching(/shoe size/) }],
    });
    expect(answer).toMatchObject({ form: { fields: [{ value: 'email,shoe size\na@x.example,42' }] } });
  });

  test('nobody but an administrator may', async () => {
    const house = await desk();
    for (const [who, words] of [
      ['employee', 'directory'],
      ['lead', 'import people'],
      ['security', '通讯录'],
    ] as const)
      expect((await house.say(who, words)).kind).toBe('refused');
  });
});
