/** Deciding, whatever is decided about: access requests and changes lend their records, the rules are the same. */
import { byDesk, type Context, type Forms, type Handlers, type Sweep } from '../context.js';
import type { Part } from '../card.js';
import type { Directory } from '../people.js';
import { eachByItself, type Report } from '../sweep.js';
import type { Glance } from '../history.js';
import { card, done } from '../reply.js';
import type { Approvable } from '../approvals/approvable.js';
import { openStep, type Ruling } from '../approvals/approval.js';
import { decisionButtons, listOf } from '../approvals/approvals.cards.js';
import { discuss } from '../approvals/discussion.js';
import { approveForm, discussForm, rejectForm } from './decisions.forms.js';
import { createMoves } from './moves.handlers.js';
import { type ApprovalSubject, createSubjects, type Seat } from './subjects.handlers.js';

type Decided = 'approve' | 'reject' | 'discuss' | 'withdraw' | 'list-approvals';

export function createDecisions({
  subjects: lent,
  directory,
  away,
  trouble,
}: {
  subjects: readonly ApprovalSubject[];
  directory: Directory;
  /** Everybody who is on leave. */
  away(now: Date): string[];
  trouble: Report;
}) {
  const subjects = createSubjects(lent);
  const moves = createMoves({ subjects, directory });

  async function rule(command: Seat, ruling: Ruling, context: Context): Promise<Approvable> {
    const saved = await subjects.change(command, context, (record, subject) => {
      const key = subjects.stepOf(record.approval, command, context);
      return subject.decide(record, key, context.actor, ruling, context.now);
    });
    subjects.of(command.subject).followUp?.(saved, context.now);
    return saved;
  }

  /** The records whose open step waits for this person, the most urgent first. */
  const waitingFor = ({ ledger }: ApprovalSubject, person: string): Promise<Glance<Approvable>[]> =>
    ledger.byUrgency({ waitingFor: person, state: 'requested' });

  async function mine(context: Context): Promise<Part[]> {
    const { say, viewer } = context;
    const found = await Promise.all(
      lent.map(async (subject) => (await waitingFor(subject, context.actor.id)).map((record) => ({ subject, record }))),
    );
    const lines = ({ subject, record }: (typeof found)[number][number]): Part[] => {
      const step = openStep(record.approval);
      if (!step) return [];
      const { buttons } = decisionButtons(record._id, record.approval, step.key, say);
      const details = { label: say.approvals.details, does: subject.show(record._id) };
      const title = subject.title(record, viewer.lang);
      return [
        { kind: 'text', text: say.approvals.waitingLine(record._id, title, record.approval.requester, step.label) },
        ...subject.weighs(record, say),
        { kind: 'buttons', buttons: [...buttons, details] },
      ];
    };
    return listOf(found.flat(), lines, say);
  }

  /** What waits for somebody who is away, or has delegated, is asked of who decides for them. */
  async function reassign(person: string, now: Date): Promise<number> {
    let moved = 0;
    for (const subject of lent)
      await eachByItself(
        await waitingFor(subject, person),
        async ({ _id, approval }) => {
          if (!subject.isUncovered(approval, now)) return;
          const cause = byDesk(now, `away:${_id}:${person}:${now.toISOString()}`);
          await subject.ledger.change(_id, cause, (latest) => subject.reassign(latest, now));
          moved += 1;
        },
        ({ _id }, error) => trouble('absence', _id, error, now),
      );
    return moved;
  }

  async function coverAbsence(now: Date): Promise<number> {
    let moved = 0;
    for (const person of away(now)) moved += await reassign(person, now);
    return moved;
  }

  /** People who may not decide are refused before they write anything. */
  async function needSeat(draft: Partial<Seat>, context: Context): Promise<Seat> {
    const { approval } = await subjects.load(draft.subject, draft.of);
    const subject = draft.subject!;
    subjects.of(subject).needSeat(approval, subjects.stepOf(approval, draft, context), context.actor, context.now);
    return { ...draft, subject };
  }

  const handlers: Handlers<Decided> = {
    async approve(command, context) {
      const { comment, condition } = command;
      const said = { ...(comment ? { comment } : {}), ...(condition ? { condition } : {}) };
      const { approval } = await rule(command, { verdict: 'approved', ...said }, context);
      const { approvedNote, left } = context.say.approvals;
      return done(approval.state === 'void' ? left(approval.requester) : approvedNote(command.subject));
    },
    async reject(command, context) {
      await rule(command, { verdict: 'rejected', reason: command.reason }, context);
      return done(context.say.approvals.rejectedNote(command.subject));
    },
    async discuss({ subject: id, words }, context) {
      const { actor, now, say } = context;
      const { requester } = await subjects.change({ subject: id }, context, (record, subject) =>
        subject.move(record, (routes) => discuss(record, actor, words, routes, now), now),
      );
      return done(actor.id === requester.id ? say.approvals.answeredNote(id) : say.approvals.askedNote(id, requester));
    },
    async withdraw({ subject: id }, context) {
      await subjects.change({ subject: id }, context, (record, subject) =>
        subject.withdraw(record, context.actor, context.now),
      );
      return done(context.say.approvals.withdrawnNote(id));
    },
    async 'list-approvals'(_, context) {
      const parts = await mine(context);
      const nothing: Part = { kind: 'text', text: context.say.approvals.nothingWaits };
      return card({
        for: context.viewer,
        title: context.say.approvals.waitingTitle,
        parts: parts.length > 0 ? parts : [nothing],
      });
    },
  };
  const forms: Forms<'approve' | 'reject' | 'discuss'> = {
    approve: async (draft, context) =>
      approveForm({ ...draft, ...(await needSeat(draft, context)) }, context.viewer, context.say),
    reject: async (draft, context) =>
      rejectForm({ ...draft, ...(await needSeat(draft, context)) }, context.viewer, context.say),
    /** Those whose words nobody would read are refused before they write them. */
    async discuss({ subject: id, words }, { actor, now, viewer, say }) {
      const record = await subjects.load(id);
      subjects.of(id!).move(record, (routes) => discuss(record, actor, words ?? '', routes, now), now);
      const own = actor.id === record.requester.id;
      return discussForm({ subject: id!, words }, { requester: record.requester, own }, viewer, say);
    },
  };
  const sweeps: Sweep[] = [{ name: 'absence', seconds: 30, run: coverAbsence }];
  return {
    mine,
    /** How many decisions wait for a person. */
    waiting: async (person: string): Promise<number> =>
      (await Promise.all(lent.map((subject) => waitingFor(subject, person)))).flat().length,
    reassign,
    sweeps,
    handlers: { ...handlers, ...moves.handlers },
    forms: { ...forms, ...moves.forms },
  };
}
