/** Who looks after the knowledge, and when they hear of it. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import { both } from '../approvals/policy.js';
import type { Lang } from '../card.js';
import type { Directory, Person } from '../people.js';
import { readPolicy } from '../policy.js';
import { opening } from '../sla/calendar.js';
import type { Sla } from '../sla/policy.js';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const knowledgePolicy = z.strictObject({
  owner: z.string(),
  publishers: z.array(z.enum(['agent', 'lead', 'security', 'admin'])).min(1),
  report: z.strictObject({
    weekday: z.enum(weekdays),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time such as 09:30'),
    calendar: z.string(),
  }),
  reviewAfterDays: z.int().min(1).max(3650),
  sameReports: z.int().min(2).max(50).default(3),
  otherDesks: z
    .array(z.strictObject({ name: both, contact: z.string().trim().min(3).max(100) }))
    .max(6)
    .default([]),
});

/** A desk for other things than IT, and how people reach it. */
export type OtherDesk = { name: Record<Lang, string>; contact: string };

export type KnowledgePolicy = {
  owner: string;
  /** Whether nobody has looked at an article for too long; today is an ISO date, as the article's own are. */
  isReviewDue(article: { reviewed?: string }, today: string): boolean;
  /** The number of people whose reports within a day make one issue. */
  sameReports: number;
  /** Whom people ask about what is not IT. */
  otherDesks: readonly OtherDesk[];
  /** The latest moment, until now, at which a weekly report was due; and the end of the seven days it tells of. */
  reportDue(now: Date): { at: Date; to: Date };
  mayPublish(person: Person): boolean;
  /** Who is told of an article: its owner, the lead of the group that owns it, else the owner of all. */
  ownerOf(article: { owner?: string }): string;
};

/** @throws PolicyError with file, line and remedy. */
export function readKnowledgePolicy(dir: string, directory: Directory, sla: Sla): KnowledgePolicy {
  const { value, wrong } = readPolicy(dir, 'knowledge.yaml', knowledgePolicy);
  const { owner, publishers, report, reviewAfterDays, sameReports, otherDesks } = value;
  if (!directory.person(owner)) wrong(['owner'], `nobody has the id "${owner}": add them to people.yaml or correct it`);
  if (!sla.hasCalendar(report.calendar))
    wrong(['report', 'calendar'], `no calendar "${report.calendar}" in calendars.yaml`);
  const calendar = sla.calendar(report.calendar);
  const [hour = 0, minute = 0] = report.at.split(':').map(Number);
  const weekday = weekdays.indexOf(report.weekday) + 1;
  return {
    owner,
    isReviewDue: ({ reviewed }, today) =>
      reviewed !== undefined &&
      DateTime.fromISO(reviewed, { zone: 'utc' }).plus({ days: reviewAfterDays }).toISODate()! < today,
    sameReports,
    otherDesks,
    reportDue(now) {
      const wall = DateTime.fromJSDate(now, { zone: calendar.zone }).set({ hour, minute, second: 0, millisecond: 0 });
      let to = wall.plus({ days: weekday - wall.weekday });
      while (opening(calendar, to.toJSDate()) > now) to = to.minus({ weeks: 1 });
      return { at: opening(calendar, to.toJSDate()), to: to.toJSDate() };
    },
    mayPublish: ({ roles }) => roles.some((role) => role === 'admin' || publishers.includes(role)),
    ownerOf: (article) => {
      const named = article.owner ?? '';
      return directory.person(named)?.id ?? directory.group(named)?.lead ?? owner;
    },
  };
}
