/**
 * A grant that people set up and take away in the application themselves: somebody does it and says how, and where the risk
 * is high somebody else looks again. Pure.
 */
import { type Who, who } from '../card.js';
import type { Audience, Changed, NewEvent } from '../history.js';
import type { Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { type AccessRequest, type HandTask, settled } from './access.js';

/** After so long the people who were asked are reminded. */
const REMIND_HOURS = 24;

const doingOf = ({ state }: Pick<AccessRequest, 'state'>): HandTask['doing'] | undefined =>
  state === 'approved' ? 'grant' : state === 'ending' ? 'revoke' : undefined;

/** The task of what the record is at; one of an earlier stage is over. */
export const taskOf = (record: Pick<AccessRequest, 'state' | 'hand'>): HandTask | undefined =>
  record.hand && record.hand.doing === doingOf(record) ? record.hand : undefined;

export const isDoneByHand = ({ done, checker, checked }: HandTask): boolean =>
  done !== undefined && (checker === undefined || checked !== undefined);

const toPeople = (people: readonly Who[]): Audience[] => people.map(({ id }) => `person:${id}` as const);
const told = ({ hands }: HandTask): Audience[] =>
  hands.group === undefined ? toPeople(hands.people) : [`group:${hands.group}`];

/** Asks people to do it, or reminds those who were asked; what they do has its own moment. */
export function handedOver(
  record: AccessRequest,
  asked: Pick<HandTask, 'titles' | 'hands' | 'checker'>,
  now: Date,
): Changed<AccessRequest> {
  const doing = doingOf(record);
  if (!doing || !record.work) return undefined;
  const task = taskOf(record) ?? { doing, ...asked };
  if (isDoneByHand(task)) return undefined;
  const retry = new Date(now.getTime() + REMIND_HOURS * 3_600_000);
  const event: NewEvent = task.done
    ? { what: 'hand-check', tell: toPeople(task.checker ?? []) }
    : { what: 'hand-task', tell: told(task) };
  return settled({ ...record, hand: task, work: { ...record.work, retry } }, now, event);
}

/** People who may do it by hand: never the person whom it is for. */
export const mayDo = (record: AccessRequest, { id }: Pick<Person, 'id'>): boolean =>
  id !== record.requester.id && (taskOf(record)?.hands.people.some((one) => one.id === id) ?? false);

export const mayCheck = (record: AccessRequest, { id }: Pick<Person, 'id'>): boolean => {
  const task = taskOf(record);
  return (
    id !== record.requester.id && id !== task?.done?.by.id && (task?.checker?.some((one) => one.id === id) ?? false)
  );
};

/** @throws Refusal unless there is such a task, and for everybody who is not asked. */
function needTask(record: AccessRequest, isAsked: boolean, asked: (task: HandTask) => readonly Who[]): HandTask {
  const task = taskOf(record);
  if (!task || isDoneByHand(task)) throw new Refusal((say) => say.access.nothingByHand(record._id));
  if (!isAsked) throw new Refusal((say) => say.access.notYourHands(asked(task)));
  return task;
}

/** At once: the next sweep asks no more for what is done. */
const soon = (record: AccessRequest, now: Date) => record.work && { ...record.work, retry: now };

/** Somebody has set it up or taken it away. */
export function doneByHand(record: AccessRequest, actor: Person, evidence: string, now: Date): Changed<AccessRequest> {
  const task = needTask(record, mayDo(record, actor), ({ hands }) => hands.people);
  if (task.done) throw new Refusal((say) => say.access.doneAlready(record._id, task.done!.by));
  const done = { by: who(actor), at: now, evidence };
  const others = task.checker?.filter(({ id }) => id !== actor.id) ?? [];
  const checker = others.length > 0 ? others : undefined;
  const next = { ...record, hand: { ...task, done, checker } };
  const check: NewEvent[] = checker ? [{ what: 'hand-check', tell: toPeople(checker) }] : [];
  return settled({ ...next, work: checker ? next.work : soon(next, now) }, now, { what: 'hand-done' }, ...check);
}

/** A second person has looked: it is right, or it has to be done again. */
export function checkedByHand(
  record: AccessRequest,
  actor: Person,
  found: 'right' | 'wrong',
  now: Date,
): Changed<AccessRequest> {
  const task = needTask(record, mayCheck(record, actor), ({ checker = [] }) => checker);
  if (!task.done) throw new Refusal((say) => say.access.notDoneYet(record._id));
  if (found === 'wrong') {
    const { done: _, ...again } = task;
    return settled({ ...record, hand: again }, now, { what: 'hand-task', tell: told(task) });
  }
  const next = { ...record, hand: { ...task, checked: { by: who(actor), at: now } } };
  return settled({ ...next, work: soon(next, now) }, now, { what: 'hand-checked' });
}
