/** What messages of Teams say, replayed: words stand in their text, their HTML, their quotations and what is forwarded. */
import { readFileSync } from 'node:fs';
import { readActivity } from '../../adapters/teams/inbound.js';
import { readPointed, wordsIn } from '../../adapters/teams/reported.js';

type Recorded = { name: string; activity: object; words: string; thread?: string };
const recorded = JSON.parse(readFileSync('test/fixtures/teams/messages.json', 'utf8')) as Recorded[];

test.each(recorded)('$name', ({ activity, thread, words }) => {
  const read = readActivity(activity);
  if (!('request' in read)) throw new Error('it is a request');
  expect(read.request.asks).toMatchObject({ kind: 'words', words });
  expect(read.request.place.thread).toBe(thread);
});

const html = [
  ['an emoji', '<p>the printer burns <emoji id="fire" alt="🔥" title="Fire"></emoji></p>', 'the printer burns 🔥'],
  ['an emoji of the house', '<p>ship it <customemoji id="x" alt=":party:" /></p>', 'ship it :party:'],
  [
    'a link beside its text',
    '<p>the page <a href="https://wiki.acme.example/vpn">here</a> says error 809</p>',
    'the page here (https://wiki.acme.example/vpn) says error 809',
  ],
  ['a link around a picture', '<a href="https://x.example/"><img alt="map"></a>', 'map (https://x.example/)'],
  ['a mail address', '<a href="mailto:ada@example.com">ada@example.com</a>', 'ada@example.com'],
  ['a link to a script, which is none', '<a href="javascript:alert(1)">here</a>', 'here'],
  [
    'an address with signs of its own',
    '<a href="https://x.example/?a=1&amp;b=2">q</a>',
    'q (https://x.example/?a=1&b=2)',
  ],
  [
    'cells apart',
    '<p>these are down:</p><table><tbody><tr><td>print01</td><td>10.0.0.7</td></tr></tbody></table>',
    'these are down:\nprint01 | 10.0.0.7',
  ],
  [
    'cells apart, though each is a paragraph',
    '<table><tr><td><p>print01</p></td><td><p>10.0.0.7</p></td></tr><tr><td><p>print02</p></td><td></td></tr></table><p>help</p>',
    'print01 | 10.0.0.7\nprint02 |\nhelp',
  ],
  ['a picture by its description', '<div><img alt="blue screen 0x7B" src="x"></div>', 'blue screen 0x7B'],
  ['a picture without one', '<div><img src="x"></div>', '🖼'],
  ['a picture that nobody has described', '<div>so: <img alt="image" src="x"></div>', 'so: 🖼'],
  [
    'a sign in an attribute that would end its tag',
    '<img alt="a > b"> <a href="https://x.example/" title="1>2">y</a>',
    'a > b y (https://x.example/)',
  ],
  ['lists within lists', '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>', '- a\n1. b\n2. c\n- d'],
  ['breaks between tags as none', '<p>one</p>\r\n<p>two\n  three</p>', 'one\ntwo three'],
  ['an empty line', '<p>one</p><p>&nbsp;</p><p>two</p>', 'one\n\ntwo'],
  ['code as it is', '<pre><code>a  b\n  c</code></pre>', 'a  b\n  c'],
  [
    'what is quoted left out',
    '<blockquote itemtype="http://schema.skype.com/Reply"><p>old <blockquote>older</blockquote></p></blockquote><p>new</p>',
    'new',
  ],
  ['another quotation kept', '<blockquote>he said</blockquote><p>so</p>', 'he said\nso'],
] as const;

test.each(html)('HTML is read with %s', (_, content, words) => {
  expect(wordsIn(content)).toBe(words);
  const pointed = readPointed({ id: '1', body: { contentType: 'html', content }, attachments: null });
  expect(pointed?.words).toBe(words);
});

test('a message that was forwarded and is pointed at keeps its words', () => {
  const content = JSON.stringify({ originalMessageContent: '<p>the printer burns</p>' });
  const attachments = [{ id: '17', contentType: 'forwardedMessageReference', content }];
  const body = { contentType: 'html', content: '<attachment id="17"></attachment>' };
  expect(readPointed({ id: '1', body, attachments })?.words).toBe('the printer burns');
  expect(readPointed({ id: '1', body: { contentType: 'text', content: 'see' }, attachments })?.words).toBe(
    'see\nthe printer burns',
  );
});

test('a message that is pointed at begins with its subject and has what it carries', () => {
  const attachments = [
    { id: 'a', contentType: 'application/vnd.microsoft.card.announcement', content: '{"title":"VPN is down"}' },
    { id: 'c', contentType: 'application/vnd.microsoft.card.codesnippet', content: '{"name":"x","lines":"error 809"}' },
  ];
  const content = '<attachment id="a"></attachment><p>since nine</p>';
  const said = { id: '1', subject: 'Berlin', body: { contentType: 'html', content }, attachments };
  expect(readPointed(said)?.words).toBe('Berlin\nVPN is down\nsince nine\nerror 809');
});

test('nulls stand where fields may be absent', () => {
  const message = { id: '1', createdDateTime: null, from: { user: null }, body: { contentType: null, content: null } };
  expect(readPointed({ ...message, attachments: null })).toMatchObject({ words: '', files: [] });
  expect(readPointed({ ...message, from: null, body: null })).toMatchObject({ words: '' });
});
