/**
 * `npm run directory -- import people.csv --preview`: shows what the rows of a file would change in the directory of a desk
 * that runs, and changes it when `--preview` is left out. It speaks SCIM, as identity providers do.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createScimClient } from './scim-client.js';
import { rowInWords } from '../src/directory/directory.cards.js';
import { readDirectory } from '../src/directory/policy.js';
import { countsOf, planOf } from '../src/directory/import.js';
import { wording } from '../src/language/wording.js';
import { plain } from '../src/text.js';

const usage =
  'Usage: SCIM_TOKEN=<token> npm run directory -- import people.csv [--preview] [--to http://localhost:3978]';
const say = wording.en;
const eyes = { lang: 'en', zone: 'UTC' } as const;
const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { preview: { type: 'boolean', default: false }, to: { type: 'string', default: 'http://localhost:3978' } },
  });
  const [command, file] = positionals;
  const token = process.env['SCIM_TOKEN'];
  if (command !== 'import' || file === undefined || !token) throw new Error(usage);
  const client = createScimClient(values.to, token);
  const people = await client.people();
  const { onFile } = readDirectory(process.env['POLICIES_DIR'] ?? './policies');
  const plan = planOf(await readFile(file, 'utf8'), {
    by(email) {
      const id = onFile.idOf(email);
      return people.byEmail(email) ?? (id === undefined ? undefined : { id });
    },
    isPerson: (called) => people.isPerson(called) || onFile.has(called) || onFile.idOf(called) !== undefined,
  });
  if ('wrong' in plan) {
    const { unknownColumn, quote, ...plainly } = say.directory.fileWrong;
    const { wrong } = plan;
    throw new Error(
      wrong.why === 'unknownColumn'
        ? unknownColumn(wrong.name)
        : wrong.why === 'quote'
          ? quote(wrong.line)
          : plainly[wrong.why],
    );
  }
  for (const row of plan.rows) for (const text of rowInWords(row, say)) print(plain(text, eyes));
  print(plain(say.directory.counts(countsOf(plan.rows)), eyes));
  if (values.preview) print(plain(say.directory.nothingYet, eyes));
  else {
    for (const row of plan.rows) {
      if (row.what === 'add') await client.send('POST', 'Users', row.said);
      if (row.what === 'change') await client.send('PUT', `Users/${row.id}`, row.said);
    }
    const { add, change } = countsOf(plan.rows);
    print(plain(say.directory.imported(add, change), eyes));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
