/**
 * `npm run policies -- --lang zh`: reads the policies of POLICIES_DIR as the desk does at its start, and names what is wrong
 * with the catalogue of access. It ends with 1 when a file cannot be used, and with 2 when it can and something is found.
 */
import { parseArgs } from 'node:util';
import { lint } from '../src/access/lint.js';
import { wording } from '../src/language/wording.js';
import { readPolicies } from '../src/policies.js';
import { PolicyError } from '../src/policy.js';
import { plain } from '../src/text.js';
import { flawText } from '../src/versions/lint.cards.js';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { lang: { type: 'string', default: 'en' } } });
const lang = values.lang === 'zh' ? 'zh' : 'en';
try {
  const { catalogue, routes, directory } = readPolicies(process.env['POLICIES_DIR'] ?? './policies');
  const flaws = lint({ catalogue, routes, directory }, new Date());
  for (const flaw of flaws) print(plain(flawText(flaw, wording[lang]), { lang, zone: 'UTC' }));
  if (flaws.length === 0) print(plain(wording[lang].versions.lintFine, { lang, zone: 'UTC' }));
  process.exitCode = flaws.length > 0 ? 2 : 0;
} catch (error) {
  if (!(error instanceof PolicyError)) throw error;
  print(error.message);
  process.exitCode = 1;
}
