/** What is wrong in teams.yaml stops the start with its place and the remedy. */
import { readDirectory } from '../../src/directory/policy.js';
import { readSla } from '../../src/sla/policy.js';
import { policiesWith } from '../approvals/company.js';

test.each([
  ['nobody in the rota', 'people: [agent, agent2]', 'people: []', /teams\.yaml:\d+: groups\.0\.rota\.people: is empty/],
  ['a stranger in the rota', 'people: [agent, agent2]', 'people: [agent, owner]', /"owner" does not work in it/],
  [
    'a hand-over that is no time',
    'handOver: Mon 09:00',
    'handOver: Monday',
    /not a weekday and time such as Mon 09:00/,
  ],
  ['a start that is no date', 'starts: 2026-11-02', 'starts: soon', /not a date such as 2026-11-02/],
  [
    'a tier of somebody else',
    'tiers: { agent2: L2 }',
    'tiers: { owner: L2 }',
    /groups\.0\.tiers\.owner: "owner" does not/,
  ],
  [
    'a tier that is none',
    'tiers: { agent2: L2 }',
    'tiers: { agent2: L4 }',
    /teams\.yaml:\d+: groups\.0\.tiers\.agent2/,
  ],
  ['a level above ten', 'network: 9, hardware: 5', 'network: 11, hardware: 5', /teams\.yaml:\d+: groups\.0\.skills/],
  ['a cap of nothing', 'cap: 25', 'cap: 0', /teams\.yaml:\d+: groups\.0\.cap/],
  [
    'skill in no category',
    'network: 9, hardware: 5',
    'networks: 9',
    /priorities\.yaml:\d+: .+rates skill in "networks"/,
  ],
])('%s', (_, from, to, said) => {
  const dir = policiesWith('teams.yaml', [from, to]);
  expect(() => readSla(dir, readDirectory(dir))).toThrow(said);
});
