/** The one-off messages that tell people of what happened to a ticket. Pure. */
import { type Button, buttons, type Card, type Part, person, type Viewer, type Who } from '../card.js';
import type { Audience, Event } from '../history.js';
import { BREACH } from '../sla/sla.js';
import type { Wording } from '../language/wording.js';
import { agentButtons } from './work/agent-buttons.js';
import { mergesInto, reportedParts } from './links/duplicates.cards.js';
import { isHidden, neutralTitle } from './discretion.js';
import { changesOf } from './activity.js';
import { askRating, button, currentTarget, isOverdue, opens, statusFor } from './parts.js';
import { titleOfTask } from './links/tasks.js';
import { isOver } from './over.js';
import { isOpen, sightOf, type House, type Said, type Ticket, type TicketEvent } from './ticket.js';
import { attached } from './source.js';
import { isSpoken, quoteOf } from './timeline.js';

/** Tells an audience of an event: what was said or done, and what can be done about it. */
export function notice(ticket: Ticket, told: Event, to: Audience, viewer: Viewer, say: Wording, house: House): Card {
  const event = told as unknown as TicketEvent;
  const id = ticket._id;
  const words = say.tickets;
  const beneath = to.startsWith('under:triage');
  const reader = to.startsWith('person:') ? house.directory.person(to.slice('person:'.length)) : undefined;
  const sight = reader ? sightOf(reader, ticket, house) : 'words';
  const sees = !beneath && sight !== 'nothing';
  const hidden = isHidden(ticket, house) && !sees;
  const title = sight === 'title' ? neutralTitle(ticket, viewer.lang, house) : ticket.title;
  const subject: Part = { kind: 'note', text: [hidden ? say.work.hidden : title] };
  /** Who has joined it reads what agents say, and nobody else's words. */
  const isKept = hidden || (sight === 'title' && event.by === ticket.requester.id);
  const forRequester = to === 'under:requester' || (ticket.parent !== undefined && reader?.id === ticket.requester.id);
  const said =
    isSpoken(event) && !isKept ? [quoteOf(event, ticket, !forRequester, say), ...attached(event.data.files, say)] : [];
  const card = (title: string, ...parts: (Part | readonly Part[])[]): Card => ({
    for: viewer,
    title,
    parts: [subject, ...said, ...parts.flat()],
  });
  const reply = opens(words.button.replyTo(ticket.requester.name), { do: 'reply', ticket: id });
  /** A colleague asks: the answer is for them, and the requester does not read it. */
  const answer = (whom: Who): Button[] =>
    whom.id === ticket.requester.id
      ? []
      : [opens(words.button.answer(whom.name), { do: 'note', ticket: id, to: whom.id }, 'primary')];
  const show = button(words.button.show, { do: 'show-ticket', ticket: id });
  /** In the triage thread the card above has all buttons; in a person's own chat the message needs its own. */
  const own = (...list: Button[]): Part[] => (beneath ? [] : buttons(...list));

  const over = isOver(ticket, event, to);
  const asksTitle = (who: string) => (over ? say.work.askedYouTitle : say.work.asksYouTitle)(id, who);
  const answerHere = buttons(opens(words.button.reply, { do: 'comment', ticket: id }, 'primary'));

  switch (event.what) {
    case 'noted':
      return card(words.noteBy(id), own(...answer(event.data.who), show));
    case 'replied':
      return forRequester
        ? card(
            words.answerFrom(id, event.data.who.name),
            buttons(opens(words.button.reply, { do: 'comment', ticket: id }, 'primary')),
          )
        : card(words.replyTo(id, ticket.requester.name));
    case 'commented': {
      if (forRequester && event.by === ticket.requester.id) return card(words.youWrote(id));
      const title = event.data.reopened ? words.reopenedBy : words.wordsFrom;
      return card(title(id, event.data.who.name), buttons(reply, opens(words.button.note, { do: 'note', ticket: id })));
    }
    case 'withdrawn':
      return card(words.withdrawnTitle(id), [{ kind: 'text', text: words.withdrawn(event.data.who) }]);
    case 'resolved':
      return card(
        forRequester && event.by === ticket.requester.id
          ? words.youResolved(id)
          : words.resolvedBy(id, event.data.who.name),
        forRequester && ticket.resolution?.number === event.data.number ? askRating(ticket, say) : [],
      );
    case 'reopened':
      return card(words.reopenedBy(id, event.data.who.name), forRequester ? [] : own(reply, show));
    case 'escalated':
      return card(
        words.escalatedBy(id, event.data.who.name),
        own(...(over ? [] : [...answer(event.data.who), reply]), show),
      );
    case 'rated':
      return card(
        say.rating.lowTitle(id, event.data.score),
        event.data.comment ? [{ kind: 'quote', text: event.data.comment, by: event.data.who, at: event.at }] : [],
        buttons(show),
      );
    case 'major':
      return card((event.data.declared ? say.major.declaredTitle : say.major.updatedTitle)(id));
    case 'paged':
      return beneath || over
        ? card(words.calledTitle(id, event.data.to.name), own(show))
        : card(
            words.pagedTitle(id, ticket.priority),
            urgency(ticket, say),
            [{ kind: 'note', text: words.calledNext(Math.round(house.sla.page.seconds / 60)) }],
            buttons(button(words.button.claim, { do: 'claim', ticket: id }, 'primary'), reply, show),
          );
    case 'climbed':
      return climbed(ticket, event.data, viewer, say, subject, own(show));
    case 'help-wanted':
      return card(
        say.reminders.helpTitle(id, event.data.who.name),
        own(...(over ? [] : [...answer(event.data.who), reply]), show),
      );
    case 'unreached':
      return card(
        words.unreachedTitle(id, event.data.who.name),
        [{ kind: 'text', text: words.unreached(event.data.who) }],
        own(show),
      );
    case 'inherited':
      return card(
        words.inheritedTitle(id),
        [{ kind: 'text', text: words.inherited(event.data.from, event.data.to) }],
        buttons(show),
      );
    case 'asked-again':
      return forRequester
        ? card(asksTitle(event.data.who.name), over ? [] : answerHere)
        : card(words.askedAgainTitle(id, ticket.requester.name));
    case 'waited':
      return forRequester && event.data.cause === 'user'
        ? card(
            asksTitle(event.data.who.name),
            over ? [] : [{ kind: 'text', text: say.work.asksYou(event.data.until) }, ...answerHere],
          )
        : card(say.work.waitsTitle(id), [
            { kind: 'text', text: say.work.waits(id, say.work.cause[event.data.cause], event.data.until) },
          ]);
    case 'wait-overdue':
      return card(
        say.sla.waitOverdueTitle(id),
        [{ kind: 'text', text: say.sla.waitOverdue(say.work.cause[event.data.cause], event.data.due) }],
        own(...(over ? [] : [reply, button(say.work.button.resume, { do: 'resume', ticket: id })]), show),
      );
    case 'resumed':
      return card(say.work.resumedTitle(id), own(reply, show));
    case 'assigned': {
      const { to: whom, who } = event.data;
      if (beneath) return card(say.work.assignedTo(id, whom.name));
      if (ticket.assignee?.id !== whom.id) return card(say.work.wasAssignedTitle(id), own(show));
      const theirs = card(
        say.work.assignedTitle(id, who.name),
        isOpen(ticket) ? urgency(ticket, say) : [],
        agentButtons(ticket, say),
      );
      return over ? { ...theirs, status: statusFor(ticket, say, house) } : theirs;
    }
    case 'withheld':
      return card(say.work.withheldTitle(id), [{ kind: 'text', text: say.work.withheld(id) }]);
    case 'moved': {
      return card(say.work.movedTitle(id, event.data.to[viewer.lang]), own(show));
    }
    case 'merged':
      return card(say.work.mergedTitle(id, ticket.merged?.into ?? event.data.into), own(show));
    case 'absorbed':
      return card(say.work.absorbedTitle(id, event.data.from), [
        { kind: 'quote', text: (hidden ? '' : event.data.title) || event.data.from, by: event.data.who, at: event.at },
      ]);
    case 'reported':
      return card(
        say.duplicates.reportedTitle(event.data.people, id),
        reportedParts(event.data, say),
        buttons(mergesInto(id, event.data, say)),
      );
    case 'linked':
      return card(say.work.linkedTitle(id), [
        { kind: 'text', text: say.work.linked(id, say.work.link[event.data.kind], event.data.to) },
      ]);
    case 'task': {
      const { task, title, state, left } = event.data;
      const heading = left === 0 ? say.work.tasksDoneTitle(id) : say.work.taskTitle(id, task, state);
      const shown = hidden ? '' : titleOfTask(ticket, task, title);
      return card(heading, [{ kind: 'text', text: [`${task} ${shown}`.trim()] }], own(reply, show));
    }
    case 'dismissed':
      return card(say.work.dismissedTitle(id), forRequester ? [{ kind: 'text', text: say.work.writeAgain }] : []);
    case 'edited':
      return card(id, [{ kind: 'text', text: [changesOf(event.data.changes, say)] }]);
    case 'opened':
    case 'claimed':
    case 'working':
    case 'closed':
    case 'watched':
    case 'recommitted':
    case 'recounted':
    case 'backdated':
    case 'snoozed':
    case 'raised':
    case 'overdue':
      break;
  }
  return card(id, buttons(show));
}

/** What an agent must know first of a ticket that comes to them: by when, how urgent, and who is affected. */
function urgency(ticket: Ticket, say: Wording): Part[] {
  const { fact, form, dueBy } = say.tickets;
  const target = currentTarget(ticket);
  return [
    { kind: 'text', text: dueBy[target](ticket.clocks[target].due) },
    {
      kind: 'facts',
      facts: [
        { label: fact.priority, value: [ticket.priority] },
        { label: fact.requester, value: [person(ticket.requester)] },
        { label: fact.affected, value: [form.impacts[ticket.impact]] },
      ],
    },
  ];
}

/** What is told beneath the triage card, which has the buttons; persons are reminded by a card of their own. */
function climbed(
  ticket: Ticket,
  data: Said['climbed'],
  viewer: Viewer,
  say: Wording,
  subject: Part,
  actions: readonly Part[],
): Card {
  const broken = data.steps.some(({ target, at }) => target !== 'ola' && at >= BREACH);
  const { fact, assignee, unassigned } = say.tickets;
  return {
    for: viewer,
    title: broken ? say.sla.breachTitle(ticket._id) : say.sla.nagTitle(ticket._id),
    status: { text: say.tickets.state[ticket.state], tone: broken || isOverdue(ticket) ? 'danger' : 'warning' },
    parts: [
      subject,
      ...data.steps.map(({ target, at, due }): Part => ({
        kind: 'text',
        text: (at >= BREACH ? say.sla.broken : say.sla.used)(say.sla.target[target], at, due),
      })),
      {
        kind: 'facts',
        facts: [
          { label: fact.requester, value: [person(ticket.requester)] },
          {
            label: fact.assignee,
            value: ticket.assignee ? assignee(ticket.assignee, ticket.assignee.since) : unassigned,
          },
        ],
      },
      ...(data.late ? [{ kind: 'note', text: say.sla.late(say.sla.length(data.late)) } as const] : []),
      ...actions,
    ],
  };
}
