/** Deciding, whatever is decided about: access requests and changes lend their records, the rules are the same. */
import { byDesk, type Context, type Forms, type Handlers, type Sweep } from '../context.js';
import type { Text } from '../card.js';
import type { Holds } from '../holdings.js';
import type { Directory } from '../people.js';
import { eachByItself, type Report } from '../sweep.js';
import { card, done, type Reply } from '../reply.js';
import { type Approvable, isToldUnreached } from '../approvals/approvable.js';
import { awaited, type Ruling } from '../approvals/approval.js';
import { offer } from '../approvals/offers.js';
import { Refusal } from '../refusal.js';
import { discuss } from '../approvals/discussion.js';
import type { Background } from '../background.js';
import type { SecondChats } from '../second-chats.js';
import { createApproving } from './approving.handlers.js';
import { createCodes } from './codes.handlers.js';
import type { Codes } from './codes.store.js';
import { discussForm, rejectForm } from './decisions.forms.js';
import { createInbox } from './inbox.handlers.js';
import { createMoves } from './moves.handlers.js';
import { type ApprovalSubject, createSubjects, type Seat } from './subjects.handlers.js';

type Decided = 'accept-condition' | 'reject' | 'discuss' | 'withdraw';

export function createDecisions({
  subjects: lent,
  directory,
  away,
  trouble,
  ...deps
}: {
  subjects: readonly ApprovalSubject[];
  directory: Directory;
  /** Everybody who is on leave. */
  away(now: Date): string[];
  trouble: Report;
  /** A decision has reached this person. */
  offerDelegate(person: string, now: Date): Promise<void>;
  codes: Codes;
  secondChats: Pick<SecondChats, 'post' | 'redraw'>;
  soon: Background['soon'];
}) {
  const codes = createCodes({ ...deps, directory, trouble });
  const subjects = createSubjects(lent);
  const moves = createMoves({ subjects, directory });
  const inbox = createInbox({
    subjects,
    approve: (seat, context) => rule(seat, { verdict: 'approved' }, context),
  });

  async function rule(command: Seat, ruling: Ruling, context: Context): Promise<Approvable> {
    const saved = await subjects.change(command, context, (record, subject) => {
      const { actor, viewer, now } = context;
      const key = subjects.stepOf(record.approval, command, context);
      const said =
        ruling.verdict === 'approved' && ruling.condition ? { ...ruling, condition: ruling.condition } : undefined;
      const turned = said && subject.turned?.(record, said.condition, viewer, now);
      if (!said || !turned) return subject.decide(record, key, actor, ruling, now);
      const { verdict: _, ...given } = said;
      return subject.move(record, (routes) => offer(record.approval, key, actor, given, turned, routes, now), now);
    });
    subjects.of(command.subject).followUp?.(saved, context.now);
    return saved;
  }

  /** What waits for somebody who is away, or has delegated, is asked of who decides for them. */
  async function reassign(person: string, now: Date): Promise<number> {
    let moved = 0;
    for (const subject of lent)
      await eachByItself(
        await inbox.waitingFor(subject, person),
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

  async function goneApprovers(): Promise<string[]> {
    const waiting = await Promise.all(lent.map(({ ledger }) => ledger.byUrgency({ state: 'requested' })));
    const asked = new Set(waiting.flat().flatMap(({ waitingFor }) => waitingFor));
    return [...asked].filter((id) => !directory.person(id));
  }

  let known: { people: Directory['people']; gone: string[] } | undefined;
  /** Approvers who have left the directory; they are looked for when it has changed. */
  async function departed(): Promise<string[]> {
    const { people } = directory;
    if (known?.people !== people) known = { people, gone: await goneApprovers() };
    return known.gone;
  }

  async function coverAbsence(now: Date): Promise<number> {
    let moved = 0;
    for (const person of [...away(now), ...(await departed())]) moved += await reassign(person, now);
    return moved;
  }

  /** Who decides from the inbox is shown what is next. */
  const told = async (note: Text, { next }: { next?: 'yes' | undefined }, context: Context): Promise<Reply> =>
    next ? card(await inbox.nextCard(note, context)) : done(note);

  const approving = createApproving({ subjects, codes, rule, told });
  const handlers: Handlers<Decided> = {
    async 'accept-condition'({ subject: id, offer: mark }, context) {
      const { accept, followUp } = subjects.of(id);
      if (!accept) throw new Refusal((say) => say.approvals.offerGone);
      const { record, fell } = await accept(id, mark, context);
      followUp?.(record, context.now);
      return done(context.say.approvals.changedNote(id, fell, awaited(record.approval)));
    },
    async reject(command, context) {
      await rule(command, { verdict: 'rejected', reason: command.reason }, context);
      return told(context.say.approvals.rejectedNote(command.subject), command, context);
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
  };
  const forms: Forms<'reject' | 'discuss'> = {
    reject: async (draft, context) =>
      rejectForm((await subjects.seated(draft, context)).seat, context.viewer, context.say),
    /** Those whose words nobody would read are refused before they write them. */
    async discuss({ subject: id, words }, { actor, now, viewer, say }) {
      const record = await subjects.load(id);
      subjects.of(id!).move(record, (routes) => discuss(record, actor, words ?? '', routes, now), now);
      const own = actor.id === record.requester.id;
      return discussForm({ subject: id!, words }, { requester: record.requester, own }, viewer, say);
    },
  };
  /** A requester learns of an approver whom no chat reaches; who is reached for the first time is asked for a delegate. */
  async function reached(record: Approvable, person: string, isReached: boolean, now: Date): Promise<void> {
    const isAsked = awaited(record.approval).some(({ id }) => id === person);
    if (isAsked && isReached) await deps.offerDelegate(person, now);
    if (!isAsked || isReached || isToldUnreached(record.history, person)) return;
    const subject = subjects.of(record._id);
    const cause = byDesk(now, `unreached:${record._id}:${person}`);
    await subject.ledger.change(record._id, cause, (latest) => subject.unreached(latest, person, now));
  }

  const sweeps: Sweep[] = [{ name: 'absence', seconds: 30, run: coverAbsence }, codes.sweep];
  return {
    mine: inbox.mine,
    /** How many decisions wait for a person. */
    waiting: async (person: string): Promise<number> => (await inbox.waiting(person)).length,
    reassign,
    leaving: {
      of: async ({ id }) =>
        (await inbox.waiting(id)).map(({ subject, record }) => ({
          kind: 'approval',
          id: record._id,
          title: { en: subject.title(record, 'en'), zh: subject.title(record, 'zh') },
        })),
      handOn: ({ id }, _, now) => reassign(id, now),
    } satisfies Holds,
    reached,
    sweeps,
    handlers: { ...handlers, ...approving.handlers, ...moves.handlers, ...inbox.handlers },
    forms: { ...forms, ...approving.forms, ...moves.forms, ...inbox.forms },
  };
}
