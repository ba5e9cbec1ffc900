import { bold, clock, code, day, link, moment, person, plain, type Viewer } from '../src/card.js';

const berlin: Viewer = { lang: 'en', zone: 'Europe/Berlin' };
const shanghai: Viewer = { lang: 'zh', zone: 'Asia/Shanghai' };
const losAngeles: Viewer = { lang: 'en', zone: 'America/Los_Angeles' };
const evening = new Date('2026-07-31T22:05:00Z');

describe('a link', () => {
  test.each(['https://example.com/a?b=c#d', 'http://intranet/wiki', 'HTTPS://EXAMPLE.COM', 'mailto:it@example.com'])(
    'may lead to %s',
    (url) => expect(link('there', url)).toEqual({ kind: 'link', text: 'there', url }),
  );

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' https://example.com',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'slack://user',
    'vbscript:x',
    '//example.com',
    '/etc/passwd',
    'https:example.com',
    '',
  ])('to "%s" stays text that can be read', (url) => expect(link('there', url)).toBe(`there (${url})`));
});

describe('a time is read in the viewer’s own zone and language', () => {
  test.each([
    ['Berlin', berlin, '00:05', 'Sat 1 Aug', 'Sat 1 Aug, 00:05'],
    ['Los Angeles', losAngeles, '15:05', 'Fri 31 Jul', 'Fri 31 Jul, 15:05'],
    ['Shanghai', shanghai, '06:05', '8月1日周六', '8月1日周六 06:05'],
  ])('in %s', (_, viewer, clockThere, dayThere, momentThere) => {
    const read = (span: ReturnType<typeof moment>) => plain([span], viewer).replaceAll(/[,\s]+/g, ' ');
    expect(read(clock(evening))).toBe(clockThere);
    expect(read(day(evening))).toBe(dayThere);
    expect(read(moment(evening))).toBe(momentThere.replace(',', ''));
  });

  test('an hour that comes twice when clocks go back reads alike, one that is skipped never appears', () => {
    expect(plain([clock(new Date('2026-10-25T00:30:00Z'))], berlin)).toBe('02:30');
    expect(plain([clock(new Date('2026-10-25T01:30:00Z'))], berlin)).toBe('02:30');
    expect(plain([clock(new Date('2026-03-29T01:00:00Z'))], berlin)).toBe('03:00');
  });
});

test('without formatting, the words are all there and nothing of a person’s own is read as markup', () => {
  const text = [
    bold('INC-1'),
    ' of ',
    person({ id: 'ada', name: 'Ada *Novak* <!channel>' }),
    ': ',
    code('vpn'),
    ' ',
    link('help', 'https://example.com'),
  ];
  expect(plain(text, berlin)).toBe('INC-1 of Ada *Novak* <!channel>: vpn help');
});
