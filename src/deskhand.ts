/** The composition root: policies → store → adapters → rooms → desk → jobs, and back down in the opposite order. */
import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Adapter, AdapterDeps } from '../adapters/adapter.js';
import { healthRoutes } from '../adapters/health.js';
import { createHttp } from '../adapters/http.js';
import { type Knowledge, loadKnowledge, openCache, watchKnowledge } from '../knowledge/matcher/index.js';
import { openAccounts } from './accounts.js';
import { createAnnouncer } from './announce.js';
import { createAudiences } from './audiences.js';
import { createBackground } from './background.js';
import type { JumpingClock } from './clock.js';
import { createClosing, together, type Closing } from './closing.js';
import type { Config } from './config.js';
import { createDesk, type Desk } from './desk.js';
import { openRegister } from './directory/register.store.js';
import { describe } from './errors.js';
import { SILENT_SECONDS } from './heartbeat/heartbeat.js';
import { createJobs, type Jobs } from './jobs.js';
import { createLibrary } from './articles/articles.library.js';
import { createMetrics } from './metrics.js';
import { readPolicies } from './policies.js';
import { stampOf } from './stamp.js';

import { openDeliveries } from './store/deliveries.js';
import { createDeliveries } from './deliveries.js';
import { createPostbox } from './postbox.js';
import { createProcesses } from './processes.js';
import { openRooms } from './rooms.js';
import { loadSops } from './sops/sops.shelf.js';
import { openSideCollections } from './store/side-collections.js';
import { nextMoment } from './store/moments.js';
import { connectStore, namesDatabase, STANDARD_DATABASE } from './store/connect.js';
import { openSchema } from './store/schema.js';
import { openPlaygroundMemory } from './store/playground.js';
import { createWalk, type Walk } from './walk.js';

export type Deskhand = {
  port: number;
  /** Moves the clock forward, from due moment to due moment, and resolves when all that fell due was done and said. */
  jump: Walk;
  /** Resolves when all that is due now has been done and said. */
  settle(): Promise<void>;
  /** Learns from the articles before somebody asks; until then, the first question of a language waits for that. */
  prepare(): Promise<void>;
  /** Resolves with the reason when the desk cannot go on: its store has ended by itself. */
  broken: Promise<Error>;
  /** Takes nothing new, ends what was begun, closes the store: within eight seconds, whatever hangs. */
  stop(): Promise<void>;
};

/** So soon every process acts by what an identity provider, or directory.yaml, says. */
const DIRECTORY_SECONDS = 5;

/** Starts the desk. @throws an error that names what is wrong and the remedy; nothing is left running then. */
export async function startDeskhand(
  config: Config,
  deps: { log: Logger; clock(offset: number): JumpingClock },
): Promise<Deskhand> {
  const closing = createClosing();
  try {
    return { ...(await rise(config, deps, closing)), stop: closing.run };
  } catch (error) {
    await closing.run().catch((error: unknown) => deps.log.warn({ error: describe(error) }, 'not all could be ended'));
    throw error;
  }
}

async function rise(
  config: Config,
  { log, clock: clockFrom }: { log: Logger; clock(offset: number): JumpingClock },
  closing: Closing,
): Promise<Omit<Deskhand, 'stop'>> {
  await access(join(config.knowledgeDir, 'faq')).catch(() => {
    throw new Error(
      `KNOWLEDGE_DIR ${config.knowledgeDir} has no folder faq that can be read: restore it or set KNOWLEDGE_DIR`,
    );
  });
  const opening = connectStore({
    dataDir: config.dataDir,
    ...(config.mongodbUri ? { uri: config.mongodbUri } : {}),
  });
  closing.add('store', () =>
    opening.then(
      (store) => store.close(),
      () => undefined,
    ),
  );
  // The store starts in its own thread; articles are read meanwhile.
  const cache = openCache(join(config.dataDir, 'cache'), await codeHash(), (reason) =>
    log.warn({ reason }, 'what was kept for a quicker start is made anew'),
  );
  closing.add('cache', () => Promise.resolve(cache.close()));
  const [store, articles] = await Promise.all([opening, loadKnowledge(config.knowledgeDir)]);
  if (config.mongodbUri && !namesDatabase(config.mongodbUri))
    log.warn({ database: STANDARD_DATABASE }, 'MONGODB_URI names no database, so this one is used');
  const schema = await openSchema(store.connection, { log });
  const collections = openSideCollections(store.connection);
  const register = openRegister(store.connection, collections.revision('directory'));
  await register.refresh();
  const policies = readPolicies(config.policiesDir, register.provided);
  const { directory } = policies;
  register.follow(policies.live);
  const demo =
    config.demo === 'year'
      ? await (await import('./demo/demo.handlers.js')).claimDemo(store.connection, collections, config.dataDir)
      : undefined;
  const accounts = await openAccounts(collections, directory, config.identity, (...link) => rooms.linked(...link));
  const offset = config.playground ? await collections.addresses.recall('clock:offset') : 0;
  const clock = clockFrom(Number(offset ?? 0));

  const warn = (problems: readonly object[]) => {
    for (const problem of problems) log.warn(problem, 'a document cannot be used');
  };
  const library = createLibrary(articles);
  warn(articles.problems);
  const watch = watchKnowledge(config.knowledgeDir, (fresh: Knowledge) => {
    library
      .reload(fresh)
      .catch((error: unknown) => log.error({ error: describe(error) }, 'the articles were not taken anew'));
    warn(fresh.problems);
  });
  closing.add('articles', () => watch.close());
  const { shelf, problems } = await loadSops(join(config.knowledgeDir, 'sops'), directory);
  warn(problems);

  let desk: Desk | undefined;
  let jobs: Jobs | undefined;
  async function idle(): Promise<void> {
    await background.idle();
    await announcer.idle();
  }
  async function settle(arrived = true): Promise<void> {
    await idle();
    await jobs!.catchUp(arrived ? 'all' : 'punctual');
    await idle();
  }
  const jump = createWalk({
    clock,
    next: (since) => nextMoment(store.connection, since),
    settle,
    keep: (ahead) => collections.addresses.keep('clock:offset', ahead),
  });

  const processes = createProcesses({ rows: collections.processes, alone: store.kind === 'embedded', log });
  const deliveries = createDeliveries({
    book: await openDeliveries(collections, { processes, alone: store.kind === 'embedded', log }),
    log,
  });
  const adapterDeps: AdapterDeps = {
    perform: (request) => desk!.perform(request),
    deliveries,
    addresses: collections.addresses,
    accountOf: accounts.accountOf,
    log,
  };
  const { identity, slack, teams } = config;
  // What is off is not even loaded: each platform's library is larger than the desk.
  const adapters: Adapter[] = [];
  if (slack.mode !== 'off') {
    const { createSlack } = await import('../adapters/slack/index.js');
    const nameOf = (account: string, email?: string) =>
      (directory.people.find(({ id }) => accounts.accountOf(id, 'slack') === account) ?? directory.byEmail(email ?? ''))
        ?.name;
    adapters.push(createSlack({ ...slack, identity }, { ...adapterDeps, nameOf }));
  }
  if (teams.mode !== 'off') {
    const { createTeams } = await import('../adapters/teams/index.js');
    adapters.push(createTeams({ ...teams, identity }, adapterDeps));
  }
  if (config.playground) {
    const { createPlayground } = await import('../adapters/web/index.js');
    adapters.push(
      createPlayground({
        perform: adapterDeps.perform,
        log,
        house: directory,
        askIn: policies.channels,
        owners: policies.catalogue.entitlements.map(({ owner }) => owner.id),
        addresses: collections.addresses,
        speak: (lang) => audiences.speak(lang),
        memory: openPlaygroundMemory(store.connection),
        clock: { now: clock.now, jump },
        ...(config.demo === 'year' ? {} : { openYear: await yearBeside() }),
      }),
    );
  }

  /** The demo company with its half year, beside this one. */
  async function yearBeside(): Promise<() => Promise<number>> {
    const { createBeside } = await import('./demo/beside.handlers.js');
    const { mongodbUri: _, ...own } = config;
    const beside = createBeside(config.dataDir, (dataDir) =>
      startDeskhand({ ...own, dataDir, demo: 'year', port: 0 }, { log, clock: clockFrom }),
    );
    closing.add('half year', beside.stop);
    return beside.open;
  }

  const chats = adapters.flatMap((adapter) => adapter.chats);
  const audiences = createAudiences({ chats, accounts, directory });
  const postbox = createPostbox({ collections, audiences, processes });
  const stamp = stampOf(schema.epoch);
  const announcer = createAnnouncer({ audiences, postbox, log, now: clock.now, stamp: stamp.card });
  const background = createBackground(log);
  const rooms = await openRooms({
    connection: store.connection,
    collections,
    policies,
    register,
    accounts,
    announcer: demo?.quietly(announcer) ?? announcer,
    background,
    chats,
    library,
    sops: () => shelf,
    beats: async () => (await jobs?.beats()) ?? [],
    clock,
    secret: config.secret,
    log,
  });

  const metrics = createMetrics(() => jobs?.heartbeat());
  desk = createDesk({
    accounts,
    handlers: rooms.handlers,
    forms: rooms.forms,
    clock,
    log,
    ears: { recordOf: postbox.recordOf, boundTo: rooms.channels.boundTo, feedOf: rooms.channels.feedOf },
    channels: rooms.channels,
    awaiting: rooms.awaiting,
    serve: rooms.meaning.serve,
    chosen: rooms.chosen,
    stamp,
    observe: metrics.observe,
  });
  if (demo) {
    const deeds = await demo.play({ desk, rooms, directory, background, clock });
    log.info({ deeds }, 'the demo company has half a year behind it');
  }
  /** What dead processes acknowledged and did not answer. */
  const takeOver = (): Promise<number> =>
    deliveries.takeOver(async (platform, body) => {
      const adapter = adapters.find(({ chats }) => chats.some((chat) => chat.platform === platform));
      await adapter?.replay?.(body);
      return adapter?.replay !== undefined;
    });
  const inherit = () => {
    Promise.all([announcer.recover(), takeOver()]).catch((error: unknown) =>
      log.error({ error: describe(error) }, 'what a dead process left is taken up with the next sweep'),
    );
  };
  const links = { name: 'accounts', seconds: 60, run: () => accounts.refresh().then(() => 0) };
  const provided = {
    name: 'directory',
    seconds: DIRECTORY_SECONDS,
    async run() {
      policies.live.reread();
      await register.refresh();
      return 0;
    },
  };
  jobs = createJobs({
    connection: store.connection,
    processes,
    sweeps: [...rooms.sweeps, announcer.sweep, { name: 'deliveries', seconds: 60, run: takeOver }],
    everywhere: [links, provided, ...rooms.everywhere],
    clock,
    log,
    ran: metrics.ran,
  });

  const ready = async () => {
    await store.ping();
    return processes.isFresh() && (await jobs.alive(SILENT_SECONDS));
  };
  const routes = [...adapters.flatMap((adapter) => adapter.routes), ...healthRoutes({ ready, metrics })];
  if (config.scim.length > 0) {
    const { createScim } = await import('../adapters/scim/index.js');
    const nameOf = (group: string) => register.provided.groups.get(group)?.displayName ?? group;
    routes.push(...createScim({ tokens: config.scim, register, nameOf, now: clock.now, log }));
  }
  const http = createHttp(routes, log);
  await processes.start();
  closing.add('processes', () => processes.stop());
  closing.add('connections', () => http.close());
  const working = [() => background.stop(), () => announcer.stop()];
  closing.add('work', () => together(working));
  for (const adapter of adapters) {
    await adapter.start();
    working.push(() => adapter.stop());
  }
  processes.onDeath(inherit);
  await jobs.start();
  working.push(() => jobs.stop());
  inherit();
  closing.add('server', () => http.refuse());
  const port = await http.listen(config.port, config.host);
  async function prepare(): Promise<void> {
    await library.knowledge().prepare();
    for (const lang of ['en', 'zh'] as const) await rooms.ear.learn(lang);
    await cache
      .save()
      .then(() => cache.prune())
      .catch((error: unknown) => log.warn({ error: describe(error) }, 'the next start will be slower'));
    cache.close();
  }
  return { port, jump, settle: () => settle(), prepare, broken: store.broken };
}

/** Names the code that runs: this file of the bundle has it, and names the others by their content. */
const codeHash = async (): Promise<string> =>
  createHash('sha256')
    .update(await readFile(new URL(import.meta.url)))
    .digest('hex');
