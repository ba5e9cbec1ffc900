import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDirectory } from '../../src/directory/policy.js';
import { readChannels } from '../../src/channels/policy.js';

const directory = readDirectory('policies');

function read(yaml: string) {
  const dir = mkdtempSync(join(tmpdir(), 'deskhand-channels-'));
  try {
    cpSync('policies', dir, { recursive: true });
    writeFileSync(join(dir, 'channels.yaml'), yaml);
    return readChannels(dir, directory);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test('the shipped channels are read; without a word on it, only a mention opens a ticket', () => {
  expect(readChannels('policies', directory)).toEqual([
    { group: 'it', opens: 'every-post', slack: '#it-help', teams: 'IT Help' },
  ]);
  expect(read("channels: [{ group: it, slack: '#ask' }]")).toEqual([{ group: 'it', opens: 'mention', slack: '#ask' }]);
  expect(read('channels: []')).toEqual([]);
});

test.each([
  ['channels:\n  - { group: nobody, slack: "#ask" }', /channels\.yaml:2: .*no group "nobody"/],
  ['channels:\n  - { group: it }', /channels\.yaml:2: .*names no channel/],
  ['channels:\n  - { group: it, slack: "#ask" }\n  - { group: it, slack: ask }', /channels\.yaml:3: .*twice/],
  ['channels:\n  - { group: it, teams: IT Desk }', /channels\.yaml:2: .*cards of "it" go/],
  ['channels:\n  - { group: it, slack: "#ask", opens: never }', /channels\.yaml:2: .*opens/],
])('%s stops the start with the line and the remedy', (yaml, message) => {
  expect(() => read(yaml)).toThrow(message);
});
