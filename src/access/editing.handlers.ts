/** Changing a request for access before it is granted; its requester sees first which approvals that restarts. */
import { changePage } from '../approvals/approvals.forms.js';
import { awaited } from '../approvals/approval.js';
import type { Revised } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import type { Form } from '../card.js';
import type { Forms, Handlers } from '../context.js';
import { isDuplicateKey } from '../errors.js';
import type { Changed, Ledger } from '../history.js';
import type { Refusal } from '../refusal.js';
import { done, form } from '../reply.js';
import { editForm } from './access.forms.js';
import { type AccessRequest, already, approving, type Listed, mayShow } from './access.js';
import { type Catalogue, needEntitlement } from './catalogue.js';
import { revising } from './revising.js';

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
}): { handlers: Handlers<'edit-request'>; forms: Forms<'edit-request'> } {
  const { ledger, catalogue, routes, unknown } = deps;
  return {
    handlers: {
      async 'edit-request'(command, context) {
        const { request: id, hours, reason, seen } = command;
        const { actor, viewer, say, now } = context;
        const wish = { entitlement: needEntitlement(command.entitlement, catalogue), hours, reason };
        const held = (await deps.openOf(actor.id)).filter(({ _id }) => _id !== id);
        let page: Form | undefined;
        let outcome: Revised | undefined;
        const apply = (record: AccessRequest) => {
          if (!mayShow(record, actor)) throw unknown(id);
          const { next, revised } = revising(record, wish, actor, { held, catalogue, routes }, now);
          outcome = revised;
          page = changePage(seen, revised, editForm(command, catalogue, viewer, say), say);
          return page ? undefined : deps.saves(approving.revised(next, revised, now), now);
        };
        const saved = await ledger.change(id, context, apply).catch((error: unknown) => {
          const same = isDuplicateKey(error) && held.find(({ entitlement }) => entitlement === wish.entitlement.id);
          throw same ? already(same) : error;
        });
        if (!saved) throw unknown(id);
        if (page) return form(page);
        deps.saved(saved, now);
        return done(say.approvals.changedNote(id, outcome?.fell ?? [], awaited(saved.approval)));
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
