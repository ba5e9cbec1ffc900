/** What an agent can do with a ticket as it stands. Pure. */
import { type Button, buttons, type Part } from '../../card.js';
import type { Wording } from '../../language/wording.js';
import { button, opens } from '../parts.js';
import { isOpen, type Ticket } from '../ticket.js';

/** The triage card has what is done every day; the rest stands behind "More". */
export function agentButtons(ticket: Ticket, say: Wording): Part[] {
  const id = ticket._id;
  const words = say.tickets.button;
  const more = button(say.work.more, { do: 'show-ticket', ticket: id });
  const note = opens(words.note, { do: 'note', ticket: id });
  if (ticket.state === 'closed') return buttons(more);
  if (ticket.state === 'resolved') return buttons(opens(words.reopen, { do: 'reopen', ticket: id }), note, more);
  const own = say.work.button;
  return buttons(
    ticket.assignee
      ? button(words.working, { do: 'working', ticket: id })
      : button(words.claim, { do: 'claim', ticket: id }, 'primary'),
    opens(words.replyTo(ticket.requester.name), { do: 'reply', ticket: id }),
    ticket.waiting ? button(own.resume, { do: 'resume', ticket: id }) : opens(own.wait, { do: 'wait', ticket: id }),
    opens(words.resolve, { do: 'resolve', ticket: id }),
    more,
  );
}

/** What is done now and then, in groups. */
export function moreButtons(ticket: Ticket, follows: boolean, say: Wording): Part[] {
  const id = ticket._id;
  const words = say.work.button;
  const watch: Button = follows
    ? button(words.unwatch, { do: 'watch', ticket: id, stop: 'yes' })
    : button(words.watch, { do: 'watch', ticket: id });
  if (!isOpen(ticket))
    return buttons(
      ...(ticket.resolution ? [opens(say.articles.makeArticle, { do: 'write-article', ticket: id })] : []),
      ...(ticket.state === 'resolved' ? [button(words.close, { do: 'close', ticket: id })] : []),
      opens(words.link, { do: 'link', ticket: id }),
      watch,
    );
  const { work, place, attention } = say.work.menu;
  const group = (name: string, ...list: Button[]): Part[] => [{ kind: 'note', text: [name] }, ...buttons(...list)];
  return [
    ...group(
      work,
      opens(words.assign, { do: 'assign', ticket: id }),
      opens(words.edit, { do: 'edit', ticket: id }),
      opens(say.tickets.button.note, { do: 'note', ticket: id }),
      ...(ticket.parent ? [] : [opens(words.task, { do: 'add-task', ticket: id })]),
    ),
    ...group(
      place,
      opens(words.move, { do: 'move', ticket: id }),
      opens(words.merge, { do: 'merge', ticket: id }),
      opens(words.link, { do: 'link', ticket: id }),
      opens(words.dismiss, { do: 'dismiss', ticket: id }),
    ),
    ...group(
      attention,
      opens(say.tickets.button.escalate, { do: 'escalate', ticket: id }),
      opens(say.major.button, { do: 'major', ticket: id }),
      watch,
    ),
  ];
}
