/** What is written down of the verbs: the page of commands and what Teams suggests. After a change: `npm run commands`. */
import { readFileSync } from 'node:fs';
import { commandsPage, teamsCommandLists } from '../../src/language/manual.js';
import { verbs } from '../../src/language/vocabulary.js';

test('the page of commands tells of every verb as it is', () => {
  expect(readFileSync('docs/commands.md', 'utf8')).toBe(commandsPage());
  for (const verb of verbs.values()) expect(commandsPage()).toContain(verb.help.en[0][0]);
});

test('Teams suggests what employees and agents can type, within the limits of its manifest', () => {
  const manifest = JSON.parse(readFileSync('adapters/teams/manifest/manifest.json', 'utf8')) as {
    bots: { commandLists: { scopes: string[]; commands: { title: string; description: string }[] }[] }[];
  };
  const lists = manifest.bots[0]!.commandLists;
  expect(lists).toEqual(teamsCommandLists());
  expect(lists.length).toBeLessThanOrEqual(3);
  for (const { commands } of lists) {
    expect(commands.length).toBeLessThanOrEqual(10);
    for (const { title, description } of commands) {
      expect(title.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(128);
    }
  }
  expect(lists[0]!.commands.map(({ title }) => title)).toEqual(
    expect.arrayContaining(['new', 'mine', 'request', 'approvals']),
  );
  expect(lists[1]!.commands.map(({ title }) => title)).toEqual(expect.arrayContaining(['queue', 'claim', 'resolve']));
});
