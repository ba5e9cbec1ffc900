/** Round robin over a set that changes: whoever had one longest ago, through the whole ticket room and its store. */
import { createDirectory, peoplePolicy, teamsPolicy, type Group } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { stretchOf } from '../../src/staffing/days.js';
import { staffingOf } from '../../src/staffing/staffing.js';
import { house, MONDAY } from './people.js';
import { as, openRoom, time, vpn, type Room } from './room.js';

const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
const staff = ['agent', 'agent2', 'security', 'admin'];

function company(change: Partial<Group>) {
  const group = { ...teams.groups[0]!, assignment: 'round-robin', members: staff, tiers: {}, skills: {}, ...change };
  const directory = createDirectory(people, teamsPolicy.parse({ ...teams, groups: [group, teams.groups[1]] }));
  // The second of them is away on every other day.
  const away = [24, 26, 28, 30].map((day) => {
    const date = `2026-11-${day}`;
    return stretchOf({ from: date, to: date }, 'Europe/Berlin');
  });
  const staffing = staffingOf(directory, () => ({ leave: new Map([['agent2', away]]), overrides: new Map() }));
  return openRoom({ ...house, directory, staffing });
}

let tickets = 0;
/** Who got it. */
async function opened(desk: Room, words: string): Promise<string> {
  const title = `${words} ${++tickets}`;
  await desk.handlers['open-ticket']({ ...vpn, title }, as('employee'));
  return (await desk.model.findOne({ title }).lean())!.assignee!.id;
}
const countOf = (all: readonly string[]) => staff.map((id) => all.filter((each) => each === id).length);

describe('where two know the network and two the hardware', () => {
  const skills = { agent: ['network'], agent2: ['network'], security: ['hardware'], admin: ['hardware'] };
  const room = company({ skills: skills as never });
  it('each gets as many as the others, though the matters take turns', async () => {
    const desk = await room();
    const got: string[] = [];
    for (let time = 0; time < 12; time++)
      got.push(await opened(desk, 'vpn drops'), await opened(desk, 'laptop is broken'));
    expect(countOf(got)).toEqual([6, 6, 6, 6]);
  });
});

describe('where one of three is away at every other ticket', () => {
  const room = company({ members: ['agent', 'agent2', 'security'] });
  it('those who are always there differ by two at most', async () => {
    const desk = await room();
    const got: string[] = [];
    for (let ticket = 0; ticket < 24; ticket++) {
      time.now = new Date(MONDAY.getTime() + (ticket % 8) * 86_400_000);
      got.push(await opened(desk, 'vpn'));
    }
    const [a, b, c] = countOf(got);
    expect(Math.abs(a! - c!)).toBeLessThanOrEqual(2);
    expect(b).toBeGreaterThanOrEqual(4);
  });
});

describe('of several tickets at once', () => {
  const room = company({});
  it('each member gets as many, by two processes too', async () => {
    const desk = await room();
    const other = await room(desk);
    const many = Array.from({ length: 12 }, (_, index) => opened([desk, other][index % 2]!, `printer ${index}:`));
    expect(countOf(await Promise.all(many))).toEqual([3, 3, 3, 3]);
  });
});
