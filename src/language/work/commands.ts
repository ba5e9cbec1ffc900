/** What can be asked about an agent’s work on a ticket. */
import { command } from '../spec.js';
import { checked } from '../tickets/commands.js';
import { cause, level, line, local, name, priority, someone, text, ticket, type } from '../values.js';

export const commands = {
  claim: command({ asks: { ticket }, may: 'agent' }),
  assign: command({ asks: { ticket, to: someone }, may: 'agent' }),
  move: command({ asks: { ticket, group: name, note: text }, may: 'agent' }),
  edit: command({
    asks: {
      ticket,
      title: line.optional(),
      type: type.optional(),
      category: name.optional(),
      impact: level.optional(),
      urgency: level.optional(),
      priority: priority.optional(),
    },
    may: 'agent',
  }),
  wait: command({ asks: { ticket, cause, reason: text, until: local.optional(), checked }, may: 'agent' }),
  resume: command({ asks: { ticket }, may: 'agent' }),
  dismiss: command({ asks: { ticket, reason: text.optional() }, may: 'agent' }),
};
