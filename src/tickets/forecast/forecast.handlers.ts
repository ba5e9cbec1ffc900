/** Forecasts of open tickets from the history of their group, kept each day and scored when the tickets have ended. */
import { setImmediate as pause } from 'node:timers/promises';
import type { Model } from 'mongoose';
import type { Handlers, Sweep } from '../../context.js';
import { eachByItself } from '../../sweep.js';
import type { Group } from '../../people.js';
import { Refusal } from '../../refusal.js';
import { card } from '../../reply.js';
import {
  ENOUGH,
  forecaster,
  placesOf,
  samplesOf,
  scored,
  type Course,
  type Forecast,
  type Score,
} from '../../sla/forecast.js';
import { counted, stopped } from '../../sla/sla.js';
import { forecastCard, outlookOf, type Foreseen, type Outlook } from '../../sla/forecast.cards.js';
import type { ForecastDay } from './forecast.store.js';
import type { Room } from '../room.handlers.js';
import { DAY_MS, type Ticket } from '../ticket.js';
import type { Queued } from '../queue/glances.js';
import { dayOf } from '../../zones.js';

/** The latest solved tickets of a group that are looked at. */
const HISTORY = 500;
/** The most forecasts that a day keeps, those of the queue's front. */
const KEPT = 300;
const SCORED_DAYS = 30;
const nothing: Score = { count: 0, late: 0, squares: 0 };

/** Milliseconds for which a group's earlier tickets are not read again: they foretell nearly the same meanwhile. */
const REMEMBERED_MS = 5 * 60_000;
/** Milliseconds of counting after which others are answered. */
const SLICE_MS = 5;

type Foresee = (course: Course) => Forecast;

export function createForecasts({ queries, house, trouble }: Room, days: Model<ForecastDay>) {
  const { directory, sla } = house;
  const remembered = new Map<string, { at: Date; foresee: Foresee }>();
  const workedBy = ({ clocks }: Pick<Queued, 'clocks'>, until: Date) =>
    counted(clocks, sla.calendar(clocks.calendar), until);
  /** What is late already needs no forecast. */
  const isInTime = ({ clocks }: Pick<Queued, 'clocks'>, now: Date) =>
    !clocks.resolution.met && (stopped(clocks, 'resolution') || clocks.resolution.due > now);

  async function foreseerOf(group: string, now: Date): Promise<Foresee> {
    const before = remembered.get(group);
    if (before && Math.abs(now.getTime() - before.at.getTime()) < REMEMBERED_MS) return before.foresee;
    const lived = (await queries.solved(group, HISTORY)).flatMap((each) => {
      const ended = each.clocks.resolution.met;
      return ended ? [{ priority: each.priority, opened: each.opened, ended, worked: workedBy(each, ended) }] : [];
    });
    const foresee = forecaster(samplesOf(lived));
    // Too few to tell of are quickly read again, and soon there are more.
    if (lived.length >= ENOUGH) remembered.set(group, { at: now, foresee });
    return foresee;
  }

  const courseOf = ({ priority, clocks }: Pick<Queued, 'priority' | 'clocks'>, ahead: number, now: Date): Course => ({
    priority,
    elapsed: workedBy({ clocks }, now),
    target: clocks.resolution.seconds,
    ahead,
  });

  /** The open tickets of a group that are not late yet, those that are likeliest to be late first. */
  async function ofGroup(group: string, now: Date): Promise<Foreseen[]> {
    const foresee = await foreseerOf(group, now);
    const open: Queued[] = [];
    for await (const ticket of queries.queued(group)) open.push(ticket);
    await pause();
    const places = placesOf(open);
    await pause();
    const foreseen: Foreseen[] = [];
    const failed: { id: string; error: unknown }[] = [];
    let since = performance.now();
    for (const [index, ticket] of open.entries()) {
      try {
        if (isInTime(ticket, now)) foreseen.push({ ticket, forecast: foresee(courseOf(ticket, places[index]!, now)) });
      } catch (error) {
        failed.push({ id: ticket._id, error });
      }
      if (performance.now() - since < SLICE_MS) continue;
      await pause();
      since = performance.now();
    }
    for (const { id, error } of failed) await trouble('forecast', id, error, now);
    const chance = ({ forecast }: Foreseen) => (forecast.known ? forecast.chance : -1);
    return foreseen.toSorted((one, other) => chance(other) - chance(one));
  }

  async function keep(group: Group, now: Date): Promise<number> {
    const _id = `${group.id}|${dayOf(now, group.zone)}`;
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
      const own = directory.groups.filter(({ lead }) => lead === actor.id);
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
      const add = async (count: Promise<number>) => void (moved += await count);
      await eachByItself(
        directory.groups,
        (group) => add(keep(group, now)),
        ({ id }, error) => trouble('forecast', id, error, now),
      );
      await eachByItself(
        await days.find({ pending: true }).lean<ForecastDay[]>().exec(),
        (day) => add(score(day, now)),
        ({ _id }, error) => trouble('forecast', _id, error, now),
      );
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
      const [ahead, foresee] = await Promise.all([queries.aheadOf(ticket), foreseerOf(ticket.group, now)]);
      return foresee(courseOf(ticket, ahead, now));
    },
  };
}
