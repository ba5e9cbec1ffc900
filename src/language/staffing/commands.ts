/** The commands about on-call and leave. */
import { z } from 'zod';
import { command } from '../spec.js';
import { date, name, shift, someone, team } from '../values.js';

export const commands = {
  oncall: command({ asks: { group: team.optional() }, may: 'anyone' }),
  /** `to`: a person, or `anyone` of the group. */
  'offer-shift': command({ asks: { shift, to: someone }, may: 'agent' }),
  'answer-shift': command({
    asks: {
      group: name,
      offer: name,
      answer: z.enum(['take', 'decline', 'withdraw']),
    },
    may: 'agent',
  }),
  /** Puts a person on call on these days: agents themselves, the lead of the group anybody in it. */
  'order-duty': command({ asks: { group: team, person: someone, from: date, to: date }, may: 'agent' }),
  leave: command({ asks: { person: someone.optional(), from: date, to: date }, may: 'anyone' }),
  'list-leave': command({ asks: { person: someone.optional() }, may: 'anyone' }),
  'cancel-leave': command({ asks: { person: name, from: date }, may: 'anyone' }),
  /** Gives the open tickets of a person who is away from that day on to those who stand in. */
  'hand-over': command({ asks: { person: name, from: date }, may: 'agent' }),
};
