/** Changing a request for access before it is granted; its requester sees first which approvals that restarts. */
import { changePage } from '../approvals/approvals.forms.js';
import { awaited, type Offer } from '../approvals/approval.js';
import { needOffer } from '../approvals/offers.js';
import type { Revised } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import type { Form, Who } from '../card.js';
import type { Context, Forms, Handlers } from '../context.js';
import type { ApprovalSubject } from '../decisions/subjects.handlers.js';
import { isDuplicateKey } from '../errors.js';
import type { Changed, Ledger } from '../history.js';
import type { Refusal } from '../refusal.js';
import { done, form } from '../reply.js';
import { editForm } from './access.forms.js';
import { type AccessRequest, approving, type Listed, mayShow } from './access.js';
import { already } from './asking.js';
import { type Catalogue, needEntitlement } from './catalogue.js';
import { wishIn } from './conditions.js';
import { revising, type Wish } from './revising.js';

export function createEditing(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  routes: Routes;
  /** What a person holds and has asked for. */
  openOf(requester: string): Promise<Listed[]>;
  unknown(id: string): Refusal;
  /** What an approval takes on with it, and what follows once that is saved. */
  saves(changed: Changed<AccessRequest>, now: Date): Changed<AccessRequest>;
  saved(record: AccessRequest, now: Date): void;
}): {
  handlers: Handlers<'edit-request'>;
  forms: Forms<'edit-request'>;
  accept: NonNullable<ApprovalSubject<AccessRequest>['accept']>;
} {
  const { ledger, catalogue, routes, unknown } = deps;

  /** @param wanted what it is to become, and the offer that this accepts; nothing changes while `pageOf` has a page to show. */
  async function change(
    id: string,
    context: Context,
    wanted: (record: AccessRequest) => { wish: Wish; given?: Offer },
    pageOf: (revised: Revised) => Form | undefined = () => undefined,
  ) {
    const { actor, now } = context;
    const held = (await deps.openOf(actor.id)).filter(({ _id }) => _id !== id);
    let page: Form | undefined;
    let fell: readonly Who[] = [];
    let holds: string | undefined;
    const apply = (record: AccessRequest) => {
      if (!mayShow(record, actor)) throw unknown(id);
      const { wish, given } = wanted(record);
      const { next, revised } = revising(record, wish, actor, { held, catalogue, routes, given }, now);
      ({ fell } = revised);
      ({ holds } = next);
      page = pageOf(revised);
      return page ? undefined : deps.saves(approving.revised(next, revised, now), now);
    };
    const record = await ledger.change(id, context, apply).catch(async (error: unknown) => {
      const same = isDuplicateKey(error) && (await deps.openOf(actor.id)).find((other) => other.holds === holds);
      throw same ? already(same) : error;
    });
    if (!record) throw unknown(id);
    return { record, page, fell };
  }

  return {
    accept: async (id, mark, context) =>
      change(id, context, (record) => {
        const given = needOffer(record.approval, mark);
        return { wish: wishIn(given.wish, record, catalogue), given };
      }),
    handlers: {
      async 'edit-request'(command, context) {
        const { request: id, hours, reason, seen } = command;
        const { viewer, say, now } = context;
        const entitlement = needEntitlement(command.entitlement, catalogue);
        const { record, page, fell } = await change(
          id,
          context,
          // An end that an approver set holds as long as nothing else is asked of its duration.
          (before) => ({
            wish: { entitlement, hours, reason, notAfter: hours === before.hours ? before.notAfter : undefined },
          }),
          (revised) => changePage(seen, revised, editForm(command, catalogue, viewer, say), say),
        );
        if (page) return form(page);
        deps.saved(record, now);
        return done(say.approvals.changedNote(id, fell, awaited(record.approval)));
      },
    },
    forms: {
      /** People who cannot change it are refused before they write anything. */
      async 'edit-request'(draft, { actor, viewer, say }) {
        const before = await ledger.load(draft.request ?? '');
        if (!before || !mayShow(before, actor)) throw unknown(draft.request ?? '?');
        approving.mayRevise(before, actor);
        const { entitlement, hours, reason } = before;
        return editForm({ entitlement, hours, reason, ...draft, request: before._id }, catalogue, viewer, say);
      },
    },
  };
}
