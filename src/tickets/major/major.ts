/** A major incident: a P1 whose state all who are affected can read, told at the policy's pace. Pure. */
import { who, type Who } from '../../card.js';
import type { Changed, NewEvent } from '../../history.js';
import { Refusal } from '../../refusal.js';
import { isHidden } from '../discretion.js';
import { mayJoin, type IsDuplicate, type Report } from '../links/duplicates.js';
import { changed, happened, isOpen, needAgent, needOpen, spoken, type By, type House, type Ticket } from '../ticket.js';
import { told } from '../work/waiting.js';
import { edit } from '../work/triage.js';

/** Each person once. */
const once = (people: readonly Who[]): Who[] => [...new Map(people.map((each) => [each.id, who(each)])).values()];

/** Those who read how it stands: its requester, its followers, and the requesters of tickets that report the same. */
export const affectedBy = ({ requester, followers = [], major }: Ticket): Who[] =>
  once([requester, ...followers, ...(major?.affected ?? [])]);

/** The requesters of the open tickets that report the same. */
export const reportersOf = (ticket: Report, recent: readonly Report[], isDuplicate: IsDuplicate, house: House): Who[] =>
  recent
    .filter((each) => isOpen(each))
    .filter((each) => mayJoin(ticket, each, isDuplicate, house) || mayJoin(each, ticket, isDuplicate, house))
    .map(({ requester }) => requester);

/** The major incident that a new ticket reports again. */
export const majorOf = (
  ticket: Report,
  recent: readonly Report[],
  isDuplicate: IsDuplicate,
  house: House,
): Report | undefined => recent.find((each) => each.major && mayJoin(ticket, each, isDuplicate, house));

/** Declares it the first time, which makes it a P1; each time its words are how it stands. */
export function tellAll(
  ticket: Ticket,
  by: By,
  house: House,
  words: string,
  reporters: readonly Who[],
): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  if (isHidden(ticket, house)) throw new Refusal((say) => say.major.confidential(ticket._id));
  const raised = ticket.priority === 'P1' ? undefined : edit(ticket, by, house, { priority: 'P1' });
  const before = raised?.next ?? ticket;
  const events: NewEvent[] = raised?.events ?? [];
  const affected = once([...affectedBy(ticket), ...reporters]).filter(({ id }) => id !== ticket.requester.id);
  const status = { words, at: by.now, by: who(by.actor) };
  const paced = { ...before.clocks, updates: house.sla.incident };
  return changed(
    {
      ...before,
      clocks: told(paced, by.now, house),
      major: { since: by.now, ...ticket.major, status, affected },
    },
    ...events,
    happened(
      'major',
      { ...spoken(by, words), ...(ticket.major ? {} : { declared: true as const }) },
      'under:requester',
      'under:triage',
    ),
  );
}

/** One more person reports it: they read how it stands, too. */
export function affects(ticket: Ticket, person: Who): Changed<Ticket> {
  const { major } = ticket;
  if (!major || !isOpen(ticket) || affectedBy(ticket).some(({ id }) => id === person.id)) return undefined;
  return changed({
    ...ticket,
    major: { ...major, affected: [...major.affected, who(person)] },
  });
}
