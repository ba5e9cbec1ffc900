/** Decision trails over a real store: complete, in order, and for few eyes. */
import mongoose, { type Connection, type Model } from 'mongoose';
import { needRight } from '../../src/door.js';
import type { Context } from '../../src/context.js';
import type { Lang } from '../../src/card.js';
import { createAudit } from '../../src/audit/audit.handlers.js';
import { readDirectory } from '../../src/directory/policy.js';
import type { Ledger, Recorded } from '../../src/history.js';
import { createLedger } from '../../src/ledger.js';
import type { Reply } from '../../src/reply.js';
import { wording } from '../../src/language/wording.js';
import { buttonsOf, said } from '../approvals/rooms.js';
import { ownDatabase } from '../kit/company.js';

const directory = readDirectory('policies');
type Request = Recorded & { state: string };

let connection: Connection;
let ledger: Ledger<Request>;
let model: Model<Request>;
let desk: ReturnType<typeof createAudit>['handlers'];
beforeAll(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
  const schema = new mongoose.Schema(
    { _id: String, state: String },
    { strict: false, versionKey: false, autoIndex: false },
  );
  model = connection.model('requests', schema, 'requests') as unknown as Model<Request>;
  let number = 0;
  ledger = createLedger<Request>('REQ', model, { saved: () => undefined, nextNumber: async () => ++number });
  desk = createAudit({ ledgers: [ledger], directory, mayRead: () => true }).handlers;
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 8, minute));
let deliveries = 0;
const cause = (by: string, minute: number) => ({ by, now: at(minute), origin: `slack:E${++deliveries}` });

/** Emma asks, Marco approves with a reason, the desk grants. */
async function decided(): Promise<Request> {
  const { _id } = await ledger.open(
    { state: 'open' },
    [{ what: 'requested', data: { hours: 8 } }],
    cause('employee', 0),
  );
  const approved = { what: 'approved', data: { step: 'manager', reason: 'The quarter ends.' } };
  await ledger.change(_id, cause('manager', 5), (next) => ({
    next: { ...next, state: 'approved' },
    events: [approved],
  }));
  const granted = (next: Request) => ({ next: { ...next, state: 'active' }, events: [{ what: 'granted' }] });
  return (await ledger.change(_id, { by: 'desk', now: at(6), origin: 'desk:grant' }, granted))!;
}

const as = (person: string, lang: Lang = 'en'): Context => ({
  actor: directory.person(person)!,
  ...cause(person, 30),
  viewer: { lang, zone: 'Europe/Berlin' },
  say: wording[lang],
  place: { platform: 'slack', private: true },
});
async function audit(record: string, act: Context, before?: number): Promise<Reply> {
  const command = { do: 'audit', record, ...(before ? { before } : {}) } as const;
  needRight(act.actor, command);
  return desk.audit(command, act);
}
const lines = async (reply: Promise<Reply>) => (await said(reply)).split('\n').filter((line) => /^\d+ · /.test(line));
const headOf = async (record: string) =>
  /Head after \d+: (\w{16})/.exec(await said(audit(record, as('security'))))?.[1];

test('tells who did what, when, why and through which delivery, in order', async () => {
  const { _id, history } = await decided();
  const trail = await lines(audit(_id, as('security')));
  expect(trail).toHaveLength(3);
  expect(trail).toEqual([
    '1 · 2026-11-23 09:00:00 · Emma Chen requested it, hours 8',
    '2 · 2026-11-23 09:05:00 · Marco Rossi approved it, step manager, reason: “The quarter ends.”',
    '3 · 2026-11-23 09:06:00 · the desk itself granted it',
  ]);
  const card = await said(audit(_id, as('security')));
  expect(card).toMatch(
    /Times are those of Europe\/Berlin\. .*1 \w{16} slack:E\d+; 2 \w{16} slack:E\d+; 3 \w{16} desk:grant; /,
  );
  expect(card).toContain(history[0]!.origin);
});

test('tells what was changed from what to what, whatever it was, in the words of its reader', async () => {
  const { _id } = await decided();
  const data = {
    who: { id: 'agent', name: 'Alex Weber' },
    changes: [{ field: 'priority', from: 'P3', to: 'P1' }],
    until: '2026-11-24T08:00:00.000Z',
    stopped: false,
  };
  const moved = { from: { en: 'IT service desk', zh: 'IT 服务台' }, to: { en: 'Network', zh: '网络组' } };
  const climbed = { steps: [{ target: 'resolution', at: 75, due: at(9) }], late: 3539.966 };
  const ruled = { step: 'owner', verdict: 'rejected', reason: 'Ask in January.' };
  for (const event of [
    { what: 'edited', data },
    { what: 'moved', data: moved },
    { what: 'climbed', data: climbed },
    { what: 'decided', data: ruled },
  ])
    await ledger.change(_id, cause('agent', 8), (next) => ({ next, events: [event] }));
  expect((await lines(audit(_id, as('security')))).slice(3)).toEqual([
    '4 · 2026-11-23 09:08:00 · Alex Weber changed, priority P3 → P1, until 2026-11-24 09:00:00',
    '5 · 2026-11-23 09:08:00 · Alex Weber moved it, IT service desk → Network',
    '6 · 2026-11-23 09:08:00 · Alex Weber escalated it by the SLA policy, Resolution 75 %, late by 59 min',
    '7 · 2026-11-23 09:08:00 · Alex Weber decided a step, step owner, rejected, reason: “Ask in January.”',
  ]);
  expect((await lines(audit(_id, as('security', 'zh')))).slice(3, 5)).toEqual([
    '4 · 2026-11-23 09:08:00 · Alex Weber 修改了，优先级 P3 → P1，至 2026-11-24 09:00:00',
    '5 · 2026-11-23 09:08:00 · Alex Weber 转移了它，IT 服务台 → 网络组',
  ]);
});

test('in Chinese for who reads Chinese', async () => {
  const { _id } = await decided();
  expect(await said(audit(_id, as('security', 'zh')))).toContain('服务台自动');
});

test.each(['employee', 'agent', 'lead', 'manager', 'owner', 'admin'])(
  'is refused to %s, whose record or not',
  async (person) => {
    const { _id } = await decided();
    expect(await said(audit(_id, as(person)))).toMatch(/^refused: Only security officers can do this/);
    expect(await said(audit('REQ-999', as(person)))).toMatch(/^refused: Only security officers can do this/);
  },
);

test('is shown to security officers', async () => {
  const { _id } = await decided();
  expect(await lines(audit(_id, as('security')))).toHaveLength(3);
});

test.each(['REQ-999', 'INC-1', 'CHG-1'])('of %s, which is not there, is not found', async (record) => {
  expect(await said(audit(record, as('security')))).toBe(`refused: There is no record ${record}.`);
});

test('keeps its head while nothing but deliveries happens, and shows when somebody writes into the store', async () => {
  const { _id } = await decided();
  const head = await headOf(_id);
  await model.collection.updateOne({ _id: _id as never }, { $set: { 'history.0.owed': ['person:employee'] } });
  expect(await headOf(_id)).toBe(head);
  await model.collection.updateOne({ _id: _id as never }, { $set: { 'history.1.by': 'owner' } });
  expect(await headOf(_id)).not.toBe(head);
});

describe('words that are too long for the record', () => {
  const text = `It began on Monday. ${'y'.repeat(9_000)}`;
  const told = async () => {
    const { _id } = await ledger.open({ state: 'open' }, [{ what: 'noted', data: { text } }], cause('agent', 0));
    return { _id, line: async () => (await lines(audit(_id, as('security'))))[0] };
  };
  const texts = () => connection.collection<{ _id: string; text: string }>('texts');

  test('are shown by their beginning, with how long they are', async () => {
    const { line } = await told();
    expect(await line()).toMatch(/noted for agents only, “It began on Monday\. y+…” \(9020 characters\)/);
  });

  test('are told to be others when somebody changes them, or takes them away, though the chain holds', async () => {
    const { _id, line } = await told();
    const head = await headOf(_id);
    const own = { _id: new RegExp(`^${_id}\\|`) } as never;
    await texts().updateOne(own, { $set: { text: `${text} Not.` } });
    expect(await line()).toMatch(/its full text is missing or was altered/);
    await texts().deleteOne(own);
    expect(await line()).toMatch(/its full text is missing or was altered/);
    expect(await headOf(_id)).toBe(head);
  });
});

test('of what an auditor may not read tells who did what and when, and nothing else', async () => {
  const { _id } = await decided();
  const blind = createAudit({ ledgers: [ledger], directory, mayRead: () => false }).handlers;
  const card = await said(blind.audit({ do: 'audit', record: _id }, as('security')));
  expect(card).toContain('This ticket is confidential');
  const shown = card.split('\n').filter((line) => /^\d+ · /.test(line));
  expect(shown[1]).toBe('2 · 2026-11-23 09:05:00 · Marco Rossi approved it');
  expect(card).not.toMatch(/quarter|slack:E/);
  expect(await headOf(_id)).toBe(/Head after 3: (\w{16})/.exec(card)![1]);
});

test('a long one is read page by page, nothing left out', async () => {
  const { _id } = await decided();
  for (let count = 0; count < 40; count++)
    await ledger.change(_id, cause('agent', 10), (next) => ({ next, events: [{ what: `note-${count}` }] }));
  const seen: string[] = [];
  for (let before: number | undefined; ;) {
    const reply = await audit(_id, as('security'), before);
    seen.unshift(...(await lines(Promise.resolve(reply))));
    const [earlier] = reply.kind === 'card' ? buttonsOf(reply.card) : [];
    if (earlier?.does.do !== 'audit') break;
    before = earlier.does.before;
  }
  expect(seen.map((line) => Number(line.split(' · ')[0]))).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
});

test('what people typed is shown as they typed it, long texts cut, and the chain covers all of it', async () => {
  const text = `<!channel> *bold* ${'x'.repeat(3000)}`;
  const { _id } = await ledger.open({ state: 'open' }, [{ what: 'noted', data: { text } }], cause('agent', 0));
  const [line] = await lines(audit(_id, as('security')));
  expect(line).toContain('<!channel> *bold* xxx');
  expect(line!.length).toBeLessThan(500);
  const head = await headOf(_id);
  await model.collection.updateOne({ _id: _id as never }, { $set: { 'history.0.data.text': `${text}y` } });
  expect(await headOf(_id)).not.toBe(head);
});
