/** The kinds of record that approvals decide about, as their rooms lend them, and how one of them is found and changed. */
import type { Approvable, Moves } from '../approvals/approvable.js';
import { type Approval, stepOf } from '../approvals/approval.js';
import { isEarlier, markOf } from '../approvals/approvals.cards.js';
import type { Turned } from '../approvals/offers.js';
import type { Lang, Part, Viewer, Who } from '../card.js';
import type { Context } from '../context.js';
import type { Changed, Glance, Ledger } from '../history.js';
import type { Command } from '../language/command.js';
import type { Wording } from '../language/wording.js';
import { Refusal } from '../refusal.js';

/** A kind of record that approvals decide about, as its room lends it. */
export type ApprovalSubject<D extends Approvable = Approvable> = Moves<D> & {
  ledger: Pick<Ledger<D>, 'prefix' | 'load' | 'change' | 'byUrgency'>;
  /** Begins what follows a decision that was saved. */
  followUp?(saved: D, now: Date): void;
  /** What a condition makes of it; undefined where it stays words. @throws Refusal for one that cannot be met. */
  turned?(record: D, condition: string, viewer: Viewer, now: Date): Turned | undefined;
  /** Changes it as an offer says, by its mark. @throws Refusal for everybody but its requester, and for what is over. */
  accept?(id: string, offer: string, context: Context): Promise<{ record: D; fell: readonly Who[] }>;
  title(record: Glance<D>, lang: Lang): string;
  /** What one decides about, in a list: the reason, the risk, how long. */
  weighs(record: Glance<D>, say: Wording): Part[];
  show(id: string): Command;
};

/** What a command says of a seat: of which record, in which step, and by which card. */
export type Seat = { subject: string; step?: string | undefined; of?: string | undefined };

export type Subjects = ReturnType<typeof createSubjects>;

export function createSubjects(subjects: readonly ApprovalSubject[]) {
  const unknown = (id: string) => new Refusal((say) => say.approvals.unknown(id));
  /** A button of a record of another store that had the same number, or of what was changed since, decides nothing. */
  function needSame(approval: Approval, of: string | undefined): void {
    if (of === undefined || of === markOf(approval)) return;
    const isChanged = isEarlier(of, approval);
    throw new Refusal((say) => (isChanged ? say.approvals.changedSince : say.general.earlierStore));
  }
  const of = (id: string): ApprovalSubject => {
    const found = subjects.find(({ ledger }) => id.startsWith(`${ledger.prefix}-`));
    if (!found) throw unknown(id);
    return found;
  };
  /** @throws Refusal when there is no such record, or another one than the card shows. */
  async function load(id: string | undefined, mark?: string): Promise<Approvable> {
    const record = await of(id ?? '?').ledger.load(id!);
    if (!record) throw unknown(id!);
    needSame(record.approval, mark);
    return record;
  }
  return {
    all: subjects,
    of,
    load,
    /** The step that is meant: the one that is named, else the one that waits for this person. */
    stepOf: (approval: Approval, { step }: Pick<Seat, 'step'>, { actor }: Pick<Context, 'actor'>): string =>
      step ?? stepOf(approval, actor),
    /**
     * The record and the step in which the actor may decide now: people who may not are refused before they write anything.
     * @throws Refusal likewise.
     */
    async seated<S extends Partial<Seat>>(draft: S, context: Context) {
      const record = await load(draft.subject, draft.of);
      const key = draft.step ?? stepOf(record.approval, context.actor);
      of(record._id).needSeat(record.approval, key, context.actor, context.now);
      const step = record.approval.steps.find((each) => each.key === key)!;
      return { record, step, seat: { ...draft, subject: record._id } };
    },
    /** @throws Refusal likewise, and what `apply` refuses. */
    async change(
      { subject: id, of: mark }: Seat,
      context: Context,
      apply: (record: Approvable, subject: ApprovalSubject) => Changed<Approvable>,
    ): Promise<Approvable> {
      const subject = of(id);
      const saved = await subject.ledger.change(id, context, (record) => {
        needSame(record.approval, mark);
        return apply(record, subject);
      });
      if (!saved) throw unknown(id);
      return saved;
    },
  };
}
