/** No words of anybody can hold up the desk: every pattern is checked, and every reader takes the worst that can be said. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, posix } from 'node:path';
import { parseSync } from '@swc/core';
import { check } from 'recheck';

/** The longest message that Slack delivers, in characters. */
const LONGEST = 40_000;
/** Milliseconds of the processor that one reader may take, and so of the event loop. */
const PATIENCE = 150;

const sources = ['src', 'adapters', 'knowledge']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));

/** The pattern literals of a syntax tree. */
function literals(node: unknown, found: RegExp[] = []): RegExp[] {
  if (Array.isArray(node)) for (const each of node) literals(each, found);
  else if (typeof node === 'object' && node !== null) {
    const { type, pattern, flags } = node as { type?: string; pattern?: string; flags?: string };
    if (type === 'RegExpLiteral' && pattern !== undefined) found.push(new RegExp(pattern, flags));
    for (const inner of Object.values(node)) literals(inner, found);
  }
  return found;
}

/** The patterns that are put together when the readers are loaded (so this must be the first test), and while they read. */
async function built(): Promise<RegExp[]> {
  const found: RegExp[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const made = new target(source, flags);
      found.push(made);
      return made;
    },
  });
  try {
    for (const [, open] of readers) {
      const read = await open();
      read('INC-1 please reply to @Emma Chen, my VPN 打不开 since yesterday');
    }
  } finally {
    globalThis.RegExp = Plain;
  }
  return found;
}

/** All that reads what people say, before or after they are known. */
const readers: [name: string, open: () => Promise<(words: string) => unknown>][] = [
  [
    'commands',
    async () => {
      const { understand } = await import('../src/language/understand.js');
      return (words) => [understand(words, {}), understand(words, { bound: 'INC-1', commanded: true })];
    },
  ],
  [
    'small talk',
    async () => {
      const { isThanks, meantBy } = await import('../src/language/small-talk.js');
      return (words) => [isThanks(words), meantBy(words)];
    },
  ],
  ['noise', async () => (await import('../src/noise.js')).isNoise],
  [
    'people and records',
    async () => {
      const { createRedact } = await import('../src/redact.js');
      return createRedact(['Emma Chen', 'Bao Li', '王伟']);
    },
  ],
  [
    'words of Slack',
    async () => {
      const { decode, mentions, withoutMention } = await import('../adapters/slack/words.js');
      return (words) => [decode(withoutMention(words, 'U0BOT')), mentions(words, 'U0BOT')];
    },
  ],
  ['HTML of Teams', async () => (await import('../adapters/teams/reported.js')).wordsIn],
  ['terms of tickets', async () => (await import('../src/tickets/queue/terms.js')).termsOf],
  ['what is sought', async () => (await import('../src/tickets/queue/find.js')).readSought],
  [
    'titles of reports',
    async () => {
      const { detailsOf, titleOf } = await import('../src/channels/reported.js');
      return (words) => [titleOf(words, []), detailsOf(words, 'title')];
    },
  ],
  ['articles', async () => (await import('../src/prose.js')).prose],
  ['durations', async () => (await import('../src/language/duration.js')).hoursOf],
  ['the matcher', async () => (await import('../knowledge/matcher/text.js')).normalise],
  [
    'free words',
    async () => {
      const [{ heard }, { slotsIn }, { mattersIn, isPasted }, { secretIn }] = await Promise.all([
        import('../src/language/intents.js'),
        import('../src/language/slots.js'),
        import('../src/meaning/meaning.js'),
        import('../src/meaning/secrets.js'),
      ]);
      return (words) => [
        heard(words),
        slotsIn(words, 'access-request', '2026-12-01'),
        slotsIn(words, 'change-new', '2026-12-01'),
        slotsIn(words, 'callback', '2026-12-01'),
        mattersIn(words),
        isPasted(words),
        secretIn(words),
      ];
    },
  ],
  ['errors', async () => (await import('../src/errors.js')).withoutSecrets],
];

/** What has held up some reader or other, to be said over and over. */
const hostile = [
  '好了',
  '了',
  '嗯',
  'it',
  'thanks ',
  'ok',
  '<a',
  '<!',
  '<@U1|',
  '&lt;',
  '<at>',
  '[',
  '](',
  '**',
  '*',
  '`',
  ':',
  ' ',
  '\t',
  '\n',
  '\u00a0',
  ',',
  '，',
  '1',
  '1 ',
  '+1 (2)',
  'a@',
  '@',
  'a',
  'A://',
  'INC-1 ',
  'INC-',
  'for ',
  'because ',
  '2026-12-01..',
  '2026-12-01 ',
  '8h ',
  '两天',
  '从 ',
  '起',
  'state:',
  '状态：',
  '“',
  '王',
  '😀',
  '\u200b',
  '#',
  '- ',
  '1. ',
];

/** Of the processor, so that what else the machine does counts for nothing. */
const once = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
/** The shortest of a few runs: collecting garbage only adds to it. */
const shortest = (work: () => unknown): number => {
  let best = once(work);
  for (let run = 0; run < 4 && best > PATIENCE / 4; run++) best = Math.min(best, once(work));
  return best;
};

/** What was found of a pattern stays so for a version of recheck, which takes ten seconds for all of them. */
const { version } = createRequire(import.meta.url)('recheck/package.json') as { version: string };
const FOUND = `node_modules/.cache/recheck/${version}.json`;
type Found = Awaited<ReturnType<typeof check>>;
function readFound(): Record<string, Found> {
  try {
    return JSON.parse(readFileSync(FOUND, 'utf8')) as Record<string, Found>;
  } catch {
    return {};
  }
}

test('no pattern takes longer than its words deserve', async () => {
  const all = [
    ...sources.flatMap((file) => {
      const tsx = file.endsWith('x');
      return literals(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx, target: 'es2022' }));
    }),
    ...(await built()),
  ];
  const patterns = new Map(all.map((pattern) => [String(pattern), pattern]));
  expect(patterns.size).toBeGreaterThan(150);
  const slow: string[] = [];
  const before = readFound();
  const judged: typeof before = {};
  for (const [name, { source, flags }] of patterns) {
    const found = before[name] ?? (await check(source, flags.replace('y', ''), { timeout: 40_000 }));
    if (found.status !== 'unknown') judged[name] = found;
    if (found.status === 'safe') continue;
    if (found.status === 'unknown') slow.push(`${name}: not judged`);
    else {
      // Judged with care: what may be slow in theory is tried with the worst that was found, at the length that can come.
      const { pumps, suffix, base } = found.attack;
      const pumped = pumps.reduce((text, { prefix, pump }) => {
        const room = Math.floor((LONGEST - prefix.length) / pumps.length);
        return `${text}${prefix}${pump.repeat(Math.ceil(room / pump.length))}`;
      }, '');
      const worst = `${pumped}${suffix}`.slice(0, LONGEST) || 'a'.repeat(base);
      const took = shortest(() => worst.replace(new RegExp(source, flags), ''));
      if (took > PATIENCE) slow.push(`${name}: ${Math.round(took)} ms`);
    }
  }
  mkdirSync(dirname(FOUND), { recursive: true });
  writeFileSync(FOUND, JSON.stringify(judged));
  expect(slow).toEqual([]);
}, 600_000);

describe.each(readers)('%s', (_, open) => {
  test(`are read in ${PATIENCE} ms, whatever 40,000 characters are made of`, async () => {
    const read = await open();
    read('warm up');
    const slow = hostile.flatMap((piece) =>
      ['', 'x', '吗', '!'].flatMap((end) => {
        const words = piece.repeat(LONGEST / piece.length).slice(0, LONGEST - 1) + end;
        const took = shortest(() => read(words));
        return took > PATIENCE ? [`${JSON.stringify(piece)}…${end}: ${Math.round(took)} ms`] : [];
      }),
    );
    expect(slow).toEqual([]);
  });
});

test('pleasantries over and over are read at once, though they could be cut in countless ways', async () => {
  const { isThanks } = await import('../src/language/small-talk.js');
  const sayings = ['好了', '没问题了', '非常感谢', 'it', 'thanks', 'ok', 'so much ', '了', '好'];
  const took = sayings.flatMap((saying) =>
    ['吗', 'x', '?'].map((end) => shortest(() => isThanks(`${saying.repeat(Math.floor(78 / saying.length))}${end}`))),
  );
  expect(Math.max(...took)).toBeLessThan(5);
});
