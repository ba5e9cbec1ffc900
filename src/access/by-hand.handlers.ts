/** What people tell of the grants that they set up and take away by hand. */
import type { Forms, Handlers } from '../context.js';
import type { Ledger } from '../history.js';
import type { Refusal } from '../refusal.js';
import { done } from '../reply.js';
import { handForm } from './access.forms.js';
import { type AccessRequest, mayShow } from './access.js';
import { checkedByHand, doneByHand, isDoneByHand, taskOf } from './by-hand.js';

export function createByHand(deps: {
  ledger: Ledger<AccessRequest>;
  unknown(id: string): Refusal;
  /** What follows once it is done. */
  provision(record: AccessRequest, now: Date): void;
}): { handlers: Handlers<'confirm-access' | 'check-access'>; forms: Forms<'confirm-access'> } {
  const { ledger, unknown } = deps;

  const goOn = (saved: AccessRequest | undefined, id: string, now: Date): AccessRequest => {
    if (!saved) throw unknown(id);
    const task = taskOf(saved);
    if (task && isDoneByHand(task)) deps.provision(saved, now);
    return saved;
  };

  return {
    handlers: {
      async 'confirm-access'({ request: id, evidence }, context) {
        const { actor, now, say } = context;
        const saved = await ledger.change(id, context, (record) => {
          if (!mayShow(record, actor)) throw unknown(id);
          return doneByHand(record, actor, evidence, now);
        });
        return done(say.access.handNoted(id, taskOf(goOn(saved, id, now))?.checker ?? []));
      },
      async 'check-access'({ request: id, found }, context) {
        const { actor, now, say } = context;
        const saved = await ledger.change(id, context, (record) => {
          if (!mayShow(record, actor)) throw unknown(id);
          return checkedByHand(record, actor, found, now);
        });
        goOn(saved, id, now);
        return done(say.access.checkNoted(id, found));
      },
    },
    forms: {
      'confirm-access': ({ request = '?', evidence }, { viewer, say }) =>
        Promise.resolve(handForm(request, viewer, say, evidence)),
    },
  };
}
