/** What administrators can ask of the directory. */
import { command } from '../spec.js';
import { importId, page, someone, text } from '../values.js';

export const commands = {
  /** All that is to be looked at, or one person. */
  directory: command({ asks: { person: someone.optional(), page }, may: 'admin' }),
  /** Shows what rows of CSV would change; nothing is changed by it. */
  'import-people': command({ asks: { rows: text }, may: 'admin' }),
  'take-import': command({ asks: { import: importId }, may: 'admin', weighty: true }),
};
