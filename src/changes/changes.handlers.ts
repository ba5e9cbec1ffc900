/** The change room: opening, showing, starting, finishing; and the sweep that reminds and raises the overrun alarm. */
import { type Context, type Presenter, byDesk, type Forms, type Handlers, type Sweep } from '../context.js';
import { isOver } from '../approvals/approvals.notices.js';
import { lastPage } from '../approvals/approvals.forms.js';
import { along, anewWhenClaimed, autosOf, similarTo } from '../approvals/approvable.js';
import { awaited } from '../approvals/approval.js';
import { listOf, ownCard } from '../approvals/approvals.cards.js';
import type { ApprovalSubject } from '../decisions/subjects.handlers.js';
import type { Routes } from '../approvals/routes.js';
import { type Part, plain } from '../card.js';
import { type Report, sweepDue } from '../sweep.js';
import { atAGlance, type Glance, type Ledger } from '../history.js';
import type { Directory } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, done, form, type Reply } from '../reply.js';
import type { CommandOf } from '../language/command.js';
import { approving, attend, type Change, finish, mayFinish, mayShow, OPEN, open, start } from './change.js';
import { CHANNEL, draw, listed, notice, standing, weighs } from './changes.cards.js';
import { finishForm, openForm } from './changes.forms.js';
import { turned } from './conditions.js';
import { createEditing } from './editing.handlers.js';
import { type ChangePolicy, needType } from './policy.js';
import { readWindow } from './window.js';

export type Changes = {
  handlers: Handlers<'open-change' | 'edit-change' | 'show-change' | 'start-change' | 'finish-change'>;
  forms: Forms<'open-change' | 'edit-change' | 'finish-change'>;
  presenter: Presenter<Change>;
  subject: ApprovalSubject<Change>;
  sweeps: Sweep[];
  /** The actor's own changes that are not finished. */
  mine(context: Context): Promise<Part[]>;
  /** What is to come, the next first. */
  planned(now: Date): Promise<Pick<Change, '_id' | 'title' | 'starts'>[]>;
};

/** So many coming changes are listed at once. */
const PLANNED = 8;

export function createChanges(deps: {
  ledger: Ledger<Change>;
  directory: Directory;
  policy: ChangePolicy;
  routes: Routes;
  trouble: Report;
}): Changes {
  const { ledger, directory, policy, routes } = deps;
  const unknown = (id: string) => new Refusal((say) => say.approvals.unknown(id));

  /** A change that the actor may see, changed. */
  async function move(id: string, context: Context, apply: Parameters<typeof ledger.change>[2]): Promise<void> {
    const saved = await ledger.change(id, context, (change) => {
      if (!mayShow(change, context.actor, directory)) throw unknown(id);
      return apply(change);
    });
    if (!saved) throw unknown(id);
  }

  const editing = createEditing({ ledger, directory, policy, routes, unknown });

  const attendTo = ({ _id, due }: Glance<Change>, now: Date) =>
    ledger.change(_id, byDesk(now, `${_id}:${due?.next.toISOString()}`), (latest) => attend(latest, routes, now));

  async function ask(command: CommandOf<'open-change'>, context: Context): Promise<Reply> {
    const { actor, viewer, say, now } = context;
    const type = needType(command.type, policy);
    const read = readWindow(command, viewer.zone, type, policy, now);
    if ('problems' in read) {
      const problems = read.problems.map(({ field, why }) => ({ field, message: plain(why(say), viewer) }));
      return { kind: 'invalid', problems, form: openForm(command, policy, viewer, say) };
    }
    const find = (filter: object) => ledger.model.find(filter, { approval: 1 }).lean<Change[]>().exec();
    const { title, plan, risk, rollback } = command;
    const wish = { title, plan, risk, rollback, ...read.window };
    const group = directory.defaultGroup.id;
    const { own, events } = open(
      type,
      actor,
      wish,
      { policy, routes, group, autos: await autosOf(actor.id, find) },
      now,
    );
    const page = lastPage(command.seen, own.approval, openForm(command, policy, viewer, say), say);
    if (page) return form(page);
    const count = (filter: object) => ledger.model.countDocuments(filter).exec();
    own.approval.similar = await similarTo({ type: type.id, risk }, count, now);
    const saved = await ledger.open(own, events, context);
    const approvers = awaited(saved.approval);
    const { sent, preApproved } = say.changes;
    return done(approvers.length > 0 ? sent(saved._id, approvers) : preApproved(saved._id, saved.starts));
  }

  return {
    handlers: {
      'open-change': (command, context) => anewWhenClaimed(() => ask(command, context)),
      ...editing.handlers,
      async 'show-change'({ change: id }, { actor, viewer, say }) {
        const record = await ledger.load(id);
        if (!record || !mayShow(record, actor, directory)) throw unknown(id);
        return card(draw(record, ownCard(record, actor.id) ?? CHANNEL, viewer, say));
      },
      async 'start-change'({ change: id }, context) {
        await move(id, context, (change) => start(change, context.actor, context.now));
        return done(context.say.changes.started(id));
      },
      async 'finish-change'({ change: id, outcome, summary }, context) {
        await move(id, context, (change) => finish(change, context.actor, outcome, summary, context.now));
        return done(context.say.changes.finished(id));
      },
    },
    forms: {
      ...editing.forms,
      async 'open-change'({ again, ...draft }, { actor, viewer, say }) {
        const before = again && (await ledger.load(again));
        if (again && (!before || before.requester.id !== actor.id)) throw unknown(again);
        if (!before) return openForm(draft, policy, viewer, say);
        const { title, type, risk, plan, rollback } = before;
        return openForm({ title, type, risk, plan, rollback, ...draft }, policy, viewer, say);
      },
      /** People who may not finish it are refused before they write a summary. */
      async 'finish-change'(draft, { actor, viewer, say }) {
        const change = draft.change && (await ledger.load(draft.change));
        if (!change || !mayShow(change, actor, directory)) throw unknown(draft.change ?? '?');
        mayFinish(change, actor);
        return finishForm(draft, viewer, say);
      },
    },
    presenter: {
      ledger,
      standing,
      draw,
      notice,
      isOver,
    },
    subject: {
      ledger,
      ...along(routes, approving),
      title: (change) => change.title,
      weighs,
      turned,
      accept: editing.accept,
      show: (id) => ({ do: 'show-change', change: id }),
    },
    sweeps: [sweepDue('changes', ledger, attendTo, deps.trouble)],
    async planned(now) {
      const query = ledger.model.find({ state: { $in: OPEN }, ends: { $gt: now } }, { title: 1, starts: 1 });
      return query.sort({ starts: 1 }).limit(PLANNED).lean<Pick<Change, '_id' | 'title' | 'starts'>[]>().exec();
    },
    async mine({ actor, say }) {
      const query = ledger.model.find({ 'requester.id': actor.id, state: { $in: OPEN } }, atAGlance);
      const own = (await query.lean().exec()) as Glance<Change>[];
      return listOf(own, (change) => listed(change, say), say);
    },
  };
}
