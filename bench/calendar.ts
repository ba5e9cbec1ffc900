/** How many times a second working time is added to a moment, on one core, by a calendar of two years of holidays. */
import { createDirectory, peoplePolicy, teamsPolicy } from '../src/people.js';
import { readPolicy } from '../src/policy.js';
import { add } from '../src/sla/calendar.js';
import { readSla } from '../src/sla/policy.js';
import { goal } from './table.js';

const ADDED = 40 * 3600;
const GOAL = 200_000;
const YEARS = [Date.UTC(2026, 0), Date.UTC(2027, 11)] as const;

/** Moments all over the two years, so that no branch of the search is asked twice in a row. */
export function measureCalendar(policies: string, times: number): void {
  const directory = createDirectory(
    readPolicy(policies, 'people.yaml', peoplePolicy).value,
    readPolicy(policies, 'teams.yaml', teamsPolicy).value,
  );
  const calendar = readSla(policies, directory).calendar('china');
  const [first, last] = YEARS;
  const moments = Array.from({ length: 4096 }, (_, index) => {
    const share = (index * 0.618_034) % 1;
    return new Date(first + Math.floor(share * (last - first)));
  });
  const run = (count: number): number => {
    let checksum = 0;
    for (let index = 0; index < count; index++) checksum += add(calendar, moments[index % 4096]!, ADDED).getTime();
    return checksum;
  };
  run(times / 10);
  const started = performance.now();
  if (!(run(times) > 0)) throw new Error('nothing was added');
  const rate = times / ((performance.now() - started) / 1000);
  goal('Working time: 40 h added to a moment', `${Math.round(rate / 1000)},000/s`, `≥ ${GOAL}/s`, rate >= GOAL);
}
