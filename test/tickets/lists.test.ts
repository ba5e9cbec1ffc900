/** Many tickets at once, over a real store: who finds what, and steps done with several. */
import type { Card, Field } from '../../src/card.js';
import { understand } from '../../src/language/understand.js';
import { complete } from '../../src/language/command.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { at, directory, house, MONDAY } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn } from './room.js';

const room = openRoom();

async function filled() {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers['open-ticket']({ ...vpn, title: '打印机坏了', urgency: 'high' }, as('owner'));
  return desk;
}
type Desk = Awaited<ReturnType<typeof filled>>;
const found = async (desk: Desk, words: string, who: string) =>
  textOf((await shown(desk.handlers.find({ do: 'find', words }, as(who)))).parts).match(/INC-\d+(?= )/g) ?? [];

it('finds what a person may see, and nothing else', async () => {
  const desk = await filled();
  expect(await found(desk, 'vpn', 'employee')).toEqual(['INC-1']);
  expect(await found(desk, '打印', 'employee')).toEqual([]);
  expect(await found(desk, '打印', 'owner')).toEqual(['INC-2']);
  expect(await found(desk, '打印', 'agent')).toEqual(['INC-2']);
  expect((await found(desk, 'state:open', 'agent')).toSorted()).toEqual(['INC-1', 'INC-2']);
  expect(await found(desk, 'person:owner', 'agent')).toEqual(['INC-2']);
  expect(await found(desk, 'vpn state:closed', 'agent')).toEqual([]);
  await desk.handlers.watch({ do: 'watch', ticket: 'INC-1', person: 'security' }, as('agent'));
  expect(await found(desk, 'vpn', 'security')).toEqual(['INC-1']);
  expect(await answer(desk.handlers.find({ do: 'find', words: 'group:legal' }, as('agent')))).toMatch(
    /no group “legal”/,
  );
});

it.each([
  ['state:new person:Emma Chen vpn', ['INC-1']],
  ['状态:新建 人员:@Emma Chen', ['INC-1']],
  ['状态：新建，人员：“Olga Petrova”', ['INC-2']],
  ['打印机 状态：未完结', ['INC-2']],
  ['组:IT 服务台 打印', ['INC-2']],
  ['group:IT service desk vpn', ['INC-1']],
  ['vpn 状态:处理中', []],
  ['state:in progress', []],
])('understands filters in both languages: %s', async (words, ids) => {
  expect(await found(await filled(), words, 'agent')).toEqual(ids);
});

it.each([
  ['state:frozen vpn', /no state “frozen”. States: open, new/],
  ['状态:冻结', /no state “冻结”/],
])('names a state that is none: %s', async (words, said) => {
  const desk = await filled();
  expect(await answer(desk.handlers.find({ do: 'find', words }, as('agent')))).toMatch(said);
});

describe('a queue', () => {
  /** In the order in which they are opened, an hour apart: P3, P1, P4, P2; and one of P2 that waits. */
  async function queued() {
    const desk = await room();
    const levels = [
      ['low', 'medium'],
      ['high', 'high'],
      ['low', 'low'],
      ['medium', 'high'],
      ['medium', 'high'],
    ] as const;
    for (const [index, [impact, urgency]] of levels.entries()) {
      time.now = at('mon', `${9 + index}:00`.padStart(5, '0'));
      const who = ['employee', 'owner'][index % 2]!;
      await desk.handlers['open-ticket']({ ...vpn, title: `Trouble ${index}`, impact, urgency }, as(who));
    }
    const held = { do: 'wait', ticket: 'INC-5', cause: 'user', reason: 'Which floor?' } as const;
    await desk.handlers.wait(held, as('agent'));
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-4' }, as('agent'));
    time.now = at('mon', '14:00');
    return desk;
  }
  const of = async (desk: Desk, only?: string) =>
    shown(desk.handlers.queue({ do: 'queue', ...(only ? { only } : {}) }, as('agent')));
  const idsOf = (card: Card) => textOf(card.parts).match(/INC-\d+(?= Trouble)/g) ?? [];

  it('begins with what is critical, goes on by what is due next, and ends with what waits', async () => {
    const desk = await queued();
    // First responses: P3 13:30, P2 (of noon) 14:30, P4 of the next day; and the second P2 waits for an answer.
    expect(idsOf(await of(desk))).toEqual(['INC-2', 'INC-1', 'INC-4', 'INC-3', 'INC-5']);
    // Once answered, the next word to the requester or the solution is next.
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-4', text: 'We look.' }, as('agent'));
    expect(idsOf(await of(desk))).toEqual(['INC-2', 'INC-1', 'INC-3', 'INC-4', 'INC-5']);
  });

  it('says of each who asks, how old it is and what is due', async () => {
    const lines = textOf((await of(await queued())).parts);
    expect(lines).toMatch(/P1 INC-2 Trouble 1 · Olga Petrova, 4 h old · New, nobody yet · (due|overdue)/);
    expect(lines).toMatch(/P2 INC-4 Trouble 3 · Olga Petrova, 2 h old · Assigned, Alex Weber · due Mon 23 Nov, 14:30/);
  });

  it.each([
    ['mine', ['INC-4']],
    ['unclaimed', ['INC-2', 'INC-1', 'INC-3', 'INC-5']],
    ['waiting', ['INC-5']],
    ['overdue', ['INC-2', 'INC-1']],
    ['P2', ['INC-4', 'INC-5']],
    ['P1 P4', ['INC-2', 'INC-3']],
    ['older 3h', ['INC-2', 'INC-1']],
    ['P2 unclaimed', ['INC-5']],
    ['mine waiting', []],
  ])('shows only what is %s', async (only, ids) => {
    const desk = await queued();
    const card = await of(desk, only);
    expect(idsOf(card)).toEqual(ids);
    expect(card.title).toMatch(/^Queue: IT service desk · /);
    if (ids.length === 0) expect(textOf(card.parts)).toMatch(/No open ticket of this group is mine, waiting\./);
  });

  it('keeps its filters on the next page, and offers others', async () => {
    const desk = await room();
    for (let count = 0; count < 11; count++) await desk.handlers['open-ticket'](vpn, as('employee'));
    const all = (card: Card) => card.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
    const card = await of(desk, 'unclaimed');
    expect(all(card).find(({ label }) => label === 'Next')?.does).toEqual({
      do: 'queue',
      group: 'it',
      only: 'unclaimed',
      page: 2,
    });
    expect(all(card).map(({ label }) => label)).toEqual(expect.arrayContaining(['All', 'Mine', 'Overdue', 'Waiting']));
  });

  it('is of any group by any of its names', async () => {
    const desk = await queued();
    for (const said of ['it', 'IT service desk P1', 'IT 服务台']) {
      const command = understand(`queue ${said}`, { commanded: true }) as { do: 'queue' };
      expect(await answer(desk.handlers.queue(command, as('agent')))).toMatch(/^Queue: IT service desk/);
    }
  });

  it.each(['mien', 'frozen', 'mine burning'])('names what is neither a group nor a filter: %s', async (said) => {
    const desk = await queued();
    const command = understand(`queue ${said}`, { commanded: true }) as { do: 'queue' };
    expect(await answer(desk.handlers.queue(command, as('agent')))).toMatch(
      new RegExp(`neither a group nor a filter “${said.replace('mine ', '')}”. Groups: it, network|Groups: it`),
    );
  });
});

it('lists a queue by priority, for agents of the group', async () => {
  const desk = await filled();
  await desk.handlers.edit({ do: 'edit', ticket: 'INC-2', priority: 'P1' }, as('agent'));
  const queue = await shown(desk.handlers.queue({ do: 'queue' }, as('agent')));
  expect(queue.title).toBe('Queue: IT service desk');
  expect(textOf(queue.parts).match(/P\d INC-\d/g)).toEqual(['P1 INC-2', 'P3 INC-1']);
  expect(await answer(desk.handlers.queue({ do: 'queue' }, as('employee')))).toMatch(
    /Only agents of this group can do this/,
  );
  expect(await answer(desk.handlers.queue({ do: 'queue', group: 'network' }, as('agent')))).toMatch(
    /Only agents of this group/,
  );
});

const onLeave = { from: MONDAY, until: at('wed', '00:00') };
const shorthanded = openRoom({
  ...house,
  staffing: staffingOf(directory, () => ({ ...nothingAgreed, leave: new Map([['agent', [onLeave]]]) })),
});

it('says until when whoever has a ticket is away', async () => {
  const desk = await shorthanded();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  const said = async () => {
    const cards = [
      desk.handlers.queue({ do: 'queue' }, as('lead')),
      desk.handlers.find({ do: 'find', words: 'vpn' }, as('lead')),
      desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('lead')),
      desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('employee')),
    ];
    const texts = cards.map(async (card) => textOf((await shown(card)).parts));
    return Promise.all([...texts, desk.mine(as('employee')).then(textOf)]);
  };
  for (const text of await said()) expect(text).toMatch(/Alex Weber.* \(away until .*25/);
  time.now = at('wed', '09:00');
  for (const text of await said()) expect(text).not.toMatch(/away/);
});

it('does one step with several, and says of each what came of it', async () => {
  const desk = await filled();
  const bulk = (action: 'claim' | 'priority' | 'assign', value?: string) =>
    desk.handlers.bulk(
      { do: 'bulk', tickets: 'INC-1, inc-2 and INC-9', action, ...(value ? { value } : {}) },
      as('agent'),
    );
  const claimed = await shown(bulk('claim'));
  expect(claimed.title).toBe('2 of 3 done');
  expect(textOf(claimed.parts)).toBe(
    'INC-1 is yours\nINC-2 is yours\nINC-9 There is no ticket INC-9 that you can see.',
  );
  expect(await answer(bulk('priority', 'P9'))).toMatch(/needs a value/);
  expect((await shown(bulk('priority', 'p1'))).title).toBe('2 of 3 done');
});

it('asks one thing after the other: which tickets, what to do, and only what that needs', async () => {
  const desk = await filled();
  const context = () => as('lead');
  const first = await desk.forms.bulk({ do: 'bulk', among: 'INC-1 INC-2' }, context());
  expect(first.fields.map(({ name }) => name)).toEqual(['tickets', 'action']);
  const asked = async (action: string): Promise<Field & { choices?: unknown }> => {
    const { data } = complete(first.draft, { tickets: 'INC-1,INC-2', action });
    if (data?.do !== 'bulk') throw new Error('the form makes no step');
    const next = await desk.handlers.bulk(data, context());
    if (next.kind !== 'form') throw new Error('nothing was asked');
    expect(next.form.fields).toHaveLength(1);
    expect(next.form.fields[0]!.optional).toBeUndefined();
    return next.form.fields[0]!;
  };
  expect(await asked('assign')).toMatchObject({
    kind: 'choice',
    choices: expect.arrayContaining([{ value: 'agent2', label: 'Bao Li' }]),
  });
  expect(await asked('priority')).toMatchObject({
    kind: 'choice',
    choices: [{ value: 'P1' }, { value: 'P2' }, { value: 'P3' }, { value: 'P4' }],
  });
  expect(await asked('merge')).toMatchObject({ kind: 'line' });
  expect(await asked('resolve')).toMatchObject({ kind: 'paragraph' });
  const assign = { do: 'bulk', tickets: 'INC-1,INC-2', action: 'assign', value: 'agent2' } as const;
  expect(textOf((await shown(desk.handlers.bulk(assign, context()))).parts)).toBe(
    'INC-1 is assigned to Bao Li\nINC-2 is assigned to Bao Li',
  );
});

it('shows whom the first solution of an agent goes to before several tickets are resolved', async () => {
  const desk = await filled();
  const typed = { do: 'bulk', tickets: 'INC-1,INC-2', action: 'resolve', value: 'New certificate' } as const;
  const preview = await desk.handlers.bulk(typed, as('lead'));
  if (preview.kind !== 'form') throw new Error('it was not shown first');
  expect(textOf([{ kind: 'text', text: preview.form.intro! }])).toMatch(
    /INC-1[\s\S]*INC-2[\s\S]*Emma Chen, Olga Petrova will read/,
  );
  expect((await desk.ledger.load('INC-1'))!.state).not.toBe('resolved');
  const { data } = complete(preview.form.draft, { value: 'New certificate' });
  expect(await answer(desk.handlers.bulk(data as typeof typed, as('lead')))).toBe('2 of 2 done');
  const known = await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Done' }, as('lead'));
  expect(known.kind).toBe('done');
});

const severalOf = (card: Card) => {
  const all = card.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  const does = all.find(({ label }) => label === 'Several at once')?.does;
  return does?.do === 'show-form' && does.draft.do === 'bulk' ? does.draft : undefined;
};

it('offers the listed tickets to choose from, and no others', async () => {
  const desk = await filled();
  for (const list of [
    desk.handlers.queue({ do: 'queue' }, as('agent')),
    desk.handlers.find({ do: 'find', words: 'state:open' }, as('agent')),
  ]) {
    const form = await desk.forms.bulk(severalOf(await shown(list))!, as('agent'));
    expect(form.fields[0]).toMatchObject({
      name: 'tickets',
      kind: 'several',
      choices: expect.arrayContaining([{ value: 'INC-1', label: 'P3 INC-1 · VPN keeps dropping' }]),
    });
    expect(complete(form.draft, { tickets: 'INC-2', action: 'claim' }).data).toMatchObject({ tickets: 'INC-2' });
    expect(complete(form.draft, { action: 'claim' }).success).toBe(false);
  }
  const own = await shown(desk.handlers.find({ do: 'find', words: 'vpn' }, as('employee')));
  expect(severalOf(own)).toBeUndefined();
  const [which] = (await desk.forms.bulk({ do: 'bulk', tickets: 'INC-1 INC-2' }, as('employee'))).fields;
  expect(which).toMatchObject({ kind: 'several', choices: [{ value: 'INC-1' }] });
  expect((await desk.forms.bulk({ do: 'bulk' }, as('agent'))).fields[0]).toMatchObject({ kind: 'paragraph' });
});

it('has the history of a ticket say what was merged, and leads words on', async () => {
  const desk = await filled();
  expect(await answer(desk.handlers.merge({ do: 'merge', ticket: 'INC-1', into: 'INC-2' }, as('agent')))).toBe(
    'INC-1 is now part of INC-2.',
  );
  await desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'It is back' }, as('employee'));
  const into = (await desk.ledger.load('INC-2'))!;
  expect(into.history.map(({ what }) => what)).toEqual(['opened', 'absorbed', 'commented']);
  expect(into.followers).toEqual([{ id: 'employee', name: 'Emma Chen' }]);
  expect((await desk.ledger.load('INC-1'))!.due).toBeUndefined();
});

it('asks a person to rate at most once a week', async () => {
  const desk = await filled();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  for (const ticket of ['INC-1', 'INC-3'])
    await desk.handlers.resolve({ do: 'resolve', ticket, summary: 'ok' }, as('agent'));
  expect((await desk.ledger.load('INC-1'))!.surveyed).toBeDefined();
  expect((await desk.ledger.load('INC-3'))!.resolution!.unasked).toBe(true);
  time.now = new Date(MONDAY.getTime() + 7 * 86_400_000);
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-4', summary: 'ok' }, as('agent'));
  expect((await desk.ledger.load('INC-4'))!.resolution!.unasked).toBeUndefined();
});

it('asks again at once when the survey was cancelled by reopening', async () => {
  const desk = await filled();
  const ask = async (ticket: string) => {
    await desk.handlers.resolve({ do: 'resolve', ticket, summary: 'ok' }, as('agent'));
    return !(await desk.ledger.load(ticket))!.resolution!.unasked;
  };
  expect(await ask('INC-1')).toBe(true);
  await desk.handlers.reopen({ do: 'reopen', ticket: 'INC-1' }, as('employee'));
  const old = { do: 'rate', ticket: 'INC-1', resolution: 1, score: 5 } as const;
  expect(await answer(desk.handlers.rate(old, as('employee')))).toMatch(/INC-1/);
  expect((await desk.ledger.load('INC-1'))!.surveyed).toBeUndefined();
  expect(await ask('INC-1')).toBe(true);
});

it('shows an agent’s first typed reply, and each template, before it is sent', async () => {
  const desk = await filled();
  const typed = () => desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Hello' }, as('lead'));
  expect(await answer(typed())).toBe('form');
  expect((await desk.ledger.load('INC-1'))!.history).toHaveLength(1);
  const sent = { do: 'reply', ticket: 'INC-1', template: 'on-it', checked: 'yes' } as const;
  const preview = await desk.handlers.reply(sent, as('lead'));
  expect((await desk.ledger.load('INC-1'))!.history).toHaveLength(1);
  if (preview.kind !== 'form') throw new Error('the template was not shown');
  const [{ name, value: text = '' }, ...more] = preview.form.fields as [Field];
  expect([name, ...more]).toEqual(['text']);
  expect(text).toMatch(/^Hello Emma Chen, Lena Schmidt is/);
  const read = { do: 'reply', ticket: 'INC-1', text, checked: 'yes' } as const;
  expect(await answer(desk.handlers.reply(read, as('lead')))).toMatch(/^Sent to Emma Chen/);
  expect(await answer(typed())).toMatch(/^Sent to/);
});

it('takes words as the answer for as long as a ticket waits for their writer', async () => {
  const desk = await filled();
  const held = { do: 'wait', ticket: 'INC-1', cause: 'user', reason: 'Which floor?' } as const;
  await desk.handlers.wait(held, as('agent'));
  time.now = at('fri', '09:00');
  expect(await desk.awaiting('employee')).toBe('INC-1');
  await desk.handlers.resume({ do: 'resume', ticket: 'INC-1' }, as('agent'));
  expect(await desk.awaiting('employee')).toBeUndefined();
});

it('opens a ticket on behalf of somebody, for agents alone', async () => {
  const desk = await filled();
  const asked = { ...vpn, requester: 'Olga Petrova' };
  expect(await answer(desk.handlers['open-ticket'](asked, as('agent')))).toBe('INC-3 is open for Olga Petrova.');
  expect(await desk.ledger.load('INC-3')).toMatchObject({ requester: { id: 'owner' }, openedBy: { id: 'agent' } });
  for (const person of ['employee', 'security'])
    expect(await answer(desk.handlers['open-ticket'](asked, as(person)))).toMatch(
      /Only agents can open a ticket for somebody else/,
    );
  const fields = async (person: string) =>
    (await desk.forms['open-ticket']({ do: 'open-ticket' }, as(person))).fields.map(({ name }) => name);
  expect(await fields('agent')).toContain('requester');
  expect(await fields('security')).not.toContain('requester');
});

it('offers a follow-up instead of opening again what is closed, and keeps the words', async () => {
  const desk = await filled();
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'ok' }, as('agent'));
  await desk.handlers.close({ do: 'close', ticket: 'INC-1' }, as('employee'));
  expect(await answer(desk.handlers.reopen({ do: 'reopen', ticket: 'INC-1' }, as('employee')))).toBe('INC-1 is closed');
  const said = { do: 'comment', ticket: 'INC-1', words: 'It is back' } as const;
  expect(await answer(desk.handlers.comment(said, as('employee')))).toBe('INC-1 is closed');
  expect((await desk.ledger.load('INC-1'))!.history.at(-1)!.data['words']).toBe('It is back');
});

it('finds a long report by its last words, in Chinese as in English', async () => {
  const desk = await room();
  // Characters in an order that hardly repeats a pair, as the worst of ordinary text does.
  const han = Array.from({ length: 2900 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 7919) % 3000))).join(
    '',
  );
  const details = `${han.replace(/(.{20})/gu, '$1，').slice(0, 2950)}。另外请同时检查门口闸机的指纹模块。`;
  expect(details.length).toBeLessThanOrEqual(3000);
  await desk.handlers['open-ticket']({ ...vpn, details }, as('employee'));
  await desk.handlers['open-ticket'](
    { ...vpn, details: `${'all words are here '.repeat(150)}turnstile` },
    as('employee'),
  );
  expect(await found(desk, '指纹模块', 'agent')).toEqual(['INC-1']);
  expect(await found(desk, '闸机', 'agent')).toEqual(['INC-1']);
  expect(await found(desk, '纹', 'agent')).toEqual(['INC-1']);
  expect(await found(desk, 'turnstile', 'agent')).toEqual(['INC-2']);
});
