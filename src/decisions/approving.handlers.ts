/** Approving: at once, with a comment or on a condition, and with a one-time code where the step needs one. */
import type { Approvable } from '../approvals/approvable.js';
import { CodeNeeded, type Ruling } from '../approvals/approval.js';
import { markOf } from '../approvals/approvals.cards.js';
import type { Text } from '../card.js';
import type { Context, Forms, Handlers } from '../context.js';
import type { CommandOf, PartialCommand } from '../language/command.js';
import { form, type Reply } from '../reply.js';
import { codeForm } from './codes.cards.js';
import type { Asked, createCodes } from './codes.handlers.js';
import { approveForm } from './decisions.forms.js';
import type { Seat, Subjects } from './subjects.handlers.js';

export function createApproving(deps: {
  subjects: Subjects;
  codes: Pick<ReturnType<typeof createCodes>, 'send' | 'take'>;
  rule(seat: Seat, ruling: Ruling, context: Context): Promise<Approvable>;
  /** Says what was done, and shows what is next to who decides from the inbox. */
  told(note: Text, command: { next?: 'yes' | undefined }, context: Context): Promise<Reply>;
}): { handlers: Handlers<'approve'>; forms: Forms<'approve'> } {
  const { subjects, codes } = deps;

  const askedOf = (record: Approvable, step: string, { viewer }: Context): Asked => ({
    subject: record._id,
    step,
    of: markOf(record.approval),
    title: subjects.of(record._id).title(record, viewer.lang),
  });

  /** The form in which an approver approves with a comment, or with the code that is sent to them as it opens. */
  async function approveFormOf(draft: Extract<PartialCommand, { do: 'approve' }>, context: Context) {
    const { record, step, seat } = await subjects.seated(draft, context);
    if (!step.stepUp) return approveForm(seat, context.viewer, context.say);
    const asked = askedOf(record, step.key, context);
    const sent = draft.sent ?? (await codes.send(asked, context));
    return codeForm({ ...seat, step: asked.step, of: asked.of, sent }, context.viewer, context.say);
  }

  /** Where the code had been sent that confirms an approval; undefined when its step needs none. */
  async function confirmed(command: CommandOf<'approve'> & { code: string }, context: Context) {
    const record = await subjects.load(command.subject, command.of);
    const key = subjects.stepOf(record.approval, command, context);
    const step = record.approval.steps.find((each) => each.key === key);
    return step?.stepUp ? codes.take(askedOf(record, key, context), command.code, context) : undefined;
  }

  async function approved({ code, comment, condition, ...command }: CommandOf<'approve'>, context: Context) {
    const how = code === undefined ? undefined : await confirmed({ ...command, code }, context);
    const said = {
      ...(comment ? { comment } : {}),
      ...(condition ? { condition } : {}),
      ...(how ? { confirmed: how } : {}),
    };
    const { approval } = await deps.rule(command, { verdict: 'approved', ...said }, context);
    const { approvedNote, offeredNote, left } = context.say.approvals;
    const isOffered = approval.offers?.some(({ by, at }) => by.id === context.actor.id && at >= context.now);
    const note = isOffered ? offeredNote(command.subject, approval.requester) : approvedNote(command.subject);
    return deps.told(approval.state === 'void' ? left(approval.requester) : note, command, context);
  }

  return {
    handlers: {
      async approve(command, context) {
        try {
          return await approved(command, context);
        } catch (error) {
          if (!(error instanceof CodeNeeded) || command.code !== undefined) throw error;
          return form(await approveFormOf(command, context));
        }
      },
    },
    forms: { approve: approveFormOf },
  };
}
