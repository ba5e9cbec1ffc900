/** What authors write in articles and procedures, as parts of a card. */
import { prose } from '../src/prose.js';
import { bold, code } from '../src/card.js';

test('a paragraph that begins with bold words is a paragraph', () => {
  expect(prose('**Purpose.** Give it back.\n\n**Roles**')).toEqual([
    { kind: 'text', text: [bold('Purpose.'), ' Give it back.'] },
    { kind: 'text', text: [bold('Roles')] },
  ]);
});

test.each([
  '1. Open `vpn`.\n2. Wait.',
  '1) Open `vpn`.\n2) Wait.',
  '1、Open `vpn`.\n2、Wait.',
  '1.Open `vpn`.\n2.Wait.',
])('steps are numbered in each of these ways: %j', (body) =>
  expect(prose(body)).toEqual([{ kind: 'list', ordered: true, items: [['Open ', code('vpn'), '.'], ['Wait.']] }]),
);

test.each(['- One\n- Two', '* One\n* Two'])('bullets are written in each of these ways: %j', (body) =>
  expect(prose(body)).toEqual([{ kind: 'list', ordered: false, items: [['One'], ['Two']] }]),
);

test.each(['1.5 GB must be free.', '-5 degrees', '*Lost device* is its title.'])('%s is no list', (body) =>
  expect(prose(body).map(({ kind }) => kind)).toEqual(['text']),
);

test('a step goes on in an indented line, and headings are read as their words', () => {
  expect(prose('# Steps\n\n1. Open\n   the app.')).toEqual([
    { kind: 'text', text: ['Steps'] },
    { kind: 'list', ordered: true, items: [['Open the app.']] },
  ]);
});

test('links lead to the web alone, and nothing else is markup', () => {
  expect(prose('[site](https://example.com) [x](javascript:alert(1)) <!channel> <b>')).toEqual([
    {
      kind: 'text',
      text: [
        { kind: 'link', text: 'site', url: 'https://example.com' },
        ' ',
        'x (javascript:alert(1)',
        ') <!channel> <b>',
      ],
    },
  ]);
});
