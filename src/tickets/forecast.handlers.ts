/** Forecasts of open tickets from the history of their group, kept each day and scored when the tickets have ended. */
import { DateTime } from 'luxon';
import type { Model } from 'mongoose';
import type { Handlers, Sweep } from '../act.js';
import type { Group } from '../people.js';
import { Refusal } from '../refusal.js';
import { card } from '../reply.js';
import { forecastOf, isAhead, samplesOf, scored, type Forecast, type Sample, type Score } from '../sla/forecast.js';
import { counted, stopped } from '../sla/sla.js';
import { forecastCard, outlookOf, type Foreseen, type Outlook } from './forecast.cards.js';
import type { ForecastDay } from './forecast.store.js';
import type { Room } from './room.handlers.js';
import { DAY_MS, mayWork, type Ticket } from './ticket.js';

/** The latest solved tickets of a group that are looked at. */
const HISTORY = 500;
/** A day keeps at most so many forecasts, those of the queue's front. */
const KEPT = 300;
const SCORED_DAYS = 30;
const nothing: Score = { count: 0, late: 0, squares: 0 };

type Course = Pick<Ticket, '_id' | 'priority' | 'opened' | 'clocks'>;

export function createForecasts({ queries, house }: Room, days: Model<ForecastDay>) {
  const { directory, sla } = house;
  const workedBy = ({ clocks }: Course, until: Date) => counted(clocks, sla.calendar(clocks.calendar), until);
  /** What is late already needs no forecast. */
  const isInTime = ({ clocks }: Course, now: Date) =>
    !clocks.resolution.met && (stopped(clocks, 'resolution') || clocks.resolution.due > now);

  async function samples(group: string): Promise<Sample[]> {
    const solved = await queries.solved(group, HISTORY);
    return samplesOf(
      solved.flatMap((each) => {
        const ended = each.clocks.resolution.met;
        return ended ? [{ priority: each.priority, opened: each.opened, ended, worked: workedBy(each, ended) }] : [];
      }),
    );
  }

  const foresee = (ticket: Course, ahead: number, history: readonly Sample[], now: Date): Forecast =>
    forecastOf(
      {
        priority: ticket.priority,
        elapsed: workedBy(ticket, now),
        target: ticket.clocks.resolution.seconds,
        ahead,
      },
      history,
    );

  async function openOf(group: string): Promise<Ticket[]> {
    const open: Ticket[] = [];
    for await (const ticket of queries.everyOpen(group)) open.push(ticket);
    return open;
  }

  /** The open tickets of a group that are not late yet, those that are likeliest to be late first. */
  async function ofGroup(group: string, now: Date): Promise<Foreseen[]> {
    const [open, history] = [await openOf(group), await samples(group)];
    const chance = ({ forecast }: Foreseen) => (forecast.known ? forecast.chance : -1);
    return open
      .filter((ticket) => isInTime(ticket, now))
      .map((ticket) => {
        const ahead = open.filter((other) => isAhead(other, ticket)).length;
        return { ticket, forecast: foresee(ticket, ahead, history, now) };
      })
      .toSorted((one, other) => chance(other) - chance(one));
  }

  async function keep(group: Group, now: Date): Promise<number> {
    const _id = `${group.id}|${DateTime.fromJSDate(now, { zone: group.zone }).toISODate()}`;
    if (await days.exists({ _id })) return 0;
    const left = (await ofGroup(group.id, now))
      .flatMap(({ ticket, forecast }) =>
        forecast.known ? [{ ticket: ticket._id, chance: Math.round(forecast.chance * 1000) / 1000 }] : [],
      )
      .slice(0, KEPT);
    const day = { _id, group: group.id, at: now, left, score: nothing, pending: left.length > 0, version: 1 };
    await days.updateOne({ _id }, { $setOnInsert: day }, { upsert: true }).exec();
    return 1;
  }

  /** Whether it was late; undefined while that is open, and null when it will never be known. */
  function outcome(ticket: Ticket | undefined, now: Date): boolean | null | undefined {
    if (!ticket) return null;
    const { met, due } = ticket.clocks.resolution;
    if (met) return met > due;
    if (ticket.state === 'closed') return null;
    return !stopped(ticket.clocks, 'resolution') && due < now ? true : undefined;
  }

  async function score(day: ForecastDay, now: Date): Promise<number> {
    const tickets = await queries.clocksOf(day.left.map(({ ticket }) => ticket));
    const byId = new Map(tickets.map((each) => [each._id, each]));
    let sum = day.score;
    const left = day.left.filter(({ ticket, chance }) => {
      const wasLate = outcome(byId.get(ticket), now);
      if (typeof wasLate === 'boolean') sum = scored(sum, chance, wasLate);
      return wasLate === undefined;
    });
    if (left.length === day.left.length) return 0;
    const next = { left, score: sum, pending: left.length > 0 };
    await days.updateOne({ _id: day._id, version: day.version }, { $set: next, $inc: { version: 1 } }).exec();
    return 1;
  }

  async function scoreOf(group: string, now: Date): Promise<Score> {
    const since = new Date(now.getTime() - SCORED_DAYS * DAY_MS);
    const found = await days
      .find({ group, at: { $gte: since } })
      .lean<ForecastDay[]>()
      .exec();
    return found.reduce(
      (sum, { score: day }) => ({
        count: sum.count + day.count,
        late: sum.late + day.late,
        squares: sum.squares + day.squares,
      }),
      nothing,
    );
  }

  const handlers: Handlers<'forecast'> = {
    async forecast({ group: named }, { actor, now, viewer, say }) {
      const own = directory.groups.filter(
        ({ id, lead }) =>
          lead === actor.id || (actor.roles.includes('admin') && mayWork(actor, { group: id }, directory)),
      );
      const group = named === undefined ? own[0] : own.find(({ id }) => id === named.toLowerCase());
      if (!group) throw new Refusal((words) => words.forecast.leadsOnly(own.map(({ id }) => id).join(', ')));
      return card(forecastCard(group, await ofGroup(group.id, now), await scoreOf(group.id, now), viewer, say));
    },
  };

  const sweep: Sweep = {
    name: 'forecast',
    seconds: 600,
    async run(now) {
      let moved = 0;
      for (const group of directory.groups) moved += await keep(group, now);
      const pending = await days.find({ pending: true }).lean<ForecastDay[]>().exec();
      for (const day of pending) moved += await score(day, now);
      return moved;
    },
  };

  return {
    handlers,
    sweep,
    ofGroup,
    scoreOf,
    /** What a lead reads in the morning. */
    outlook: async (group: string, now: Date): Promise<Outlook> =>
      outlookOf(await ofGroup(group, now), await scoreOf(group, now)),
    /** Nothing for a ticket that has ended, or is late already. */
    async of(ticket: Ticket, now: Date): Promise<Forecast | undefined> {
      if (!isInTime(ticket, now) || ticket.state === 'closed') return undefined;
      const [ahead, history] = await Promise.all([queries.aheadOf(ticket), samples(ticket.group)]);
      return foresee(ticket, ahead, history, now);
    },
  };
}
