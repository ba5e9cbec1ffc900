/** What can be asked about delegations: somebody decides for another for some days. */
import { z } from 'zod';
import { command } from '../spec.js';
import { name, someone } from '../values.js';

/** `2026-12-01`, or `12-01` for the next such day. */
const day = z.string().regex(/^(?:\d{4}-)?\d\d-\d\d$/);

export const commands = {
  /** `kind`: of one kind of subject alone, as `access`. */
  delegate: command({
    asks: { to: someone, from: day, until: day, kind: name.optional() },
    may: 'anyone',
    weighty: true,
  }),
  /** They do not name a delegate now, and are not asked again. */
  'postpone-delegate': command({ asks: {}, may: 'anyone' }),
  'list-delegations': command({ asks: {}, may: 'anyone' }),
  /** `of`: the person who delegated; `id`: which of their delegations. */
  'end-delegation': command({ asks: { of: name, id: name }, may: 'anyone', weighty: true }),
};
