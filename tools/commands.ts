/** `npm run commands`: writes the page of commands and what Teams suggests, from what the capabilities say of their verbs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { commandsPage, teamsCommandLists } from '../src/language/manual.js';

const MANIFEST = 'adapters/teams/manifest/manifest.json';

writeFileSync('docs/commands.md', commandsPage());
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { bots: { commandLists: unknown }[] };
manifest.bots[0]!.commandLists = teamsCommandLists();
writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
