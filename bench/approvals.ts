/**
 * Approvals: how long choosing a route takes over many rules and people, and how long from a click on *Approve* until it
 * is saved and every copy of the card is redrawn, at a steady pace.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { createAccess } from '../src/access/access.handlers.js';
import { readCatalogue } from '../src/access/catalogue.js';
import { lent as access } from '../src/access/catalogue-shape.js';
import { lent as change } from '../src/changes/policy.js';
import { openAccessRequests } from '../src/access/access.store.js';
import { recordProvisioner } from '../src/access/provisioners/list.store.js';
import { createAnnouncer } from '../src/announce.js';
import { approvalsPolicy, readApprovals } from '../src/approvals/policy.js';
import { createRoutes } from '../src/approvals/routes.js';
import type { Accounts } from '../src/accounts.js';
import { createAudiences } from '../src/audiences.js';
import type { Card } from '../src/card.js';
import type { Chat } from '../src/chat.js';
import type { Context } from '../src/context.js';
import { openCodes } from '../src/decisions/codes.store.js';
import { createDecisions } from '../src/decisions/decisions.handlers.js';
import type { Recorded } from '../src/history.js';
import { createLedger } from '../src/ledger.js';
import { wording } from '../src/language/wording.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../src/people.js';
import { readPolicy } from '../src/policy.js';
import { createSecondChats } from '../src/second-chats.js';
import { createPostbox } from '../src/postbox.js';
import { createProcesses } from '../src/processes.js';
import { connectStore } from '../src/store/connect.js';
import { openSideCollections } from '../src/store/side-collections.js';
import { goal } from './table.js';

const lentBySubjects = { access, change };
const RULES = 500;
const PEOPLE = 10_000;
const LEVELS = ['low', 'medium', 'high'];

export function measureRoutes(times: number): void {
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    id: `p${n}`,
    name: `Person ${n}`,
    email: `p${n}@example.com`,
    title: { en: `Title ${n % 40}`, zh: `职位 ${n % 40}` },
    department: `Department ${n % 60}`,
    ...(n === 0 ? {} : { manager: `p${Math.floor((n - 1) / 8)}` }),
  }));
  const groups = [
    {
      id: 'it',
      name: { en: 'IT', zh: 'IT' },
      lead: 'p1',
      manager: 'p0',
      members: ['p2'],
      calendar: 'any',
      channels: {},
    },
  ];
  const directory = createDirectory(peoplePolicy.parse({ people }), teamsPolicy.parse({ default: 'it', groups }));
  const rules = Array.from({ length: RULES - 1 }, (_, n) => ({
    when: {
      department: `Department ${n % 60}`,
      entitlement: [`e${n}`, `e${n + 1}`],
      any: [{ risk: { atLeast: LEVELS[n % 3] } }, { duration: { atLeast: 24 } }],
    },
    route: 'r',
  }));
  const policy = approvalsPolicy.parse({
    remindAfterHours: 8,
    escalateAfterHours: 16,
    expireAfterHours: 40,
    fallback: ['person:p0'],
    rules: [...rules, { route: 'r' }],
    routes: [{ id: 'r', steps: [{ key: 's', label: { en: 's', zh: 's' }, ask: ['manager', 'manager:2'] }] }],
  });
  const lent = { ...access, ...change };
  const routes = createRoutes({ ...policy, version: 'v', lent }, directory);
  const run = (count: number): number => {
    let chosen = 0;
    for (let n = 0; n < count; n++) {
      const facts = {
        ...routes.factsOf(`p${(n * 7919) % PEOPLE}`),
        entitlement: `e${n % 900}`,
        risk: LEVELS[n % 3],
        duration: 8,
      };
      chosen += routes.choose(facts) ? 1 : 0;
    }
    return chosen;
  };
  run(times / 10);
  const began = performance.now();
  if (run(times) !== times) throw new Error('a rule was missing');
  const each = (performance.now() - began) / times;
  goal(
    `Approvals: a route chosen, ${RULES} rules, ${PEOPLE.toLocaleString('en')} people`,
    `${each.toFixed(3)} ms`,
    '< 1 ms',
    each < 1,
  );
}

/** From the click until it is saved and the cards of requester, approver and next approver are redrawn or posted. */
export async function measureApprovals(dir: string, requests: number, perSecond: number): Promise<void> {
  const uri = process.env['MONGODB_URI'];
  const store = await connectStore({ dataDir: dir, ...(uri ? { uri } : {}) });
  const connection = store.connection.useDb('bench-approvals');
  const log = pino({ level: 'silent' });
  const directory = manyEmployees(requests);
  const routes = createRoutes(readApprovals('policies', directory, lentBySubjects), directory);
  const collections = openSideCollections(connection);
  const model = openAccessRequests(connection);
  const provisioner = recordProvisioner(connection);
  await Promise.all([collections.prepare(), model.createIndexes(), provisioner.ready()]);

  /** By record, what is left to be drawn after its click, and who waits for that. */
  const watched = new Map<string, { left: number; done(): void }>();
  const drawn = ({ title }: Card) => {
    const watch = watched.get(/REQ-\d+/.exec(title)?.[0] ?? '');
    if (watch && (watch.left -= 1) === 0) watch.done();
  };
  let refs = 0;
  const chat: Chat = {
    platform: 'slack',
    reach: async () => 'slack:chat',
    async post(_, card) {
      drawn(card);
      return `slack:${(refs += 1)}`;
    },
    async update(_, card) {
      drawn(card);
      return 'redrawn' as never;
    },
  };
  const accounts = {
    viewer: () => ({ lang: 'en', zone: 'UTC' }),
    platforms: () => ['slack'],
    accountOf: () => undefined,
  } as unknown as Accounts;
  const processes = createProcesses({ rows: collections.processes, alone: true, log });
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const now = () => new Date();
  const announcer = createAnnouncer({
    audiences,
    postbox: createPostbox({ collections, audiences, processes }),
    log,
    now,
  });
  const saved = (id: string, record: Recorded) => announcer.soon(id, record);
  const room = createAccess({
    ledger: createLedger('REQ', model, { saved, nextNumber: collections.nextNumber }),
    catalogue: readCatalogue('policies', directory, routes),
    routes,
    directory,
    provisionerOf: () => provisioner,
    tickets: { open: async () => 'INC-1', resolve: async () => {}, over: async () => [], named: async () => undefined },
    trouble: async () => {},
    failed: () => {},
    soon: () => {},
  });
  announcer.register(room.presenter);
  const decisions = createDecisions({
    subjects: [room.subject],
    directory,
    away: () => [],
    trouble: async () => {},
    offerDelegate: async () => {},
    codes: openCodes(connection),
    secondChats: createSecondChats({ chats: [chat], accounts }),
    soon: () => {},
  });
  const as = (id: string): Context => {
    const actor = directory.person(id)!;
    return { by: id, now: now(), origin: randomUUID(), actor, viewer: { lang: 'en', zone: 'UTC' }, say: wording.en };
  };

  for (let n = 0; n < requests; n++)
    await room.handlers['request-access'](
      { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' },
      as(`e${n}`),
    );
  await announcer.idle();
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: requests }, async (_, n) => {
      await wait(began + (n * 1000) / perSecond - performance.now());
      const subject = `REQ-${n + 1}`;
      const clicked = performance.now();
      const redrawn = new Promise<void>((done) => watched.set(subject, { left: 3, done }));
      await decisions.handlers.approve({ do: 'approve', subject, step: 'manager' }, as('manager'));
      await redrawn;
      times.push(performance.now() - clicked);
    }),
  );
  const at = (share: number) => times.toSorted((one, other) => one - other)[Math.floor(times.length * share)]!;
  goal(
    `Approvals: approve, saved and every copy redrawn, ${perSecond} a second`,
    `p50 ${at(0.5).toFixed(0)}, p99 ${at(0.99).toFixed(0)} ms`,
    'p99 < 150 ms',
    at(0.99) < 150,
  );
  await announcer.stop();
  await store.close();
}

/** The demo company with so many employees more, all of one manager. */
function manyEmployees(count: number) {
  const { people } = readPolicy('policies', 'people.yaml', peoplePolicy).value;
  const more = Array.from({ length: count }, (_, n) => ({
    id: `e${n}`,
    name: `Employee ${n}`,
    email: `e${n}@example.com`,
    title: { en: 'Employee', zh: '员工' },
    manager: 'manager',
  }));
  const all = peoplePolicy.parse({ people: [...people, ...more] });
  return createDirectory(all, readPolicy('policies', 'teams.yaml', teamsPolicy).value);
}
