/**
 * Half a year of a company, as what each person asks of the desk and when. Each story goes on from the record as it then
 * stands. Pure: chance comes from the caller.
 */
import type { Command, CommandOf } from '../language/command.js';
import { afterWork, DAY, HOUR, type Chance, workdays } from './chance.js';
import { changes, matters, questions, reasons, refusals, thanks, type Matter } from './matters.js';

/** What one person asks of the desk at a moment. */
export type Deed = { at: Date; by: string; does: Command };
/** A record as a story looks at it: a ticket, a request, a change or a question. */
export type Subject = {
  _id: string;
  priority?: string;
  starts?: Date;
  shown?: string;
  approval?: {
    steps: readonly {
      key: string;
      state: string;
      approvers: readonly { id: string }[];
      decisions: readonly { by: { id: string } }[];
    }[];
  };
};
/** Is told the record after each deed. */
export type Story = Generator<Deed, void, Subject>;

const requesters = ['employee', 'employee', 'employee', 'manager', 'owner', 'owner', 'security', 'admin'];
const paces: Record<string, { claimed: number; resolved: number }> = {
  P1: { claimed: 0.1, resolved: 1 },
  P2: { claimed: 0.3, resolved: 2 },
  P3: { claimed: 0.6, resolved: 4 },
  P4: { claimed: 1.5, resolved: 8 },
};

function* ticket(at: Date, matter: Matter, by: string, chance: Chance): Story {
  const { asked, solution, ...opening } = matter;
  const command: CommandOf<'open-ticket'> = { impact: 'low', urgency: 'medium', ...opening, do: 'open-ticket' };
  const { _id: id, priority = 'P3' } = yield { at, by, does: command };
  const pace = paces[priority]!;
  const agent = matter.category === 'network' ? 'agent2' : chance.pick(['agent', 'agent', 'agent2']);
  let now = afterWork(at, chance.hours(pace.claimed));
  yield { at: now, by: agent, does: { do: 'claim', ticket: id } };
  const later = (hours: number) => (now = afterWork(now, chance.hours(hours)));
  if (matter.category === 'network' && chance.happens(0.3)) {
    const note = 'The line is the network team’s.';
    yield { at: later(0.3), by: agent, does: { do: 'move', ticket: id, group: 'network', note } };
  }
  if (chance.happens(0.8)) {
    const [question, answer] = asked;
    yield { at: later(0.15), by: agent, does: { do: 'reply', ticket: id, text: question, checked: 'yes' } };
    yield { at: later(1), by, does: { do: 'comment', ticket: id, words: answer } };
  }
  if (chance.happens(0.15))
    yield { at: later(0.5), by: agent, does: { do: 'note', ticket: id, text: 'Seen before, compare the last one.' } };
  if (chance.happens(0.04))
    yield { at: later(3), by, does: { do: 'escalate', ticket: id, reason: 'We wait for this, please hurry.' } };
  if (chance.happens(0.12)) {
    const reason = chance.pick(['The vendor looks into it.', 'The part is ordered.', '已联系供应商。']);
    yield { at: later(0.5), by: agent, does: { do: 'wait', ticket: id, cause: 'supplier', reason, checked: 'yes' } };
    yield { at: later(9), by: agent, does: { do: 'resume', ticket: id } };
  }
  const resolve: Command = { do: 'resolve', ticket: id, summary: solution, checked: 'yes' };
  yield { at: later(pace.resolved), by: agent, does: resolve };
  if (chance.happens(0.06)) {
    yield { at: later(3), by, does: { do: 'reopen', ticket: id, reason: chance.pick(['It is back.', '又出现了。']) } };
    yield { at: later(4), by: agent, does: resolve };
    yield { at: later(3), by, does: rating(id, 2, chance.pick([2, 3, 4]), chance) };
  } else if (chance.happens(0.5))
    yield { at: later(3), by, does: rating(id, 1, chance.pick([5, 5, 5, 5, 4, 4, 4, 3, 2, 1]), chance) };
}

function rating(id: string, resolution: number, score: number, chance: Chance): CommandOf<'rate'> {
  const comment = chance.pick(thanks[score]!);
  return { do: 'rate', ticket: id, resolution, score, ...(comment ? { comment } : {}) };
}

/** Whoever is asked decides, until nobody is asked any more. */
function* decisions(from: Date, asked: Subject, refused: boolean, chance: Chance): Generator<Deed, Date, Subject> {
  let now = from;
  for (let subject = asked; ;) {
    const step = subject.approval?.steps.find(({ state }) => state === 'open');
    const seat = step?.approvers.find(({ id }) => !step.decisions.some(({ by }) => by.id === id));
    if (!step || !seat) return now;
    now = afterWork(now, chance.hours(2));
    const about = { subject: subject._id, step: step.key };
    const does: Command = refused
      ? { do: 'reject', ...about, reason: chance.pick(refusals) }
      : { do: 'approve', ...about };
    subject = yield { at: now, by: seat.id, does };
  }
}

function* access(at: Date, chance: Chance): Story {
  const by = chance.pick(['employee', 'employee', 'agent', 'agent2', 'security', 'admin']);
  const [entitlement, hours] = chance.pick([
    ['crm-read', 8],
    ['crm-read', 72],
    ['crm-read', 720],
    ['crm-read', 2160],
    ['crm-export', 8],
    ['crm-audit', 168],
    ['crm-admin', 4],
  ] as const);
  const request = yield { at, by, does: { do: 'request-access', entitlement, hours, reason: chance.pick(reasons) } };
  const decided = yield* decisions(at, request, chance.happens(0.12), chance);
  if (chance.happens(0.2)) {
    const end = new Date(decided.getTime() + hours * 0.6 * HOUR);
    yield { at: end, by, does: { do: 'return-access', request: request._id } };
  }
}

function* change(at: Date, chance: Chance): Story {
  const { title, plan, rollback, risk } = chance.pick(changes);
  const by = chance.pick(['agent', 'agent2']);
  const day = afterWork(new Date(at.getTime() + 3 * DAY), 0)
    .toISOString()
    .slice(0, 10);
  const opened = yield {
    at,
    by,
    does: {
      do: 'open-change',
      type: 'normal',
      title,
      plan,
      rollback,
      risk,
      starts: `${day}T20:00`,
      ends: `${day}T22:00`,
    },
  };
  yield* decisions(at, opened, chance.happens(0.08), chance);
  const { _id: id, starts } = opened;
  const begun = new Date(starts!.getTime() + 5 * 60_000);
  yield { at: begun, by, does: { do: 'start-change', change: id } };
  const outcome = chance.happens(0.12) ? 'rolled-back' : 'done';
  const summary =
    outcome === 'done' ? 'Done as planned, tested by two people.' : 'The test failed, so it was rolled back.';
  yield { at: new Date(begun.getTime() + HOUR), by, does: { do: 'finish-change', change: id, outcome, summary } };
}

function* question(at: Date, chance: Chance): Story {
  const by = chance.pick(requesters);
  const { _id: id, shown } = yield { at, by, does: { do: 'ask', words: chance.pick(questions) } };
  if (shown && chance.happens(0.7))
    yield { at: new Date(at.getTime() + 5 * 60_000), by, does: { do: 'helped', question: id } };
}

function* leave(at: Date, by: string, days: number): Story {
  const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
  const [from, to] = [14, 14 + days].map((ahead) => dayOf(new Date(at.getTime() + ahead * DAY)));
  yield { at, by, does: { do: 'leave', from: from!, to: to! } };
}

/** In the last days more is asked than is done, so that work is left to look at. */
const RUSH_DAYS = 2;

/** All stories that begin between two moments: a little more each month, and most on Mondays. */
export function storiesOf(from: Date, until: Date, chance: Chance): Story[] {
  const days = workdays(from, until);
  return days.flatMap((day, index) => {
    const within = () => afterWork(day, chance.next() * 7);
    const times = (usual: number) => Math.floor(usual + chance.next());
    const busy = (1 + (0.5 * index) / days.length) * (day.getUTCDay() === 1 ? 1.5 : 1);
    const each = (usual: number, story: (at: Date) => Story): Story[] =>
      Array.from({ length: times(usual * busy) }, () => story(within()));
    return [
      ...each(index < days.length - RUSH_DAYS ? 0.6 : 3, (at) =>
        ticket(at, chance.pick(matters), chance.pick(requesters), chance),
      ),
      ...each(0.35, (at) => question(at, chance)),
      ...each(0.12, (at) => access(at, chance)),
      ...each(0.05, (at) => change(at, chance)),
      ...(index === 30 ? [leave(within(), 'agent', 11)] : []),
      ...(index === 75 ? [leave(within(), 'manager', 4), leave(within(), 'agent2', 8)] : []),
    ];
  });
}
