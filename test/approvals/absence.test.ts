/** An approver on leave: who decides instead, who is told, and that it is still one vote of somebody who may. */
import * as fc from 'fast-check';
import { staffed } from '../../src/approvals/absence.js';
import { awaited } from '../../src/approvals/approval.js';
import { Refusal } from '../../src/refusal.js';
import { stretchOf } from '../../src/staffing/days.js';
import { at, company, policiesWith } from './company.js';
import { openRooms, type Rooms, said } from './rooms.js';

let rooms: Rooms | undefined;
afterEach(() => rooms?.close());

const days = (from: string, to: string) => [stretchOf({ from, to }, 'Europe/Berlin')];
const thisWeek = days('2026-11-23', '2026-11-27');
const office = async (absent: Record<string, ReturnType<typeof days>>, dir?: string) =>
  (rooms = await openRooms({ leave: new Map(Object.entries(absent)), ...(dir ? { dir } : {}) }));

const ask = (desk: Rooms, who = 'employee') =>
  said(
    desk.handlers['request-access'](
      { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' },
      desk.act(who),
    ),
  );
const approve = (desk: Rooms, who: string, step: string, subject = 'REQ-1') =>
  said(desk.handlers.approve({ do: 'approve', subject, step }, desk.act(who)));
const asked = async (desk: Rooms, id = 'REQ-1') =>
  awaited((await desk.load(id)).approval).map(({ id: one, onBehalfOf }) =>
    onBehalfOf ? `${one} for ${onBehalfOf.id}` : one,
  );
const told = async (desk: Rooms, what: string, id = 'REQ-1') =>
  (await desk.load(id)).history.filter((event) => event.what === what).map(({ owed }) => owed);

test('who would decide instead is asked too; the absent and the requester are told', async () => {
  const desk = await office({ manager: thisWeek });
  await ask(desk);
  expect(await asked(desk)).toEqual(['manager', 'security for manager']);
  expect(await told(desk, 'covered')).toEqual([['person:manager', 'person:employee']]);
  expect(await approve(desk, 'security', 'manager')).toMatch('You approved REQ-1');
  const { approval } = await desk.load('REQ-1');
  expect(approval.steps[0]!.decisions).toMatchObject([{ by: { id: 'security' }, onBehalfOf: { id: 'manager' } }]);
  expect(await asked(desk)).toEqual(['owner']);
  expect(await approve(desk, 'manager', 'manager')).toMatch(/refused: Already approved by Sam Okafor/);
});

test('who is away may still decide', async () => {
  const desk = await office({ manager: thisWeek });
  await ask(desk);
  expect(await approve(desk, 'manager', 'manager')).toMatch('You approved REQ-1');
  expect(await approve(desk, 'security', 'manager')).toMatch(/refused: Already approved by Marco Rossi/);
});

test('a delegation that ends or begins meanwhile changes who is asked in that minute', async () => {
  const dir = policiesWith('approvals.yaml', [
    'delegations: []',
    `delegations: [{ of: manager, to: lead, starts: 2026-11-20, ends: 2026-11-23 },
      { of: manager, to: agent2, starts: 2026-11-24, ends: 2026-11-27 }]`,
  ]);
  const desk = await office({}, dir);
  await ask(desk);
  const listed = (who: string) => said(desk.handlers['list-approvals']({ do: 'list-approvals' }, desk.act(who)));
  expect(await asked(desk)).toEqual(['manager', 'lead for manager']);
  await desk.wait(13.9);
  expect(await listed('lead')).toMatch(/REQ-1/);
  await desk.wait(0.2);
  expect(await asked(desk)).toEqual(['manager', 'agent2 for manager']);
  expect(await listed('lead')).not.toMatch(/REQ-1/);
  expect(await listed('agent2')).toMatch(/REQ-1/);
  expect(await approve(desk, 'lead', 'manager')).toMatch(/refused: Your delegation ended/);
  expect(await approve(desk, 'agent2', 'manager')).toMatch('You approved REQ-1');
});

test('a delegate comes before anybody else, as long as they are there', async () => {
  const dir = policiesWith('approvals.yaml', [
    'delegations: []',
    'delegations: [{ of: manager, to: lead, starts: 2026-11-23, ends: 2026-11-27 }]',
  ]);
  const desk = await office({ manager: thisWeek }, dir);
  await ask(desk);
  expect(await asked(desk)).toEqual(['manager', 'lead for manager']);
  await desk.close();
  const empty = await office({ manager: thisWeek, lead: thisWeek }, dir);
  await ask(empty);
  expect(await asked(empty)).toEqual(['manager', 'lead for manager', 'security for manager']);
});

test('nobody stands in who is away, or who asks', async () => {
  const desk = await office({ manager: thisWeek, security: thisWeek });
  await ask(desk);
  expect(await asked(desk)).toEqual(['manager', 'admin for manager']);
  await desk.close();
  const own = await office({ manager: thisWeek });
  await ask(own, 'security');
  expect(await asked(own)).toEqual(['manager', 'admin for manager']);
  expect(await approve(own, 'security', 'manager')).toMatch(/refused: You cannot decide your own request/);
});

test('who decided for somebody away decides no later step, and neither does the absent', async () => {
  const desk = await office({ manager: thisWeek, owner: thisWeek });
  await ask(desk);
  await approve(desk, 'security', 'manager');
  expect(await asked(desk)).toEqual(['owner', 'admin for owner']);
});

test('a request that waits when the leave begins is asked of somebody else, told once, and nobody away is reminded', async () => {
  const desk = await office({ manager: days('2026-11-24', '2026-11-27') });
  await ask(desk);
  expect(await asked(desk)).toEqual(['manager']);
  await desk.wait(20);
  await desk.wait(1);
  expect(await asked(desk)).toEqual(['manager', 'security for manager']);
  expect(await told(desk, 'covered')).toEqual([['person:manager', 'person:employee']]);
  await desk.wait(4);
  expect(await told(desk, 'reminded')).toEqual([['person:security']]);
});

test('on a board, the absent and who stands in have one vote between them', async () => {
  const desk = await office({ manager: thisWeek });
  const change = {
    do: 'open-change',
    title: 'Replace the gateway',
    type: 'normal',
    plan: 'Swap it',
    risk: 'medium',
    rollback: 'Put the old one back',
    starts: '2026-12-05T09:00',
    ends: '2026-12-05T12:00',
  } as const;
  await said(desk.handlers['open-change'](change, desk.act('agent')));
  expect(await asked(desk, 'CHG-1')).toEqual(['lead', 'manager', 'owner', 'security for manager']);
  await approve(desk, 'security', 'board', 'CHG-1');
  expect(await approve(desk, 'manager', 'board', 'CHG-1')).toMatch(/refused: Already approved/);
  expect((await desk.load('CHG-1')).approval.state).toBe('open');
  await approve(desk, 'owner', 'board', 'CHG-1');
  expect((await desk.load('CHG-1')).approval.state).toBe('approved');
});

test('whoever is away, nobody sits who asks or is barred, nobody twice, and no seat is lost', () => {
  const { directory, routes } = company();
  const ids = directory.people.map(({ id }) => id);
  const someone = fc.constantFrom(...ids);
  const steps = ['manager', 'manager-owner-security', 'board', 'emergency'].flatMap((id) => routes.route(id)!.steps);
  fc.assert(
    fc.property(
      fc.constantFrom(...steps),
      someone,
      someone,
      fc.subarray(ids),
      fc.subarray(ids),
      (step, who, owner, absent, no) => {
        const about = { requester: { id: who, name: who }, owner: { id: owner, name: owner }, barred: new Set(no) };
        const until = at('18:00');
        const present = staffed(routes, (id) => (absent.includes(id) ? until : undefined));
        const seats = (from: typeof routes) => {
          try {
            return from.seats({ ...step, stepUp: undefined }, about, at('09:00'));
          } catch (error) {
            if (error instanceof Refusal) return undefined;
            throw error;
          }
        };
        const [before, now] = [seats(routes), seats(present)];
        expect(now?.need).toBe(before?.need);
        const seated = now?.approvers ?? [];
        expect(seated.slice(0, before?.approvers.length ?? 0)).toEqual(before?.approvers ?? []);
        expect(new Set(seated.map(({ id }) => id)).size).toBe(seated.length);
        for (const { id, away } of seated) {
          expect(id === who || no.includes(id)).toBe(false);
          if (away) expect(absent).not.toContain(id);
        }
      },
    ),
  );
});
