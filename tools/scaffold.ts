/** The files with which a capability begins: its words, its room, and a first story that fails until it is built. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** @param name singular, as `visit`. */
function filesOf(name: string): Record<string, string> {
  const Name = capital(name);
  return {
    [`src/language/${name}/commands.ts`]: `/** What can be asked about ${name}s. */
import { command } from '../spec.js';

export const commands = {
  'list-${name}s': command({ asks: {}, may: 'anyone' }),
};
`,
    [`src/language/${name}/verbs.ts`]: `/** How people ask about ${name}s. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  ${name}s: {
    spelled: { en: ['${name}s'], zh: ['${name}s列表'] },
    help: { en: [['${name}s', 'lists ${name}s']], zh: [['${name}s列表', '查看列表']] },
    to: 'anyone',
    alone: only({ do: 'list-${name}s' }),
  },
} satisfies Record<string, Verb>;
`,
    [`src/language/${name}/sentences.ts`]: `/** What the desk says about ${name}s. */
import type { Text } from '../../card.js';

export const en = {
  title: '${Name}s',
  none: ['There are none.'] as Text,
};

export const zh: typeof en = {
  title: '列表',
  none: ['暂无记录。'],
};
`,
    [`src/language/${name}/index.ts`]: `export { commands } from './commands.js';
export { verbs } from './verbs.js';
export { en, zh } from './sentences.js';
`,
    [`src/${name}/${name}.ts`]: `/** What a ${name} is, and what becomes of it. Pure. */
import type { Recorded } from '../history.js';

export type ${Name} = Recorded;
`,
    [`src/${name}/${name}.store.ts`]: `/** Where ${name}s are kept. */
import type { Connection } from 'mongoose';
import { openRecords } from '../store/records.js';
import type { ${Name} } from './${name}.js';

export const open${Name}s = (connection: Connection) => openRecords<${Name}>(connection, '${name}s', {}, []);
`,
    [`src/${name}/${name}.cards.ts`]: `/** How ${name}s are shown. Pure. */
import type { Card, Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { ${Name} } from './${name}.js';

export const listCard = (${name}s: readonly ${Name}[], viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.${name}.title,
  parts: [
    ${name}s.length > 0
      ? { kind: 'list', ordered: false, items: ${name}s.map(({ _id }) => [_id]) }
      : { kind: 'text', text: say.${name}.none },
  ],
});
`,
    [`src/${name}/${name}.handlers.ts`]: `/** What is asked of ${name}s. */
import type { Handlers } from '../context.js';
import type { Ledger } from '../history.js';
import { card } from '../reply.js';
import { listCard } from './${name}.cards.js';
import type { ${Name} } from './${name}.js';

export function create${Name}s({ ledger }: { ledger: Ledger<${Name}> }) {
  const handlers: Handlers<'list-${name}s'> = {
    'list-${name}s': async (_, { viewer, say }) =>
      card(listCard(await ledger.model.find().lean<${Name}[]>(), viewer, say)),
  };
  return { handlers };
}
`,
    [`test/${name}/${name}.test.ts`]: `/** The stories of ${name}s. */
import { understand } from '../../src/language/understand.js';

test('an employee asks for ${name}s in both languages', () => {
  expect(understand('${name}s', {})).toEqual({ do: 'list-${name}s' });
  expect(understand('${name}s列表', {})).toEqual({ do: 'list-${name}s' });
});

test('the first story of ${name}s', () => {
  throw new Error('Tell it over the real store, as people see it: who does what in chat, and what do the others read?');
});
`,
  };
}

function insert(file: string, line: string, before: string): void {
  const text = readFileSync(file, 'utf8');
  const at = text.lastIndexOf(before);
  if (at < 0) throw new Error(`${file} has no line that begins with "${before}": add by hand: ${line}`);
  writeFileSync(file, text.slice(0, at) + line + text.slice(at));
}

/**
 * Writes a capability's two folders and its first story, and names it where capabilities and rooms are listed.
 * @param prefix of its records' numbers, as `VIS`; without it, the name's first three letters.
 * @returns the files that were written or changed. @throws an error that names what is wrong; nothing is written then.
 */
export async function scaffold(root: string, name: string, prefix = name.slice(0, 3).toUpperCase()): Promise<string[]> {
  if (!/^[a-z]{3,30}$/.test(name)) throw new Error('Name the capability by one English noun: npm run new -- visit');
  if (!/^[A-Z]{3,5}$/.test(prefix)) throw new Error(`The prefix ${prefix} is not three to five capital letters`);
  const files = filesOf(name);
  for (const folder of [`src/language/${name}`, `src/${name}`])
    if (existsSync(join(root, folder))) throw new Error(`${folder} is there already`);
  const rooms = join(root, 'src/rooms.ts');
  if (readFileSync(rooms, 'utf8').includes(`ledger('${prefix}'`))
    throw new Error(`Records with the prefix ${prefix} are there already: npm run new -- ${name} <PREFIX>`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), await format(text, { ...(await resolveConfig('package.json')), filepath: file }));
  }
  const Name = capital(name);
  insert(join(root, 'src/language/index.ts'), `export * as ${name} from './${name}/index.js';\n`, 'export * as digest');
  insert(
    rooms,
    `import { create${Name}s } from './${name}/${name}.handlers.js';\nimport { open${Name}s } from './${name}/${name}.store.js';\n`,
    'import { together',
  );
  insert(
    rooms,
    `    create${Name}s({ ledger: ledger('${prefix}', open${Name}s(connection)) }),\n`,
    '  ]);\n  const desk',
  );
  return [...Object.keys(files), 'src/language/index.ts', 'src/rooms.ts'];
}
