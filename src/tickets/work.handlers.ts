/** An agent's day: holding, editing, handing over, and tying tickets together. */
import { DateTime } from 'luxon';
import { byDesk, type Handlers } from '../act.js';
import { who } from '../people.js';
import { Refusal } from '../refusal.js';
import { done } from '../reply.js';
import * as ending from './ending.js';
import type { Merging } from './merging.handlers.js';
import { findPerson } from './names.js';
import { isSensitive } from './discretion.js';
import { byOf, type Room } from './room.handlers.js';
import { countSince } from './since.js';
import { titleKept } from './tasks.js';
import * as ties from './ties.js';
import * as triage from './triage.js';
import { resume, wait } from './waiting.js';

type Commands =
  'since' | 'wait' | 'resume' | 'close' | 'dismiss' | 'edit' | 'assign' | 'move' | 'watch' | 'link' | 'merge';

/** @throws Refusal for a moment that the clocks of this zone never show. */
function momentOf(local: string, zone: string): Date {
  const moment = DateTime.fromISO(local, { zone });
  if (!moment.isValid || moment.toFormat("yyyy-MM-dd'T'HH:mm") !== local)
    throw new Refusal((say) => say.work.wrongMoment);
  return moment.toJSDate();
}

/** `yesterdayT15:00` as a moment of that zone. */
function momentLately(said: string, now: Date, zone: string): Date {
  const today = DateTime.fromJSDate(now, { zone });
  const [day = '', time = ''] = said.split('T');
  const date = { today, yesterday: today.minus({ days: 1 }) }[day]?.toISODate() ?? day;
  return momentOf(`${date}T${time}`, zone);
}

export function createWork(room: Room, merging: Merging): Handlers<Commands> {
  const { change, load, house } = room;
  const { directory, sla } = house;
  const groupName = (id: string) => directory.group(id)?.name ?? { en: id, zh: id };

  return {
    async wait({ ticket: id, cause, reason, until }, act) {
      const end = until ? momentOf(until, act.viewer.zone) : undefined;
      await change(id, act, (ticket, by) => wait(ticket, by, house, { cause, reason, until: end }));
      return done(act.say.work.waits(id, act.say.work.cause[cause], end));
    },
    async since({ ticket: id, from }, act) {
      const moment = momentLately(from, act.now, act.viewer.zone);
      const { clocks } = await change(id, act, (ticket, by) => countSince(ticket, by, house, moment));
      return done(act.say.since.counts(id, moment, clocks.resolution.due));
    },
    async resume({ ticket: id }, act) {
      await change(id, act, (ticket, by) => resume(ticket, by, house));
      return done(act.say.work.goesOn(id));
    },
    async close({ ticket: id }, act) {
      await change(id, act, (ticket, by) => ending.close(ticket, by, house));
      return done(act.say.work.closed(id));
    },
    async dismiss({ ticket: id, reason }, act) {
      await change(id, act, (ticket, by) => ending.dismiss(ticket, by, house, reason));
      return done(act.say.work.dismissed(id));
    },
    async edit({ ticket: id, title, type, category, impact, urgency, priority }, act) {
      if (category && !sla.categories.some((each) => each.id === category))
        throw new Refusal((say) => say.work.noSuchCategory(category));
      const edits = { title, type, category, impact, urgency, priority };
      const ticket = await change(id, act, (before, by) => triage.edit(before, by, house, edits));
      return done(act.say.work.edited(id, ticket.priority, ticket.clocks.resolution.due));
    },
    async assign({ ticket: id, to }, act) {
      const person = findPerson(to, act.actor, directory);
      await change(id, act, (ticket, by) => triage.assign(ticket, by, house, person));
      return done(act.say.work.assigned(id, who(person)));
    },
    async move({ ticket: id, group, note }, act) {
      const before = await load(id, act);
      triage.move(before, byOf(act), house, group, note);
      // The parent forgets the title FIRST: once the task is confidential, nobody reads it there.
      if (before.parent && isSensitive(group, house))
        await room.ledger.change(before.parent.id, byDesk(act.now, `kept:${id}`), (each) => titleKept(each, id));
      const ticket = await change(id, act, (each, by) => triage.move(each, by, house, group, note));
      return done(act.say.work.moved(id, groupName(ticket.group)));
    },
    async watch({ ticket: id, person, stop }, act) {
      const follower = who(person ? findPerson(person, act.actor, directory) : act.actor);
      await change(id, act, (ticket, by) => ties.watch(ticket, by, house, follower, stop === 'yes'));
      return done((stop ? act.say.work.notWatching : act.say.work.watching)(id, follower));
    },
    async link({ ticket: id, to, kind }, act) {
      await load(to, act);
      await change(id, act, (ticket, by) => ties.link(ticket, by, house, to, kind));
      return done(act.say.work.linked(id, act.say.work.link[kind], to));
    },
    async merge({ ticket: id, into: target }, act) {
      await load(target, act);
      const merged = await merging.merge(id, target, act, (source, into, by) => ties.mayMerge(source, into, by, house));
      return done(act.say.work.merged(id, merged.merged?.into ?? target));
    },
  };
}
