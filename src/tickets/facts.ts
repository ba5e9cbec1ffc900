/** What is known of a ticket, as facts and ties on its cards. Pure. */
import { bold, moment, person, type Part, type Span, type Text, type Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import { currentTarget, promisedOf, targetText } from './parts.js';
import type { House, Ticket } from './ticket.js';

/** What a glance must tell the agents: whose it is, how urgent, until when, who works on it, what it waits for. */
export function triageFacts(ticket: Ticket, viewer: Viewer, say: Wording, house: House): Part {
  const { fact, unassigned, assignee } = say.tickets;
  const { requester, waiting } = ticket;
  const rating = ticket.resolution?.rating;
  const title = house.directory.person(requester.id)?.title[viewer.lang];
  return {
    kind: 'facts',
    facts: [
      { label: fact.requester, value: [person(requester), ...(title ? [` · ${title}`] : [])] },
      {
        label: fact.priority,
        value: [bold(ticket.priority), ' · ', ...targetText(ticket, currentTarget(ticket), say)],
      },
      {
        label: fact.assignee,
        value: ticket.assignee ? assignee(ticket.assignee, ticket.assignee.since) : unassigned,
      },
      ...(waiting ? waitFacts(waiting, say) : []),
      ...followerFacts(ticket, say),
      ...(rating ? [{ label: fact.rating, value: [`${rating.score} / 5`] }] : []),
    ],
  };
}

type Fact = Extract<Part, { kind: 'facts' }>['facts'][number];

const waitFacts = (waiting: NonNullable<Ticket['waiting']>, say: Wording): Fact[] => [
  {
    label: say.work.fact.waiting,
    value: [`${say.work.cause[waiting.cause]}: `, ...say.work.until(waiting.reason, waiting.until)],
  },
  ...(waiting.clock
    ? [{ label: say.sla.waitClock, value: say.sla.waitDue(waiting.clock.due, waiting.clock.told) }]
    : []),
];

function followerFacts({ followers = [] }: Ticket, say: Wording): Fact[] {
  const names = followers.flatMap((each, index): Span[] => [...(index > 0 ? [', '] : []), person(each)]);
  return names.length > 0 ? [{ label: say.work.fact.followers, value: names }] : [];
}

/** The priority with where it comes from: the matrix, or an agent who set it. */
function priorityText({ priority, impact, urgency }: Ticket, say: Wording, { sla }: House): Text {
  const { level, setByAgent } = say.tickets;
  const weighed = sla.priorityOf(impact, urgency) === priority;
  return [bold(priority), weighed ? ` (${level[impact]} × ${level[urgency]})` : setByAgent];
}

/** @param away that the assignee is on leave, where that is known. */
export function facts(ticket: Ticket, viewer: Viewer, say: Wording, house: House, away: Text = []): Part {
  const { fact, unassigned, assignee } = say.tickets;
  const { waiting, openedBy, type, category } = ticket;
  const rating = ticket.resolution?.rating;
  const named = house.sla.categories.find(({ id }) => id === category)?.name[viewer.lang];
  return {
    kind: 'facts',
    facts: [
      { label: fact.requester, value: [person(ticket.requester)] },
      ...(openedBy ? [{ label: say.work.fact.openedBy, value: [person(openedBy)] }] : []),
      { label: fact.priority, value: priorityText(ticket, say, house) },
      ...(type === 'request' ? [{ label: say.work.fact.type, value: [say.work.type[type]] }] : []),
      ...(named ? [{ label: say.work.fact.category, value: [named] }] : []),
      {
        label: fact.assignee,
        value: ticket.assignee ? [...assignee(ticket.assignee, ticket.assignee.since), ...away] : unassigned,
      },
      ...(waiting ? waitFacts(waiting, say) : []),
      { label: fact.opened, value: [moment(ticket.opened)] },
      ...promisedOf(ticket).map((name) => ({ label: say.sla.target[name], value: targetText(ticket, name, say) })),
      ...followerFacts(ticket, say),
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
