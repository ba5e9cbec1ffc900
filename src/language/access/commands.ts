/** What can be asked about access, for a while. */
import { z } from 'zod';
import { command } from '../spec.js';
import { LONGEST_ACCESS_HOURS, mark, name, request, text, ticket } from '../values.js';

export const commands = {
  'request-access': command({
    asks: {
      entitlement: name,
      hours: z.coerce.number().positive().max(LONGEST_ACCESS_HOURS),
      reason: text,
      /** What watches over an exception to the separation of duties, where the request is one. */
      control: text.optional(),
      /** It ends with this ticket, if not before. */
      ticket: ticket.optional(),
      /** An earlier request, whose values the form has. */
      again: request.optional(),
      /** The chain of approvers that its form has shown. */
      seen: mark.optional(),
    },
    may: 'anyone',
  }),
  /** Its requester changes it while it waits for decisions. `seen`: what its form has shown that this restarts. */
  'edit-request': command({
    asks: {
      request,
      entitlement: name,
      hours: z.coerce.number().positive().max(LONGEST_ACCESS_HOURS),
      reason: text,
      seen: mark.optional(),
    },
    may: 'anyone',
  }),
  /** Somebody who was asked has set it up, or taken it away, in the application. */
  'confirm-access': command({ asks: { request, evidence: text }, may: 'anyone' }),
  /** A second person has looked. */
  'check-access': command({ asks: { request, found: z.enum(['right', 'wrong']) }, may: 'anyone' }),
  'show-request': command({ asks: { request }, may: 'anyone' }),
  /** What one holds and has asked for, and what an owner has to look after. */
  'show-access': command({ asks: {}, may: 'anyone' }),
  'return-access': command({ asks: { request }, may: 'anyone' }),
};
