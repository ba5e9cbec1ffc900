/** What a suggested verb does when its button is pressed. Pure. */
import type { Command, Draft } from './command.js';
import type { en } from './wording/work.js';

export type Suggested = keyof (typeof en)['verb'];

/** Undefined for a verb that needs a ticket where none is meant, or words that no form asks for. */
export function commandOf(verb: Suggested, ticket: string | undefined): Command | undefined {
  const opens = (draft: Draft): Command => ({ do: 'show-form', draft });
  if (verb === 'new') return opens({ do: 'open-ticket' });
  if (verb === 'mine') return { do: 'list-mine' };
  if (verb === 'queue') return { do: 'queue' };
  if (verb === 'oncall') return { do: 'oncall' };
  if (verb === 'swap') return opens({ do: 'offer-shift' });
  if (verb === 'leave') return { do: 'list-leave' };
  if (verb === 'help' || !ticket) return undefined;
  switch (verb) {
    case 'show':
      return { do: 'show-ticket', ticket };
    case 'claim':
    case 'resume':
    case 'close':
    case 'watch':
      return { do: verb, ticket };
    case 'task':
      return opens({ do: 'add-task', ticket });
    case 'prio':
      return opens({ do: 'edit', ticket });
    case 'assign':
    case 'note':
    case 'reply':
    case 'wait':
    case 'resolve':
    case 'reopen':
    case 'move':
    case 'escalate':
    case 'merge':
    case 'link':
      return opens({ do: verb, ticket });
  }
}
