/** The facts that rules may ask of every subject: its risk, its duration, and its requester. Pure. */
import type { Directory, Person } from '../people.js';
import type { Facts, Lent } from './conditions.js';

const fact = (en: string, zh: string, is: Lent[string]['is'] = 'text') => ({ label: { en, zh }, is });
const known = (values: readonly (string | undefined)[]): Lent[string]['is'] => {
  const among = [...new Set(values.flatMap((each) => each ?? []))];
  return among.length > 0 ? { among } : 'text';
};

export const risks = ['low', 'medium', 'high'] as const;
export type Risk = (typeof risks)[number];

/** What every subject lends, beside its requester's and its own. */
export const common: Lent = {
  risk: fact('risk', '风险', { levels: risks }),
  duration: fact('duration in hours', '时长（小时）', 'number'),
};

/** A value that nobody has is a slip of the pen, unless people come and go while the desk runs. */
export const personal = ({ people, isOpen }: Directory): Lent => ({
  requester: fact('requester', '申请人', known(people.map(({ id }) => id))),
  department: fact('department', '部门', isOpen ? 'text' : known(people.map(({ department }) => department))),
  location: fact('location', '地点', isOpen ? 'text' : known(people.map(({ location }) => location))),
  title: fact('title', '职位', isOpen ? 'text' : known(people.map(({ title }) => title.en))),
  role: fact('role', '角色', { among: ['agent', 'lead', 'security', 'admin'] }),
  manager: fact('manager', '上级', known(people.map(({ id }) => id))),
});

/** The managers above a person, the nearest first, however the directory loops. */
export function managersOf(person: string, directory: Pick<Directory, 'person'>): Person[] {
  const chain: Person[] = [];
  const seen = new Set<string>();
  let one = directory.person(directory.person(person)?.manager ?? '');
  while (one && !seen.has(one.id)) {
    chain.push(one);
    seen.add(one.id);
    one = directory.person(one.manager ?? '');
  }
  return chain;
}

/** `manager` is each of the managers above. */
export function factsOf(requester: string, directory: Directory): Facts {
  const { department, location, title, roles } = directory.person(requester) ?? {};
  return {
    requester,
    department,
    location,
    title: title?.en,
    role: roles,
    manager: managersOf(requester, directory).map(({ id }) => id),
  };
}
