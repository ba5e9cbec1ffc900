/** What `why` tells of a ticket: the whole arithmetic of its promise, line by line. */
import { plain, type Card, type Lang } from '../../src/card.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import { takeDue } from '../../src/tickets/escalation/due.js';
import * as transitions from '../../src/tickets/transitions.js';
import * as triage from '../../src/tickets/work/triage.js';
import { facts } from '../../src/tickets/facts.js';
import { requesterCard } from '../../src/tickets/tickets.cards.js';
import { resume, wait } from '../../src/tickets/work/waiting.js';
import { whyCard } from '../../src/tickets/commitment/why.js';
import { wording } from '../../src/language/wording.js';
import { after, at, by, claimed, house, inProgress, newTicket } from './people.js';

function told(card: Card): string[] {
  return card.parts.flatMap((part) => {
    if (part.kind === 'facts') return part.facts.map(({ label, value }) => `${label}: ${plain(value, card.for)}`);
    if (part.kind === 'list') return part.items.map((item) => `- ${plain(item, card.for)}`);
    return part.kind === 'text' || part.kind === 'note' ? [plain(part.text, card.for)] : [];
  });
}
const why = (ticket: Ticket, now: Date, lang: Lang = 'en'): string[] =>
  told(whyCard(ticket, house, now, { lang, zone: 'Europe/Berlin' }, wording[lang])).map((line) =>
    line.replace(/\b[0-9a-f]{8}\b/, 'VERSION'),
  );

const held = (ticket: Ticket, cause: 'user' | 'supplier' | 'approval', from: Date): Ticket =>
  after(ticket, (each) => wait(each, by('agent', from), house, { cause, reason: 'A part.' }), 'agent', from);
const goneOn = (ticket: Ticket, now: Date): Ticket =>
  after(ticket, (each) => resume(each, by('agent', now), house), 'agent', now);
const edited = (ticket: Ticket, edits: triage.Edits, now: Date): Ticket =>
  after(ticket, (each) => triage.edit(each, by('agent', now), house, edits), 'agent', now);

const policyOf = (ticket: Ticket, lang?: Lang) => why(ticket, at('mon', '10:00'), lang).slice(0, 2);

describe('why', () => {
  it('names the policy and what it holds for', () => {
    expect(policyOf(newTicket())).toEqual(['Policy: normal', 'Because of: priority P3']);
    expect(policyOf(newTicket(undefined, { urgency: 'low' }))[1]).toBe('Because of: no other policy applies');
    const vip = newTicket(undefined, { requester: { ...by('employee').actor, vip: true } });
    expect(policyOf(vip)[1]).toBe('Because of: priority P2 or P3 or P4; a VIP requester');
    expect(policyOf(vip, 'zh')[1]).toBe('依据: 优先级 P2 或 P3 或 P4；提单人为贵宾');
  });

  it('counts span by span, and says what is next and for whom', () => {
    expect(why(inProgress(), at('tue', '10:00')).slice(2)).toEqual([
      'Calendar: office (Europe/Berlin)',
      'Clock started: Mon 23 Nov, 09:00',
      'First response: 0 min of 4 h, met Mon 23 Nov, 09:00',
      'Resolution: 9 h of 24 h, due Wed 25 Nov, 17:30',
      'Working time counted:',
      '- Mon 23 Nov, 09:00 – Mon 23 Nov, 12:30 = 3 h 30 min',
      '- Mon 23 Nov, 13:00 – Mon 23 Nov, 17:30 = 4 h 30 min',
      '- Tue 24 Nov, 09:00 – Tue 24 Nov, 10:00 = 1 h',
      'Next: Tue 24 Nov, 13:30: Resolution, 50 % → nobody, a mark on the card',
    ]);
  });

  it.each([
    ['raise-tier', 'en', /→ Lena Schmidt, escalation to the next tier$/],
    ['reassign', 'en', /→ Lena Schmidt, reassignment to the most skilled agent$/],
    ['raise-tier', 'zh', /→ Lena Schmidt, 升级到上一级支持$/],
    ['reassign', 'zh', /→ Lena Schmidt, 转派给技能最匹配的坐席$/],
  ] as const)('says that the next step does %s (%s)', (act, lang, expected) => {
    const ticket = inProgress();
    const [first, ...rest] = ticket.clocks.resolution.steps;
    const resolution = { ...ticket.clocks.resolution, steps: [{ ...first!, tell: ['lead' as const], act }, ...rest] };
    const lines = why({ ...ticket, clocks: { ...ticket.clocks, resolution } }, at('tue', '10:00'), lang);
    expect(lines.at(-1)).toMatch(expected);
  });

  it('counts day by day when there are many spans, and sums up what was long ago', () => {
    const lines = why(inProgress(), new Date('2026-12-18T12:00+01:00'));
    expect(lines).toContain('… 8 earlier days = 64 h');
    expect(lines).toContain('- Thu 3 Dec: 8 h in 2 spans');
    expect(lines).toContain('- Fri 18 Dec: 3 h in 1 span');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(12);
  });

  it('names each pause with its cause, and what a wait may last', () => {
    const ticket = held(
      goneOn(held(inProgress(), 'user', at('mon', '10:00')), at('mon', '11:00')),
      'supplier',
      at('tue', '09:00'),
    );
    const lines = why(ticket, at('tue', '10:00'));
    expect(lines.slice(lines.indexOf('Pauses, not counted:'), -1)).toEqual([
      'Pauses, not counted:',
      '- waiting for the requester Mon 23 Nov, 10:00 – Mon 23 Nov, 11:00',
      '- waiting for a supplier since Tue 24 Nov, 09:00',
      'waiting for a supplier: 16 h of office at most, until Thu 26 Nov, 09:00',
    ]);
    expect(why(ticket, at('tue', '10:00'), 'zh')).toContain('- 等待提单人 11月23日周一 10:00 – 11月23日周一 11:00');
  });

  it('shows the latest pauses of a long story, with a count of the others', () => {
    let ticket = inProgress();
    for (let minute = 10; minute < 34; minute += 2)
      ticket = goneOn(held(ticket, 'user', at('mon', `10:${minute}`)), at('mon', `10:${minute + 1}`));
    const lines = why(ticket, at('mon', '11:00'));
    expect(lines).toContain('… and 2 earlier');
    expect(lines.filter((line) => line.includes('waiting for the requester'))).toHaveLength(10);
  });

  it('tells how another priority moved the date, and that nothing was lost', () => {
    const paused = goneOn(held(inProgress(), 'user', at('mon', '10:00')), at('mon', '11:00'));
    const lines = why(edited(paused, { priority: 'P1' }, at('mon', '12:00')), at('mon', '12:00'));
    expect(lines).toContain(
      '- until Mon 23 Nov, 12:00 normal: 2 h counted; the resolution target moved from Thu 26 Nov, 10:00 to Mon 23 Nov, 14:00',
    );
    expect(lines).toContain('2 h were counted earlier, by another calendar.');
    expect(lines).toContain('- waiting for the requester Mon 23 Nov, 10:00 – Mon 23 Nov, 11:00');
  });

  it('shows every target', () => {
    const high = edited(claimed(), { priority: 'P2' }, at('mon', '09:10'));
    const targets = (ticket: Ticket) => why(ticket, at('mon', '10:00')).slice(4, 7);
    expect(targets(high)).toEqual([
      'First response: 1 h of 2 h, due Mon 23 Nov, 11:00',
      'Next update: every 8 h after the first response',
      'Resolution: 1 h of 8 h, due Mon 23 Nov, 17:30',
    ]);
    const answered = after(high, (each) => transitions.reply(each, by('agent', at('mon', '09:30')), house, 'I look.'));
    expect(targets(answered)).toEqual([
      'First response: 30 min of 2 h, met Mon 23 Nov, 09:30',
      'Next update: 30 min of 8 h, due Tue 24 Nov, 09:30',
      'Resolution: 1 h of 8 h, due Mon 23 Nov, 17:30',
    ]);
  });
});

describe('the next update', () => {
  const high = () =>
    after(edited(claimed(), { priority: 'P2' }, at('mon', '09:00')), (each) =>
      transitions.reply(each, by('agent', at('mon', '09:30')), house, 'I look.'),
    );
  const steps = (ticket: Ticket, now: Date) =>
    after(ticket, (each) => takeDue(each, house, now), 'desk', now)
      .history.filter(({ what }) => what === 'climbed')
      .flatMap(({ data, owed }) =>
        (data['steps'] as { target: string; at: number }[]).map((step) => `${step.target} ${step.at} ${owed.join()}`),
      );

  it('is owed by the assignee, then by the lead too, whatever else is due', () => {
    const supplied = held(high(), 'supplier', at('mon', '10:00'));
    expect(supplied.due?.next).toEqual(at('mon', '16:30'));
    expect(steps(supplied, at('mon', '16:30'))).toEqual(['nextUpdate 75 reminder:agent']);
    expect(steps(supplied, at('tue', '10:00'))).toEqual(['nextUpdate 100 reminder:agent,reminder:lead']);
  });
  it('is owed anew with every word, and told to the requester', () => {
    const again = after(high(), (each) => transitions.reply(each, by('agent', at('mon', '15:00')), house, 'Nearly.'));
    expect(again.clocks.nextUpdate?.due).toEqual(at('tue', '15:00'));
    const own = told(requesterCard(again, { lang: 'en', zone: 'Europe/Berlin' }, wording.en));
    expect(own).toContain('The desk writes to you again by Tue 24 Nov, 15:00.');
  });
  it('is not owed while the requester is waited for', () => {
    expect(held(high(), 'user', at('mon', '10:00')).due).toBeUndefined();
  });
  it('is promised only from now on to a ticket of before', () => {
    const { updates: _, nextUpdate: __, because: ___, ...clocks } = high().clocks;
    const old = { ...high(), clocks };
    expect(why(old, at('mon', '10:00'))).toHaveLength(why(high(), at('mon', '10:00')).length - 2);
    const replied = after(old, (each) => transitions.reply(each, by('agent', at('mon', '15:00')), house, 'Nearly.'));
    expect(replied.clocks.nextUpdate).toBeUndefined();
  });
});

describe('a wait has a clock of its own', () => {
  it('that tells the assignee once when it lasts too long', () => {
    const ticket = held(inProgress(), 'approval', at('mon', '09:00'));
    expect(ticket.due).toEqual({ next: at('tue', '09:00') });
    const over = after(ticket, (each) => takeDue(each, house, at('tue', '09:00')), 'desk', at('tue', '09:00'));
    expect(over.history.at(-1)).toMatchObject({ what: 'wait-overdue', owed: ['under:triage', 'person:agent'] });
    expect([over.state, over.due]).toEqual(['waiting', undefined]);
    const card = { for: { lang: 'en', zone: 'Europe/Berlin' }, title: '', parts: [] } as const;
    const lines = told({ ...card, parts: [facts(over, card.for, wording.en, house)] });
    expect(lines).toContain('Hold: over its limit since Tue 24 Nov, 09:00');
  });
  it('and disturbs nobody at night, when the desk missed its time', () => {
    const ticket = held(inProgress(), 'approval', at('mon', '10:00'));
    const night = after(ticket, (each) => takeDue(each, house, at('tue', '22:00')), 'desk', at('tue', '22:00'));
    expect(night.due).toEqual({ next: at('wed', '09:00') });
    expect(night.history).toHaveLength(ticket.history.length);
  });
  it('and while it runs, neither answer nor solution grows late', () => {
    const back = goneOn(held(inProgress(), 'approval', at('mon', '09:00')), at('wed', '09:00'));
    expect(back.clocks.resolution.due).toEqual(at('fri', '17:30'));
  });
});
