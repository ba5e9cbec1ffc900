/** The access room: asking, showing, returning; and the sweep that reminds, grants, warns and revokes on time. */
import { type Context, type Presenter, byDesk, type Forms, type Handlers, type Sweep } from '../context.js';
import type { ApprovalSubject } from '../decisions/subjects.handlers.js';
import { listOf, ownCard, standingOf } from '../approvals/approvals.cards.js';
import { isOver as isSettled } from '../approvals/approvals.notices.js';
import { lastPage } from '../approvals/approvals.forms.js';
import { along, anewWhenClaimed, autosOf, similarTo } from '../approvals/approvable.js';
import { awaited } from '../approvals/approval.js';
import type { Routes } from '../approvals/routes.js';
import type { Background } from '../background.js';
import { type Part, who, type Who } from '../card.js';
import { type Report, sweepDue } from '../sweep.js';
import { isDuplicateKey } from '../errors.js';
import { atAGlance, type Ledger } from '../history.js';
import { type Directory, type Person } from '../people.js';
import type { Holds } from '../holdings.js';
import { Refusal } from '../refusal.js';
import { card, done, form, type Reply } from '../reply.js';
import type { CommandOf } from '../language/command.js';
import { draw, isOver, listed, notice, READER, weighs } from './access.cards.js';
import { extendForm, hintsFor, requestForm } from './access.forms.js';
import { type AccessRequest, type Listed, approving, mayShow, OPEN, owesEnd, stepDue } from './access.js';
import { already, request } from './asking.js';
import { attend, extended, giveBack, superseded } from './ending.js';
import { type Catalogue, needEntitlement } from './catalogue.js';
import { createLeaving } from './leaving.handlers.js';
import { createByHand } from './by-hand.handlers.js';
import { turned } from './conditions.js';
import { createEditing } from './editing.handlers.js';
import { createProvisioning } from './provisioning.js';
import { createReports } from './reports.handlers.js';
import type { Provisioner } from './provisioners/provisioner.js';
import type { FoundTickets } from '../found.js';
import { createOverview } from './overview.handlers.js';
import { createTicketEnds, type WithTickets } from './ticket-ends.handlers.js';
import { createUnverified } from './unverified.handlers.js';

export type Access = {
  handlers: Handlers<
    | 'access-report'
    | 'confirm-access'
    | 'check-access'
    | 'request-access'
    | 'edit-request'
    | 'show-request'
    | 'show-access'
    | 'return-access'
  >;
  forms: Forms<'confirm-access' | 'request-access' | 'edit-request'>;
  presenter: Presenter<AccessRequest>;
  subject: ApprovalSubject<AccessRequest>;
  sweeps: Sweep[];
  /** What a leaver holds, has asked for and owns. */
  leaving: Holds;
  /** What the actor holds and has asked for. */
  mine(context: Context): Promise<Part[]>;
  /** Their open requests and what they hold. */
  own(person: string): Promise<(Pick<Listed, '_id' | 'title'> & { isHeld: boolean; waitsFor: readonly Who[] })[]>;
  /** Who holds these entitlements now, of themselves or by a role, and until when. */
  holders(entitlements: readonly string[]): Promise<{ entitlement: string; person: Who; until: Date }[]>;
};

/** What access has to do with tickets. */
export type Tickets = FoundTickets &
  WithTickets & {
    /** One that this person may see. */
    named(id: string, actor: Person): Promise<{ isOpen: boolean } | undefined>;
  };

export function createAccess(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  routes: Routes;
  provisionerOf(entitlement: string): Provisioner;
  directory: Directory;
  tickets: Tickets;
  trouble: Report;
  failed(error: unknown, request: string): void;
  soon: Background['soon'];
}): Access {
  const { ledger, catalogue, routes } = deps;
  const { takenOn, carryOut, provision, inquire } = createProvisioning({
    ...deps,
    isOver: async (ticket) => (await deps.tickets.over([ticket])).length > 0,
  });
  const unverified = createUnverified({ ...deps, inquire });
  const moves = along(routes, approving);
  const unknown = (id: string) => new Refusal((say) => say.approvals.unknown(id));
  const openOf = async (requester: string) =>
    (await ledger.model
      .find({ 'requester.id': requester, state: { $in: OPEN } }, atAGlance)
      .lean()
      .exec()) as Listed[];

  const followUp = (saved: AccessRequest, now: Date) => {
    if (saved.state === 'approved') deps.soon(() => carryOut(saved, now));
  };
  const editing = createEditing({
    ledger,
    catalogue,
    routes,
    openOf,
    unknown,
    saves: takenOn,
    saved: followUp,
  });
  const { sweep, leaving } = createLeaving({ ...deps, openOf, provision });
  const byHand = createByHand({
    ledger,
    unknown,
    provision: (record, now) => deps.soon(() => provision(record, now)),
  });

  async function attendTo(record: Listed, now: Date): Promise<void> {
    const step = stepDue(record, now);
    if (step && step <= now) await takeStep(record, now);
    if (owesEnd(record)) await endFormer(record, now);
    await unverified.attend(record, now);
  }

  async function endFormer({ _id, extends: former }: Listed, now: Date): Promise<void> {
    const cause = byDesk(now, `${_id}:extends`);
    const old = await ledger.change(former!.id, cause, (latest) => superseded(latest, _id, now));
    if (old?.state === 'ending') await provision(old, now);
    await ledger.change(_id, cause, (latest) => extended(latest, now));
  }

  async function takeStep(record: Listed, now: Date): Promise<void> {
    if (record.state === 'approved' || record.state === 'ending') return provision(record, now);
    const cause = byDesk(now, `${record._id}:${record.due?.next.toISOString()}`);
    const saved = await ledger.change(record._id, cause, (latest) => attend(latest, routes, now));
    return saved?.state === 'ending' ? provision(saved, now) : undefined;
  }

  /** What the actor has, besides what this delivery itself opened. */
  const heldBy = async ({ actor, origin }: Context) =>
    (await openOf(actor.id)).filter((other) => other.origin !== origin);

  /** The same asked for twice at once is looked for in vain: then the store's claim refuses the second. */
  async function opened({ own, events }: ReturnType<typeof request>, context: Context) {
    try {
      return await ledger.open(own, events, context);
    } catch (error) {
      const same = isDuplicateKey(error) && (await heldBy(context)).find(({ holds }) => holds === own.holds);
      throw same ? already(same) : error;
    }
  }

  /** @throws Refusal unless it is open, and this person may see it. */
  async function needTicket(ticket: string, actor: Person): Promise<void> {
    const found = await deps.tickets.named(ticket, actor);
    if (!found) throw new Refusal((say) => say.tickets.noSuchTicket(ticket));
    if (!found.isOpen) throw new Refusal((say) => say.access.ticketIsOver(ticket));
  }

  async function ask(command: CommandOf<'request-access'>, context: Context): Promise<Reply> {
    const { hours, reason, control, seen, ticket } = command;
    const entitlement = needEntitlement(command.entitlement, catalogue);
    if (ticket) await needTicket(ticket, context.actor);
    const wish = { requester: who(context.actor), hours, reason, control, ticket };
    const held = await heldBy(context);
    const find = (filter: object) => ledger.model.find(filter, { approval: 1 }).lean<AccessRequest[]>().exec();
    const autos = await autosOf(context.actor.id, find);
    const begun = request(entitlement, wish, held, { catalogue, routes, autos }, context.now);
    const { viewer, say } = context;
    const filledIn = requestForm(command, catalogue, viewer, say, begun.own.exception);
    if (begun.own.exception && !control) return form(filledIn);
    const page = lastPage(seen, begun.own.approval, filledIn, say);
    if (page) return form({ ...page, intro: [...hintsFor(entitlement, held, catalogue, say), ...(page.intro ?? [])] });
    const count = (filter: object) => ledger.model.countDocuments(filter).exec();
    begun.own.approval.similar = await similarTo({ entitlement: entitlement.id }, count, context.now);
    const saved = await opened(begun, context);
    const approvers = awaited(saved.approval);
    const { auto } = saved.approval;
    if (auto) deps.soon(() => provision(saved, context.now));
    if (auto) return done([...say.access.recorded(saved._id), ' ', ...say.approvals.auto(auto)]);
    return done(
      approvers.length > 0 ? context.say.access.sent(saved._id, approvers) : context.say.access.recorded(saved._id),
    );
  }

  return {
    handlers: {
      'request-access': (command, context) => anewWhenClaimed(() => ask(command, context)),
      ...editing.handlers,
      ...byHand.handlers,
      ...createOverview({ ledger, openOf }),
      ...createReports({ ledger, catalogue, directory: deps.directory }),
      async 'show-request'({ request: id }, { actor, viewer, say }) {
        const record = await ledger.load(id);
        if (!record || !mayShow(record, actor)) throw unknown(id);
        return card(draw(record, ownCard(record, actor.id) ?? READER, viewer, say));
      },
      async 'return-access'({ request: id }, context) {
        const saved = await ledger.change(id, context, (record) => {
          if (!mayShow(record, context.actor)) throw unknown(id);
          return giveBack(record, context.actor, context.now);
        });
        if (!saved) throw unknown(id);
        return done(context.say.access.ending(id));
      },
    },
    forms: {
      ...editing.forms,
      ...byHand.forms,
      async 'request-access'({ again, ...draft }, { actor, viewer, say }) {
        const before = again === undefined ? undefined : await ledger.load(again);
        if (again && (!before || before.requester.id !== actor.id)) throw unknown(again);
        const ticket = before?.ticketOver ? undefined : before?.ticket;
        const asked = requestForm({ ...before, ticket, ...draft }, catalogue, viewer, say);
        return before?.state === 'active' && before.lease?.warned ? extendForm(asked, before, say) : asked;
      },
    },
    presenter: {
      ledger,
      standing: (record) => standingOf(record),
      draw,
      notice,
      isOver: (record, event) => isOver(record, event) || isSettled(record, event),
    },
    subject: {
      ledger,
      ...moves,
      decide: (record, step, actor, ruling, now) => takenOn(moves.decide(record, step, actor, ruling, now), now),
      followUp,
      turned: (record, condition, viewer, now) => turned(record, condition, catalogue, viewer, now),
      accept: editing.accept,
      title: (record, lang) => record.title[lang],
      weighs,
      show: (id) => ({ do: 'show-request', request: id }),
    },
    sweeps: [sweepDue('access', ledger, attendTo, deps.trouble), unverified.drift, createTicketEnds(deps), sweep],
    leaving,
    own: async (person) =>
      (await openOf(person)).map(({ _id, title, lease, approval }) => ({
        _id,
        title,
        isHeld: lease !== undefined,
        waitsFor: awaited(approval),
      })),
    async holders(entitlements) {
      const brings = catalogue.entitlements.filter(({ id }) =>
        entitlements.some((each) => id === each || catalogue.coversOf(id).has(each)),
      );
      const held = { entitlement: { $in: brings.map(({ id }) => id) }, state: 'active' } as never;
      const found = await ledger.model
        .find(held, { entitlement: 1, requester: 1, lease: 1 })
        .lean<Pick<AccessRequest, 'entitlement' | 'requester' | 'lease'>[]>()
        .exec();
      return found.flatMap(({ entitlement, requester, lease }) => {
        const all = new Set([entitlement, ...catalogue.coversOf(entitlement)]);
        const asked = lease ? entitlements.filter((each) => all.has(each)) : [];
        return asked.map((each) => ({ entitlement: each, person: requester, until: lease!.until }));
      });
    },
    async mine({ actor, say }) {
      return listOf(await openOf(actor.id), (record) => listed(record, say), say);
    },
  };
}
