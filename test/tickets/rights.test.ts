/**
 * Who may do what with a ticket: each command by each relation to it, through the door and the handlers. The table is the
 * rule as people can read it; a command that forgets to ask changes it. What a refusal says is tested elsewhere.
 */
import { readFileSync } from 'node:fs';
import { needRight } from '../../src/door.js';
import type { Context } from '../../src/context.js';
import { specs, type Command } from '../../src/language/command.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { readSla } from '../../src/sla/policy.js';
import { plain } from '../../src/card.js';
import { Refusal } from '../../src/refusal.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { sightOf } from '../../src/tickets/ticket.js';
import { wait } from '../../src/tickets/work/waiting.js';
import { wording, type Wording } from '../../src/language/wording.js';
import { after, by, claimed, house as demo, MONDAY, newTicket, resolved } from './people.js';
import { openRoom, type Room } from './room.js';

const FILE = 'test/tickets/rights.txt';

/** The demo company with a follower, an outsider, and another group that has a lead of its own. */
function company(sensitive: boolean) {
  const people = readPolicy('policies', 'people.yaml', peoplePolicy).value.people;
  const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
  const like = (id: string) => ({
    ...people.find((each) => each.id === 'employee')!,
    id,
    name: id,
    email: `${id}@x.example`,
  });
  const groups = teams.groups.map((group) =>
    group.id === 'it' ? { ...group, members: ['agent'], sensitive } : { ...group, lead: 'lead2' },
  );
  const newcomers = ['follower', 'outsider', 'lead2'].map(like);
  const directory = createDirectory({ people: [...people, ...newcomers] }, { ...teams, groups });
  return { directory, sla: readSla('policies', directory), staffing: staffingOf(directory, () => nothingAgreed) };
}

const relations = {
  requester: 'employee',
  follower: 'follower',
  agent: 'agent',
  lead: 'lead',
  'other agent': 'agent2',
  'other lead': 'lead2',
  manager: 'manager',
  security: 'security',
  admin: 'admin',
  outsider: 'outsider',
} as const;

const [ticket, other, missing] = ['INC-91', 'INC-92', 'INC-99'] as const;
const hold = { cause: 'supplier', reason: 'A part' } as const;
const states = {
  new: newTicket(),
  claimed: claimed(),
  waiting: after(claimed(), (each) => wait(each, by('agent'), demo, hold)),
  resolved: resolved(),
};

/** Each command about a ticket, on a ticket in a state in which it can be given. */
const rows: [command: Command, state?: keyof typeof states, note?: string][] = [
  [{ do: 'show-ticket', ticket }],
  [{ do: 'why', ticket }],
  [{ do: 'watch', ticket }],
  [{ do: 'watch', ticket, person: 'security' }, 'new', 'somebody else'],
  [{ do: 'comment', ticket, words: 'It is back' }],
  [{ do: 'escalate', ticket, reason: 'Now' }],
  [{ do: 'major', ticket, text: 'The gateway is down' }],
  [{ do: 'resolve', ticket, summary: 'Done' }],
  [{ do: 'reopen', ticket }, 'resolved'],
  [{ do: 'close', ticket }, 'resolved'],
  [{ do: 'rate', ticket, resolution: 1, score: 5 }, 'resolved'],
  [{ do: 'claim', ticket }],
  [{ do: 'assign', ticket, to: 'lead' }, 'claimed'],
  [{ do: 'move', ticket, group: 'network', note: 'Yours' }],
  [{ do: 'note', ticket, text: 'Hm' }],
  [{ do: 'reply', ticket, text: 'Hello', checked: 'yes' }],
  [{ do: 'working', ticket }],
  [{ do: 'snooze', ticket, hours: 1, reason: 'A part comes' }, 'claimed'],
  [{ do: 'need-help', ticket, reason: 'Two more hands' }, 'claimed'],
  [{ do: 'wait', ticket, cause: 'supplier', reason: 'A part' }],
  [{ do: 'resume', ticket }, 'waiting'],
  [{ do: 'edit', ticket, priority: 'P1' }],
  [{ do: 'since', ticket, from: 'yesterdayT15:00' }],
  [{ do: 'link', ticket, to: other, kind: 'related' }],
  [{ do: 'merge', ticket, into: other }],
  [{ do: 'add-task', ticket, title: 'Order it' }],
  [{ do: 'dismiss', ticket }],
];

/** What comes of several commands, names no ticket of its own, or belongs to another room. */
const elsewhere = ['ask-instead', 'bulk', 'help', 'join', 'request-access', 'send-note', 'write-article'];

/** What a refusal means, by the sentence that it says. */
const marks = new Map([
  ['general.needsRole', 'role'],
  ['tickets.noSuchTicket', '·'],
  ['tickets.agentsOnly', 'no'],
  ['major.confidential', 'never'],
  ['work.followToComment', 'no'],
  ['rating.requesterRates', 'no'],
]);

/** The name of the sentence that a refusal says. */
function sentenceOf(refusal: Refusal): string {
  const names: string[] = [];
  const say = Object.fromEntries(
    Object.entries(wording.en).map(([room, sentences]) => [
      room,
      new Proxy(sentences, {
        get(all, key: string) {
          names.push(`${room}.${key}`);
          return (all as Record<string, unknown>)[key];
        },
      }),
    ]),
  );
  refusal.why(say as Wording);
  return names[0]!;
}

describe.each([
  ['a ticket of an open group', false],
  ['a ticket of a sensitive group', true],
] as const)('%s', (title, sensitive) => {
  const house = company(sensitive);
  const room = openRoom(house);
  const followers = [{ id: 'follower', name: 'follower' }];
  let deliveries = 0;

  const person = (who: string) => house.directory.person(who)!;
  const sight = (who: string) => sightOf(person(who), { ...states.new, followers }, house);

  /** @returns the refusal, or nothing when it was done. @param door how the command is let in. */
  async function refusalOf(desk: Room, command: Command, who: string, door = needRight): Promise<Refusal | undefined> {
    const context: Context = {
      actor: person(who),
      by: who,
      now: MONDAY,
      origin: `delivery-${(deliveries += 1)}`,
      viewer: { lang: 'en', zone: 'UTC' },
      say: wording.en,
      place: { platform: 'slack', private: true },
    };
    const handlers = desk.handlers as unknown as Record<string, (command: Command, act: Context) => Promise<unknown>>;
    try {
      door(context.actor, command);
      await handlers[command.do]!(command, context);
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
  const text = (refusal: Refusal, lang: 'en' | 'zh' = 'en') =>
    plain(refusal.why(wording[lang]), { lang, zone: 'UTC' }).replace(/INC-9\d/, 'INC-N');

  test(`is worked on as ${FILE} says`, async () => {
    const desk = await room();
    const put = async (id: string, state: keyof typeof states) => {
      await desk.model.deleteOne({ _id: id });
      await desk.model.collection.insertOne({ ...states[state], _id: id, origin: id, followers, version: 1 } as never);
    };
    const mark = async (command: Command, state: keyof typeof states, who: string): Promise<string> => {
      await put(ticket, state);
      const refusal = await refusalOf(desk, command, who);
      if (!refusal) return 'yes';
      expect(text(refusal, 'zh')).toMatch(/\p{Script=Han}/u);
      const found = marks.get(sentenceOf(refusal));
      if (found === 'role') {
        const inside = await refusalOf(desk, command, who, () => {});
        expect(marks.get(sentenceOf(inside!))).toBe(sight(who) === 'nothing' ? '·' : 'no');
      }
      if (found !== '·') return found ?? sentenceOf(refusal);
      const nowhere = { ...command, ticket: missing, ...('kind' in command ? { to: missing } : {}) } as Command;
      expect(text((await refusalOf(desk, nowhere, who))!)).toBe(text(refusal));
      return found;
    };
    const names = Object.keys(relations);
    const line = (name: string, cells: readonly string[]) =>
      [name.padEnd(22), ...cells.map((cell) => cell.padEnd(12))].join('').trimEnd();
    const sights = Object.values(relations).map((who) => sight(who).replace('nothing', '·'));
    const table = [line(title.replace('a ticket of ', ''), names), line('reads', sights)];
    for (const [command, state = 'new', note] of rows) {
      const cells: string[] = [];
      for (const who of Object.values(relations)) {
        await put(other, 'new');
        cells.push(await mark(command, state, who));
      }
      table.push(line(note ? `${command.do} (${note})` : command.do, cells));
    }
    expect(readFileSync(FILE, 'utf8')).toContain(`${table.join('\n')}\n`);
  });
});

const file = readFileSync(FILE, 'utf8');
const tables = file.trim().split('\n\n').slice(1);
const column = (table: string, relation: string) => {
  const [head = '', ...lines] = table.split('\n');
  const at = 22 + 12 * Object.keys(relations).indexOf(relation);
  expect(head.slice(at, at + 12).trim()).toBe(relation);
  return lines.map((line) => line.slice(at, at + 12).trim());
};

test('every command that names a ticket is in the table, or is tested elsewhere', () => {
  const named = [...specs].flatMap(([name, { asks }]) => ('ticket' in asks || 'tickets' in asks ? [name] : []));
  const shown = new Set<string>(rows.map(([command]) => command.do));
  expect(named.filter((name) => !shown.has(name)).toSorted()).toEqual(elsewhere);
});

describe.each(tables.map((table) => [table.split('  ', 1)[0], table]))('in %s', (_, table) => {
  test('a lead of another group has the rights of any agent of another group', () =>
    expect(column(table, 'other lead')).toEqual(column(table, 'other agent')));
  test('the lead of the group has the rights of its agents', () =>
    expect(column(table, 'lead')).toEqual(column(table, 'agent')));
  test.each(['security', 'admin', 'outsider'])('%s does nothing', (relation) =>
    expect(column(table, relation)).not.toContain('yes'),
  );
});
