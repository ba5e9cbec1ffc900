/** What can be asked about what waits for a decision. */
import { z } from 'zod';
import { command } from '../spec.js';
import { change, mark, name, request, someone, text } from '../values.js';

const subject = z.union([request, change]);
/** Without a step, the one that waits for the person who says it. */
const seat = { subject, step: name.optional(), of: mark.optional() };

export const commands = {
  withdraw: command({ asks: { subject }, may: 'anyone' }),
  'list-approvals': command({ asks: {}, may: 'anyone' }),
  /** An approver asks, the requester answers. */
  discuss: command({ asks: { subject, words: text }, may: 'anyone' }),
  /** An approval may say something, and on which condition it is given. */
  approve: command({
    asks: { ...seat, comment: text.optional(), condition: text.optional() },
    may: 'anyone',
    weighty: true,
  }),
  reject: command({ asks: { ...seat, reason: text }, may: 'anyone', weighty: true }),
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
