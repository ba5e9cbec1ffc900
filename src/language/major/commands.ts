/** What can be asked about major incidents. */
import { command } from '../spec.js';
import { checked } from '../tickets/commands.js';
import { text, ticket } from '../values.js';

export const commands = {
  /** Declares a ticket a major incident; said again, it tells all who are affected how it stands. */
  major: command({ asks: { ticket, text, checked }, may: 'agent' }),
};
