/** What is derived from the verbs for those who read before they type: the page of commands, and what Teams suggests. Pure. */
import type { Lang } from '../text.js';
import type { Right, Verb } from './spec.js';
import { verbs, wordOf } from './vocabulary.js';

const readers: readonly (readonly [right: Right, title: string])[] = [
  ['anyone', 'Everybody'],
  ['agent', 'Agents'],
  ['lead', 'Leads'],
  ['security', 'Security officers'],
  ['admin', 'Administrators'],
];

const linesOf = (right: Right, lang: Lang) =>
  [...verbs.values()].flatMap((verb) => verb.help[lang].filter(([, , to = verb.to]) => to === right));

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** `docs/commands.md`: what each kind of person can type, in both languages. */
export function commandsPage(): string {
  const tables = readers.map(([right, title]) => {
    const chinese = linesOf(right, 'zh');
    const rows = linesOf(right, 'en').map(
      ([example, does], index) => `| \`${cell(example)}\` | \`${cell(chinese[index]![0])}\` | ${cell(does)} |`,
    );
    return [`## ${title}`, '', '| Type | 中文 | What it does |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return (
    [
      '# Commands',
      'This page is written by `npm run commands`, from what each capability says of its verbs. A lead can type what agents can. In a channel, put `/it` (Slack), the desk’s name (Teams) or `!` first; in the thread of a ticket its number may be left out.',
      ...tables,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

/** Teams shows at most ten commands a list: developer schema of its app manifest, `commandLists`. */
const MOST_COMMANDS = 10;

type Suggestion = { title: string; description: string };

function suggestion(verb: Verb): Suggestion {
  const [[example, does]] = verb.help.en;
  const alone = verb.alone?.('', { commanded: true }) ?? verb.about?.('INC-1', '', { do: 'help' });
  return { title: alone ? wordOf(verb, 'en') : example, description: `${does} · ${wordOf(verb, 'zh')}` };
}

/** What Teams suggests while somebody types: to employees in their own chat, to agents in a team's channels. */
export function teamsCommandLists(): { scopes: string[]; commands: Suggestion[] }[] {
  const all = [...verbs.values()];
  const own = all.filter(({ to, alone }) => to === 'anyone' && alone);
  const agents = all.filter(({ to }) => to === 'agent');
  return [
    { scopes: ['personal'], commands: own.slice(0, MOST_COMMANDS).map(suggestion) },
    { scopes: ['team'], commands: agents.slice(0, MOST_COMMANDS).map(suggestion) },
  ];
}
