/** What people see of a ticket in each state, and of each thing that happens to it, in English and in Chinese. */
import { plain, type Card, type Part, type Text, type Viewer } from '../../src/card.js';
import { command } from '../../src/language/command.js';
import type { Audience } from '../../src/history.js';
import { takeDue } from '../../src/tickets/escalation/due.js';
import { takeDueSteps } from '../../src/tickets/escalation/escalation.js';
import type { By, Ticket } from '../../src/tickets/ticket.js';
import { requesterCard, ticketCard, triageCard } from '../../src/tickets/tickets.cards.js';
import { notice } from '../../src/tickets/tickets.notices.js';
import * as ending from '../../src/tickets/ending.js';
import * as ties from '../../src/tickets/links/links.js';
import * as transitions from '../../src/tickets/transitions.js';
import * as triageSteps from '../../src/tickets/work/triage.js';
import * as waiting from '../../src/tickets/work/waiting.js';
import { whyCard } from '../../src/tickets/commitment/why.js';
import { wording } from '../../src/language/wording.js';
import { after, at, by, claimed, directory, house, inProgress, newTicket, resolved } from './people.js';

const english: Viewer = { lang: 'en', zone: 'Europe/Berlin' };
const chinese: Viewer = { lang: 'zh', zone: 'Asia/Shanghai' };

const states = { new: newTicket, assigned: claimed, 'in progress': inProgress, resolved };
const did = (ticket: Ticket, person: string, step: (ticket: Ticket, by: By) => ReturnType<typeof transitions.claim>) =>
  after(ticket, (each) => step(each, by(person, at('mon', '11:00'))), person, at('mon', '11:00'));
const swept = (ticket: Ticket, now: Date) => after(ticket, (each) => takeDueSteps(each, house, now), 'desk', now);

const hold = { cause: 'supplier', reason: 'Too slow.', until: at('fri', '09:00') } as const;

const newEvents: Record<string, () => Ticket> = {
  opened: newTicket,
  claimed,
  noted: () => did(claimed(), 'agent2', (ticket, who) => transitions.note(ticket, who, house, 'Certificate?')),
  replied: inProgress,
  commented: () => did(claimed(), 'employee', (ticket, who) => transitions.comment(ticket, who, house, 'Again.')),
  'commented after the resolution': () =>
    did(resolved(), 'employee', (ticket, who) => transitions.comment(ticket, who, house, 'Still broken.')),
  withdrawn: () => {
    const ticket = did(claimed(), 'employee', (each, who) => transitions.comment(each, who, house, 'Printer?'));
    return did(ticket, 'employee', (each, who) => transitions.withdraw(each, who, ticket.history.at(-1)!.id));
  },
  working: () => did(claimed(), 'agent', (ticket, who) => transitions.working(ticket, who, house)),
  resolved,
  reopened: () => did(resolved(), 'employee', (ticket, who) => ending.reopen(ticket, who, house, 'It is back.')),
  escalated: () => did(claimed(), 'agent', (ticket, who) => transitions.escalate(ticket, who, house, 'The board.')),
  rated: () =>
    did(resolved(), 'employee', (ticket, who) =>
      ending.rate(ticket, who, house, { resolution: 1, score: 1, comment: 'Too slow.' }),
    ),
  waiting: () => did(claimed(), 'agent', (ticket, who) => waiting.wait(ticket, who, house, hold)),
  resumed: () => {
    const held = did(claimed(), 'agent', (ticket, who) => waiting.wait(ticket, who, house, hold));
    return did(held, 'agent', (ticket, who) => waiting.resume(ticket, who, house));
  },
  'resumed by itself': () => {
    const held = did(claimed(), 'agent', (ticket, who) => waiting.wait(ticket, who, house, hold));
    return after(held, (ticket) => takeDue(ticket, house, at('fri', '09:00')), 'desk', at('fri', '09:00'));
  },
  closed: () => did(resolved(), 'employee', (ticket, who) => ending.close(ticket, who, house)),
  dismissed: () => did(newTicket(), 'agent', (ticket, who) => ending.dismiss(ticket, who, house)),
  edited: () =>
    did(newTicket(), 'agent', (ticket, who) =>
      triageSteps.edit(ticket, who, house, { type: 'request', impact: 'high', urgency: 'high', category: 'other' }),
    ),
  assigned: () =>
    did(newTicket(), 'lead', (ticket, who) => triageSteps.assign(ticket, who, house, directory.person('agent')!)),
  moved: () => did(claimed(), 'agent', (ticket, who) => triageSteps.move(ticket, who, house, 'network', 'Again.')),
  followed: () => did(newTicket(), 'lead', (ticket, who) => ties.watch(ticket, who, house, directory.person('lead')!)),
  linked: () => did(newTicket(), 'agent', (ticket, who) => ties.link(ticket, who, house, 'INC-11', 'related')),
  merged: () =>
    did(newTicket(), 'agent', (ticket, who) => ties.merge(ticket, who, house, { ...newTicket(), _id: 'INC-11' })),
  'merged into': () =>
    did(claimed(), 'agent', (ticket) => ties.absorb(ticket, { ...newEvents['merged']!(), _id: 'INC-11' }, house)),
  'reminded of': () => swept(inProgress(), at('wed', '11:00')),
  breached: () => swept(inProgress(), at('fri', '12:00')),
};

const textsOf = (part: Part): Text[] => {
  if (part.kind === 'text' || part.kind === 'note') return [part.text];
  if (part.kind === 'facts') return part.facts.flatMap(({ label, value }) => [[label], value]);
  if (part.kind === 'list') return [...part.items];
  if (part.kind === 'table') return part.rows.flat();
  if (part.kind === 'progress') return part.steps.map(({ label }) => label);
  if (part.kind === 'buttons') return part.buttons.map(({ label }) => [label]);
  return [];
};
const buttonsOf = (card: Card) => card.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
const labels = (card: Card) => buttonsOf(card).map(({ label }) => label);
const readable = (card: Card): string =>
  [card.title, card.status?.text ?? '', ...card.parts.flatMap(textsOf).map((text) => plain(text, card.for))].join('\n');

function everyCard(ticket: Ticket, viewer: Viewer): Card[] {
  const say = wording[viewer.lang];
  const event = ticket.history.at(-1)!;
  const audiences: Audience[] = [
    'under:triage',
    'under:triage-network',
    'under:requester',
    'person:agent',
    'person:manager',
  ];
  return [
    triageCard(ticket, viewer, say, house),
    requesterCard(ticket, viewer, say),
    ticketCard(ticket, directory.person('agent')!, viewer, say, house, at('mon', '11:00')),
    ticketCard(ticket, directory.person('employee')!, viewer, say, house, at('mon', '11:00')),
    whyCard(ticket, house, at('fri', '12:00'), viewer, say),
    ...audiences.map((to) => notice(ticket, event, to, viewer, say, house)),
  ];
}

describe.each(Object.entries(newEvents))('a ticket that was %s', (_, make) => {
  it('has buttons that the desk understands, on every card', () => {
    for (const card of everyCard(make(), english))
      for (const { does } of buttonsOf(card)) expect(command.parse(does)).toMatchObject(does);
  });

  it('is told in Chinese to who reads Chinese', () => {
    const own =
      /INC-1+|VPN keeps dropping|Emma Chen|Alex Weber|Bao Li|Lena Schmidt|Marco Rossi|Olga Petrova|P[1-4]|Certificate\?|Which network\?|New certificate\.|Again\.|Still broken\.|Printer\?|It is back\.|The board\.|Too slow\.|normal|critical|24x7|UTC|IT 服务台|office|Europe\/Berlin|[0-9a-f]{8}/g;
    for (const card of everyCard(make(), chinese)) expect(readable(card).replace(own, '')).not.toMatch(/[A-Za-z]{2,}/);
  });
});

describe('the agents’ card', () => {
  const triage = (ticket: Ticket) => triageCard(ticket, english, wording.en, house);
  /** What stands behind "History and more". */
  const whole = (ticket: Ticket, viewer = english) =>
    ticketCard(ticket, directory.person('agent')!, viewer, wording[viewer.lang], house, at('mon', '11:00'));
  it.each([
    ['new', ['Claim', 'Reply to Emma Chen', 'Wait…', 'Resolve', 'History and more']],
    ['assigned', ['Working on it', 'Reply to Emma Chen', 'Wait…', 'Resolve', 'History and more']],
    ['in progress', ['Working on it', 'Reply to Emma Chen', 'Wait…', 'Resolve', 'History and more']],
    ['resolved', ['Reopen', 'Note', 'History and more']],
  ] as const)('of a ticket that is %s offers what can be done', (state, expected) => {
    expect(labels(triage(states[state]()))).toEqual(expected);
  });
  it('is short: whose it is, how urgent, until when, who works on it, and what was said last', () => {
    const ticket = { ...inProgress(), inquiry: { words: 'vpn?', attempts: [] } };
    expect(readable(triage(ticket))).toBe(
      [
        'INC-1 · VPN keeps dropping',
        'In progress',
        'Requester',
        'Emma Chen · Employee',
        'Priority',
        'P3 · due Wed 25 Nov, 17:30',
        'Assignee',
        'Alex Weber since Mon 23 Nov, 09:00',
        'Working on it',
        'Reply to Emma Chen',
        'Wait…',
        'Resolve',
        'History and more',
      ].join('\n'),
    );
  });

  it('shows that the requester escalated it, until it is resolved, and that the requester is a VIP', () => {
    const pressed = did(claimed(), 'employee', (ticket, who) => transitions.escalate(ticket, who, house, 'Payday.'));
    const important = { ...directory.person('employee')!, vip: true };
    const person = (id: string) => (id === important.id ? important : directory.person(id));
    const noble = { ...house, directory: { ...directory, person } };
    expect(triage(pressed).status).toEqual({ text: 'Assigned · escalated', tone: 'warning' });
    expect(triageCard(pressed, english, wording.en, noble).status?.text).toBe('Assigned · escalated · VIP');
    expect(triageCard(pressed, chinese, wording.zh, noble).status?.text).toBe('已认领 · 已升级 · 贵宾');
    expect(requesterCard(pressed, english, wording.en).status?.text).toBe('Assigned');
    const over = did(pressed, 'agent', (ticket, who) => ending.resolve(ticket, who, house, 'New certificate.'));
    expect(triage(over).status?.text).toBe('Resolved');
  });

  it('does not derive from the matrix a priority that an agent set', () => {
    const raised = did(newTicket(), 'agent', (ticket, who) => triageSteps.edit(ticket, who, house, { priority: 'P1' }));
    expect(readable(whole(newTicket()))).toMatch(/P\d \(\w+ × \w+\)/);
    expect(readable(whole(raised))).toContain('P1, set by an agent');
  });

  it('names whom no chat could reach', () => {
    expect(readable(triage({ ...newTicket(), unreachable: ['employee'] }))).toContain(
      'Not reached in any chat: Emma Chen.',
    );
  });
  it('says of a step of the ladder what it does besides telling', () => {
    const ticket = inProgress();
    const due = at('tue', '13:30');
    const steps = [
      { at: 50, tell: [], act: 'raise-tier' as const, due },
      { at: 75, tell: ['lead' as const], act: 'reassign' as const, due },
      { at: 90, tell: [], due },
    ];
    const clocks = { ...ticket.clocks, resolution: { ...ticket.clocks.resolution, steps } };
    const labels = (viewer: Viewer) =>
      whole({ ...ticket, clocks }, viewer).parts.flatMap((part) =>
        part.kind === 'progress'
          ? part.steps.map(({ label }) => plain(label, viewer).split(' (')[0]!.split('（')[0])
          : [],
      );
    expect(labels(english)).toEqual([
      '50 %: escalation to the next tier',
      '75 %: the lead, reassignment to the most skilled agent',
      '90 %: a mark on this card',
    ]);
    expect(labels(chinese)).toEqual([
      '50%：升级到上一级支持',
      '75%：组长、转派给技能最匹配的坐席',
      '90%：仅在此卡片上标记',
    ]);
  });

  it('shows each step of the ladder as it is taken, behind More', () => {
    const card = whole(swept(inProgress(), at('wed', '15:06')));
    const ladder = card.parts.find((part) => part.kind === 'progress');
    expect(ladder?.kind === 'progress' && ladder.steps.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'done',
      'next',
      'next',
    ]);
    expect(card.status).toEqual({ text: 'In progress', tone: 'warning' });
    expect(triage(swept(inProgress(), at('thu', '09:00'))).status).toEqual({
      text: 'In progress · overdue',
      tone: 'danger',
    });
  });
});

describe('the requester’s card', () => {
  const own = (ticket: Ticket) => requesterCard(ticket, english, wording.en);
  it('says by when the desk answers, then by when it is solved, and when that is late', () => {
    expect(readable(own(newTicket()))).toContain('The desk answers by Mon 23 Nov, 13:30.');
    expect(readable(own(inProgress()))).toContain('The solution is due by Wed 25 Nov, 17:30.');
    expect(readable(own(swept(inProgress(), at('thu', '09:00'))))).toContain('The solution was due by');
  });
  it('asks whether it is fixed, once', () => {
    expect(labels(own(resolved()))).toEqual(['Yes, it is fixed', 'No, reopen', '😡 1', '🙁 2', '😐 3', '🙂 4', '😀 5']);
    expect(labels(own(newEvents['rated']!()))).toEqual(['Change my rating']);
    expect(readable(own(newEvents['rated']!()))).toContain('You rated this 1 of 5.');
  });
});
