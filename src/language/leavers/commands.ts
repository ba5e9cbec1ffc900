/** What can be asked about people who leave. */
import { command } from '../spec.js';
import { leaver, local, someone } from '../values.js';

export const commands = {
  /** Without `at` it is for now, and a second person has to confirm it. */
  leaver: command({ asks: { person: someone, at: local.optional() }, may: 'admin', weighty: true }),
  'show-leaver': command({ asks: { leaver }, may: 'anyone' }),
  'confirm-leaver': command({ asks: { leaver }, may: 'anyone', weighty: true }),
  /** They stay, or are let in again. */
  'cancel-leaver': command({ asks: { leaver }, may: 'admin', weighty: true }),
};
