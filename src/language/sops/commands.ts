/** What can be asked about procedures. */
import { z } from 'zod';
import { command } from '../spec.js';
import { LONGEST_TEXT, sop } from '../values.js';

export const commands = {
  'find-sop': command({ asks: { words: z.string().trim().max(LONGEST_TEXT).optional() }, may: 'anyone' }),
  'show-sop': command({ asks: { sop }, may: 'anyone' }),
  'acknowledge-sop': command({ asks: { sop, version: z.coerce.number().int().min(1) }, may: 'anyone' }),
  /** For leads, and for the owner and the reviewer of the procedure. */
  'sop-status': command({ asks: { sop }, may: 'anyone' }),
};
