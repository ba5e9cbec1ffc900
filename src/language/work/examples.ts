/** How agents take tickets and hand them on in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'ticket-take': {
    en: [
      "(I|I can|I will|I'd|let me|I could) (take|grab|pick up|handle|do|work on) {ticket}( now| myself|)",
      '(give|hand|pass|hand over|reassign|assign) {ticket} (to|over to) {person}( please|)',
      '(assign|give|hand) the ({service}|{thing}|{app}) (ticket|one|case) to (me|{person})',
      '{ticket} (is mine|is for {person}|goes to {person}|should go to {person})',
      '(let|have) {person} (take|do|handle) {ticket}',
      '(drop|release|unassign) {ticket}(, put it back in the queue|, I have no time|)',
      ...said('put INC-4 back in the queue / unassign me from INC-4 / take INC-4 off me'),
    ],
    zh: [
      '(我|让我|我可以)(接|来|来接|接手|处理){ticket}(吧|了|)',
      '(把|将|){ticket}(转给|交给|给|派给|分给){person}(处理|吧|)',
      '{ticket}(归我|我来|我处理|给{person})',
      '(把|将)({service}|{thing}|{app})(那单|那张|的单)(派给|给|分给)(我|{person})',
      '{ticket}(放回队列|我不做了|退回队列)',
    ],
  },
} satisfies Examples;
