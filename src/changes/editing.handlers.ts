/** Changing a change before it starts; its requester sees first which approvals that restarts. */
import { DateTime } from 'luxon';
import { changePage } from '../approvals/approvals.forms.js';
import { awaited } from '../approvals/approval.js';
import type { Revised } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import { type Form, plain } from '../card.js';
import type { Forms, Handlers } from '../context.js';
import type { Ledger } from '../history.js';
import type { Directory } from '../people.js';
import type { Refusal } from '../refusal.js';
import { done, form } from '../reply.js';
import { approving, type Change, mayShow } from './change.js';
import { editForm } from './changes.forms.js';
import { type ChangePolicy, needType } from './policy.js';
import { revising } from './revising.js';
import { readWindow } from './window.js';

export function createEditing(deps: {
  ledger: Ledger<Change>;
  directory: Directory;
  policy: ChangePolicy;
  routes: Routes;
  unknown(id: string): Refusal;
}): { handlers: Handlers<'edit-change'>; forms: Forms<'edit-change'> } {
  const { ledger, directory, policy, routes, unknown } = deps;
  return {
    handlers: {
      async 'edit-change'(command, context) {
        const { change: id, title, plan, risk, rollback, seen } = command;
        const { actor, viewer, say, now } = context;
        const type = needType(command.type, policy);
        const filledIn = editForm(command, policy, viewer, say);
        const read = readWindow(command, viewer.zone, type, policy, now);
        if ('problems' in read) {
          const problems = read.problems.map(({ field, why }) => ({ field, message: plain(why(say), viewer) }));
          return { kind: 'invalid', problems, form: filledIn };
        }
        const wish = { title, plan, risk, rollback, ...read.window };
        let page: Form | undefined;
        let outcome: Revised | undefined;
        const saved = await ledger.change(id, context, (change) => {
          if (!mayShow(change, actor, directory)) throw unknown(id);
          const { next, revised } = revising(change, type, wish, actor, routes, now);
          outcome = revised;
          page = changePage(seen, revised, filledIn, say);
          return page ? undefined : approving.revised(next, revised, now);
        });
        if (!saved) throw unknown(id);
        return page ? form(page) : done(say.approvals.changedNote(id, outcome?.fell ?? [], awaited(saved.approval)));
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
