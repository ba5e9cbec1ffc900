/** What can be asked about the moment a ticket counts from. */
import { command } from '../spec.js';
import { lately, ticket } from '../values.js';

export const commands = {
  /** The start of the SLA clock, before the ticket was opened. */
  since: command({ asks: { ticket, from: lately }, may: 'agent' }),
};
