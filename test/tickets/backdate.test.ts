/** A ticket that counts from before it was opened. */
import * as fc from 'fast-check';
import { between } from '../../src/sla/calendar.js';
import { counted } from '../../src/sla/sla.js';
import { takeDueSteps } from '../../src/tickets/escalation/escalation.js';
import { countSince } from '../../src/tickets/commitment/backdate.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import * as ending from '../../src/tickets/ending.js';
import * as triage from '../../src/tickets/work/triage.js';
import { resume, wait } from '../../src/tickets/work/waiting.js';
import { understand } from '../../src/language/understand.js';
import { after, at, by, claimed, house, inProgress, MONDAY, newTicket, refusal, resolved } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn } from './room.js';

const friday = (hour: string) => new Date(`2026-11-20T${hour}+01:00`);
const since = (ticket: Ticket, from: Date, now = MONDAY): Ticket =>
  after(ticket, (each) => countSince(each, by('agent', now), house, from), 'agent', now);
const promised = ({ clocks }: Ticket) => [clocks.firstResponse.due, clocks.resolution.due];

test('what is promised is counted from then: 4 and 24 working hours', () => {
  expect(promised(since(newTicket(), friday('09:00')))).toEqual([friday('13:30'), at('tue', '17:30')]);
  expect(promised(since(newTicket(), friday('23:00')))).toEqual(promised(newTicket()));
});

test('what was met stays met, and a slip is taken back by naming the opening', () => {
  const moved = since(inProgress(), friday('09:00'));
  expect(moved.clocks.firstResponse).toEqual(inProgress().clocks.firstResponse);
  expect(promised(since(moved, MONDAY))).toEqual(promised(inProgress()));
});

test('steps whose time has passed are taken once, the highest, and late', () => {
  const moved = since(claimed(), friday('09:00'));
  expect(moved.due?.next).toEqual(friday('11:00'));
  const swept = after(moved, (each) => takeDueSteps(each, house, MONDAY));
  expect(swept.history.at(-1)!.data).toMatchObject({
    steps: [{ target: 'firstResponse', at: 125, due: friday('13:30') }],
    late: 3 * 3600,
  });
  expect(after(swept, (each) => takeDueSteps(each, house, MONDAY))).toBe(swept);
});

test.each([
  ['to come', at('mon', '09:01'), MONDAY, /is in the future/],
  ['after the opening', at('mon', '10:00'), at('mon', '11:00'), /INC-1 was opened .+09:00\. Choose an earlier time/],
  ['more than 30 days ago', new Date('2026-10-24T08:59+02:00'), MONDAY, /more than 30 days ago/],
  ['at which it starts anyway', MONDAY, at('mon', '11:00'), /Nothing was changed/],
])('a moment %s is refused', (_, from, now, said) => {
  expect(refusal(() => countSince(newTicket(), by('agent', now), house, from))).toMatch(said);
});

test('30 days back are allowed; a ticket that is over, and one who does not work on it, are not', () => {
  const from = new Date(MONDAY.getTime() - 30 * 86_400_000);
  expect(since(newTicket(), from).clocks.started).toEqual(from);
  const closed = after(resolved(), (each) => ending.close(each, by('employee'), house), 'employee');
  expect(refusal(() => countSince(resolved(), by('agent'), house, from))).toMatch(/resolved/);
  expect(refusal(() => countSince(closed, by('agent'), house, from))).toMatch(/closed/);
  expect(refusal(() => countSince(newTicket(), by('employee'), house, from))).toMatch(/Only agents/);
});

test('whatever happened to it, just the time before it was opened is counted too, and can be taken back', () => {
  type Step = (ticket: Ticket, now: Date) => Ticket;
  const steps: Step[] = [
    (ticket, now) =>
      after(ticket, (each) => wait(each, by('agent', now), house, { cause: 'supplier', reason: 'A part' })),
    (ticket, now) => (ticket.waiting ? after(ticket, (each) => resume(each, by('agent', now), house)) : ticket),
    ...(['P1', 'P3'] as const).map(
      (priority): Step =>
        (ticket, now) =>
          ticket.priority === priority
            ? ticket
            : after(ticket, (each) => triage.edit(each, by('agent', now), house, { priority })),
    ),
  ];
  const earlier = fc
    .integer({ min: 1, max: 20 * 24 * 60 })
    .map((minutes) => new Date(MONDAY.getTime() - minutes * 60_000));
  const happened = fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 1, max: 600 })), { maxLength: 6 });
  fc.assert(
    fc.property(happened, earlier, earlier, (story, slip, from) => {
      let now = MONDAY;
      let ticket = newTicket();
      for (const [step, minutes] of story) {
        now = new Date(now.getTime() + minutes * 60_000);
        ticket = step(ticket, now);
      }
      fc.pre(slip.getTime() !== from.getTime());
      const so = ({ clocks }: Ticket) => counted(clocks, house.sla.calendar(clocks.calendar), now);
      const moved = since(since(ticket, slip, now), from, now);
      // P3 is opened by the office's hours, whatever it counts by later.
      const before = between(house.sla.calendar('office'), from, MONDAY);
      expect(so(moved) - so(ticket)).toBeCloseTo(before, 3);
      expect(promised(since(moved, MONDAY, now))).toEqual(promised(since(since(ticket, slip, now), MONDAY, now)));
    }),
  );
});

const room = openRoom();

test('an agent says it in the thread, in the words of the day; history and why tell, and the sweep catches up', async () => {
  const desk = await room();
  time.now = at('tue', '09:00');
  await desk.handlers['open-ticket']({ ...vpn }, as('employee'));
  const say = (words: string, who = 'agent') => {
    const meant = understand(words, { bound: 'INC-1', commanded: true });
    if (meant.do !== 'since') throw new Error(`understood as ${meant.do}`);
    return answer(desk.handlers.since(meant, as(who)));
  };
  expect(await say('since yesterday 15:00', 'employee')).toMatch(/Only agents/);
  expect(await say('since today 9:30')).toMatch(/09:30 is in the future/);
  expect(await say('since 2026-03-29 02:30')).toMatch(/That time does not exist on that day/);
  expect(await say('since yesterday 15:00')).toBe(
    'The SLA clock of INC-1 now starts at Mon 23 Nov, 15:00. The solution is due Thu 26 Nov, 15:00.',
  );
  const why = await shown(desk.handlers.why({ do: 'why', ticket: 'INC-1' }, as('employee')));
  expect(textOf(why.parts)).toMatch(
    /Clock started: Mon 23 Nov, 15:00[^]+moved its SLA start from Tue 24 Nov, 09:00 to/,
  );
  const ticket = await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('agent')));
  expect(textOf(ticket.parts)).toContain('moved its SLA start from Tue 24 Nov, 09:00 to Mon 23 Nov, 15:00');
  expect(await say('从 2026-11-23 9:00 起')).toMatch(/starts at Mon 23 Nov, 09:00/);
  for (const sweep of desk.sweeps) await sweep.run(time.now);
  for (const sweep of desk.sweeps) await sweep.run(time.now);
  const climbed = (await desk.ledger.load('INC-1'))!.history.filter(({ what }) => what === 'climbed');
  expect(climbed.map(({ data }) => data)).toMatchObject([
    { steps: [{ target: 'firstResponse', at: 125 }], late: 3 * 3600 },
  ]);
});

describe('what is typed', () => {
  const said = (words: string) => understand(words, {});
  test.each([
    ['INC-12 since yesterday 15:00', 'yesterdayT15:00'],
    ['since INC-12 yesterday at 9:05', 'yesterdayT09:05'],
    ['INC-12 SINCE 2026-11-26 15:00', '2026-11-26T15:00'],
    ['INC-12 since 2026-11-26T15:00', '2026-11-26T15:00'],
    ['INC-12 since 08:30', 'todayT08:30'],
    ['INC-12 从 2026-11-26 15:00 起', '2026-11-26T15:00'],
    ['INC-12 从昨天15：00开始', 'yesterdayT15:00'],
    ['从 INC-12 今天 8:30 算起', 'todayT08:30'],
  ])('%s is %s', (words, from) => expect(said(words)).toEqual({ do: 'since', ticket: 'INC-12', from }));

  test.each(['INC-12 since', 'INC-12 since yesterday', 'INC-12 从 2026-11-26 起'])('%s asks for the moment', (words) =>
    expect(said(words)).toEqual({ do: 'show-form', draft: { do: 'since', ticket: 'INC-12' } }),
  );

  test.each(['since INC-12 was closed the vpn is slow', 'since yesterday 15:00 no mail', '从昨天起没有网络', 'since'])(
    '%s is said in passing',
    (words) => expect(said(words)).toMatchObject({ do: 'words' }),
  );
});
