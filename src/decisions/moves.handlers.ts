/** What else is asked of an approval besides deciding it: handing it on, adding somebody, returning it, copying, reminding. */
import { moreCard } from '../approvals/approvals.cards.js';
import { type Approvable, hasPart } from '../approvals/approvable.js';
import { awaited } from '../approvals/approval.js';
import { addApprover, copyTo, decidedBefore, type Moved, nudge, sendBack, transfer } from '../approvals/moves.js';
import type { Routes } from '../approvals/routes.js';
import type { Context, Forms, Handlers } from '../context.js';
import { findPerson } from '../names.js';
import type { Directory, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, done } from '../reply.js';
import { addForm, backForm, copyForm, transferForm } from './decisions.forms.js';
import type { Seat, Subjects } from './subjects.handlers.js';

type Moving = 'decide-more' | 'transfer' | 'add-approver' | 'send-back' | 'copy-to' | 'remind-approvers';

export function createMoves({ subjects, directory }: { subjects: Subjects; directory: Directory }): {
  handlers: Handlers<Moving>;
  forms: Forms<'transfer' | 'add-approver' | 'send-back' | 'copy-to'>;
} {
  const move = (
    seat: Seat,
    context: Context,
    apply: (record: Approvable, step: string, routes: Routes) => Moved,
  ): Promise<Approvable> =>
    subjects.change(seat, context, (record, subject) => {
      const step = subjects.stepOf(record.approval, seat, context);
      return subject.move(record, (routes) => apply(record, step, routes), context.now);
    });
  /** A move that names somebody; returns whom. */
  async function moveTo(
    seat: Seat & { to: string },
    context: Context,
    apply: (record: Approvable, step: string, to: Person, routes: Routes) => Moved,
  ): Promise<Person> {
    const to = findPerson(seat.to, context.actor, directory);
    await move(seat, context, (record, step, routes) => apply(record, step, to, routes));
    return to;
  }

  const { seated } = subjects;

  return {
    handlers: {
      async 'decide-more'(command, context) {
        const { record, step } = await seated(command, context);
        return card(moreCard(record, step.key, context.viewer, context.say));
      },
      async transfer(command, context) {
        const { actor, now, say } = context;
        const to = await moveTo(command, context, ({ approval }, step, receiver, routes) =>
          transfer(approval, step, actor, receiver, command.reason, routes, now),
        );
        return done(say.approvals.handedOnNote(command.subject, to));
      },
      async 'add-approver'(command, context) {
        const { actor, now, say } = context;
        const to = await moveTo(command, context, ({ approval }, step, added, routes) =>
          addApprover(approval, step, actor, added, command.place, routes, now),
        );
        return done(say.approvals.addedNote(command.subject, to));
      },
      async 'send-back'(command, context) {
        const { actor, now, say } = context;
        const { approval: after } = await move(command, context, ({ approval }, step, routes) =>
          sendBack(approval, step, actor, command.target, command.reason, routes, now),
        );
        const step = after.steps.find(({ key }) => key === command.target)!;
        return done(say.approvals.sentBackNote(command.subject, step.label));
      },
      async 'copy-to'(command, context) {
        const to = await moveTo(command, context, (record, _, reader) =>
          copyTo(record.approval, context.actor, reader, hasPart(record, context.actor.id)),
        );
        return done(context.say.approvals.copiedNote(command.subject, to));
      },
      async 'remind-approvers'(command, context) {
        const { approval } = await move(command, context, (record, _, routes) =>
          nudge(record.approval, context.actor, routes, context.now),
        );
        return done(context.say.approvals.remindedNote(command.subject, awaited(approval)));
      },
    },
    forms: {
      async transfer(draft, context) {
        const { seat } = await seated(draft, context);
        return transferForm({ ...draft, ...seat }, context.viewer, context.say);
      },
      async 'add-approver'(draft, context) {
        const { seat } = await seated(draft, context);
        return addForm({ ...draft, ...seat }, context.viewer, context.say);
      },
      async 'send-back'(draft, context) {
        const { record, step, seat } = await seated(draft, context);
        const steps = decidedBefore(record.approval, step.key);
        if (steps.length === 0) throw new Refusal((say) => say.approvals.noSuchStep);
        return backForm({ ...draft, ...seat }, steps, context.viewer, context.say);
      },
      async 'copy-to'(draft, context) {
        const record = await subjects.load(draft.subject);
        if (!hasPart(record, context.actor.id)) throw new Refusal((say) => say.approvals.notAsked);
        return copyForm({ ...draft, subject: record._id }, context.viewer, context.say);
      },
    },
  };
}
