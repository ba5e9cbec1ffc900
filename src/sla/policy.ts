/** The SLA policies: the targets of a new ticket, and the working hours they count in. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { TWICE } from '../distinct.js';
import type { Directory, Group, Person } from '../people.js';
import { readBeside, readPolicy, type Policy } from '../policy.js';
import { createCalendar, type Calendar, type Hours, type Span } from './calendar.js';
import { holidaysIn } from './holidays.js';
import type { Rule } from './rules.js';
import { calendarsPolicy, datesOf, days, daysOf, prioritiesPolicy, slaPolicy, type level } from './schema.js';
import type { Priority, Rung, Terms, Told, Updates, WaitCause, When } from './sla.js';

export type Level = z.infer<typeof level>;
export type Category = z.infer<typeof prioritiesPolicy>['categories'][number];

/** What decides which policy holds for a ticket. */
export type Weighed = {
  priority: Priority;
  group: Group;
  requester: Pick<Person, 'vip'>;
  type?: string | undefined;
  category?: string | undefined;
};

export type Sla = {
  /** How long a sign of work stops reminders, in seconds of working time. */
  quiet: number;
  /** The longest that reminders can be snoozed, in seconds of working time. */
  snooze: number;
  serviceOwner?: string;
  pausing: readonly WaitCause[];
  /** The clock of a wait of its own: how long it may last, by which calendar (the group's own unless named). */
  waits: { [C in WaitCause]?: { seconds: number; calendar?: string | undefined } | undefined };
  /** Of sla.yaml. */
  version: string;
  /** Of what is worked by calendars.yaml and the files that it names. */
  hours: string;
  closeAfter: number;
  categories: readonly Category[];
  /** The pace at which a major incident is told of. */
  incident: Updates;
  /** Who is called for a P1, in turn, and the seconds after which the next one is. */
  page: { seconds: number; tell: readonly Exclude<Told, 'channel'>[] };
  /** The words that tell how many people something affects, the most first. */
  impacts: readonly (Rule & { id: Level })[];
  /** The words that tell how urgent something is, the most urgent first. */
  urgencies: readonly (Rule & { id: Level })[];
  priorityOf(impact: Level, urgency: Level): Priority;
  /** The first policy that fits, else the fallback. */
  termsFor(ticket: Weighed): Terms;
  /** The group's own target (OLA), and the people notified by its steps; nothing where it agreed to none. */
  olaOf(group: Pick<Group, 'id'>): Updates | undefined;
  hasCalendar(id: string): boolean;
  /** For one that is no longer there, as under an open ticket, that of the default group. */
  calendar(id: string): Calendar;
};

/** Whether all that a policy names is so. */
const fits = (when: When, { priority, group, requester, type = '', category = '' }: Weighed): boolean =>
  (!when.priority || when.priority.includes(priority)) &&
  (!when.group || when.group.includes(group.id)) &&
  (!when.type || when.type.includes(type)) &&
  (!when.category || when.category.includes(category)) &&
  (when.vip === undefined || when.vip === requester.vip);

const rungsOf = (ladder: z.infer<typeof slaPolicy>['ladder']): Rung[] =>
  ladder.map(({ at, tell, act }) => ({ at, tell, ...(act ? { act } : {}) }));

type Shift = z.infer<typeof calendarsPolicy>['calendars'][number];

function hoursOf({ id, zone, hours, holidays, makeUp }: Shift): Hours {
  const week: Span[][] = days.map(() => []);
  for (const [named, list] of Object.entries(hours)) for (const day of daysOf(named)) week[day] = list;
  const special = new Map<string, readonly Span[]>();
  for (const range of Object.keys(holidays)) for (const date of datesOf(range)) special.set(date, []);
  for (const [range, list] of Object.entries(makeUp)) for (const date of datesOf(range)) special.set(date, list);
  return { id, zone, week, special };
}

/** The same for the same working time, however the files say it. */
const versionOf = (all: readonly Hours[]): string => {
  const said = all
    .toSorted((one, other) => one.id.localeCompare(other.id))
    .map(({ id, zone, week, special }) => [
      id,
      zone,
      week,
      [...special].toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8);
};

/** The calendars, with the holidays of the iCalendar files that they name. */
function readCalendars(dir: string): Policy<z.infer<typeof calendarsPolicy>> {
  const policy = readPolicy(dir, 'calendars.yaml', calendarsPolicy);
  const calendars = policy.value.calendars.map((each, index): Shift => {
    const { holidaysFrom: file, holidays } = each;
    if (!file) return each;
    const wrong = (message: string) => policy.wrong(['calendars', index, 'holidaysFrom'], `${file} ${message}`);
    const source = readBeside(dir, file) ?? wrong('cannot be read: put it beside calendars.yaml');
    try {
      return { ...each, holidays: { ...holidaysIn(source, each.zone), ...holidays } };
    } catch (error) {
      return wrong((error as Error).message);
    }
  });
  return { ...policy, value: { calendars } };
}

/** Reads sla.yaml, calendars.yaml and priorities.yaml. @throws PolicyError naming file, line and remedy. */
export const readSla = (dir: string, directory: Directory): Sla =>
  createSla(
    {
      sla: readPolicy(dir, 'sla.yaml', slaPolicy),
      calendars: readCalendars(dir),
      priorities: readPolicy(dir, 'priorities.yaml', prioritiesPolicy),
    },
    directory,
  );

/** Checks that what the policies name exists. @throws PolicyError naming file, line and remedy. */
export function createSla(
  policies: {
    sla: Policy<z.infer<typeof slaPolicy>>;
    calendars: Policy<z.infer<typeof calendarsPolicy>>;
    priorities: Policy<z.infer<typeof prioritiesPolicy>>;
  },
  directory: Directory,
): Sla {
  const { sla, calendars, priorities } = policies;
  const hours = calendars.value.calendars.map(hoursOf);
  const byId = new Map(hours.map((each) => [each.id, createCalendar(each)]));
  const known = [...byId.keys()].join(', ');

  const promises = sla.value.policies.map((each, index) => [each, ['policies', index]] as const);
  for (const [each, path] of [...promises, [sla.value.fallback, ['fallback']] as const]) {
    if (each.calendar && !byId.has(each.calendar))
      sla.wrong([...path, 'calendar'], `no calendar "${each.calendar}" in calendars.yaml, which has ${known}`);
  }
  const sameName = sla.value.policies.findIndex(({ name }) => name === sla.value.fallback.name);
  if (sameName >= 0) sla.wrong(['fallback', 'name'], `${TWICE}: policies.${sameName} has it too`);
  for (const [each, path] of promises) {
    for (const group of each.when.group ?? [])
      if (!directory.group(group)) sla.wrong([...path, 'when', 'group'], `no group "${group}" in teams.yaml`);
    for (const category of each.when.category ?? [])
      if (!priorities.value.categories.some((known) => known.id === category))
        sla.wrong([...path, 'when', 'category'], `no category "${category}" in priorities.yaml`);
  }
  for (const [cause, wait] of Object.entries(sla.value.waits))
    if (wait?.calendar && !byId.has(wait.calendar))
      sla.wrong(['waits', cause], `no calendar "${wait.calendar}" in calendars.yaml, which has ${known}`);
  for (const group of Object.keys(sla.value.ola))
    if (group !== '*' && !directory.group(group)) sla.wrong(['ola', group], `no group "${group}" in teams.yaml`);
  const owner = sla.value.serviceOwner;
  if (owner && !directory.person(owner)) sla.wrong(['serviceOwner'], `no person "${owner}" in people.yaml`);
  for (const name of ['ladder', 'olaLadder'] as const) {
    const owned = sla.value[name].findIndex((step) => step.tell.includes('service-owner'));
    if (!owner && owned >= 0) sla.wrong([name, owned], 'tells the service-owner: name one as `serviceOwner:`');
  }
  const categories = priorities.value.categories.map(({ id }) => id);
  for (const group of directory.groups) {
    const skill = Object.values(group.skills)
      .flatMap((levels) => Object.keys(levels))
      .find((each) => !categories.includes(each));
    if (skill)
      priorities.wrong(['categories'], `group "${group.id}" of teams.yaml rates skill in "${skill}": add it here`);
  }
  for (const { id, calendar } of directory.people)
    if (calendar && !byId.has(calendar))
      calendars.wrong(['calendars'], `"${id}" of people.yaml works by "${calendar}": add it here`);
  for (const group of directory.groups)
    if (!byId.has(group.calendar))
      calendars.wrong(['calendars'], `group "${group.id}" of teams.yaml works by "${group.calendar}": add it here`);

  return {
    quiet: sla.value.quiet,
    snooze: sla.value.snooze,
    ...(owner ? { serviceOwner: owner } : {}),
    pausing: sla.value.pausing,
    waits: sla.value.waits,
    version: sla.version,
    hours: versionOf(hours),
    closeAfter: sla.value.closeAfter,
    categories: priorities.value.categories,
    incident: { seconds: sla.value.incident.update, ladder: rungsOf(sla.value.updateLadder) },
    page: { seconds: sla.value.page.within, tell: sla.value.page.tell },
    impacts: (['high', 'medium'] as const).map((id) => ({ id, words: priorities.value.impact[id] })),
    urgencies: (['high', 'medium', 'low'] as const).map((id) => ({ id, words: priorities.value.urgency[id] })),
    priorityOf: (impact, urgency) => priorities.value.matrix[impact][urgency],
    termsFor(ticket) {
      const first = sla.value.policies.find(({ when }) => fits(when, ticket));
      const { updateLadder, daily } = sla.value;
      const ladder = rungsOf(sla.value.ladder);
      const {
        name: policy,
        calendar = ticket.group.calendar,
        firstResponse,
        nextUpdate,
        resolution,
      } = first ?? sla.value.fallback;
      const updates = nextUpdate ? { updates: { seconds: nextUpdate, ladder: rungsOf(updateLadder) } } : {};
      const because = first?.when ?? 'fallback';
      return { policy, version: sla.version, because, calendar, firstResponse, ...updates, resolution, ladder, daily };
    },
    olaOf({ id }) {
      const seconds = sla.value.ola[id] ?? sla.value.ola['*'];
      return seconds ? { seconds, ladder: rungsOf(sla.value.olaLadder) } : undefined;
    },
    hasCalendar: (id) => byId.has(id),
    calendar: (id) => byId.get(id) ?? byId.get(directory.defaultGroup.calendar)!,
  };
}
