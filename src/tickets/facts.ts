/** What is known of a ticket, as facts and ties on its cards. Pure. */
import { bold, moment, person, type Part, type Span, type Text, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import { promisedOf, targetText } from './parts.js';
import type { House, Ticket } from './ticket.js';

/** @param away that the assignee is on leave, where that is known. */
export function facts(ticket: Ticket, viewer: Viewer, say: Wording, { sla }: House, away: Text = []): Part {
  const { fact, level, unassigned, assignee } = say.tickets;
  const priority: Text = [bold(ticket.priority), ` (${level[ticket.impact]} × ${level[ticket.urgency]})`];
  const { waiting, openedBy, followers = [], type, category } = ticket;
  const rating = ticket.resolution?.rating;
  const named = sla.categories.find(({ id }) => id === category)?.name[viewer.lang];
  const names = followers.flatMap((each, index): Span[] => [...(index > 0 ? [', '] : []), person(each)]);
  return {
    kind: 'facts',
    facts: [
      { label: fact.requester, value: [person(ticket.requester)] },
      ...(openedBy ? [{ label: say.work.fact.openedBy, value: [person(openedBy)] }] : []),
      { label: fact.priority, value: priority },
      ...(type === 'request' ? [{ label: say.work.fact.type, value: [say.work.type[type]] }] : []),
      ...(named ? [{ label: say.work.fact.category, value: [named] }] : []),
      {
        label: fact.assignee,
        value: ticket.assignee ? [...assignee(ticket.assignee, ticket.assignee.since), ...away] : unassigned,
      },
      ...(waiting
        ? [
            {
              label: say.work.fact.waiting,
              value: [`${say.work.cause[waiting.cause]}: `, ...say.work.until(waiting.reason, waiting.until)],
            },
            ...(waiting.clock
              ? [{ label: say.sla.waitClock, value: say.sla.waitDue(waiting.clock.due, waiting.clock.told) }]
              : []),
          ]
        : []),
      { label: fact.opened, value: [moment(ticket.opened)] },
      ...promisedOf(ticket).map((name) => ({ label: say.sla.target[name], value: targetText(ticket, name, say) })),
      ...(names.length > 0 ? [{ label: say.work.fact.followers, value: names }] : []),
      ...(rating ? [{ label: fact.rating, value: [`${rating.score} / 5`] }] : []),
    ],
  };
}

/** The tickets that it names, and those that name it; what it is a task of, and its own tasks. */
export function ties(ticket: Ticket, linked: readonly string[], hidden: boolean, say: Wording): Part[] {
  const { links = [], merged, parent, tasks = [] } = ticket;
  const named = [
    ...(parent ? [`${say.work.link['child-of']} ${parent.id}`] : []),
    ...links.map(({ to, kind }) => `${say.work.link[kind]} ${to}`),
  ];
  const all = [...named, ...linked].join(', ');
  return [
    ...(merged ? [{ kind: 'text', text: say.work.mergedCard(merged.into) } as const] : []),
    ...(all ? [{ kind: 'note', text: [`${say.work.links}: ${all}`] } as const] : []),
    ...(tasks.length > 0
      ? [
          { kind: 'text', text: say.work.tasks(tasks.filter(({ done }) => done).length, tasks.length) } as const,
          {
            kind: 'progress',
            steps: tasks.map(({ id, title, done }) => ({
              label: [bold(id), hidden ? '' : ` ${title}`],
              state: done ? ('done' as const) : ('now' as const),
            })),
          } as const,
        ]
      : []),
  ];
}
