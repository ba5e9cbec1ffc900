/** The access, change and approval rooms over a real store, with people who act in them. */
import { randomUUID } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { createAccess } from '../../src/access/access.handlers.js';
import type { AccessRequest } from '../../src/access/access.js';
import { openAccessRequests } from '../../src/access/access.store.js';
import { readCatalogue } from '../../src/access/catalogue.js';
import { recordProvisioner } from '../../src/access/provisioners/list.store.js';
import { openProvisioners } from '../../src/access/provisioners/provisioners.client.js';
import type { Provisioner } from '../../src/access/provisioners/provisioner.js';
import type { Context } from '../../src/context.js';
import { staffed } from '../../src/approvals/absence.js';
import type { MessageRef, Platform } from '../../src/chat.js';
import { openCodes } from '../../src/decisions/codes.store.js';
import { createDecisions } from '../../src/decisions/decisions.handlers.js';
import type { SecondChats } from '../../src/second-chats.js';
import { lineOf, plain, type Button, type Card, type Part, type Viewer } from '../../src/card.js';
import { openChanges } from '../../src/changes/change.store.js';
import type { Change } from '../../src/changes/change.js';
import { createChanges } from '../../src/changes/changes.handlers.js';
import { readChanges } from '../../src/changes/policy.js';
import type { Recorded } from '../../src/history.js';
import { createLedger } from '../../src/ledger.js';
import { Refusal } from '../../src/refusal.js';
import type { Report } from '../../src/sweep.js';
import type { Reply } from '../../src/reply.js';
import { noTrouble } from '../kit/trouble.js';
import { staffingOf, type Snapshot } from '../../src/staffing/staffing.js';
import { createDelegations } from '../../src/delegation/delegation.handlers.js';
import { openDelegations } from '../../src/delegation/delegation.store.js';
import type { Delegations } from '../../src/delegation/delegation.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { wording } from '../../src/language/wording.js';
import { ownName } from '../kit/company.js';
import { at, company, policies } from './company.js';

export type Rooms = Awaited<ReturnType<typeof openRooms>>;

export function connect(dbName: string, uri = process.env['DESKHAND_TEST_MONGODB_URI']): Connection {
  if (!uri) throw new Error('no store was started for the tests');
  return mongoose.createConnection(uri, { dbName });
}

/** Opens the rooms as one server has them; a second one over the same `dbName` is a second server. */
export async function openRooms(
  options: {
    dir?: string;
    dbName?: string;
    /** The way to the store, where it is another than that of the tests. */
    uri?: string;
    saved?(id: string, record: Recorded): void;
    leave?: Snapshot['leave'];
    around?(own: Provisioner): Provisioner;
    trouble?: Report;
    secrets?: Record<string, string>;
    /** Those who have no other chat. */
    oneChat?: readonly string[];
  } = {},
) {
  const dbName = options.dbName ?? ownName();
  const connection = await connect(dbName, options.uri).asPromise();
  const dir = options.dir ?? policies;
  const delegated = openDelegations(connection);
  const {
    directory,
    routes: policy,
    one,
  } = company(
    dir,
    (person) =>
      delegated
        .standing()
        .flatMap(({ of, given: { to, ...days } }) => (of.id === person ? [{ ...days, to: to.id }] : [])),
    options.oneChat,
  );
  const leave = options.leave ?? new Map();
  const staffing = staffingOf(directory, () => ({ leave, overrides: new Map() }));
  const routes = staffed(policy, staffing.awayUntil);
  const collections = openSideCollections(connection);
  const models = { access: openAccessRequests(connection), changes: openChanges(connection) };
  const memberships = recordProvisioner(connection);
  await Promise.all([
    collections.prepare(),
    models.access.createIndexes(),
    models.changes.createIndexes(),
    delegated.model.createIndexes(),
    memberships.ready(),
  ]);

  const deps = { saved: options.saved ?? (() => undefined), nextNumber: collections.nextNumber };
  const ledgers = {
    access: createLedger<AccessRequest>('REQ', models.access, deps),
    changes: createLedger<Change>('CHG', models.changes, deps),
    delegations: createLedger<Delegations>('DLG', delegated.model, deps),
  };
  const catalogue = readCatalogue(dir, directory, routes);
  const list = options.around?.(memberships) ?? memberships;
  let now = at('09:00');
  const failures: unknown[] = [];
  const following: (() => Promise<void>)[] = [];
  /** What people were shown in their other chats, by message. */
  const elsewhere = new Map<string, string>();
  const seconds: Pick<SecondChats, 'post' | 'redraw'> = {
    async post({ id, lang, zone }, than, _, draw) {
      if (options.oneChat?.includes(id)) return undefined;
      const ref: MessageRef = `${than === 'play-slack' ? 'play-teams' : 'play-slack'}:${id}/${elsewhere.size}`;
      elsewhere.set(ref, textOf(draw({ lang, zone })));
      return ref;
    },
    redraw: async (ref, { lang, zone }, draw) => void elsewhere.set(ref, textOf(draw({ lang, zone }))),
  };
  /** The tickets that the desk opened by itself. */
  const found: { owner: string; title: string; details: string; summary?: string }[] = [];
  const keys: string[] = [];
  /** The tickets that people have resolved. */
  const overs = new Set<string>();
  const access = createAccess({
    ledger: ledgers.access,
    catalogue,
    routes,
    directory,
    provisionerOf: openProvisioners(catalogue, { list, secret: (name) => options.secrets?.[name], now: () => now }),
    tickets: {
      async open({ key, owner, words }) {
        const at = keys.indexOf(key);
        if (at >= 0) return `INC-${at + 1}`;
        found.push({ owner, ...words(wording.en) });
        return `INC-${keys.push(key)}`;
      },
      over: async (ids) => ids.filter((id) => overs.has(id)),
      named: async (id) => ({ isOpen: !overs.has(id) }),
      async resolve(ticket, summary) {
        found[Number(ticket.slice('INC-'.length)) - 1]!.summary = summary(wording.en);
      },
    },
    trouble: options.trouble ?? noTrouble,
    failed: (error) => void failures.push(error),
    soon: (work) => void following.push(work),
  });
  const changes = createChanges({
    ledger: ledgers.changes,
    directory,
    policy: readChanges(dir, routes),
    routes,
    trouble: options.trouble ?? noTrouble,
  });
  const approvals = createDecisions({
    subjects: [access.subject, changes.subject],
    directory,
    away: staffing.away,
    trouble: options.trouble ?? noTrouble,
    offerDelegate: (person, moment) => delegations.offer(person, moment),
    codes: openCodes(connection),
    secondChats: seconds,
    soon: (work) => void following.push(work),
  });

  const delegations = createDelegations({
    ledger: ledgers.delegations,
    kept: delegated,
    directory,
    kinds: ['access', 'change'],
    of: policy.delegationsOf,
    reassign: async (person, moment) => void (await approvals.reassign(person, moment)),
  });

  await delegated.refresh(now);
  const act = (person: string, origin: string = randomUUID(), platform: Platform = 'play-slack'): Context => {
    const actor = one(person);
    const viewer: Viewer = { lang: actor.lang, zone: actor.zone };
    const place = { platform, private: true } as const;
    return { by: person, now, origin, actor, viewer, say: wording[actor.lang], place };
  };
  return {
    dbName,
    directory,
    collections,
    access,
    changes,
    approvals,
    delegations,
    memberships,
    failures,
    found,
    overs,
    elsewhere,
    seconds,
    connection,
    handlers: { ...access.handlers, ...changes.handlers, ...approvals.handlers, ...delegations.handlers },
    ledgers,
    act,
    one,
    get now() {
      return now;
    },
    /** Does what follows the acts, moves the clock, and lets the sweeps work once. */
    async wait(hours: number) {
      for (const work of following.splice(0)) await work();
      now = new Date(now.getTime() + hours * 3_600_000);
      for (const sweep of [...access.sweeps, ...changes.sweeps, ...approvals.sweeps]) await sweep.run(now);
    },
    load: async (id: string) => {
      const found = id.startsWith('REQ') ? await ledgers.access.load(id) : await ledgers.changes.load(id);
      if (!found) throw new Error(`no ${id}`);
      return found;
    },
    async grantOf(id: string) {
      const found = await ledgers.access.load(id);
      if (!found) throw new Error(`no ${id}`);
      const { requester: person, entitlement, owner, reason, lease } = found;
      return memberships.verify({ id, person, entitlement, owner, reason, until: lease?.until ?? now });
    },
    close: () => connection.close(),
  };
}

export const eyes: Viewer = { lang: 'en', zone: 'UTC' };

/** What the actor is told: the note, the card's text, or why it was refused. */
export async function said(reply: Promise<Reply>): Promise<string> {
  try {
    const value = await reply;
    if (value.kind === 'done') return plain(value.note ?? [], eyes);
    if (value.kind === 'card') return textOf(value.card);
    if (value.kind === 'refused') return plain(value.why, eyes);
    if (value.kind === 'invalid') return value.problems.map(({ field, message }) => `${field}: ${message}`).join('\n');
    return value.form.title;
  } catch (error) {
    if (error instanceof Refusal) return `refused: ${plain(error.why(wording.en), eyes)}`;
    throw error;
  }
}

export const textOf = (card: Card): string =>
  [card.title, card.status?.text ?? '', ...card.parts.flatMap(partText)].filter((line) => line !== '').join('\n');

function partText(part: Part): string[] {
  switch (part.kind) {
    case 'text':
    case 'note':
      return [plain(part.text, eyes)];
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}: ${plain(value, eyes)}`);
    case 'list':
      return part.items.map((item) => plain(item, eyes));
    case 'table':
      return part.rows.map((row) => plain(lineOf(row), eyes));
    case 'quote':
      return [`> ${part.text}`];
    case 'progress':
      return part.steps.map(({ label, state }) => `(${state}) ${plain(label, eyes)}`);
    case 'buttons':
      break;
  }
  return [];
}

export const buttonsOf = (card: Card): Button[] =>
  card.parts.flatMap((part) => (part.kind === 'buttons' ? [...part.buttons] : []));
