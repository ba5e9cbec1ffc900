/** What can be asked about changes. */
import { z } from 'zod';
import { command } from '../spec.js';
import { change, level, line, local, mark, name, text } from '../values.js';

const planned = {
  title: line,
  type: name.default('normal'),
  plan: text,
  risk: level,
  rollback: text,
  starts: local,
  ends: local,
};

export const commands = {
  'open-change': command({
    asks: {
      ...planned,
      /** An earlier change, whose values the form has. */
      again: change.optional(),
      /** The chain of approvers that its form has shown. */
      seen: mark.optional(),
    },
    may: 'anyone',
  }),
  /** Its requester changes it before it starts. `seen`: what its form has shown that this restarts. */
  'edit-change': command({ asks: { ...planned, change, seen: mark.optional() }, may: 'anyone' }),
  'show-change': command({ asks: { change }, may: 'anyone' }),
  'start-change': command({ asks: { change }, may: 'anyone' }),
  'finish-change': command({
    asks: { change, outcome: z.enum(['done', 'rolled-back']), summary: text },
    may: 'anyone',
  }),
};
