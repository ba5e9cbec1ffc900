/** The staffing and ticket rooms over a real store, as one server has them; a second one is a second server. */
import { noTrouble } from '../kit/trouble.js';
import mongoose, { type Connection } from 'mongoose';
import type { Button, Card, Viewer } from '../../src/card.js';
import type { Recorded } from '../../src/history.js';
import { createLedger } from '../../src/ledger.js';
import { card as cardReply } from '../../src/reply.js';
import type { Command, CommandOf } from '../../src/language/command.js';
import type { Duty } from '../../src/staffing/duty.js';
import type { Leave } from '../../src/staffing/leave.js';
import { createDuty } from '../../src/staffing/duty.handlers.js';
import { createLeave } from '../../src/staffing/leave.handlers.js';
import { openAgreed } from '../../src/staffing/staffing.store.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { openBatches } from '../../src/tickets/reminders/batches.store.js';
import { createTickets } from '../../src/tickets/tickets.handlers.js';
import { openForecasts } from '../../src/tickets/forecast/forecast.store.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { wording } from '../../src/language/wording.js';
import { ownDatabase } from '../kit/company.js';
import type { Directory } from '../../src/people.js';
import { directory as demo, house, MONDAY } from '../tickets/people.js';
import { time } from '../tickets/room.js';

const eyes: Viewer = { lang: 'en', zone: 'Europe/Berlin' };

export function openRoom(): (directory?: Directory) => Promise<Room> {
  let connection: Connection;
  beforeEach(async () => {
    connection = await mongoose.createConnection(ownDatabase()).asPromise();
    time.now = MONDAY;
  });
  afterEach(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return (directory = demo) => furnish(connection.useDb(connection.name, { useCache: false }), directory);
}

async function furnish(connection: Connection, directory: Directory) {
  const collections = openSideCollections(connection);
  const agreed = openAgreed(connection, directory);
  const model = openTickets(connection);
  await Promise.all([
    collections.prepare(),
    agreed.leave.createIndexes(),
    agreed.duty.createIndexes(),
    model.createIndexes(),
  ]);
  const { staffing, refresh } = agreed;
  await refresh(time.now);
  const deps = { saved: () => {}, nextNumber: collections.nextNumber };
  const ledger = createLedger('INC', model, deps);
  const tickets = createTickets({
    ledger,
    batches: createLedger('NAG', openBatches(connection), deps),
    ...house,
    directory,
    staffing,
    forecasts: openForecasts(connection),
    clock: { now: () => time.now },
    trouble: noTrouble,
    ask: async (words, act) => cardReply({ for: act.viewer, title: `answer to ${words}`, parts: [] }),
    grown: async () => {},
    question: async () => undefined,
    templates: [],
    duplicates: { isDuplicate: () => false, from: 3 },
    suggest: () => ({ category: 'other', urgency: 'medium' }),
    turn: collections.turn,
    habits: { hasReplied: async () => true, replied: async () => {} },
  });
  const duty = createDuty({ ledger: createLedger('DUTY', agreed.duty, deps), directory, staffing, refresh });
  const leave = createLeave({
    wantsDelegate: async () => false,
    ledger: createLedger('LEAVE', agreed.leave, deps),
    directory,
    staffing,
    refresh,
    heldBy: tickets.heldBy,
    handOver: tickets.handOver,
  });

  /** Everything that was told to a person, as titles; the desk's announcer would post it. */
  async function told(person: string): Promise<string[]> {
    const [duties, leaves] = await Promise.all([
      agreed.duty.find().lean<Duty[]>().exec(),
      agreed.leave.find().lean<Leave[]>().exec(),
    ]);
    const to = `person:${person}` as const;
    const owed = ({ history }: Recorded) => history.filter((event) => event.owed.includes(to));
    return [
      ...duties.flatMap((record) =>
        owed(record).map((event) => duty.presenter.notice(record, event, to, eyes, wording.en)),
      ),
      ...leaves.flatMap((record) =>
        owed(record).map((event) => leave.presenter.notice(record, event, to, eyes, wording.en)),
      ),
    ].map(({ title }) => title);
  }

  /** The cards of offers as this person has them now. */
  async function offers(person: string): Promise<Card[]> {
    const records = await agreed.duty.find().lean<Duty[]>().exec();
    return records.flatMap((record) =>
      duty.presenter
        .standing(record)
        .filter(({ to }) => to === `person:${person}`)
        .map(({ name }) => duty.presenter.draw(record, name, eyes, wording.en)),
    );
  }

  return {
    handlers: { ...tickets.handlers, ...duty.handlers, ...leave.handlers },
    forms: { ...duty.forms, ...leave.forms },
    staffing,
    refresh,
    told,
    offers,
    ticket: (id: string) => ledger.load(id),
    async triageCard(id: string): Promise<Card> {
      return tickets.presenter.draw((await ledger.load(id))!, 'triage', eyes, wording.en);
    },
  };
}
export type Room = Awaited<ReturnType<typeof furnish>>;

export const buttonsOf = (card: Card): Button[] =>
  card.parts.flatMap((part) => (part.kind === 'buttons' ? [...part.buttons] : []));

/** What pressing the button asks of the desk. */
export function commandOf<D extends Command['do']>(card: Card, label: string, what: D): CommandOf<D> {
  const does = buttonsOf(card).find((each) => each.label === label)?.does;
  if (does?.do !== what) throw new Error(`"${label}" on "${card.title}" does ${does?.do ?? 'not exist'}`);
  return does as CommandOf<D>;
}
