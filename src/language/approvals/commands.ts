/** What can be asked about what waits for a decision. */
import { z } from 'zod';
import { command } from '../spec.js';
import { change, mark, name, request, someone, text } from '../values.js';

/** Six digits; a gap in their middle is no mistake. */
const oneTime = z
  .string()
  .trim()
  .regex(/^\d{3} ?\d{3}$/)
  .transform((said) => said.replace(' ', ''));
const subject = z.union([request, change]);
/** Decided in the inbox: what is next is shown. */
const next = z.literal('yes').optional();
/** Without a step, the one that waits for the person who says it. */
const seat = { subject, step: name.optional(), of: mark.optional() };

export const commands = {
  withdraw: command({ asks: { subject }, may: 'anyone' }),
  /** `only`: words that each must be a fact, the number or the requester. */
  'list-approvals': command({ asks: { only: z.string().trim().min(1).max(60).optional() }, may: 'anyone' }),
  /** Several of one kind and low risk: their numbers with commas between, each with the mark of what was shown (`REQ-1:…`). */
  'approve-several': command({ asks: { kind: name, subjects: text }, may: 'anyone', weighty: true }),
  /** An approver asks, the requester answers. */
  discuss: command({ asks: { subject, words: text }, may: 'anyone' }),
  /**
   * An approval may say something, and on which condition it is given. `code`: what was `sent` to another chat of the
   * approver, where the step needs it.
   */
  approve: command({
    asks: {
      ...seat,
      next,
      comment: text.optional(),
      condition: text.optional(),
      code: oneTime.optional(),
      sent: z.enum(['slack', 'teams']).optional(),
    },
    may: 'anyone',
    weighty: true,
  }),
  /** The requester accepts the change on whose condition an approver approves: which offer, by when it was made. */
  'accept-condition': command({ asks: { subject, offer: mark }, may: 'anyone', weighty: true }),
  reject: command({ asks: { ...seat, next, reason: text }, may: 'anyone', weighty: true }),
  /** What else an approver can do. */
  'decide-more': command({ asks: seat, may: 'anyone' }),
  transfer: command({ asks: { ...seat, to: someone, reason: text.optional() }, may: 'anyone', weighty: true }),
  'add-approver': command({
    asks: { ...seat, to: someone, place: z.enum(['before', 'beside', 'after']) },
    may: 'anyone',
    weighty: true,
  }),
  /** `target`: the key of an earlier step. */
  'send-back': command({ asks: { ...seat, target: name, reason: text }, may: 'anyone', weighty: true }),
  'copy-to': command({ asks: { subject, to: someone }, may: 'anyone' }),
  'remind-approvers': command({ asks: { subject }, may: 'anyone' }),
};
