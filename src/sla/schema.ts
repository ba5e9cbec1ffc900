/** The shape of sla.yaml, calendars.yaml and priorities.yaml. */
import { z } from 'zod';
import { distinct } from '../distinct.js';
import { zoneName } from '../zones.js';
import type { Span } from './calendar.js';

const id = z.string().regex(/^[\w.-]{1,60}$/);
const priority = z.enum(['P1', 'P2', 'P3', 'P4']);
export const level = z.enum(['low', 'medium', 'high']);

/** `30m`, `4h`, `1h 30m` as seconds. */
const duration = z.string().transform((value, context) => {
  const [, hours, minutes] = /^(?=\S)(?:(\d{1,4})h)?\s*(?:(\d{1,4})m)?$/.exec(value) ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  if (seconds > 0) return seconds;
  context.addIssue({ code: 'custom', message: `"${value}" is not a working time such as 30m, 4h or 1h 30m` });
  return z.NEVER;
});

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** `mon` or `mon-fri` as indexes from Monday; none when it is neither. */
export function daysOf(text: string): number[] {
  const [first = '', last = first, ...more] = text.split('-');
  const [from, to] = [days.indexOf(first), days.indexOf(last)];
  if (more.length > 0 || from < 0) return [];
  return days.map((_, day) => day).filter((day) => from <= day && day <= to);
}
const clockTime = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'not a span such as 09:00-12:30' })
  .transform((text): Span => ({ from: clockTime(text.slice(0, 5)), to: clockTime(text.slice(6)) }));
const spans = z
  .array(span)
  .refine((list) => list.every(({ from, to }, index) => from < to && (index === 0 || list[index - 1]!.to <= from)), {
    error: 'spans must end after they begin, be in order and not overlap',
  });

const DAY = 86_400_000;
const dayNumber = (date: string): number => {
  const at = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(at) && isoDate(at) === date ? at / DAY : NaN;
};
const isoDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Every date of `2026-10-01` or `2026-10-01..2026-10-07`; none when it is neither, or longer than a year. */
export function datesOf(text: string): string[] {
  const [first = '', last = first, ...more] = text.split('..');
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (more.length > 0 || !(from <= to) || to - from > 366) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => isoDate((from + index) * DAY));
}

/** A mapping whose keys mean days: a key that means none is named in the message. */
const byDays = <V extends z.ZodType>(value: V, read: (key: string) => readonly unknown[], wanted: string) =>
  z.record(z.string(), value).superRefine((entries, context) => {
    for (const key of Object.keys(entries))
      if (read(key).length === 0) context.addIssue({ code: 'custom', path: [key], message: `not ${wanted}` });
  });
const A_DATE = 'a date such as 2026-10-01, nor a range such as 2026-10-01..2026-10-07';

export const calendarsPolicy = z.strictObject({
  calendars: z
    .array(
      z.strictObject({
        id,
        name: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
        zone: zoneName,
        hours: byDays(spans, daysOf, 'a weekday such as mon, nor days such as mon-fri').refine(
          (hours) => Object.values(hours).some((list) => list.length > 0),
          { error: 'no day has working hours' },
        ),
        holidays: byDays(z.string(), datesOf, A_DATE).default({}),
        /** An iCalendar file with more of them. */
        holidaysFrom: z
          .string()
          .regex(/^[\w-][\w.-]{0,90}\.ics$/i, {
            error: 'not the name of a file beside this one such as holidays-de.ics',
          })
          .optional(),
        makeUp: byDays(spans, datesOf, A_DATE).default({}),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
});

const promise = {
  name: id,
  calendar: id.optional(),
  firstResponse: duration,
  /** While it is open, and not waiting for the requester: the longest time without a word to them. */
  nextUpdate: duration.optional(),
  resolution: duration,
};
const told = z.enum(['assignee', 'backup', 'lead', 'channel', 'manager', 'service-owner']);

const ladder = z
  .array(
    z.strictObject({
      at: z.int().min(1).max(1000),
      tell: z.array(told).default([]),
      act: z.enum(['raise-tier', 'reassign']).optional(),
    }),
  )
  .refine((steps) => steps.every((step, index) => index === 0 || steps[index - 1]!.at < step.at), {
    error: 'the steps of the ladder must rise',
  });
/** Working time of the group's own calendar, or of the one that is named. */
const within = z.union([
  duration.transform((seconds) => ({ seconds, calendar: undefined })),
  z
    .strictObject({ within: duration, calendar: id })
    .transform((given) => ({ seconds: given.within, calendar: given.calendar })),
]);

export const slaPolicy = z.strictObject({
  quiet: duration,
  /** The longest that a person may snooze reminders. */
  snooze: duration.default(8 * 3600),
  ladder,
  /** The ladder of the next update. */
  updateLadder: ladder.default([
    { at: 75, tell: ['assignee'] },
    { at: 100, tell: ['assignee', 'lead'] },
  ]),
  /** Who is called for a P1, in turn, each this long after the one before unless somebody acknowledges it. */
  page: z
    .strictObject({
      within: duration,
      tell: z.array(z.enum(['assignee', 'backup', 'lead', 'manager'])).min(1),
    })
    .default({ within: 600, tell: ['assignee', 'backup', 'lead'] }),
  /** The longest time from one word to the next to those whom a major incident affects. */
  incident: z.strictObject({ update: duration }).default({ update: 1800 }),
  /** How long a group may take with a ticket, from the moment it came to it; `*` is every other group. */
  ola: z.record(z.union([id, z.literal('*')]), duration).default({}),
  olaLadder: ladder.default([
    { at: 75, tell: ['assignee'] },
    { at: 100, tell: ['lead'] },
  ]),
  daily: z.array(told).default([]),
  serviceOwner: id.optional(),
  /** What stops the clock while it is waited for. */
  pausing: z
    .array(z.enum(['user', 'supplier', 'approval', 'change']))
    .default(['user', 'supplier', 'approval', 'change']),
  /** How long a wait may last before the assignee is told. */
  waits: z
    .strictObject({ supplier: within.optional(), approval: within.optional(), change: within.optional() })
    .default({}),
  /** Whole working days after which a resolved ticket is closed. */
  closeAfter: z.int().min(1).max(60).default(5),
  policies: z
    .array(
      z.strictObject({
        ...promise,
        when: z.strictObject({
          priority: z.array(priority).optional(),
          group: z.array(id).optional(),
          type: z.array(z.enum(['incident', 'request'])).optional(),
          category: z.array(id).optional(),
          vip: z.boolean().optional(),
        }),
      }),
    )
    .superRefine(distinct('name')),
  fallback: z.strictObject(promise),
});

const urgencies = z.strictObject({ low: priority, medium: priority, high: priority });
export const prioritiesPolicy = z.strictObject({
  /** Impact, then urgency. */
  matrix: z.strictObject({ low: urgencies, medium: urgencies, high: urgencies }),
  /** Words that tell how urgent a new ticket is; the more urgent ones are looked for first. */
  urgency: z
    .strictObject({
      high: z.array(z.string().min(1).toLowerCase()).default([]),
      medium: z.array(z.string().min(1).toLowerCase()).default([]),
      low: z.array(z.string().min(1).toLowerCase()).default([]),
    })
    .default({ high: [], medium: [], low: [] }),
  /** Words that tell how many people a new ticket affects; the most are looked for first. */
  impact: z
    .strictObject({
      high: z.array(z.string().min(1).toLowerCase()).default([]),
      medium: z.array(z.string().min(1).toLowerCase()).default([]),
    })
    .default({ high: [], medium: [] }),
  /** What tickets are about. The first whose words a new ticket has is its category. */
  categories: z
    .array(
      z.strictObject({
        id,
        name: z.strictObject({ en: z.string().min(1).max(75), zh: z.string().min(1).max(75) }),
        words: z.array(z.string().min(1).toLowerCase()).default([]),
      }),
    )
    .max(100)
    .superRefine(distinct('id'))
    .default([]),
});
