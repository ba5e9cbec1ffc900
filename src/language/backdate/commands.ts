/** What can be asked about the moment a ticket counts from. */
import { command } from '../spec.js';
import { lately, ticket } from '../values.js';

export const commands = {
  /** From when the promise is counted, before it was opened. */
  since: command({ asks: { ticket, from: lately }, may: 'agent' }),
};
