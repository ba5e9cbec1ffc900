/** Furnishes the rooms: their collections, ledgers and handlers, and what the desk needs of all of them together. */
import type { Connection, Model } from 'mongoose';
import type { Logger } from 'pino';
import { DUPLICATE_LIKENESS } from '../knowledge/matcher/index.js';
import { createAccess } from './access/access.handlers.js';
import { lint } from './access/lint.js';
import { wishIn } from './access/wish.js';
import { openAccessRequests } from './access/access.store.js';
import { recordProvisioner } from './access/provisioners/list.store.js';
import { openProvisioners } from './access/provisioners/provisioners.client.js';
import type { Accounts } from './accounts.js';
import type { Budget } from './budget.js';
import type { Context } from './context.js';
import type { Announcer } from './announce.js';
import type { Background } from './background.js';
import { createAnswers } from './answers/answers.handlers.js';
import { createLog } from './answers/log.handlers.js';
import { openQuestions } from './answers/answers.store.js';
import { staffed } from './approvals/absence.js';
import { codeParts, codeSteps, stuckParts, stuckToday } from './approvals/coverage.js';
import { createRoutes, type Office } from './approvals/routes.js';
import { budget as discussed } from './approvals/discussion.js';
import { createDecisions } from './decisions/decisions.handlers.js';
import { openCodes } from './decisions/codes.store.js';
import { createDirectoryRoom } from './directory/directory.handlers.js';
import { openPreviews } from './directory/preview.store.js';
import { createDelegations } from './delegation/delegation.handlers.js';
import { openDelegations } from './delegation/delegation.store.js';
import type { Library } from './articles/articles.library.js';
import { createArticleQueries, openDrafts, openFindings } from './articles/articles.store.js';
import { createFindings } from './articles/findings.handlers.js';
import { createUpkeep } from './articles/upkeep.handlers.js';
import { createWriting } from './articles/writing.handlers.js';
import { createAudit } from './audit/audit.handlers.js';
import { openChanges } from './changes/change.store.js';
import { createChanges } from './changes/changes.handlers.js';
import { type Chat, unplayed } from './chat.js';
import { openModels } from './classification/models.store.js';
import { createTriage } from './classification/triage.handlers.js';
import { jumpingClock, type Clock } from './clock.js';
import { createDigests } from './digest/digest.handlers.js';
import { openDigests } from './digest/digest.store.js';
import { describe } from './errors.js';
import { createGeneral } from './general/general.handlers.js';
import { createHeartbeat } from './heartbeat/heartbeat.handlers.js';
import { openHeartbeat } from './heartbeat/heartbeat.store.js';
import { createTrouble } from './heartbeat/trouble.handlers.js';
import { openTroubles } from './heartbeat/trouble.store.js';
import type { Ledger, Recorded } from './history.js';
import { createLedger } from './ledger.js';
import { createIdentity } from './identity/identity.handlers.js';
import { openLinkedDays } from './identity/identity.store.js';
import type { Beat } from './jobs.js';
import { createLeavers } from './leavers/leavers.handlers.js';
import { openLeavers } from './leavers/leavers.store.js';
import { createEar, type Ear } from './meaning/meaning.library.js';
import { createMeaning } from './meaning/meaning.handlers.js';
import { examples, type Intent } from './language/intents.js';
import { actIn } from './phrasings/phrasing.js';
import { createPhrasings } from './phrasings/phrasings.handlers.js';
import { createPhrasingQueries, openPhrasings } from './phrasings/phrasings.store.js';
import { subjects, type Policies } from './policies.js';
import type { Register } from './provided.js';
import { createRedact } from './redact.js';
import { together, type Together } from './room.js';
import { createFeeds } from './channels/feeds.js';
import { createChannels, type Channels } from './channels/channels.handlers.js';
import { openBursts, openReports } from './channels/channels.store.js';
import { createVersions } from './versions/version.handlers.js';
import { openVersions } from './versions/version.store.js';
import { createSops } from './sops/sops.handlers.js';
import type { Shelf } from './sops/sops.js';
import { openAcknowledgements } from './sops/sops.store.js';
import { createDuty } from './staffing/duty.handlers.js';
import { createLeave } from './staffing/leave.handlers.js';
import { openAgreed } from './staffing/staffing.store.js';
import { createSecondChats } from './second-chats.js';
import type { SideCollections } from './store/side-collections.js';
import { openBatches } from './tickets/reminders/batches.store.js';
import { createTickets } from './tickets/tickets.handlers.js';
import { openForecasts } from './tickets/forecast/forecast.store.js';
import { bringIndexes } from './store/indexes.js';
import { budget, type Ticket } from './tickets/ticket.js';
import { openTickets } from './tickets/tickets.store.js';

export type Rooms = Together & {
  channels: Channels;
  /** An account has come to act for a person. */
  linked: ReturnType<typeof createIdentity>['linked'];
  /** The ticket on which an agent waits for this person's word. */
  awaiting(context: Context): Promise<string | undefined>;
  meaning: ReturnType<typeof createMeaning>;
  /** Told of every button that is pressed. */
  chosen(command: string, context: Context): Promise<unknown>;
  ear: Ear;
};

/** Nobody counts questions, so their numbers may have gaps, and one round trip serves many. */
const QUESTION_BLOCK = 100;
/** So soon a process answers by what another one has learned or published. */
const REFRESH_SECONDS = 10;

/** Builds the collections' indexes and registers every kind of record with the announcer. */
export async function openRooms(deps: {
  connection: Connection;
  collections: SideCollections;
  policies: Policies;
  /** What identity providers tell. */
  register: Register;
  accounts: Accounts;
  announcer: Announcer;
  background: Background;
  chats: readonly Chat[];
  library: Library;
  /** The bundled worker that learns from tickets, when it is not beside the running program. */
  triageWorker?: URL;
  sops: () => Shelf;
  /** When each sweep last ended well in any process. */
  beats(): Promise<Beat[]>;
  clock: Clock;
  /** What the environment has under a name that a policy gives. */
  secret(name: string): string | undefined;
  log: Logger;
}): Promise<Rooms> {
  const { connection, collections, accounts, announcer, clock, log } = deps;
  const { directory, sla, catalogue, changes: policy } = deps.policies;

  /** @param more.changed is told of every save besides the announcer. */
  const ledger = <D extends Recorded>(
    prefix: string,
    model: Model<D>,
    { changed, ...weighed }: { changed?: () => Promise<unknown>; budget?: Budget } = {},
  ): Ledger<D> =>
    createLedger(prefix, model, {
      saved(id, record) {
        announcer.soon(id, record);
        changed?.().catch((error: unknown) =>
          log.warn({ error: describe(error) }, 'other processes learn of it later'),
        );
      },
      nextNumber: collections.nextNumber,
      ...weighed,
    });

  const trouble = createTrouble({ ledger: ledger('TRB', openTroubles(connection)), directory, log });
  const agreed = openAgreed(connection, directory);
  const { staffing } = agreed;
  const delegated = openDelegations(connection);
  const secondChats = createSecondChats({ chats: deps.chats, accounts });
  const office: Office = {
    onDuty: staffing.onDuty,
    hasChannel: (group) =>
      deps.chats.some(({ platform }) => directory.group(group)?.channels[unplayed(platform)] !== undefined),
    hasSecondChat: secondChats.has,
    calendar: (person) => sla.calendar(directory.person(person)?.calendar ?? staffing.calendarOf(person)),
    delegations: (person) =>
      delegated
        .standing()
        .flatMap(({ of, given: { to, ...days } }) => (of.id === person ? [{ ...days, to: to.id }] : [])),
  };
  const routes = staffed(createRoutes(deps.policies.approvals, directory, office), staffing.awayUntil);
  const oneChat = deps.chats.length < 2;
  for (const { route, key: step } of oneChat ? codeSteps(deps.policies.approvals.routes) : [])
    log.warn(
      { route, step },
      'approving this step needs a one-time code in a second chat, and the desk is in one alone, so that nobody can: connect Slack and Teams, or remove stepUp from approvals.yaml',
    );
  const memberships = recordProvisioner(connection);
  const questions = openQuestions(connection);
  const acknowledgements = openAcknowledgements(connection);

  const { library } = deps;
  const redact = createRedact(directory.people.map(({ name }) => name));
  const revision = collections.revision('library');
  const taught = ledger('PHR', openPhrasings(connection), { changed: revision.bump });
  const drafts = ledger('ART', openDrafts(connection), { changed: revision.bump });
  const found = ledger('GAP', openFindings(connection));
  const written = createArticleQueries(drafts.model, found.model);
  const learned = createPhrasingQueries(taught.model);
  const { published } = written;
  const { refresh, keepUp } = createUpkeep({ library, revision, published, taught: learned.taught });
  const phrasings = createPhrasings({
    ledger: taught,
    queries: learned,
    library,
    drafts: written.drafts,
    isAct: (name) => examples.has(name as Intent),
    refresh,
    redact,
  });

  const answers = createAnswers({
    knowledge: library.knowledge,
    confirmed: phrasings.confirmed,
    picked: phrasings.picked,
    openFrom: (question, context) => tickets.openFrom(question, context),
    isReviewDue: deps.policies.knowledge.isReviewDue,
    isAgent: directory.isAgent,
    otherDesks: deps.policies.knowledge.otherDesks,
    leading: (words, intent) => meaning.leading(words, intent),
    isConfidential: async (question) => (await tickets.confidential([question])).has(question._id),
    redact,
    wishIn: (words) => wishIn(words, catalogue),
    isOutage(words) {
      const { impact, urgency } = triage.suggest(words);
      return impact === 'high' && urgency === 'high';
    },
    questions,
    nextNumber: collections.numbers('Q', QUESTION_BLOCK),
  });
  const tickets = createTickets({
    ledger: ledger('INC', openTickets(connection), { budget }),
    batches: ledger('NAG', openBatches(connection)),
    directory,
    sla,
    staffing,
    forecasts: openForecasts(connection),
    clock,
    trouble: trouble.report,
    ask: answers.ask,
    templates: deps.policies.templates,
    duplicates: {
      isDuplicate: (one, other) => library.likeness().between(one, other) >= DUPLICATE_LIKENESS,
      from: deps.policies.knowledge.sameReports,
    },
    suggest: (words) => triage.suggest(words),
    turn: collections.turn,
    habits: collections.habits,
    async grown(question, context) {
      const words = await answers.unanswered(question);
      if (words !== undefined) await phrasings.ticketGrown(words, context);
    },
    question: async (id) => (id.startsWith('M-') ? channels.source(id) : answers.question(id)),
  });
  const channels = createChannels({
    reports: openReports(connection),
    bursts: openBursts(connection),
    nextNumber: collections.nextNumber,
    accounts,
    directory,
    feedOf: createFeeds({ feeds: deps.policies.channels, chats: deps.chats, now: clock.now }),
    handlers: tickets.handlers,
    forms: tickets.forms,
    ticketOf: tickets.openedFrom,
    suggest: (words) => triage.suggest(words),
    beside: answers.beside,
  });
  const triage = createTriage({
    models: openModels(connection),
    rules: { category: sla.categories, urgency: sla.urgencies },
    impacts: sla.impacts,
    closed: tickets.closed,
    log,
    ...(deps.triageWorker ? { workerUrl: deps.triageWorker } : {}),
  });
  const writing = createWriting({
    ledger: drafts,
    findings: found,
    directory,
    policy: deps.policies.knowledge,
    ticket: tickets.load,
    isConfidential: tickets.isConfidential,
    redact,
    refresh,
  });
  const questionLog = createLog({
    questions,
    knowledge: library.knowledge,
    ticketsFrom: tickets.grownFrom,
    confidential: tickets.confidential,
    isAgent: directory.isAgent,
    redact,
  });
  const findings = createFindings({
    ledger: found,
    queries: written,
    waiting: learned.countWaiting,
    questions,
    ticketsFrom: tickets.grownFrom,
    confidential: tickets.confidential,
    articles: () => library.knowledge().articles,
    likeness: library.likeness,
    redact,
    policy: deps.policies.knowledge,
  });
  const access = createAccess({
    ledger: ledger('REQ', openAccessRequests(connection), { budget: discussed }),
    catalogue,
    routes,
    directory,
    tickets: { ...tickets.found, named: tickets.named, over: tickets.over },
    provisionerOf: openProvisioners(catalogue, { list: memberships, secret: deps.secret, now: clock.now }),
    trouble: trouble.report,
    soon: deps.background.soon,
    failed: (error, request) => log.warn({ error: describe(error), request }, 'provisioning failed; it is tried again'),
  });
  const changes = createChanges({
    ledger: ledger('CHG', openChanges(connection), { budget: discussed }),
    directory,
    policy,
    routes,
    trouble: trouble.report,
  });
  const decisions = createDecisions({
    subjects: [access.subject, changes.subject],
    directory,
    away: staffing.away,
    trouble: trouble.report,
    offerDelegate: (person, now) => delegations.offer(person, now),
    codes: openCodes(connection),
    secondChats,
    soon: deps.background.soon,
  });
  const delegations = createDelegations({
    ledger: ledger('DLG', delegated.model),
    kept: delegated,
    directory,
    kinds: Object.keys(subjects),
    of: routes.delegationsOf,
    reassign: async (person, now) => void (await decisions.reassign(person, now)),
  });
  const duty = createDuty({ ledger: ledger('DUTY', agreed.duty), directory, staffing, refresh: agreed.refresh });
  const leave = createLeave({
    ledger: ledger('LEAVE', agreed.leave),
    directory,
    staffing,
    refresh: agreed.refresh,
    wantsDelegate: delegations.isWanted,
    heldBy: tickets.heldBy,
    handOver: tickets.handOver,
  });
  const versions = createVersions({
    ledger: ledger('SLA', openVersions(connection)),
    sla,
    onFile: deps.policies.slaOnFile,
    directory,
    tickets: tickets.commitments,
    lint: (now) => lint({ catalogue, routes, directory }, now),
    remarks: ({ now, say }) => {
      const all = deps.policies.approvals.routes;
      const [first] = catalogue.entitlements;
      return [
        ...stuckParts(stuckToday(all, directory.people, routes, staffing.awayUntil, now, first?.owner), say),
        ...codeParts(
          all,
          { people: directory.people, owners: catalogue.entitlements.map(({ owner }) => owner), oneChat },
          routes,
          now,
          say,
        ),
      ];
    },
    trouble: trouble.report,
  });
  const sops = createSops({ shelf: deps.sops, acknowledgements, directory });
  const digests = createDigests({
    ledger: ledger('DIG', openDigests(connection)),
    directory,
    sla,
    tally: tickets.tally,
    outlook: tickets.forecasts.outlook,
    staffing,
    trouble: trouble.report,
  });
  const heartbeat = createHeartbeat({
    ledger: ledger('BEAT', openHeartbeat(connection)),
    directory,
    beats: deps.beats,
    // Jobs keep to the machine's time, which nobody moves.
    time: jumpingClock(0).now,
  });
  const identity = createIdentity({ ledger: ledger('LINK', openLinkedDays(connection)), directory, clock });
  const people = createDirectoryRoom({
    directory: deps.policies.live,
    register: deps.register,
    ledger: ledger('IMP', openPreviews(connection)),
  });
  const leavers = createLeavers({
    ledger: ledger('OFF', openLeavers(connection)),
    directory: deps.policies.live,
    rooms: [access.leaving, tickets.leaving, decisions.leaving, duty.leaving, delegations.leaving],
    soon: deps.background.soon,
    trouble: trouble.report,
  });
  const audit = createAudit({
    ledgers: [tickets, access, changes, delegations, duty, leave, leavers].map(({ presenter }) => presenter.ledger),
    directory,
    mayRead: (record, actor) => record._id.slice(0, 4) !== 'INC-' || tickets.isOpenTo(record as Ticket, actor),
  });
  const ear = createEar(library.knowledge());
  const meaning = createMeaning({
    ear,
    rank: answers.rank,
    likeness: library.likeness,
    taught: () =>
      library.taught().flatMap(({ article, words }) => {
        const intent = actIn(article) as Intent | undefined;
        return intent && examples.has(intent) ? [{ intent, words }] : [];
      }),
    directory,
    staffing,
    sla,
    catalogue,
    freezes: policy.freezes,
    remindAfterHours: routes.hours.remind,
    wishIn: (words) => wishIn(words, catalogue),
    ticketsOf: tickets.own,
    ticketNamed: tickets.named,
    requestsOf: access.own,
    approvalsOf: decisions.waiting,
    planned: changes.planned,
    majors: tickets.majors,
    holders: access.holders,
    keep: (words, { intent, confidence }, { tickets: open, requests, approvals: waiting }, context) =>
      answers.keep(words, { intent, confidence, tickets: open, requests, approvals: waiting }, context),
    offered: answers.offered,
    last: answers.last,
    metBefore: answers.metBefore,
    chosen: answers.chosen,
    ask: answers.ask,
  });
  const rooms = together([
    decisions,
    tickets,
    { presenter: tickets.batches },
    { ...access, presenter: { ...access.presenter, reached: decisions.reached } },
    { ...changes, presenter: { ...changes.presenter, reached: decisions.reached } },
    delegations,
    answers,
    questionLog,
    phrasings,
    writing,
    findings,
    triage,
    duty,
    leave,
    sops,
    versions,
    digests,
    audit,
    people,
    leavers,
    heartbeat,
    identity,
    trouble,
  ]);
  const desk = together([rooms, createGeneral({ accounts, mine: rooms.mine })]);

  for (const presenter of desk.presenters) announcer.register(presenter);
  await bringIndexes(connection, log);
  await Promise.all([agreed.refresh(clock.now()), delegated.refresh(clock.now()), leavers.refresh(clock.now())]);

  await Promise.all([refresh(), triage.refresh()]);

  return {
    ...desk,
    everywhere: [
      { name: 'staffing', seconds: 30, run: (now) => agreed.refresh(now).then(() => 0) },
      { name: 'library', seconds: REFRESH_SECONDS, run: keepUp },
      ...desk.everywhere,
    ],
    channels,
    linked: identity.linked,
    awaiting: ({ actor }) => tickets.awaiting(actor.id),
    meaning,
    async chosen(command, context) {
      const offered = await answers.chosen(command, context);
      if (offered) await phrasings.actChosen(offered, context);
    },
    ear,
  };
}
