/** Who may import whom: the walls of the house, read from the import statements of every source. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

type Import = {
  from: string;
  /** A file of ours as its path from the root, or a package with its sub-path. */
  to: string;
  ours: boolean;
  /** Gone when compiled: it binds nobody at run time. */
  typesOnly: boolean;
};

const sources = ['src', 'adapters', 'knowledge', 'bench']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .toSorted();

const textOf = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]));

const statement =
  /^(?:import|export)\s(?<clause>[^;'"]*?)\bfrom\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\(\s*'(?<late>[^']+)'\s*\)/gm;

/** `import type …`, or a list in which every name is a type. */
function isTypesOnly(clause: string): boolean {
  if (/^type\b/.test(clause)) return true;
  const names = /^\{([\s\S]*)\}\s*$/.exec(clause)?.[1]?.split(',') ?? ['everything'];
  return names.map((name) => name.trim()).every((name) => name === '' || name.startsWith('type '));
}

function importsOf(file: string): Import[] {
  return [...textOf.get(file)!.matchAll(statement)].map(({ groups = {} }) => {
    const named = (groups['from'] ?? groups['bare'] ?? groups['late'])!;
    const typesOnly = groups['clause'] !== undefined && isTypesOnly(groups['clause']);
    if (!named.startsWith('.')) return { from: file, to: named, ours: false, typesOnly };
    const path = posix.join(posix.dirname(file), named);
    const to = [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')].find((each) => textOf.has(each));
    return { from: file, to: to ?? path, ours: true, typesOnly };
  });
}

const importsFrom = new Map(sources.map((file) => [file, importsOf(file)]));
const imports = [...importsFrom.values()].flat();

/**
 * What each place of the house is, by its path. A folder of `src` is a room, besides the storey below them and the store,
 * when something in it is handled or kept; else it is an engine, pure as a whole, that rooms build into their records.
 */
const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['language', 'store'].includes(entry.name))
  .map(({ name }) => name);
const isFurnished = (folder: string) =>
  sources.some((file) => file.startsWith(`src/${folder}/`) && /\.(handlers|store)\.ts$/.test(file));
const among = (names: readonly string[]) => {
  const path = new RegExp(`^src/(${names.join('|')})/`);
  return (file: string) => path.exec(file)?.[1];
};
const roomOf = among(folders.filter(isFurnished));
const engineOf = among(folders.filter((folder) => !isFurnished(folder)));
/** Named without a role, such as `ticket.ts`; `ticket.store.ts` and its like have one. */
const isPure = (file: string) => (roomOf(file) ?? engineOf(file)) !== undefined && /\/[^./]+\.ts$/.test(file);
/** Draws: from the same record the same card. */
const isDrawing = (file: string) => /^src\/(?:[^/]+\/)+[^/]+\.(cards|forms|notices)\.ts$/.test(file);
/** Reads a file of the policies when the desk starts. */
const isPolicy = (file: string) => /\/(policy|catalogue)\.ts$/.test(file);
/** Puts the house together, and so knows all of it. */
const composition = ['src/main.ts', 'src/deskhand.ts', 'src/rooms.ts', 'src/policies.ts'];
const isComposition = (file: string) => composition.includes(file);
/** What can be said to the desk; it knows no room. */
const isLanguage = (file: string) => file.startsWith('src/language/');
const isShared = (file: string) => (/^src\/[^/]+\.ts$/.test(file) || isLanguage(file)) && !isComposition(file);
const adapterOf = (file: string) => /^adapters\/([^/]+)\//.exec(file)?.[1];
const renderers = [
  'adapters/slack/render.ts',
  'adapters/slack/modal.ts',
  'adapters/teams/render.ts',
  'adapters/teams/form.ts',
];
/** The bare servers that the benchmark measures the desk against. */
const isBare = (file: string) => file.startsWith('bench/bare-');
const isStore = (file: string) => file.startsWith('src/store/');
const isEmbedded = (file: string) => file.startsWith('src/store/embedded/');
/** Runs in the browser. */
const isPage = (file: string) => file.startsWith('adapters/web/page/');
const isPackage = (to: string, ...names: string[]) => names.some((name) => to === name || to.startsWith(`${name}/`));

/** Touches nothing outside. */
const isHarmless = (to: string) => isPackage(to, 'zod', 'luxon', 'yaml', 'node:crypto', 'node:util');
/** They import nothing that touches the world outside: it is handed to them. */
const handedTheWorld = ['src/accounts.ts', 'src/audiences.ts', 'src/config.ts', 'src/desk.ts', 'src/long-texts.ts'];
/** Touches the world outside, by itself or through what it imports: chats, files, the store, the clock of the machine. */
function isWorldly(file: string, onTheWay: readonly string[] = []): boolean {
  if (onTheWay.includes(file)) return false;
  if (isStore(file) || handedTheWorld.includes(file)) return true;
  const used = (importsFrom.get(file) ?? []).filter(({ typesOnly }) => !typesOnly);
  return used.some(({ to, ours }) => (ours ? isWorldly(to, [...onTheWay, file]) : !isHarmless(to)));
}

/** A shared file that a pure one may use. */
const isCalm = (file: string) => isShared(file) && !isWorldly(file);

test('the import statements were read', () => {
  expect(imports.filter(({ ours }) => ours).length).toBeGreaterThan(sources.length);
  expect(imports.some(({ typesOnly }) => typesOnly) && imports.some(({ typesOnly }) => !typesOnly)).toBe(true);
});

test('what the rules name is there', () => {
  const rules = readFileSync('test/imports.test.ts', 'utf8');
  const named = [...rules.matchAll(/'((?:src|adapters|knowledge|bench)\/[^'$]*)'/g)].map(([, path]) => path!);
  expect(named).toContain('src/clock.ts');
  expect(named.filter((path) => !sources.some((file) => file.startsWith(path)))).toEqual([]);
});

test.each(Object.entries({ isPure, isDrawing, isPolicy, isPage, isBare, isCalm }))('some file %s', (_, isOfKind) => {
  expect(sources.filter(isOfKind)).not.toEqual([]);
});

describe('may import', () => {
  const rules: [string, (each: Import) => boolean][] = [
    [
      'the language knows itself alone, and text',
      ({ from, to, ours }) => !isLanguage(from) || isLanguage(to) || to === (ours ? 'src/text.ts' : 'zod'),
    ],
    [
      'what is imported is there',
      ({ to, ours }) =>
        !ours ||
        textOf.has(to) ||
        [to, to.replace(/\.js$/, '.ts'), to.replace(/\.js$/, '.d.ts')].some((file) => existsSync(file)),
    ],
    [
      'the knowledge uses nothing of the desk: it can be used alone',
      ({ from, to, ours }) => !from.startsWith('knowledge/') || !ours || to.startsWith('knowledge/'),
    ],
    [
      'a room uses the shared files, the engines, the knowledge, and of another room its types only',
      ({ from, to, ours, typesOnly }) =>
        roomOf(from) === undefined ||
        !ours ||
        roomOf(to) === roomOf(from) ||
        isShared(to) ||
        engineOf(to) !== undefined ||
        to.startsWith('knowledge/') ||
        (roomOf(to) !== undefined && typesOnly) ||
        (isStore(to) && (typesOnly || from.endsWith('.store.ts'))),
    ],
    [
      'an engine knows no room, and all of it is pure or draws',
      ({ from, to, ours }) =>
        engineOf(from) === undefined ||
        ((isPure(from) || isDrawing(from)) && (!ours || isShared(to) || engineOf(to) !== undefined)),
    ],
    [
      'a pure file uses pure files only: no store, no chat, no file system',
      ({ from, to, ours, typesOnly }) =>
        !isPure(from) ||
        typesOnly ||
        (ours
          ? isPure(to) || isCalm(to) || (isPolicy(from) && to === 'src/policy.ts')
          : isHarmless(to) ||
            // Its library is loaded only where a calendar names a file.
            (from === 'src/sla/holidays.ts' && to === 'node:module')),
    ],
    [
      'cards and forms are drawn by pure files and each other',
      ({ from, to, ours, typesOnly }) =>
        !isDrawing(from) || typesOnly || (ours ? isPure(to) || isDrawing(to) || isCalm(to) : isPackage(to, 'luxon')),
    ],
    [
      'the shared files of the desk know no room and no platform',
      ({ from, to, ours, typesOnly }) =>
        !isShared(from) ||
        !ours ||
        isShared(to) ||
        // How files that people write are read; the knowledge, which is used alone, has it with it.
        (from === 'src/policy.ts' && to === 'knowledge/matcher/source.ts') ||
        (typesOnly && isStore(to)),
    ],
    [
      'the store knows no room, and the embedded store knows nothing of the desk',
      ({ from, to, ours }) =>
        !isStore(from) || !ours || (isEmbedded(from) ? isEmbedded(to) : isStore(to) || isShared(to)),
    ],
    [
      'an adapter uses the shared files of the desk and nothing deeper',
      ({ from, to, ours }) => !from.startsWith('adapters/') || !ours || to.startsWith('adapters/') || isShared(to),
    ],
    [
      'no adapter uses another; only the playground shows what the renderers of both draw',
      ({ from, to }) =>
        adapterOf(from) === undefined ||
        adapterOf(to) === undefined ||
        adapterOf(to) === adapterOf(from) ||
        (adapterOf(from) === 'web' && renderers.includes(to)),
    ],
    [
      'what adapters share knows none of them',
      ({ from, to }) => !from.startsWith('adapters/') || adapterOf(from) !== undefined || adapterOf(to) === undefined,
    ],
    [
      'only the composition knows rooms, store and adapters at once',
      ({ from, to }) => !from.startsWith('src/') || isComposition(from) || !to.startsWith('adapters/'),
    ],
    ['nobody uses the composition but itself', ({ from, to }) => !isComposition(to) || isComposition(from)],
    ['the page in the browser uses nothing of Node', ({ from, to }) => !isPage(from) || !to.startsWith('node:')],
    [
      'the page in the browser shares only types and pure files with its server',
      ({ from, to, ours, typesOnly }) => !isPage(from) || !ours || typesOnly || isPage(to) || isCalm(to),
    ],
    ['a tool of the bench is used by nobody', ({ from, to }) => !to.startsWith('bench/') || from.startsWith('bench/')],
  ];

  test.each(rules)('%s', (_, isAllowed) => {
    expect(imports.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  /** The circles in which these places know each other, as paths. */
  function circlesOf(known: readonly { from: string; to: string }[]): string[] {
    const next = new Map<string, Set<string>>();
    for (const { from, to } of known) next.set(from, (next.get(from) ?? new Set()).add(to));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (place: string, path: readonly string[]): void => {
      if (path.includes(place)) circles.push([...path.slice(path.indexOf(place)), place].join(' → '));
      else if (!done.has(place)) for (const to of next.get(place) ?? []) walk(to, [...path, place]);
      done.add(place);
    };
    for (const place of next.keys()) walk(place, []);
    return circles;
  }

  /**
   * What can be said is put together from what each capability says of its own, which it says in one line of the index;
   * with it come its verbs, and a verb reads words as any of the commands.
   */
  const isUnion = ({ from, to, typesOnly }: Import) =>
    isLanguage(from) && to === 'src/language/command.ts' && typesOnly;

  test('nobody imports in a circle, be it a type', () => {
    expect(circlesOf(imports.filter((each) => each.ours && !isUnion(each)))).toEqual([]);
  });

  test('no two rooms know each other, be it by types', () => {
    const placeOf = (file: string) => roomOf(file) ?? engineOf(file);
    const across = imports.flatMap(({ from, to }) => {
      const [one, other] = [placeOf(from), placeOf(to)];
      return one === undefined || other === undefined || one === other ? [] : [{ from: one, to: other }];
    });
    expect(circlesOf(across)).toEqual([]);
  });
});

describe('a package stays in its place', () => {
  const places: [string, string[], (each: Import) => boolean][] = [
    [
      'Slack’s, in its adapter; the bare server it is measured against is its own',
      ['@slack'],
      ({ from }) => adapterOf(from) === 'slack' || isBare(from),
    ],
    [
      'botbuilder, in two files: its repository is archived, and leaving it must cost no more',
      ['botbuilder', 'botbuilder-core', 'botframework-connector', 'botframework-schema'],
      ({ from }) => ['adapters/teams/app.ts', 'adapters/teams/chat.ts'].includes(from) || isBare(from),
    ],
    [
      'mongoose, in the stores; a model that is handed over is a type',
      ['mongoose'],
      ({ from, typesOnly }) =>
        isStore(from) || from.endsWith('.store.ts') || (typesOnly && !from.startsWith('adapters/')),
    ],
    ['the driver, nowhere: mongoose brings it', ['mongodb'], ({ typesOnly }) => typesOnly],
    ['lmdb and bson, in the embedded store', ['lmdb', 'bson'], ({ from }) => isEmbedded(from)],
    ['Agenda, in the jobs', ['agenda', '@agendajs'], ({ from }) => from === 'src/jobs.ts'],
    [
      'natural, in the knowledge, by sub-path: its index loads databases',
      ['natural'],
      ({ from, to }) => from.startsWith('knowledge/') && to !== 'natural',
    ],
    [
      'React and what draws cards, in the page',
      ['react', 'react-dom', 'adaptivecards', 'slack-blocks-to-jsx'],
      ({ from }) => isPage(from),
    ],
  ];

  test.each(places)('%s', (_, packages, isAllowed) => {
    const wrong = imports.filter((each) => !each.ours && isPackage(each.to, ...packages) && !isAllowed(each));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });
});

/** The lines of a source that say this, comments left out. */
const saying = (what: RegExp, isAllowed: (file: string) => boolean): string[] =>
  sources
    .filter((file) => !isAllowed(file))
    .flatMap((file) =>
      textOf
        .get(file)!
        .split('\n')
        .flatMap((line, index) =>
          what.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [],
        ),
    );

describe('reads of the world outside', () => {
  test('only the settings read the environment; the start hands it to them', () => {
    const isTool = (file: string) => file.startsWith('bench/') || file.startsWith('knowledge/');
    expect(saying(/process\.env/, (file) => ['src/config.ts', 'src/main.ts'].includes(file) || isTool(file))).toEqual(
      [],
    );
  });

  test('only the clock reads the time, and what must not jump with it', () => {
    const worldTime = [
      'src/clock.ts',
      // Which account was used last: two moments of real life, compared with each other.
      'src/accounts.ts',
      // Claims to post are leases between processes that may run on differently jumped clocks.
      'src/postbox.ts',
      'src/processes.ts',
      'src/store/deliveries.ts',
      // So is who migrates a store.
      'src/store/schema.ts',
      // Tokens end by the time of those who issue them.
      'adapters/teams/inbound-token.ts',
      'adapters/teams/outbound-token.ts',
      // Slack signs by the world's time.
      'adapters/slack/receive.ts',
      // Agenda writes the world's time beside its jobs.
      'src/jobs.ts',
    ];
    const hasOwnTime = (file: string) =>
      worldTime.includes(file) ||
      // A database server of its own, with its own time, as MongoDB has.
      isEmbedded(file) ||
      isPage(file) ||
      file.startsWith('bench/');
    expect(saying(/Date\.now\(\)|new Date\(\)/, hasOwnTime)).toEqual([]);
  });
});
