/** Payloads as Slack sends them, and what the desk reads in them. A parser's bug adds its payload to the fixtures. */
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readInbound } from '../../adapters/slack/inbound.js';
import { decode, withoutMention } from '../../adapters/slack/words.js';

const folder = new URL('../fixtures/slack/', import.meta.url);
type Fixture = { what: string; payload: unknown; reads: unknown };
const fixtures = readdirSync(folder).map((file) => {
  const { what, payload, reads } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture;
  return [`${file}: ${what}`, payload, reads] as const;
});
const bot = { team: 'T0DESK', user: 'U0BOT' };

test.each(fixtures)('%s', (_, payload, reads) => {
  expect(readInbound(payload, bot)).toEqual(reads ?? undefined);
});

const slackEscapes = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

test('whatever a person types, its escaping is undone exactly once', () => {
  const typed = fc.oneof(fc.string(), fc.constantFrom('&amp;lt;', '<!channel>', '<@U0BOT>', '<https://x|y>', '&&<<>>'));
  fc.assert(fc.property(typed, (text) => expect(decode(slackEscapes(text))).toBe(text)));
});

test.each([
  ['<mailto:ada@example.com|ada@example.com>', 'ada@example.com'],
  ['<tel:+49123|+49 123>', '+49 123 (tel:+49123)'],
  ['<https://example.com/|example.com>', 'https://example.com/'],
  ['<https://evil.example|my bank>', 'my bank (https://evil.example)'],
  ['<!here> <!subteam^S1|@it-team> <!subteam^S2>', '@here @it-team @subteam^S2'],
  ['<!date^1392734382^{date}|Feb 18, 2014>', 'Feb 18, 2014'],
  ['<@U2BOB|bob> and <#C1DESK>', '@bob and #C1DESK'],
  ['a < b and <', 'a < b and <'],
])('%s is read as %s', (sent, words) => {
  expect(decode(sent)).toBe(words);
});

test.each([
  ['<@U0BOT> vpn', 'vpn'],
  ['hey <@U0BOT|deskhand>, vpn', 'hey vpn'],
  ['<@U0BOT>', ''],
  ['<@U0BOTTLE> vpn', '<@U0BOTTLE> vpn'],
  ['<@U0BOT>：新建', '新建'],
])('the mention in %s is how the desk was addressed, not what was said', (sent, words) => {
  expect(withoutMention(sent, 'U0BOT')).toBe(words);
});
