/** Holding, editing, handing over and tying tickets together: what becomes of clocks, dates and those who are told. */
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { counted } from '../../src/sla/sla.js';
import { takeDue } from '../../src/tickets/escalation/due.js';
import * as ending from '../../src/tickets/ending.js';
import { readSought } from '../../src/tickets/queue/find.js';
import { findPerson } from '../../src/names.js';
import { soughtTerms, termsOf } from '../../src/tickets/queue/terms.js';
import { maySee, type Ticket } from '../../src/tickets/ticket.js';
import { requesterCard, standing, triageCard } from '../../src/tickets/tickets.cards.js';
import { notice } from '../../src/tickets/tickets.notices.js';
import * as ties from '../../src/tickets/links/links.js';
import * as transitions from '../../src/tickets/transitions.js';
import * as triage from '../../src/tickets/work/triage.js';
import { wait } from '../../src/tickets/work/waiting.js';
import { wording } from '../../src/language/wording.js';
import {
  after,
  at,
  by,
  claimed,
  directory,
  house,
  inProgress,
  MONDAY,
  newTicket,
  refusal,
  resolved,
} from './people.js';

const held = (until?: Date, cause: 'user' | 'supplier' = 'user'): Ticket =>
  after(inProgress(), (ticket) =>
    wait(ticket, by('agent', at('mon', '11:00')), house, { cause, reason: 'Which floor?', until }),
  );
const minutes = (ticket: Ticket, until: Date) =>
  counted(ticket.clocks, house.sla.calendar(ticket.clocks.calendar), until) / 60;

describe('a wait', () => {
  it('stops the clock, and the requester’s word starts it again', () => {
    const answered = after(held(), (ticket) =>
      transitions.comment(ticket, by('employee', at('tue', '09:00')), house, 'The third.'),
    );
    expect([answered.state, answered.waiting]).toEqual(['in-progress', undefined]);
    expect(minutes(held(), at('tue', '09:00'))).toBe(120);
    expect(minutes(answered, at('tue', '10:00'))).toBe(180);
    expect(answered.history.at(-1)!.owed).toContain('person:agent');
  });
  it('for a supplier goes on whatever the requester says', () => {
    const said = transitions.comment(held(undefined, 'supplier'), by('employee', at('tue', '09:00')), house, 'Well?');
    expect(said!.next.state).toBe('waiting');
  });
  it('ends by itself at its end, and tells the assignee', () => {
    const ticket = held(at('wed', '09:00'));
    expect(ticket.due).toEqual({ next: at('wed', '09:00') });
    expect(takeDue(ticket, house, at('tue', '09:00'))).toBeUndefined();
    const { next, events } = takeDue(ticket, house, at('wed', '09:00'))!;
    expect([next.state, next.waiting]).toEqual(['in-progress', undefined]);
    expect(events).toMatchObject([{ what: 'resumed', tell: ['under:triage', 'person:agent'] }]);
  });
  it('without an end has nothing due', () => expect(held().due).toBeUndefined());
  it('does not stop the clock for a cause that the policy leaves out', () => {
    const strict = { ...house, sla: { ...house.sla, pausing: ['user'] as const } };
    const { next } = wait(inProgress(), by('agent'), strict, { cause: 'supplier', reason: 'A part.' })!;
    expect(minutes(next, at('mon', '10:00'))).toBe(60);
  });
  it('cannot end in the past', () => {
    expect(refusal(() => held(at('mon', '10:00')))).toMatch(/is in the past\. Choose a later time/);
  });
});

describe('a resolved ticket', () => {
  it('closes after five whole working days, and not before', () => {
    expect(resolved().closes).toEqual(new Date('2026-12-01T09:00+01:00'));
    expect(takeDue(resolved(), house, new Date('2026-12-01T08:59+01:00'))).toBeUndefined();
    const { next } = takeDue(resolved(), house, new Date('2026-12-01T09:00+01:00'))!;
    expect([next.state, next.due, next.rank]).toEqual(['closed', undefined, undefined]);
  });
  it('that is reopened no longer closes', () => {
    const again = after(resolved(), (ticket) => ending.reopen(ticket, by('employee'), house));
    expect([again.closes, again.surveyed]).toEqual([undefined, undefined]);
  });
});

describe('another priority', () => {
  const raised = (ticket: Ticket) =>
    after(ticket, (each) =>
      triage.edit(each, by('agent', at('tue', '09:00')), house, { impact: 'high', urgency: 'medium' }),
    );
  it('is another promise for the same time: what was counted and paused stays', () => {
    const ticket = raised(inProgress());
    expect([ticket.priority, ticket.clocks.policy]).toEqual(['P2', 'high']);
    expect(minutes(ticket, at('tue', '09:00'))).toBe(minutes(inProgress(), at('tue', '09:00')));
    expect(ticket.clocks.resolution.due).toEqual(at('mon', '17:30'));
  });
  it('keeps a wait that stands', () => {
    const ticket = raised(held());
    expect(ticket.state).toBe('waiting');
    expect(minutes(ticket, at('thu', '09:00'))).toBe(120);
    expect(ticket.due).toBeUndefined();
  });
  it('carries the time over into another calendar', () => {
    const ticket = after(inProgress(), (each) =>
      triage.edit(each, by('agent', at('tue', '09:00')), house, { priority: 'P1' }),
    );
    expect([ticket.clocks.calendar, ticket.clocks.carried]).toEqual(['24x7', 8 * 3600]);
    expect(ticket.clocks.resolution.due).toEqual(at('tue', '09:00'));
  });
  it('that is the same is refused', () => {
    expect(refusal(() => triage.edit(newTicket(), by('agent'), house, { impact: 'low' }))).toMatch(
      /Nothing was changed/,
    );
  });
});

describe('handing over', () => {
  it('goes with a word to the next group, whose channel gets a card of its own', () => {
    const { next, events } = triage.move(claimed(), by('agent'), house, 'network', 'The switch is dead.')!;
    expect([next.group, next.assignee, next.state]).toEqual(['network', undefined, 'new']);
    expect(standing(next).map(({ name, to }) => [name, to])).toEqual([
      ['triage', 'group:it'],
      ['triage-network', 'group:network'],
      ['requester', 'person:employee'],
    ]);
    expect(ties.heardBy(next, 'agent', events[0]!, directory).tell).toEqual(['under:triage-network']);
    const back = triage.move(next, by('agent2'), house, 'it', 'It was the laptop.')!.next;
    expect(ties.triageOf(back)).toBe('triage');
  });
  it('keeps an assignee who works there too', () => {
    const bao = after(newTicket(), (ticket) => transitions.claim(ticket, by('agent2'), house));
    expect(triage.move(bao, by('agent2'), house, 'network', 'Mine.')!.next.assignee?.id).toBe('agent2');
  });
  it('knows its groups', () => {
    expect(refusal(() => triage.move(claimed(), by('agent'), house, 'legal', 'x'))).toBe(
      'There is no group “legal”. Choose one of: it, network.',
    );
    expect(refusal(() => triage.move(claimed(), by('agent'), house, 'it', 'x'))).toMatch(/already in IT service desk/);
  });
  it('to a person is for agents of the group', () => {
    expect(refusal(() => triage.assign(newTicket(), by('lead'), house, by('owner').actor))).toMatch(
      /Olga Petrova does not work in IT service desk/,
    );
  });
});

describe('followers', () => {
  const followed = (who: string) =>
    after(claimed(), (ticket) => ties.watch(ticket, by('agent'), house, by(who).actor), 'agent');
  const told = (ticket: Ticket, changed: ReturnType<typeof transitions.note>) =>
    ties.heardBy(ticket, 'agent', changed!.events[0]!, directory).tell;

  it('hear what the requester hears', () => {
    const ticket = followed('owner');
    expect(told(ticket, transitions.reply(ticket, by('agent'), house, 'Hello'))).toContain('person:owner');
    expect(told(ticket, transitions.note(ticket, by('agent'), house, 'Hm'))).not.toContain('person:owner');
  });
  it('who are agents hear the notes too, but not their own words', () => {
    const ticket = followed('agent2');
    expect(told(ticket, transitions.note(ticket, by('agent'), house, 'Hm'))).toContain('person:agent2');
    expect(told(followed('agent'), transitions.note(ticket, by('agent'), house, 'Hm'))).not.toContain('person:agent');
  });
  it('stop when they like, and following twice changes nothing', () => {
    const ticket = followed('manager');
    expect(ties.watch(ticket, by('manager'), house, by('manager').actor)).toBeUndefined();
    expect(ties.watch(ticket, by('manager'), house, by('manager').actor, true)!.next.followers).toEqual([]);
  });
});

describe('a merge', () => {
  it('makes the requester a follower of the other ticket, once', () => {
    const into = { ...claimed(), _id: 'INC-2', requester: { id: 'owner', name: 'Olga Petrova' } };
    const merged = after(newTicket(), (ticket) => ties.merge(ticket, by('agent'), house, into), 'agent');
    expect([merged.state, merged.merged?.into, merged.due?.next]).toEqual(['closed', 'INC-2', merged.merged?.at]);
    const whole = after(into, (ticket) => ties.absorb(ticket, merged, house));
    expect(whole.followers).toEqual([{ id: 'employee', name: 'Emma Chen' }]);
    expect(after(whole, (ticket) => ties.absorb(ticket, merged, house)).followers).toHaveLength(1);
    expect(ties.toldOfMerge(merged, 'INC-2')!.next.due).toBeUndefined();
  });
  it('with itself, or of what was merged before, is refused', () => {
    expect(refusal(() => ties.mayMerge(newTicket(), newTicket(), by('agent'), house))).toMatch(
      /cannot be linked to itself/,
    );
    const merged = after(newTicket(), (ticket) =>
      ties.merge(ticket, by('agent'), house, { ...newTicket(), _id: 'INC-2' }),
    );
    expect(refusal(() => transitions.claim(merged, by('agent'), house))).toBe(
      'INC-1 was merged into INC-2. Continue there.',
    );
  });
});

describe('terms', () => {
  test.each([
    ['VPN keeps dropping!', ['vpn', 'keeps', 'dropping']],
    ['打印机坏了', ['打', '印', '机', '坏', '了', '打印', '印机', '机坏', '坏了']],
    ['Win11 和 Ünïcode', ['win11', '和', 'ünïcode']],
    ['😀 !!', []],
  ])('of %s', (text, terms) => expect(termsOf(text)).toEqual(terms));
  it('sought are the pairs, which say more', () => {
    expect(soughtTerms('打印 VPN')).toEqual(['打印', 'vpn']);
    expect(soughtTerms('机')).toEqual(['机']);
  });
  it('are bounded', () =>
    expect(termsOf(Array.from({ length: 9000 }, (_, n) => `w${n}`).join(' '))).toHaveLength(8000));
});

describe('what is sought', () => {
  test.each([
    ['vpn state:waiting', { terms: ['vpn'], states: ['waiting'] }],
    ['状态：等待中 人员:agent 组:it 打印', { terms: ['打印'], states: ['waiting'], person: 'agent', group: 'it' }],
    ['state:lost', { terms: [], unknown: 'lost' }],
  ])('%s', (words, sought) => expect(readSought(words)).toEqual(sought));
});

describe('a person', () => {
  const found = (words: string) => findPerson(words, by('agent').actor, directory).id;
  test.each([
    ['@me', 'agent'],
    ['我', 'agent'],
    ['agent2', 'agent2'],
    ['Bao Li', 'agent2'],
    ['bao', 'agent2'],
    ['Owner@Example.com', 'owner'],
  ])('%s is %s', (words, id) => expect(found(words)).toBe(id));
  it('who is nobody is said so', () => expect(refusal(() => found('zoe'))).toMatch(/No person matches “zoe”/));
});

describe('a sensitive group', () => {
  const discreet = createDirectory(
    readPolicy('policies', 'people.yaml', peoplePolicy).value,
    teamsPolicy.parse({
      default: 'it',
      groups: directory.groups.map((group) => ({ ...group, sensitive: true })),
    }),
  );
  const quiet = { ...house, directory: discreet };
  const english = { lang: 'en', zone: 'Europe/Berlin' } as const;
  it('shows neither titles nor words in its channel', () => {
    const ticket = after(newTicket(MONDAY, { details: 'My salary' }), (each) =>
      transitions.comment(each, by('employee'), quiet, 'It is too low'),
    );
    const card = triageCard(ticket, english, wording.en, quiet);
    const said = notice(ticket, ticket.history.at(-1)!, 'under:triage', english, wording.en, quiet);
    expect(card.title).toBe('INC-1 · confidential');
    expect(JSON.stringify([card, said])).not.toMatch(/VPN|salary|too low/);
    expect(JSON.stringify(requesterCard(ticket, english, wording.en))).toMatch(/VPN.*salary/);
  });
  it('keeps its title from the channel of the ticket that it is merged into', () => {
    const half = {
      ...house,
      directory: createDirectory(
        readPolicy('policies', 'people.yaml', peoplePolicy).value,
        teamsPolicy.parse({
          default: 'it',
          groups: directory.groups.map((group) => ({ ...group, sensitive: group.id === 'network' })),
        }),
      ),
    };
    const merged = { ...newTicket(), _id: 'INC-2', title: 'My salary', group: 'network' };
    const into = after(newTicket(), (ticket) => ties.absorb(ticket, merged, half));
    const said = notice(into, into.history.at(-1)!, 'under:triage', english, wording.en, half);
    expect(JSON.stringify([said, into.history])).not.toMatch(/salary/);
    expect(JSON.stringify(said)).toMatch(/INC-2 was merged into it/);
  });
  it.each([
    ['employee', true],
    ['agent', true],
    ['admin', false],
    ['manager', false],
    ['owner', false],
  ] as const)('is seen by %s: %s', (who, sees) => expect(maySee(by(who).actor, newTicket(), quiet)).toBe(sees));
});
