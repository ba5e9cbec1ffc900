/** How a group stands, counted from tickets as people made them. */
import { tally } from '../../src/tickets/queue/tally.js';
import type { WaitCause } from '../../src/sla/sla.js';
import { reply } from '../../src/tickets/transitions.js';
import { edit } from '../../src/tickets/work/triage.js';
import { wait } from '../../src/tickets/work/waiting.js';
import { after, at, by, claimed, house, inProgress, newTicket } from './people.js';

const held = (cause: WaitCause = 'supplier') =>
  after(inProgress(), (ticket) => wait(ticket, by('agent', at('mon', '09:30')), house, { cause, reason: 'x' }));
const tonight = at('tue', '00:00');

test.each([
  ['at once', at('mon', '09:45'), { overdue: 0, today: 2 }],
  ['when the first responses are late', at('mon', '14:00'), { overdue: 2, today: 0 }],
])('counts what is open %s', (_, now, due) => {
  const counts = tally([newTicket(), claimed(), held()], now, tonight);
  expect(counts).toMatchObject({ open: 3, priorities: { P3: 3 }, unclaimed: 1, waiting: { supplier: 1 }, ...due });
});

test('what stands still does not become overdue, and what was overdue before stays so', () => {
  expect(tally([held('user')], at('fri', '17:00'), at('fri', '23:00')).overdue).toBe(0);
  const late = after(newTicket(), (ticket) =>
    wait(ticket, by('agent', at('tue', '15:00')), house, { cause: 'supplier', reason: 'x' }),
  );
  expect(tally([late], at('tue', '16:00'), at('wed', '00:00')).overdue).toBe(1);
});

test('the next word to the requester falls due while a supplier is waited for', () => {
  const urgent = after(inProgress(), (ticket) =>
    edit(ticket, by('agent', at('mon', '09:20')), house, { priority: 'P2' }),
  );
  const told = after(urgent, (ticket) => reply(ticket, by('agent', at('mon', '09:25')), house, 'We are on it'));
  const waiting = after(told, (ticket) =>
    wait(ticket, by('agent', at('mon', '09:30')), house, { cause: 'supplier', reason: 'x' }),
  );
  expect(tally([waiting], at('fri', '17:00'), at('fri', '23:00')).overdue).toBe(1);
});

test('names what is overdue, for longest first', () => {
  const newer = { ...newTicket(at('mon', '11:00')), _id: 'INC-7' };
  const { late, overdue } = tally([newer, newTicket(), held('user')], at('wed', '10:00'), tonight);
  expect([overdue, late.map(({ id }) => id)]).toEqual([2, ['INC-1', 'INC-7']]);
});

test('names the oldest', () => {
  const older = { ...newTicket(at('mon', '08:00')), _id: 'INC-7' };
  expect(tally([newTicket(), older, claimed()], at('mon', '10:00'), tonight).oldest?.id).toBe('INC-7');
  expect(tally([], at('mon', '10:00'), tonight).oldest).toBeUndefined();
});
