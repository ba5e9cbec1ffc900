/** Departures: planned by administrators or told by the identity provider; at the hour everything is ended and handed on. */
import type { Background } from '../background.js';
import { type Who, who } from '../card.js';
import { byDesk, type Context, type Forms, type Handlers, type Presenter, type Sweep } from '../context.js';
import { isDuplicateKey } from '../errors.js';
import { form, line } from '../fields.js';
import { atAGlance, type Audience, type Changed, type Glance, type Ledger } from '../history.js';
import type { Holding, Holds, Leaving } from '../holdings.js';
import { findPerson } from '../names.js';
import { holders, isGuard, type Directory, type Person } from '../people.js';
import { isPlausible } from '../plausible.js';
import { calledOf, type Provided, type ProvidedPerson } from '../provided.js';
import { Refusal } from '../refusal.js';
import { card, done } from '../reply.js';
import { eachByItself, type Report, sweepDue } from '../sweep.js';
import { instantOf } from '../zones.js';
import { begin, cancel, confirm, type Leaver, looked, planned, rowsOf, told } from './leaver.js';
import { leaverCard, leaverNotice } from './leavers.cards.js';
import { barredIn } from './leavers.store.js';

type Commands = 'leaver' | 'show-leaver' | 'confirm-leaver' | 'cancel-leaver';

/** Somebody who left longer ago than this is not told of as new. */
const RECENT_MS = 7 * 86_400_000;

export function createLeavers(deps: {
  ledger: Ledger<Leaver>;
  directory: Directory & {
    readonly provided: Provided;
    former(id: string): Person | undefined;
    dismiss(people: ReadonlySet<string>): void;
  };
  /** What each room knows to be in a person's hands. */
  rooms: readonly Holds[];
  soon: Background['soon'];
  trouble: Report;
}): {
  handlers: Handlers<Commands>;
  forms: Forms<'leaver'>;
  presenter: Presenter<Leaver>;
  sweeps: Sweep[];
  everywhere: Sweep[];
  /** Takes up who is let in no more. */
  refresh(now: Date): Promise<void>;
} {
  const { ledger, directory, rooms } = deps;
  const unknown = (id: string) => new Refusal((say) => say.leavers.unknown(id));

  async function refresh(now: Date): Promise<void> {
    const barred = await barredIn(ledger.model, now);
    const isBack = ([id, at]: [string, Date]) => (directory.provided.people.get(id)?.back?.at ?? at) > at;
    directory.dismiss(new Set([...barred].filter((each) => !isBack(each)).map(([id]) => id)));
  }

  const inHandsOf = async (person: Leaving, now: Date): Promise<Holding[]> =>
    (await Promise.all(rooms.map((room) => room.of(person, now)))).flat();

  const leaving = (id: string, name: string): Leaving => {
    const manager = directory.former(id)?.manager;
    return { id, name, ...(manager ? { manager } : {}) };
  };

  /** Those who look after departures, never the leaver. */
  const guardsBut = ({ id }: Who): string[] => [
    ...new Set(
      [...holders(directory, 'admin'), ...holders(directory, 'security')]
        .map((each) => each.id)
        .filter((each) => each !== id),
    ),
  ];

  const openOf = (person: string) => ledger.model.findOne({ open: person }, atAGlance).lean<Glance<Leaver>>().exec();

  async function change(id: string, context: Context, apply: (leaver: Leaver) => Changed<Leaver>): Promise<Leaver> {
    const saved = await ledger.change(id, context, (leaver) => {
      if (!isGuard(context.actor)) throw unknown(id);
      return apply(leaver);
    });
    if (!saved) throw unknown(id);
    await refresh(context.now);
    return saved;
  }

  /** Takes all out of their hands that can be, and looks what is left: done again until nothing is. */
  async function run({ _id: id, state, person, by = person, looks }: Glance<Leaver>, now: Date): Promise<void> {
    if (state === 'planned') await ledger.change(id, byDesk(now, `${id}:begin`), (leaver) => begin(leaver, now));
    else if (state !== 'running') return;
    await refresh(now);
    await eachByItself(
      rooms,
      async (room) => room.handOn?.(person, who(by), now),
      (_, error) => deps.trouble('departures', id, error, now),
    );
    const found = await inHandsOf(person, now);
    const guards = guardsBut(person).map((each): Audience => `person:${each}`);
    await ledger.change(id, byDesk(now, `${id}:looked:${looks}`), (leaver) => looked(leaver, found, guards, now));
  }

  /** As it would be today, while nothing is done yet. */
  async function asOfNow(leaver: Leaver, now: Date): Promise<Leaver> {
    if (leaver.state !== 'planned' && leaver.state !== 'proposed') return leaver;
    return { ...leaver, rows: rowsOf([], await inHandsOf(leaver.person, now), now) };
  }

  /** Those whom the identity provider has made inactive, and who had been here before. */
  let seen: { people: Directory['people']; left: Set<string> } = { people: [], left: new Set() };
  const markOf = ({ _id, left }: ProvidedPerson) => `left:${_id}:${left!.toISOString()}`;

  async function hear(entry: ProvidedPerson, now: Date): Promise<void> {
    const person = leaving(entry._id, calledOf(entry.said));
    const open = await openOf(entry._id);
    if (open) {
      await ledger.change(open._id, byDesk(now, markOf(entry)), (leaver) => begin(leaver, now, true));
      return;
    }
    const found = await inHandsOf(person, now);
    if (found.length === 0) return;
    const { own, events } = told(person, found, entry.left!, now);
    await ledger.open(own, events, { ...byDesk(now, ''), origin: markOf(entry) });
  }

  const provided: Sweep = {
    name: 'departed',
    seconds: 10,
    async run(now) {
      const { people } = directory;
      if (people === seen.people) return 0;
      const all = [...directory.provided.people.values()];
      const recently = ({ left, created }: ProvidedPerson) =>
        left !== undefined && left > created && now.getTime() - left.getTime() < RECENT_MS;
      const fresh = all.filter((entry) => recently(entry) && !seen.left.has(markOf(entry)));
      // The sweep that ends access reports it when too many have left at once.
      if (!isPlausible(fresh.length, all.length)) return 0;
      const heard = await eachByItself(
        fresh,
        async (entry) => {
          await hear(entry, now);
          seen.left.add(markOf(entry));
        },
        ({ _id }, error) => deps.trouble('departed', _id, error, now),
      );
      if (heard === fresh.length) seen = { ...seen, people };
      return heard;
    },
  };

  return {
    handlers: {
      async leaver({ person: named, at }, context) {
        const { actor, now, viewer, say } = context;
        const whom = findPerson(named, actor, directory);
        const person = leaving(whom.id, whom.name);
        const wish = { person, by: who(actor), at: at === undefined ? undefined : instantOf(at, actor.zone) };
        const { own, events } = planned(wish, await inHandsOf(person, now), now);
        const saved = await ledger.open(own, events, context).catch(async (error: unknown) => {
          const other = isDuplicateKey(error) && (await openOf(person.id));
          throw other ? new Refusal((words) => words.leavers.already(other._id, person)) : error;
        });
        return card(leaverCard(saved, viewer, say));
      },
      async 'show-leaver'({ leaver: id }, { actor, viewer, say, now }) {
        const leaver = await ledger.load(id);
        if (!leaver || !isGuard(actor) || actor.id === leaver.person.id) throw unknown(id);
        return card(leaverCard(await asOfNow(leaver, now), viewer, say));
      },
      async 'confirm-leaver'({ leaver: id }, context) {
        const saved = await change(id, context, (leaver) => confirm(leaver, context.actor, context.now));
        deps.soon(() => run(saved, context.now));
        return done(context.say.leavers.confirmedNote(saved.person));
      },
      async 'cancel-leaver'({ leaver: id }, context) {
        const saved = await change(id, context, (leaver) => cancel(leaver, context.actor));
        return done(context.say.leavers.cancelledNote(saved.person));
      },
    },
    forms: {
      async leaver(draft, { viewer, say }) {
        const words = say.leavers.form;
        return form(viewer, say, {
          title: words.title,
          intro: words.intro,
          fields: [
            line('person', words.person, draft.person, { maxLength: 80, hint: words.personHint }),
            {
              kind: 'moment',
              name: 'at',
              label: words.at,
              hint: words.atHint,
              optional: true,
              ...(draft.at ? { value: draft.at } : {}),
            },
          ],
          submit: words.submit,
          draft,
        });
      },
    },
    presenter: {
      ledger,
      standing: ({ person }) => guardsBut(person).map((id) => ({ name: `guard-${id}`, to: `person:${id}` as const })),
      draw: (leaver, _, viewer, say) => leaverCard(leaver, viewer, say),
      notice: (leaver, event, _, viewer, say) => leaverNotice(leaver, event, viewer, say),
      isOver: (leaver, { what }) => what === 'leaver-late' && leaver.state !== 'running',
    },
    sweeps: [sweepDue('departures', ledger, run, deps.trouble), provided],
    everywhere: [{ name: 'dismissed', seconds: 10, run: (now) => refresh(now).then(() => 0) }],
    refresh,
  };
}
