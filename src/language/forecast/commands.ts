/** What can be asked about what may become late. */
import { command } from '../spec.js';
import { name } from '../values.js';

export const commands = {
  forecast: command({ asks: { group: name.optional() }, may: 'lead' }),
};
