/** Deciding, whatever is decided about: access requests and changes lend their records, the rules are the same. */
import { byDesk, type Context, type Forms, type Handlers, type Sweep } from '../context.js';
import type { Part } from '../card.js';
import type { Command, CommandOf } from '../language/command.js';
import { eachByItself, type Report } from '../sweep.js';
import type { Glance, Ledger } from '../history.js';
import { Refusal } from '../refusal.js';
import { card, done } from '../reply.js';
import type { Lang } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Approvable, Moves } from '../approvals/approvable.js';
import { type Approval, openStep, type Ruling, stepOf } from '../approvals/approval.js';
import { decisionButtons, listOf, markOf } from '../approvals/approvals.cards.js';
import { discuss } from '../approvals/discussion.js';
import { discussForm, rejectForm } from './decisions.forms.js';

/** A kind of record that approvals decide about, as its room lends it. */
export type ApprovalSubject<D extends Approvable = Approvable> = Moves<D> & {
  ledger: Pick<Ledger<D>, 'prefix' | 'load' | 'change' | 'byUrgency'>;
  /** Begins what follows a decision that was saved. */
  followUp?(saved: D, now: Date): void;
  title(record: Glance<D>, lang: Lang): string;
  /** What one decides about, in a list: the reason, the risk, how long. */
  weighs(record: Glance<D>, say: Wording): Part[];
  show(id: string): Command;
};

export function createDecisions({
  subjects,
  away,
  trouble,
}: {
  subjects: readonly ApprovalSubject[];
  /** Everybody who is on leave. */
  away(now: Date): string[];
  trouble: Report;
}): {
  handlers: Handlers<'approve' | 'reject' | 'discuss' | 'withdraw' | 'list-approvals'>;
  forms: Forms<'reject' | 'discuss'>;
  mine(context: Context): Promise<Part[]>;
  /** How many decisions wait for a person. */
  waiting(person: string): Promise<number>;
  sweeps: Sweep[];
} {
  const unknown = (id: string) => new Refusal((say) => say.approvals.unknown(id));
  /** A button of a record of another store that had the same number decides nothing about this one. */
  function needSame(approval: Approval, of: string | undefined): void {
    if (of !== undefined && of !== markOf(approval)) throw new Refusal((say) => say.general.earlierStore);
  }
  const subjectOf = (id: string): ApprovalSubject => {
    const found = subjects.find(({ ledger }) => id.startsWith(`${ledger.prefix}-`));
    if (!found) throw unknown(id);
    return found;
  };
  async function rule(
    { subject: id, step, of }: CommandOf<'approve' | 'reject'>,
    ruling: Ruling,
    context: Context,
  ): Promise<Approval> {
    const subject = subjectOf(id);
    const saved = await subject.ledger.change(id, context, (record) => {
      needSame(record.approval, of);
      const key = step ?? stepOf(record.approval, context.actor);
      return subject.decide(record, key, context.actor, ruling, context.now);
    });
    if (!saved) throw unknown(id);
    subject.followUp?.(saved, context.now);
    return saved.approval;
  }

  /** The records whose open step waits for this person, the most urgent first. */
  const waitingFor = ({ ledger }: ApprovalSubject, person: string): Promise<Glance<Approvable>[]> =>
    ledger.byUrgency({ waitingFor: person, state: 'requested' });

  async function mine(context: Context): Promise<Part[]> {
    const { say, viewer } = context;
    const found = await Promise.all(
      subjects.map(async (subject) =>
        (await waitingFor(subject, context.actor.id)).map((record) => ({ subject, record })),
      ),
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

  /** What waits for somebody who is away is asked of who decides for them. */
  async function coverAbsence(now: Date): Promise<number> {
    let moved = 0;
    for (const person of away(now))
      for (const subject of subjects) {
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
      }
    return moved;
  }

  return {
    mine,
    waiting: async (person) =>
      (await Promise.all(subjects.map((subject) => waitingFor(subject, person)))).reduce(
        (sum, each) => sum + each.length,
        0,
      ),
    sweeps: [{ name: 'absence', seconds: 30, run: coverAbsence }],
    handlers: {
      async approve(command, context) {
        const { state, requester } = await rule(command, { verdict: 'approved' }, context);
        const { approvedNote, left } = context.say.approvals;
        return done(state === 'void' ? left(requester) : approvedNote(command.subject));
      },
      async reject(command, context) {
        await rule(command, { verdict: 'rejected', reason: command.reason }, context);
        return done(context.say.approvals.rejectedNote(command.subject));
      },
      async discuss({ subject: id, words }, context) {
        const { actor, now, say } = context;
        const { ledger, needSeat } = subjectOf(id);
        const saved = await ledger.change(id, context, (record) =>
          discuss(record, actor, words, (step) => needSeat(record.approval, step, actor, now)),
        );
        if (!saved) throw unknown(id);
        const { requester } = saved;
        return done(
          actor.id === requester.id ? say.approvals.answeredNote(id) : say.approvals.askedNote(id, requester),
        );
      },
      async withdraw({ subject: id }, context) {
        const subject = subjectOf(id);
        const saved = await subject.ledger.change(id, context, (record) =>
          subject.withdraw(record, context.actor, context.now),
        );
        if (!saved) throw unknown(id);
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
    },
    forms: {
      /** People who may not decide are refused before they write a reason. */
      async reject({ subject, step, ...draft }, context) {
        const { ledger, needSeat } = subjectOf(subject ?? '?');
        const record = subject && (await ledger.load(subject));
        if (!record || !subject) throw unknown(subject ?? '?');
        needSame(record.approval, draft.of);
        needSeat(record.approval, step ?? stepOf(record.approval, context.actor), context.actor, context.now);
        return rejectForm({ ...draft, subject, step }, context.viewer, context.say);
      },
      /** Those whose words nobody would read are refused before they write them. */
      async discuss({ subject, words }, { actor, now, viewer, say }) {
        const { ledger, needSeat } = subjectOf(subject ?? '?');
        const record = subject && (await ledger.load(subject));
        if (!record || !subject) throw unknown(subject ?? '?');
        discuss(record, actor, words ?? '', (step) => needSeat(record.approval, step, actor, now));
        const own = actor.id === record.requester.id;
        return discussForm({ subject, words }, { requester: record.requester, own }, viewer, say);
      },
    },
  };
}
