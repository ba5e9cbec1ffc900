/** Changing a change before it starts; its requester sees first which approvals that restarts. */
import { DateTime } from 'luxon';
import { changePage } from '../approvals/approvals.forms.js';
import { awaited, type Offer } from '../approvals/approval.js';
import { needOffer } from '../approvals/offers.js';
import type { Revised } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import { type Form, plain, type Who } from '../card.js';
import type { Context, Forms, Handlers } from '../context.js';
import type { ApprovalSubject } from '../decisions/subjects.handlers.js';
import type { Ledger } from '../history.js';
import type { Directory } from '../people.js';
import type { Refusal } from '../refusal.js';
import { done, form } from '../reply.js';
import { approving, type Change, mayShow, type Wish } from './change.js';
import { editForm } from './changes.forms.js';
import { type ChangePolicy, needType } from './policy.js';
import { windowIn } from './conditions.js';
import { revising } from './revising.js';
import { readWindow } from './window.js';

export function createEditing(deps: {
  ledger: Ledger<Change>;
  directory: Directory;
  policy: ChangePolicy;
  routes: Routes;
  unknown(id: string): Refusal;
}): {
  handlers: Handlers<'edit-change'>;
  forms: Forms<'edit-change'>;
  accept: NonNullable<ApprovalSubject<Change>['accept']>;
} {
  const { ledger, directory, policy, routes, unknown } = deps;

  /** @param wanted what it is to become, and the offer that this accepts; nothing changes while `pageOf` has a page to show. */
  async function change(
    id: string,
    context: Context,
    wanted: (record: Change) => { wish: Wish & { type: string }; given?: Offer },
    pageOf: (revised: Revised) => Form | undefined = () => undefined,
  ) {
    const { actor, now } = context;
    let page: Form | undefined;
    let fell: readonly Who[] = [];
    const record = await ledger.change(id, context, (before) => {
      if (!mayShow(before, actor, directory)) throw unknown(id);
      const {
        wish: { type, ...wish },
        given,
      } = wanted(before);
      const { next, revised } = revising(before, needType(type, policy), wish, actor, routes, now, given);
      ({ fell } = revised);
      page = pageOf(revised);
      return page ? undefined : approving.revised(next, revised, now);
    });
    if (!record) throw unknown(id);
    return { record, page, fell };
  }

  return {
    accept: (id, mark, context) =>
      change(id, context, (before) => {
        const given = needOffer(before.approval, mark);
        const { title, type, plan, risk, rollback } = before;
        return { wish: { title, type, plan, risk, rollback, ...windowIn(given.wish, before) }, given };
      }),
    handlers: {
      async 'edit-change'(command, context) {
        const { change: id, title, type, plan, risk, rollback, seen } = command;
        const { viewer, say, now } = context;
        const filledIn = editForm(command, policy, viewer, say);
        const read = readWindow(command, viewer.zone, needType(type, policy), policy, now);
        if ('problems' in read) {
          const problems = read.problems.map(({ field, why }) => ({ field, message: plain(why(say), viewer) }));
          return { kind: 'invalid', problems, form: filledIn };
        }
        const { record, page, fell } = await change(
          id,
          context,
          () => ({ wish: { title, type, plan, risk, rollback, ...read.window } }),
          (revised) => changePage(seen, revised, filledIn, say),
        );
        return page ? form(page) : done(say.approvals.changedNote(id, fell, awaited(record.approval)));
      },
    },
    forms: {
      /** People who cannot change it are refused before they write anything. */
      async 'edit-change'(draft, { actor, viewer, say }) {
        const before = await ledger.load(draft.change ?? '');
        if (!before || !mayShow(before, actor, directory)) throw unknown(draft.change ?? '?');
        approving.mayRevise(before, actor);
        const { title, type, risk, plan, rollback } = before;
        const local = (at: Date) => DateTime.fromJSDate(at, { zone: viewer.zone }).toFormat("yyyy-MM-dd'T'HH:mm");
        const now = { title, type, risk, plan, rollback, starts: local(before.starts), ends: local(before.ends) };
        return editForm({ ...now, ...draft, change: before._id }, policy, viewer, say);
      },
    },
  };
}
