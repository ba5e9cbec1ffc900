import type { Event } from '../../src/history.js';
import { counted } from '../../src/sla/sla.js';
import { takeDueSteps } from '../../src/tickets/escalation/escalation.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import * as ending from '../../src/tickets/ending.js';
import * as transitions from '../../src/tickets/transitions.js';
import { countSince } from '../../src/tickets/commitment/backdate.js';
import { whyCard } from '../../src/tickets/commitment/why.js';
import { isOverdue } from '../../src/tickets/parts.js';
import { requesterCard, triageCard } from '../../src/tickets/tickets.cards.js';
import { edit } from '../../src/tickets/work/triage.js';
import { wait } from '../../src/tickets/work/waiting.js';
import { wording } from '../../src/language/wording.js';
import { after, at, by, claimed, house, inProgress, MONDAY, newTicket } from './people.js';

const swept = (ticket: Ticket, now: Date) => after(ticket, (each) => takeDueSteps(each, house, now), 'desk', now);
const steps = (ticket: Ticket) =>
  ticket.history
    .filter(({ what }) => what === 'climbed')
    .map(({ data, owed }: Event) => [
      (data['steps'] as { target: string; at: number }[]).map((step) => `${step.target} ${step.at}`).join(),
      owed.join(),
    ]);

/** Sweeps whenever the next step is due, as the job does, until the ladder has ended and only mornings remain. */
function sweptThroughout(ticket: Ticket): { ticket: Ticket; moments: Date[] } {
  const moments: Date[] = [];
  let current = ticket;
  for (let next = current.due?.next; next && next !== current.clocks.daily?.next; next = current.due?.next) {
    const before = current.history.length;
    current = swept(current, next);
    if (current.history.length > before) moments.push(next);
  }
  return { ticket: current, moments };
}

describe('the ladder of a claimed ticket that nobody solves', () => {
  it('marks the card, then tells the assignee, the lead and backup, the manager and channel, the service owner', () => {
    const { ticket, moments } = sweptThroughout(inProgress());
    expect(steps(ticket)).toEqual([
      ['resolution 50', ''],
      ['resolution 75', 'reminder:agent'],
      ['resolution 90', 'reminder:agent2,reminder:lead'],
      ['resolution 100', 'reminder:manager,under:triage'],
      ['resolution 125', 'reminder:owner'],
    ]);
    // 12, 18, 21.6, 24 and 30 working hours; what falls on closing time waits for the morning.
    expect(moments).toEqual([
      at('tue', '13:30'),
      at('wed', '11:00'),
      at('wed', '15:06'),
      at('thu', '09:00'),
      at('thu', '15:30'),
    ]);
    expect(ticket.due?.next).toEqual(at('fri', '09:00'));
  });
});

it('while nobody has claimed it, whoever has duty is reminded of the first response', () => {
  const ticket = swept(newTicket(), at('mon', '12:10'));
  expect(steps(ticket)).toEqual([['firstResponse 75', 'reminder:agent2']]);
});

it('after a missed time the highest step is taken once, tells all who would have been told, and says it is late', () => {
  const ticket = swept(inProgress(), at('fri', '10:00'));
  expect(steps(ticket)).toEqual([
    ['resolution 125', 'reminder:agent,reminder:agent2,reminder:lead,reminder:manager,under:triage,reminder:owner'],
  ]);
  expect(ticket.history.at(-1)!.data['late']).toBe(3 * 3600);
  expect(swept(ticket, at('fri', '10:01'))).toBe(ticket);
});

it('outside working hours nobody is disturbed: the step waits for the morning', () => {
  const night = swept(inProgress(), at('wed', '23:00'));
  expect(steps(night)).toEqual([]);
  expect(night.due?.next).toEqual(at('thu', '09:00'));
});

it('a critical ticket disturbs at any hour', () => {
  const ticket = newTicket(at('mon', '23:00'), { impact: 'high', urgency: 'high' });
  expect(steps(swept(ticket, at('mon', '23:30')))).toEqual([
    ['firstResponse 100', 'reminder:agent2,reminder:lead,reminder:manager,under:triage'],
  ]);
});

describe('"Working on it"', () => {
  const working = (ticket: Ticket, now: Date) =>
    after(ticket, (each) => transitions.working(each, by('agent', now), house));

  it('stops reminders for two working hours, but neither the clock nor the breach', () => {
    const before = at('wed', '10:30');
    const ticket = working(swept(inProgress(), before), before);
    expect(steps(swept(ticket, at('wed', '11:30')))).toHaveLength(1);
    expect(ticket.due?.next).toEqual(at('wed', '12:30'));
    expect(steps(swept(ticket, at('wed', '13:00'))).at(-1)).toEqual(['resolution 75', 'reminder:agent']);
    expect(ticket.clocks.resolution.due).toEqual(claimed().clocks.resolution.due);
    const late = working(ticket, at('wed', '17:00'));
    expect(steps(swept(late, at('thu', '09:00'))).at(-1)![0]).toBe('resolution 100');
  });
});

describe('the clock', () => {
  it('is met by a reply, late or in time', () => {
    expect(inProgress().clocks.firstResponse.met).toEqual(MONDAY);
  });

  it('does not run while resolved: reopening moves what is to come by the time between, and keeps what was counted', () => {
    const solved = after(inProgress(), (ticket) =>
      ending.resolve(ticket, by('agent', at('mon', '17:00')), house, 'ok'),
    );
    expect(solved.due).toEqual({ next: new Date('2026-12-01T09:00+01:00') });
    const again = after(solved, (ticket) => ending.reopen(ticket, by('employee', at('wed', '09:00')), house));
    const calendar = house.sla.calendar('office');
    expect(counted(again.clocks, calendar, at('wed', '10:00'))).toBe(8.5 * 3600);
    expect(again.clocks.resolution.due).toEqual(at('fri', '09:30'));
    expect(again.clocks.resolution.met).toBeUndefined();
  });

  it('does not repeat a step that was taken before the ticket was resolved', () => {
    const nagged = swept(inProgress(), at('wed', '11:00'));
    const solved = after(nagged, (ticket) => ending.resolve(ticket, by('agent', at('wed', '11:05')), house, 'ok'));
    const again = after(solved, (ticket) => ending.reopen(ticket, by('employee', at('wed', '11:10')), house));
    expect(steps(sweptThroughout(again).ticket).map(([step]) => step)).toEqual([
      'resolution 75',
      'resolution 90',
      'resolution 100',
      'resolution 125',
    ]);
  });
});

describe('another promise after the breach', () => {
  /** A P2 of Monday 09:00, answered at once; on Tuesday at 12:00 it is breached, and 125 % are told. */
  const breached = (): Ticket => {
    const ticket = newTicket(MONDAY, { impact: 'medium', urgency: 'high' });
    const mine = after(ticket, (each) => transitions.claim(each, by('agent'), house));
    const answered = after(mine, (each) => transitions.reply(each, by('agent'), house, 'We look.'));
    return swept(swept(answered, at('tue', '10:00')), at('tue', '12:00'));
  };
  const edited = (ticket: Ticket, priority: 'P2' | 'P4', now: Date) =>
    after(ticket, (each) => edit(each, by('agent', now), house, { priority }), 'agent', now);
  const cardOf = (ticket: Ticket, draw: typeof requesterCard | typeof triageCard) =>
    JSON.stringify(draw(ticket, { lang: 'en', zone: 'Europe/Berlin' }, wording.en, house));

  it('that is due later is not overdue: nobody reads that it was broken, and every step is taken when its time comes', () => {
    const before = breached();
    expect(steps(before).flat().join()).toMatch(/resolution 125/);
    const ticket = edited(before, 'P4', at('tue', '12:00'));
    expect(ticket.clocks.resolution.due).toEqual(at('fri', '17:30'));
    expect(isOverdue(ticket)).toBe(false);
    for (const draw of [requesterCard, triageCard])
      expect(cardOf(ticket, draw)).not.toMatch(/breached|overdue|was due|has been escalated/i);
    const why = JSON.stringify(
      whyCard(ticket, house, at('tue', '12:00'), { lang: 'en', zone: 'Europe/Berlin' }, wording.en),
    );
    expect(why).not.toMatch(/breached|overdue/);
    const told = steps(sweptThroughout(ticket).ticket).slice(steps(ticket).length);
    expect(told.filter(([step]) => step!.startsWith('resolution'))).toEqual([
      ['resolution 50', ''],
      ['resolution 75', 'reminder:agent'],
      ['resolution 90', 'reminder:agent2,reminder:lead'],
      ['resolution 100', 'reminder:manager,under:triage'],
      ['resolution 125', 'reminder:owner'],
    ]);
  });

  it('and back again before anything was counted is as broken as before, and tells nobody a second time', () => {
    const again = edited(edited(breached(), 'P4', at('tue', '12:00')), 'P2', at('tue', '12:01'));
    expect(again.clocks.resolution.due).toEqual(at('mon', '17:30'));
    expect(isOverdue(swept(again, at('tue', '12:01')))).toBe(true);
  });

  it('a start that is moved forward again takes back what was only due by the earlier one', () => {
    const early = after(inProgress(), (each) =>
      countSince(each, by('agent', at('mon', '10:00')), house, new Date('2026-11-18T09:00+01:00')),
    );
    const late = swept(early, at('mon', '10:01'));
    expect(isOverdue(late)).toBe(true);
    const back = after(late, (each) => countSince(each, by('agent', at('mon', '10:05')), house, MONDAY));
    expect(isOverdue(back)).toBe(false);
    expect(back.clocks.resolution).toEqual(inProgress().clocks.resolution);
  });

  it('takes back as much while the clock stands still: of 40 h it has counted 11', () => {
    const held = after(breached(), (each) =>
      wait(each, by('agent', at('tue', '13:00')), house, { cause: 'supplier', reason: 'A part.' }),
    );
    const ticket = edited(held, 'P4', at('thu', '12:00'));
    expect(ticket.clocks.resolution.steps.filter(({ taken }) => taken)).toEqual([]);
  });
});
