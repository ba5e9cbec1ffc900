import type { Changed } from '../../src/history.js';
import type { By, Ticket } from '../../src/tickets/ticket.js';
import * as ending from '../../src/tickets/ending.js';
import * as ties from '../../src/tickets/links/links.js';
import * as transitions from '../../src/tickets/transitions.js';
import * as triage from '../../src/tickets/work/triage.js';
import { resume, wait } from '../../src/tickets/work/waiting.js';
import { after, at, by, claimed, house, inProgress, MONDAY, newTicket, refusal, resolved } from './people.js';

const held = (): Ticket =>
  after(claimed(), (ticket) => wait(ticket, by('agent'), house, { cause: 'user', reason: 'Which floor?' }), 'agent');
const closed = (): Ticket => after(resolved(), (ticket) => ending.close(ticket, by('employee'), house), 'employee');
const states = { new: newTicket, assigned: claimed, 'in progress': inProgress, waiting: held, resolved, closed };
const acts: Record<string, (ticket: Ticket, by: By) => Changed<Ticket>> = {
  claim: (ticket, who) => transitions.claim(ticket, who, house),
  note: (ticket, who) => transitions.note(ticket, who, house, 'Looks like the certificate.'),
  reply: (ticket, who) => transitions.reply(ticket, who, house, 'Which network?'),
  comment: (ticket, who) => transitions.comment(ticket, who, house, 'It dropped again.'),
  resolve: (ticket, who) => ending.resolve(ticket, who, house, 'New certificate.'),
  reopen: (ticket, who) => ending.reopen(ticket, who, house, 'It is back.'),
  close: (ticket, who) => ending.close(ticket, who, house),
  dismiss: (ticket, who) => ending.dismiss(ticket, who, house),
  wait: (ticket, who) => wait(ticket, who, house, { cause: 'supplier', reason: 'The part is ordered.' }),
  resume: (ticket, who) => resume(ticket, who, house),
  edit: (ticket, who) => triage.edit(ticket, who, house, { impact: 'high', urgency: 'high' }),
  assign: (ticket, who) => triage.assign(ticket, who, house, by('agent2').actor),
  move: (ticket, who) => triage.move(ticket, who, house, 'network', 'The switch is dead.'),
  watch: (ticket, who) => ties.watch(ticket, who, house, who.actor),
  link: (ticket, who) => ties.link(ticket, who, house, 'INC-2', 'related'),
  merge(ticket, who) {
    const into = { ...newTicket(), _id: 'INC-2' };
    ties.mayMerge(ticket, into, who, house);
    return ties.merge(ticket, who, house, into);
  },
  working: (ticket, who) => transitions.working(ticket, who, house),
  escalate: (ticket, who) => transitions.escalate(ticket, who, house, 'The board meets at noon.'),
  rate: (ticket, who) => ending.rate(ticket, who, house, { resolution: 1, score: 4 }),
};

const unseen = 'There is no ticket INC-1 that you can see.';
const onlyFollowers = /^Only the requester, followers and agents can write in INC-1\. Follow it first/;
const agentsOnly = /^Only agents of IT service desk can do this/;
const taken = /^Alex Weber claimed INC-1 on Mon 23 Nov, 09:00\.$/;
const yours = /^INC-1 has been yours since Mon 23 Nov, 09:00\.$/;
const isResolved = /^Alex Weber resolved INC-1 on Mon 23 Nov, 09:00\. Reopen it first/;
const isOpen = 'INC-1 is still open, so it cannot be reopened.';
const unresolved = 'INC-1 is still open. Resolve it first, and say what solved it.';
const isIdle = 'INC-1 is not on hold.';
const notResolved = /can rate it once it is resolved again/;

const isClosed = 'INC-1 is closed and cannot be reopened. Open a follow-up ticket.';
const all = (outcome: unknown): Six => [outcome, outcome, outcome, outcome, outcome, outcome];
type Six = [unknown, unknown, unknown, unknown, unknown, unknown];

/**
 * For each act and person: what comes of it on a ticket that is new, assigned to Alex, in progress with him, waiting for
 * the requester, resolved by him, and closed.
 */
const table: [act: string, person: string, ...outcomes: Six][] = [
  ['claim', 'agent', 'assigned', yours, yours, yours, isResolved, isClosed],
  ['claim', 'agent2', 'assigned', taken, taken, taken, isResolved, isClosed],
  ['claim', 'lead', 'assigned', taken, taken, taken, isResolved, isClosed],
  ['claim', 'admin', ...all(unseen)],
  ['claim', 'employee', ...all(agentsOnly)],
  ['claim', 'manager', ...all(agentsOnly)],
  ['claim', 'security', ...all(unseen)],
  ['note', 'agent2', 'new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['note', 'employee', ...all(agentsOnly)],
  ['note', 'security', ...all(unseen)],
  ['reply', 'agent', 'new', 'in-progress', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['reply', 'lead', 'new', 'in-progress', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['reply', 'employee', ...all(agentsOnly)],
  ['reply', 'owner', ...all(agentsOnly)],
  ['comment', 'employee', 'new', 'assigned', 'in-progress', 'in-progress', 'assigned', 'closed'],
  ['comment', 'agent2', 'new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['comment', 'manager', ...all(onlyFollowers)],
  ['comment', 'security', ...all(unseen)],
  ['resolve', 'agent2', 'resolved', 'resolved', 'resolved', 'resolved', isResolved, isClosed],
  ['resolve', 'employee', 'resolved', 'resolved', 'resolved', 'resolved', isResolved, isClosed],
  ['resolve', 'security', ...all(unseen)],
  ['reopen', 'employee', isOpen, isOpen, isOpen, isOpen, 'assigned', isClosed],
  ['reopen', 'agent2', isOpen, isOpen, isOpen, isOpen, 'assigned', isClosed],
  ['reopen', 'manager', ...all(agentsOnly)],
  ['reopen', 'security', ...all(unseen)],
  ['close', 'employee', unresolved, unresolved, unresolved, unresolved, 'closed', isClosed],
  ['close', 'agent', unresolved, unresolved, unresolved, unresolved, 'closed', isClosed],
  ['close', 'manager', ...all(agentsOnly)],
  ['dismiss', 'agent', 'closed', 'closed', 'closed', 'closed', isResolved, isClosed],
  ['dismiss', 'employee', ...all(agentsOnly)],
  ['wait', 'agent2', 'waiting', 'waiting', 'waiting', 'waiting', isResolved, isClosed],
  ['wait', 'employee', ...all(agentsOnly)],
  ['wait', 'security', ...all(unseen)],
  ['resume', 'agent', isIdle, isIdle, isIdle, 'in-progress', isResolved, isClosed],
  ['resume', 'employee', ...all(agentsOnly)],
  ['edit', 'agent2', 'new', 'assigned', 'in-progress', 'waiting', isResolved, isClosed],
  ['edit', 'employee', ...all(agentsOnly)],
  ['assign', 'lead', 'assigned', 'assigned', 'in-progress', 'waiting', isResolved, isClosed],
  ['assign', 'employee', ...all(agentsOnly)],
  ['move', 'agent', 'new', 'new', 'new', 'waiting', isResolved, isClosed],
  ['move', 'employee', ...all(agentsOnly)],
  ['watch', 'manager', 'new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['watch', 'security', ...all(unseen)],
  ['link', 'agent', 'new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed'],
  ['link', 'employee', ...all(agentsOnly)],
  ['merge', 'agent', 'closed', 'closed', 'closed', 'closed', isResolved, isClosed],
  ['merge', 'employee', ...all(agentsOnly)],
  ['working', 'agent', 'in-progress', 'in-progress', 'in-progress', 'in-progress', isResolved, isClosed],
  ['working', 'employee', ...all(agentsOnly)],
  ['working', 'security', ...all(unseen)],
  ['escalate', 'employee', 'new', 'assigned', 'in-progress', 'waiting', isResolved, isClosed],
  ['escalate', 'agent', 'new', 'assigned', 'in-progress', 'waiting', isResolved, isClosed],
  ['escalate', 'security', ...all(unseen)],
  ['rate', 'employee', notResolved, notResolved, notResolved, notResolved, 'resolved', 'closed'],
  ['rate', 'agent', ...all('Only Emma Chen can rate this ticket.')],
  ['rate', 'security', ...all(unseen)],
];

describe.each(table)('%s by %s', (act, person, ...outcomes) => {
  it.each(Object.entries(states).map(([state, make], index) => [state, make, outcomes[index]] as const))(
    'on a ticket that is %s',
    (_, make, expected) => {
      const ticket = make();
      const step = () => acts[act]!(ticket, by(person, at('mon', '10:00')));
      const refused = refusal(step);
      if (expected instanceof RegExp) expect(refused).toMatch(expected);
      else if (refused === 'allowed') expect(step()!.next.state).toBe(expected);
      else expect(refused).toBe(expected);
    },
  );
});

describe('a word after the resolution', () => {
  it.each([
    'thanks',
    'Thank you so much!',
    'ok, works now 👍',
    'Perfect, thanks a lot',
    '👍',
    '谢谢！',
    '好的，解决了，谢谢',
    '可以了',
  ])('%s does not reopen', (words) => {
    expect(transitions.comment(resolved(), by('employee'), house, words)!.next.state).toBe('resolved');
  });
  it.each([
    'still broken',
    'thanks, but it dropped again',
    'it does not work',
    'again',
    '?',
    '还是不行',
    '谢谢，但是又断了',
    '没有解决',
  ])('%s reopens, and tells the assignee', (words) => {
    const { next, events } = transitions.comment(resolved(), by('employee'), house, words)!;
    expect(next.state).toBe('assigned');
    expect(events[0]).toMatchObject({ what: 'commented', tell: ['under:triage', 'person:agent'] });
  });
  it('of nothing but spaces is refused', () => {
    expect(refusal(() => transitions.comment(claimed(), by('employee'), house, '  \n'))).toMatch(/INC-1 was empty/);
  });
});

describe('who is told', () => {
  const told = (changed: Changed<Ticket>) => changed!.events.map(({ what, tell }) => [what, tell]);

  it('a note stays among agents', () => {
    expect(told(acts['note']!(claimed(), by('agent2')))).toEqual([['noted', ['under:triage']]]);
  });
  it('a reply goes to the requester, and the agents see what was said', () => {
    expect(told(acts['reply']!(claimed(), by('agent')))).toEqual([['replied', ['under:requester', 'under:triage']]]);
  });
  it('words carry the thread that has heard them', () => {
    const typed = { ...by('employee'), heard: 'slack:thread-1' as const };
    expect(acts['comment']!(claimed(), typed)!.events[0]!.data).toMatchObject({ heard: 'slack:thread-1' });
  });
  it('an agent in the triage thread writes a note, not a comment', () => {
    expect(told(acts['comment']!(claimed(), by('agent2')))).toEqual([['noted', ['under:triage']]]);
  });
  it('an escalation goes to the lead, or to the manager when the lead escalates', () => {
    expect(told(acts['escalate']!(claimed(), by('agent')))).toEqual([['escalated', ['under:triage', 'person:lead']]]);
    expect(told(acts['escalate']!(claimed(), by('lead')))).toEqual([['escalated', ['under:triage', 'person:manager']]]);
  });
  it('a low rating is told to the lead, a good one to nobody', () => {
    const rated = (score: number) => ending.rate(resolved(), by('employee'), house, { resolution: 1, score });
    expect(told(rated(2))).toEqual([['rated', ['person:lead']]]);
    expect(told(rated(3))).toEqual([['rated', []]]);
  });
});

describe('a rating', () => {
  const rated = (ticket: Ticket, resolution: number, now = MONDAY) =>
    ending.rate(ticket, by('employee', now), house, { resolution, score: 5 });

  it('is given once for a resolution', () => {
    const once = after(resolved(), (ticket) => rated(ticket, 1));
    expect(refusal(() => rated(once, 1))).toMatch(/^You rated this 5 of 5 on Mon 23 Nov/);
  });
  it('can be changed for a day from when it was first given', () => {
    const later = (ticket: Ticket, score: number, now: Date) =>
      ending.rate(ticket, by('employee', now), house, { resolution: 1, score });
    const mistaken = after(resolved(), (ticket) => later(ticket, 1, MONDAY));
    const changed = after(mistaken, (ticket) => later(ticket, 5, at('tue', '08:59')));
    expect(changed.resolution?.rating).toMatchObject({ score: 5, at: MONDAY });
    expect(refusal(() => later(changed, 1, at('tue', '09:01')))).toMatch(/^You rated this 5 of 5/);
  });
  it('is no longer asked for once the ticket is open again, and anew for the next resolution', () => {
    const open = after(resolved(), (ticket) => acts['reopen']!(ticket, by('employee')));
    expect(refusal(() => rated(open, 1))).toMatch(notResolved);
    const again = after(open, (ticket) => acts['resolve']!(ticket, by('agent')));
    expect(refusal(() => rated(again, 1))).toMatch(notResolved);
    expect(rated(again, 2)!.next.resolution?.rating?.score).toBe(5);
  });
  it('is taken for seven days', () => {
    expect(refusal(() => rated(resolved(), 1, new Date('2026-11-30T09:00+01:00')))).toBe('allowed');
    expect(refusal(() => rated(resolved(), 1, new Date('2026-11-30T09:00:01+01:00')))).toMatch(/for 7 days/);
  });
});

describe('words taken back', () => {
  const withComment = () => after(claimed(), (ticket) => acts['comment']!(ticket, by('employee')), 'employee');
  const id = (ticket: Ticket) => ticket.history.at(-1)!.id;

  it('are told to the agents once, and remain readable', () => {
    const ticket = withComment();
    const first = transitions.withdraw(ticket, by('employee'), id(ticket))!;
    expect(first.events).toMatchObject([{ what: 'withdrawn', tell: ['under:triage'] }]);
    const back = after(ticket, () => first, 'employee');
    expect(transitions.withdraw(back, by('employee'), id(ticket))).toBeUndefined();
    expect(transitions.saidBy(by('employee'), back, id(ticket)).data.words).toBe('It dropped again.');
  });
  it('are one’s own words alone', () => {
    const ticket = withComment();
    expect(refusal(() => transitions.withdraw(ticket, by('agent'), id(ticket)))).toBe(unseen);
    expect(refusal(() => transitions.withdraw(ticket, by('employee'), 'unknown'))).toBe(unseen);
  });
});
