/** Who may do what with a ticket, command by command; what is refused names the right that is missing. */
import type { Context } from '../../src/context.js';
import type { Command } from '../../src/language/command.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { readSla } from '../../src/sla/policy.js';
import { plain } from '../../src/card.js';
import { Refusal } from '../../src/refusal.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { wording } from '../../src/language/wording.js';
import { claimed, MONDAY, newTicket, resolved } from './people.js';
import { openRoom, type Room } from './room.js';

/** The demo company with somebody who follows the ticket, somebody who has nothing to do with it, and another group. */
function company(sensitive: boolean) {
  const people = readPolicy('policies', 'people.yaml', peoplePolicy).value.people;
  const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
  const like = (id: string) => ({
    ...people.find((each) => each.id === 'employee')!,
    id,
    name: id,
    email: `${id}@x.example`,
  });
  const groups = teams.groups.map((group) => (group.id === 'it' ? { ...group, members: ['agent'], sensitive } : group));
  const directory = createDirectory({ people: [...people, like('follower'), like('outsider')] }, { ...teams, groups });
  return { directory, sla: readSla('policies', directory), staffing: staffingOf(directory, () => nothingAgreed) };
}

const kinds = {
  requester: 'employee',
  follower: 'follower',
  agent: 'agent',
  lead: 'lead',
  manager: 'manager',
  admin: 'admin',
  'agent of another group': 'agent2',
  outsider: 'outsider',
} as const;
type Kind = keyof typeof kinds;

const agents: Kind[] = ['agent', 'lead'];
const seers: Kind[] = ['requester', 'follower', 'manager', ...agents];
const [ticket, other, missing] = ['INC-91', 'INC-92', 'INC-99'];

/** The right that is missing, and what can be done instead. */
const missingRight =
  /Only agents of IT service desk can .*Write to them|Only the requester, followers and agents .*Follow it|Only Emma Chen can rate/;

/** Each command with those who may give it, on a ticket in a state in which it can be given. */
const rights: [command: Command, state: 'new' | 'claimed' | 'resolved', may: readonly Kind[]][] = [
  [{ do: 'show-ticket', ticket }, 'new', seers],
  [{ do: 'why', ticket }, 'new', seers],
  [{ do: 'watch', ticket }, 'new', seers],
  [{ do: 'since', ticket, from: 'yesterdayT15:00' }, 'new', agents],
  [{ do: 'watch', ticket, person: 'security' }, 'new', agents],
  [{ do: 'comment', ticket, words: 'It is back' }, 'new', ['requester', 'follower', ...agents]],
  [{ do: 'claim', ticket }, 'new', agents],
  [{ do: 'note', ticket, text: 'Hm' }, 'new', agents],
  [{ do: 'reply', ticket, text: 'Hello', checked: 'yes' }, 'new', agents],
  [{ do: 'working', ticket }, 'new', agents],
  [{ do: 'wait', ticket, cause: 'supplier', reason: 'A part' }, 'new', agents],
  [{ do: 'edit', ticket, priority: 'P1' }, 'new', agents],
  [{ do: 'assign', ticket, to: 'lead' }, 'claimed', agents],
  [{ do: 'move', ticket, group: 'network', note: 'Yours' }, 'new', agents],
  [{ do: 'link', ticket, to: other, kind: 'related' }, 'new', agents],
  [{ do: 'merge', ticket, into: other }, 'new', agents],
  [{ do: 'add-task', ticket, title: 'Order it' }, 'new', agents],
  [{ do: 'dismiss', ticket }, 'new', agents],
  [{ do: 'escalate', ticket, reason: 'Now' }, 'new', ['requester', ...agents]],
  [{ do: 'resolve', ticket, summary: 'Done' }, 'new', ['requester', ...agents]],
  [{ do: 'reopen', ticket }, 'resolved', ['requester', ...agents]],
  [{ do: 'close', ticket }, 'resolved', ['requester', ...agents]],
  [{ do: 'rate', ticket, resolution: 1, score: 5 }, 'resolved', ['requester']],
];

describe.each([
  ['an open group', false],
  ['a sensitive group', true],
])('a ticket of %s', (_, sensitive) => {
  const house = company(sensitive);
  const room = openRoom(house);
  let opened: Promise<Room> | undefined;
  let deliveries = 0;
  const states = { new: newTicket(), claimed: claimed(), resolved: resolved() };

  async function given(desk: Room, command: Command, who: string, lang: 'en' | 'zh' = 'en'): Promise<string> {
    const act: Context = {
      actor: house.directory.person(who)!,
      by: who,
      now: MONDAY,
      origin: `delivery-${(deliveries += 1)}`,
      viewer: { lang, zone: 'UTC' },
      say: wording[lang],
      place: { platform: 'slack', private: true },
    };
    try {
      const handlers = desk.handlers as unknown as Record<string, (command: Command, act: Context) => Promise<unknown>>;
      await handlers[command.do]!(command, act);
      return 'done';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return plain(error.why(wording[lang]), act.viewer);
    }
  }

  it.each(rights)('%j', async (command, state, may) => {
    const desk = await (opened ??= room());
    const put = async (id: string) => {
      const followers = [{ id: 'follower', name: 'follower' }];
      await desk.model.deleteOne({ _id: id });
      await desk.model.collection.insertOne({ ...states[state], _id: id, origin: id, followers, version: 1 } as never);
    };
    await put(other);
    const unseen = (words: string) => words.replace(/INC-9\d/, 'INC-N');
    const nowhere = { ...command, ticket: missing, ...('kind' in command ? { to: missing } : {}) } as Command;
    for (const [kind, who] of Object.entries(kinds) as [Kind, string][]) {
      await put(ticket);
      const hidden = sensitive && kind === 'manager';
      const said = `${kind}: ${unseen(await given(desk, command, who))}`;
      if (may.includes(kind) && !hidden) expect(said).toBe(`${kind}: done`);
      else if (seers.includes(kind) && !hidden) expect(said).toMatch(missingRight);
      else {
        expect(said).toBe(`${kind}: There is no ticket INC-N that you can see.`);
        expect(unseen(await given(desk, nowhere, who))).toBe('There is no ticket INC-N that you can see.');
      }
    }
    await put(ticket);
    const refused = Object.keys(kinds).find((kind) => !may.includes(kind as Kind)) as Kind;
    expect(await given(desk, command, kinds[refused], 'zh')).toMatch(/\p{Script=Han}/u);
  });
});
