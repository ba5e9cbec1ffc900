/** An agent's day: holding, editing, handing over, and tying tickets together. */
import { DateTime } from 'luxon';
import { byDesk, type Forms, type Handlers } from '../../context.js';
import { who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import { done } from '../../reply.js';
import * as ending from '../ending.js';
import type { Merging } from '../links/merging.handlers.js';
import { findPerson } from '../../names.js';
import { isSensitive } from '../discretion.js';
import type { ReadingOver } from '../reading-over.js';
import { byOf, type Room } from '../room.handlers.js';
import type { By, Ticket } from '../ticket.js';
import { countSince } from '../commitment/backdate.js';
import { titleKept } from '../links/tasks.js';
import * as ties from '../links/links.js';
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

export function createWork(
  room: Room,
  merging: Merging,
  readingOver: ReadingOver,
  waitForm: Forms['wait'],
): Handlers<Commands> {
  const { change, load, house } = room;
  const { directory, sla } = house;
  const groupName = (id: string) => directory.group(id)?.name ?? { en: id, zh: id };

  return {
    async wait({ ticket: id, cause, reason, until, checked }, context) {
      const end = until ? momentOf(until, context.viewer.zone) : undefined;
      const held = (ticket: Ticket, by: By) => wait(ticket, by, house, { cause, reason, until: end });
      const before = await load(id, context);
      const filled = () => {
        held(before, byOf(context));
        return waitForm({ do: 'wait', ticket: id, cause, reason, until }, context);
      };
      const unread = await readingOver.first(before, checked, filled, context);
      if (unread) return unread;
      await change(id, context, held);
      await readingOver.sent(checked, context);
      return done(context.say.work.waits(id, context.say.work.cause[cause], end));
    },
    async since({ ticket: id, from }, context) {
      const moment = momentLately(from, context.now, context.viewer.zone);
      const { clocks } = await change(id, context, (ticket, by) => countSince(ticket, by, house, moment));
      return done(context.say.backdate.counts(id, moment, clocks.resolution.due));
    },
    async resume({ ticket: id }, context) {
      await change(id, context, (ticket, by) => resume(ticket, by, house));
      return done(context.say.work.goesOn(id));
    },
    async close({ ticket: id }, context) {
      await change(id, context, (ticket, by) => ending.close(ticket, by, house));
      return done(context.say.work.closed(id));
    },
    async dismiss({ ticket: id, reason }, context) {
      await change(id, context, (ticket, by) => ending.dismiss(ticket, by, house, reason));
      return done(context.say.work.dismissed(id));
    },
    async edit({ ticket: id, title, type, category, impact, urgency, priority }, context) {
      if (category && !sla.categories.some((each) => each.id === category))
        throw new Refusal((say) => say.work.noSuchCategory(category));
      const edits = { title, type, category, impact, urgency, priority };
      const ticket = await change(id, context, (before, by) => triage.edit(before, by, house, edits));
      return done(context.say.work.edited(id, ticket.priority, ticket.clocks.resolution.due));
    },
    async assign({ ticket: id, to }, context) {
      const person = findPerson(to, context.actor, directory);
      await change(id, context, (ticket, by) => triage.assign(ticket, by, house, person));
      return done(context.say.work.assigned(id, who(person)));
    },
    async move({ ticket: id, group, note }, context) {
      const before = await load(id, context);
      triage.move(before, byOf(context), house, group, note);
      // The parent forgets the title FIRST: once the task is confidential, nobody reads it there.
      if (before.parent && isSensitive(group, house))
        await room.ledger.change(before.parent.id, byDesk(context.now, `kept:${id}`), (each) => titleKept(each, id));
      const ticket = await change(id, context, (each, by) => triage.move(each, by, house, group, note));
      return done(context.say.work.moved(id, groupName(ticket.group)));
    },
    async watch({ ticket: id, person, stop }, context) {
      const follower = who(person ? findPerson(person, context.actor, directory) : context.actor);
      await change(id, context, (ticket, by) => ties.watch(ticket, by, house, follower, stop === 'yes'));
      return done((stop ? context.say.work.notWatching : context.say.work.watching)(id, follower));
    },
    async link({ ticket: id, to, kind }, context) {
      await load(to, context);
      await change(id, context, (ticket, by) => ties.link(ticket, by, house, to, kind));
      return done(context.say.work.linked(id, context.say.work.link[kind], to));
    },
    async merge({ ticket: id, into: target }, context) {
      await load(target, context);
      const merged = await merging.merge(id, target, context, (source, into, by) =>
        ties.mayMerge(source, into, by, house),
      );
      return done(context.say.work.merged(id, merged.merged?.into ?? target));
    },
  };
}
