import type { Ledger } from '../../src/history.js';
import { createRecent, type Known } from '../../src/tickets/recent.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import { at, newTicket } from './people.js';

const NOON = at('mon', '12:00');
const MORNING = at('mon', '09:00');

function recentOf(stored: Ticket[]) {
  const reads: { answer(): void; fail(): void }[] = [];
  const recent = createRecent(
    ['it'],
    () =>
      new Promise<Known[]>((resolve, reject) =>
        reads.push({ answer: () => resolve(stored), fail: () => reject(new Error('the store is away')) }),
      ),
  );
  const ledger = recent.watching({
    open: async (own: Ticket) => own,
    change: async (_: string, ticket: unknown) => ticket,
  } as unknown as Ledger<Ticket>);
  const save = (ticket: Ticket) => ledger.open(ticket, [], { by: 'desk', now: NOON, origin: '1' });
  const told = async (since = MORNING) => (await recent.since(since)).map(({ _id, state }) => `${_id} ${state}`);
  return { reads, save, told };
}
const ticket = (number: number, more: Partial<Ticket> = {}): Ticket => ({
  ...newTicket(),
  _id: `INC-${number}`,
  group: 'it',
  opened: NOON,
  ...more,
});

test('a crowd’s tickets are compared with those before them, which are read once', async () => {
  const { reads, save, told } = recentOf([ticket(1)]);
  const crowd = Promise.all([told(), told(), told()]);
  await save(ticket(2));
  reads[0]!.answer();
  expect(await crowd).toEqual([
    ['INC-2 new', 'INC-1 new'],
    ['INC-2 new', 'INC-1 new'],
    ['INC-2 new', 'INC-1 new'],
  ]);
  await save(ticket(3));
  expect(await told()).toEqual(['INC-2 new', 'INC-1 new', 'INC-3 new']);
  expect(reads).toHaveLength(1);
});

test('a ticket that is resolved while it is read is resolved', async () => {
  const { reads, save, told } = recentOf([ticket(1, { version: 4 })]);
  const before = told();
  await save(ticket(1, { version: 5, state: 'resolved' }));
  reads[0]!.answer();
  expect(await before).toEqual(['INC-1 resolved']);
});

test('what went to another group, or is older, is not compared', async () => {
  const { reads, save, told } = recentOf([ticket(1, { version: 4 }), ticket(2, { opened: at('mon', '08:59') })]);
  const before = told();
  reads[0]!.answer();
  expect(await before).toEqual(['INC-1 new']);
  await save(ticket(1, { version: 5, group: 'hr' }));
  expect(await told()).toEqual([]);
});

test('an earlier day, and a store that was away, are asked for anew', async () => {
  const { reads, told } = recentOf([ticket(1)]);
  const failed = told();
  reads[0]!.fail();
  await expect(failed).rejects.toThrow('away');
  const next = told();
  reads[1]!.answer();
  expect(await next).toEqual(['INC-1 new']);
  const earlier = told(new Date(MORNING.getTime() - 24 * 3_600_000));
  reads[2]!.answer();
  expect(await earlier).toEqual(['INC-1 new']);
});
