/** What can be asked about the clocks of a ticket. */
import { command } from '../spec.js';
import { ticket } from '../values.js';

export const commands = {
  why: command({ asks: { ticket }, may: 'anyone' }),
};
