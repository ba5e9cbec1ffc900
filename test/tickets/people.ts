/** The demo company at work, and tickets in every state, made as people make them. */
import { plain, type Text } from '../../src/card.js';
import type { Event } from '../../src/history.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { Refusal } from '../../src/refusal.js';
import { readSla } from '../../src/sla/policy.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { open } from '../../src/tickets/opening.js';
import type { By, House, Ticket } from '../../src/tickets/ticket.js';
import * as ending from '../../src/tickets/ending.js';
import * as transitions from '../../src/tickets/transitions.js';
import { wording } from '../../src/language/wording.js';

const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
export const directory = createDirectory(people, teams);
/** The demo company, whose network group works on what is confidential. */
export const discreet = createDirectory(people, {
  ...teams,
  groups: teams.groups.map((group) => (group.id === 'network' ? { ...group, sensitive: true } : group)),
});
export const house: House = {
  directory,
  sla: readSla('policies', directory),
  staffing: staffingOf(directory, () => nothingAgreed),
};

/** Monday morning in Berlin, as the office opens. */
export const MONDAY = new Date('2026-11-23T09:00+01:00');
export const at = (day: string, time: string): Date =>
  new Date(`2026-11-${{ mon: 23, tue: 24, wed: 25, thu: 26, fri: 27 }[day]}T${time}+01:00`);

export const by = (person: string, now = MONDAY): By => ({ actor: directory.person(person)!, now });

type Step = (ticket: Ticket) => ReturnType<typeof transitions.claim>;
let events = 0;

/** A ticket after some steps, its history kept as the ledger keeps it. */
export function after(ticket: Ticket, step: Step, who = 'desk', now = MONDAY): Ticket {
  const changed = step(ticket);
  if (!changed) return ticket;
  const told = changed.events.map(({ what, data = {}, tell = [] }): Event => ({
    id: `e${++events}`,
    at: now,
    by: who,
    what,
    data,
    owed: [...new Set(tell)],
  }));
  return { ...changed.next, version: ticket.version + 1, history: [...ticket.history, ...told] };
}

export function newTicket(now = MONDAY, asked: Partial<Parameters<typeof open>[0]> = {}): Ticket {
  const { own, events: told } = open(
    { title: 'VPN keeps dropping', impact: 'low', urgency: 'medium', ...asked },
    by('employee', now),
    house,
    directory.defaultGroup,
    'delivery-1',
  );
  const bare: Ticket = { ...own, _id: 'INC-1', version: 0, origin: 'delivery-1', history: [], unreachable: [] };
  return after(bare, () => ({ next: bare, events: told }), 'employee', now);
}

const acted = (ticket: Ticket, person: string, step: (ticket: Ticket, by: By) => ReturnType<Step>): Ticket =>
  after(ticket, (each) => step(each, by(person)), person);

export const claimed = () => acted(newTicket(), 'agent', (ticket, who) => transitions.claim(ticket, who, house));
export const inProgress = () =>
  acted(claimed(), 'agent', (ticket, who) => transitions.reply(ticket, who, house, 'Which network?'));
export const resolved = () =>
  acted(inProgress(), 'agent', (ticket, who) => ending.resolve(ticket, who, house, 'New certificate.'));

const berlin = { lang: 'en', zone: 'Europe/Berlin' } as const;
export const read = (text: Text): string => plain(text, berlin);

/** What the person is told instead, in English and, to prove that it exists, in Chinese. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(plain(error.why(wording.zh), { ...berlin, lang: 'zh' })).toMatch(/\p{Script=Han}/u);
    return read(error.why(wording.en));
  }
  return 'allowed';
}
