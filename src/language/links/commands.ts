/** What can be asked about how tickets belong together, and who follows them. */
import { z } from 'zod';
import { command } from '../spec.js';
import { line, name, someone, ticket } from '../values.js';

export const commands = {
  watch: command({ asks: { ticket, person: someone.optional(), stop: z.literal('yes').optional() }, may: 'anyone' }),
  link: command({ asks: { ticket, to: ticket, kind: z.enum(['related', 'caused-by', 'duplicate']) }, may: 'agent' }),
  merge: command({ asks: { ticket, into: ticket }, may: 'agent' }),
  /** The requester makes their own new ticket part of one that reports the same. */
  join: command({ asks: { ticket, into: ticket }, may: 'anyone' }),
  /** A ticket of its own, without which this one is not done. */
  'add-task': command({
    asks: {
      ticket,
      title: line,
      group: name.optional(),
      to: someone.optional(),
    },
    may: 'agent',
  }),
};
