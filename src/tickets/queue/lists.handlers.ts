/** Many tickets at once: a group's queue, and what was sought. */
import type { Context, Handlers } from '../../context.js';
import { readFilters, type Filters } from '../../language/queue/filters.js';
import { commitmentNames } from '../../sla/sla.js';
import { Refusal } from '../../refusal.js';
import { card } from '../../reply.js';
import { readSought } from './find.js';
import { foundCard, queueCard, type Beside } from './lists.cards.js';
import { findPerson } from '../../names.js';
import { neutralTitle } from '../discretion.js';
import { awayText, marksOf } from '../parts.js';
import type { Room } from '../room.handlers.js';
import { termsOf } from './terms.js';
import { mayWork, type Listed } from '../ticket.js';
import { newestOf } from '../tickets.store.js';

/** As many as a list card shows at once. */
const FOUND = 10;
/** As many of what a person has joined are looked through. */
const JOINED = 100;
const HOUR_MS = 3_600_000;

/** What the store is asked for each filter; of several priorities any is meant. */
function conditionsOf({ only, olderHours }: Filters, { actor, now }: Context): Record<string, unknown>[] {
  const priorities = only.filter((each) => /^P\d$/.test(each));
  const late = commitmentNames.map((name) => ({
    [`clocks.${name}.met`]: null,
    [`clocks.${name}.due`]: { $lte: now },
  }));
  return [
    ...(only.includes('mine') ? [{ 'assignee.id': actor.id }] : []),
    ...(only.includes('unclaimed') ? [{ 'assignee.id': null }] : []),
    ...(only.includes('waiting') ? [{ state: 'waiting' }] : []),
    ...(only.includes('overdue') ? [{ state: { $ne: 'waiting' } }, { $or: late }] : []),
    ...(priorities.length > 0 ? [{ priority: { $in: priorities } }] : []),
    ...(olderHours === undefined ? [] : [{ opened: { $lt: new Date(now.getTime() - olderHours * HOUR_MS) } }]),
  ];
}

export function createLists({ queries, house }: Room): Handlers<'queue' | 'find'> {
  const { directory } = house;
  const groupsOf = ({ actor }: Context) =>
    directory.groups.filter(({ id }) => mayWork(actor, { group: id }, directory));

  const names = {
    people: directory.people.map(({ name }) => name),
    groups: directory.groups.flatMap(({ name }) => [name.en, name.zh]),
  };

  const beside = ({ now, say }: Context): Beside => ({
    now,
    away: (ticket) => awayText(ticket, house, now, say),
    marks: (ticket) => marksOf(ticket, say, house),
  });

  function groupNamed(words: string) {
    const lower = words.toLowerCase();
    return directory.groups.find(
      ({ id, name }) => id === lower || name.en.toLowerCase() === lower || name.zh === words,
    );
  }

  /**
   * Only what the person may see: in their groups, their own, and what they follow. What they merely joined is found by
   * its title: whether another word stands in it must not be found out by asking.
   */
  async function search(words: string, context: Context): Promise<Listed[]> {
    const { terms, states, person, group: named, unknown } = readSought(words, names);
    if (unknown) throw new Refusal((say) => say.queue.unknownState(unknown));
    const group = named === undefined ? undefined : groupNamed(named);
    if (named !== undefined && !group)
      throw new Refusal((say) => say.work.noSuchGroup(named, directory.groups.map(({ id }) => id).join(', ')));
    const about = person === undefined ? undefined : findPerson(person, context.actor, directory).id;
    const { id } = context.actor;
    const follows = (joined: unknown) => ({ 'followers.id': id, followers: { $elemMatch: { id, joined } } });
    const visible = [
      { 'requester.id': id },
      follows({ $ne: true }),
      ...groupsOf(context).map((each) => ({ group: each.id })),
    ];
    const said = terms.map((term) => ({ terms: term }));
    const within = group ? [{ group: group.id }] : [];
    const persons = about === undefined ? [{}] : [{ 'requester.id': about }, { 'assignee.id': about }];
    // One condition for each state, so that an index gives its newest in order.
    const stages = states?.map((state) => ({ state })) ?? [{}];
    const conditions = (seen: object, ...wanted: object[]) =>
      persons.flatMap((whose) => stages.map((stage) => ({ $and: [seen, whose, stage, ...within, ...wanted] })));
    const [found, joined] = await Promise.all([
      queries.newest(
        visible.flatMap((seen) => conditions(seen, ...said)),
        FOUND + 1,
      ),
      queries.newest(conditions(follows(true)), JOINED),
    ]);
    const called = joined.map((each) => ({ ...each, title: neutralTitle(each, context.viewer.lang, house) }));
    const titled = called.filter(({ title }) => {
      const known = termsOf(title);
      return terms.every((term) => known.includes(term));
    });
    return newestOf([...found, ...titled], FOUND + 1);
  }

  return {
    async queue({ group: named, page = 1, only = '' }, context) {
      const own = groupsOf(context);
      const [first] = own;
      if (!first) throw new Refusal((say) => say.work.agentsOfGroup);
      const group = named === undefined ? first : groupNamed(named);
      const { filters, rest } = readFilters(only);
      if (!group || rest) {
        const groups = own.map(({ id }) => id).join(', ');
        throw new Refusal((say) => say.queue.unknown(rest || (named ?? ''), groups));
      }
      if (!own.includes(group)) throw new Refusal((say) => say.work.agentsOfGroup);
      const { tickets, more } = await queries.queue(group.id, page, conditionsOf(filters, context));
      const next = more ? page + 1 : undefined;
      return card(queueCard(group, filters, tickets, next, context.viewer, context.say, beside(context)));
    },
    async find({ words }, context) {
      const found = words === '' ? [] : await search(words, context);
      const shown = found.slice(0, FOUND);
      const workable = shown.filter((ticket) => mayWork(context.actor, ticket, directory));
      return card(
        foundCard(words, shown, workable, found.length > FOUND, context.viewer, context.say, beside(context)),
      );
    },
  };
}
