/** What `find` was asked: words, and filters by state, person and group, in English and in Chinese. Pure. */
import { openStates, type State } from '../ticket.js';
import { soughtTerms } from './terms.js';

export type Sought = {
  terms: string[];
  states?: readonly State[];
  person?: string;
  group?: string;
  /** A state that nobody knows. */
  unknown?: string;
};

const states: Record<string, readonly State[]> = {
  open: openStates,
  未完结: openStates,
  未关闭: openStates,
  new: ['new'],
  新建: ['new'],
  assigned: ['assigned'],
  已认领: ['assigned'],
  已分派: ['assigned'],
  'in-progress': ['in-progress'],
  'in progress': ['in-progress'],
  处理中: ['in-progress'],
  waiting: ['waiting'],
  等待: ['waiting'],
  等待中: ['waiting'],
  resolved: ['resolved'],
  已解决: ['resolved'],
  closed: ['closed'],
  已关闭: ['closed'],
};

/** Names that are known may have spaces: `person:Emma Chen`, `组:IT 服务台`; `“…”` holds any value together. */
export type Names = { people: readonly string[]; groups: readonly string[] };

/** The value that the words begin with: the longest that is known, else what is quoted, else a word. */
function valueOf(words: string, known: readonly string[]): { said: string; value: string } {
  const [quoted, inside] = /^["“「]([^"”」]+)["”」]/.exec(words) ?? [];
  if (quoted && inside) return { said: quoted, value: inside };
  const lower = words.toLowerCase();
  const [longest] = known
    .filter((each) => lower.startsWith(each.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(words.slice(each.length)))
    .toSorted((one, other) => other.length - one.length);
  const said = longest ? words.slice(0, longest.length) : /^[^\s,，]+/.exec(words)![0];
  return { said, value: said };
}

const filter = /(?<![\p{Script=Latin}\p{N}])(state|person|group|状态|人员|组)\s*[:：]\s*@?(?=[^\s,，])/iu;
const keys = { state: 'state', 状态: 'state', person: 'person', 人员: 'person', group: 'group', 组: 'group' } as const;

export function readSought(words: string, names: Names = { people: [], groups: [] }): Sought {
  const known = { state: Object.keys(states), person: names.people, group: names.groups };
  const sought: Omit<Sought, 'terms'> = {};
  let plain = '';
  let rest = words;
  for (let found = filter.exec(rest); found; found = filter.exec(rest)) {
    const [whole, key] = found;
    const what = keys[key!.toLowerCase() as keyof typeof keys];
    const start = found.index + whole.length;
    const { said, value } = valueOf(rest.slice(start), known[what]);
    const stages = states[value.toLowerCase()];
    plain += `${rest.slice(0, found.index)} `;
    if (what !== 'state') sought[what] = value;
    else if (stages) sought.states = stages;
    else sought.unknown = said;
    rest = rest.slice(start + said.length);
  }
  return { ...sought, terms: soughtTerms(`${plain}${rest}`) };
}

/** The tickets that are named in these words, each once. */
export const numbersIn = (words: string): string[] => [
  ...new Set([...words.matchAll(/INC-(\d{1,9})\b/gi)].map(([, digits]) => `INC-${Number(digits)}`)),
];
