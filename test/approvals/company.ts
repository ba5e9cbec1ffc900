/** The demo company as the approval rooms see it, and ways to change its policies for one story. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readApprovals } from '../../src/approvals/policy.js';
import { closedOffice, createRoutes, type Office, type Routes } from '../../src/approvals/routes.js';
import { plain } from '../../src/card.js';
import { readDirectory } from '../../src/directory/policy.js';
import type { Directory, Person } from '../../src/people.js';
import { Refusal } from '../../src/refusal.js';
import { readSla } from '../../src/sla/policy.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { subjects } from '../../src/policies.js';
import { wording } from '../../src/language/wording.js';

export const policies = resolve('policies');

/** A copy of the demo policies with some lines replaced. */
export function policiesWith(file: string, ...changes: readonly [from: string, to: string][]): string {
  const dir = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync(policies, dir, { recursive: true });
  const path = join(dir, file);
  const text = changes.reduce(
    (before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`${file} has no "${from}"`);
      return before.replace(from, to);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
  return dir;
}

export type Company = { directory: Directory; routes: Routes; dir: string; one(id: string): Person };

type Read = { directory: Directory; approvals: ReturnType<typeof readApprovals>; sla: ReturnType<typeof readSla> };
const known = new Map<string, Read>();

/** What stands in a folder, read once: nothing is changed in one that is in use. */
function read(dir: string): Read {
  const before = known.get(dir);
  if (before) return before;
  const directory = readDirectory(dir);
  const found = { directory, approvals: readApprovals(dir, directory, subjects), sla: readSla(dir, directory) };
  known.set(dir, found);
  return found;
}

export function company(
  dir = policies,
  delegations: Office['delegations'] = () => [],
  oneChat: readonly string[] = [],
): Company {
  const { directory, approvals, sla } = read(dir);
  const one = (id: string): Person => {
    const found = directory.person(id);
    if (!found) throw new Error(`nobody is called ${id}`);
    return found;
  };
  const staffing = staffingOf(directory, () => nothingAgreed);
  const office = {
    ...closedOffice,
    onDuty: staffing.onDuty,
    delegations,
    hasSecondChat: (person: string) => !oneChat.includes(person),
    calendar: (person: string) => sla.calendar(directory.person(person)?.calendar ?? staffing.calendarOf(person)),
  };
  return { directory, routes: createRoutes(approvals, directory, office), dir, one };
}

/** What a person is told when the desk refuses; fails when it does not refuse. */
export function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return plain(error.why(wording.en), { lang: 'en', zone: 'UTC' });
    throw error;
  }
  throw new Error('it was allowed');
}

export const at = (moment: string): Date => new Date(`2026-11-23T${moment}:00Z`);
export const hoursAfter = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);
