import * as fc from 'fast-check';
import { detailsOf, titleOf } from '../../src/channels/reported.js';

test.each([
  ['vpn is down', [], 'vpn is down'],
  ['\n\n  vpn   is\tdown \nsince 9', [], 'vpn is down'],
  ['!!!\nvpn', [], 'vpn'],
  ['', ['a.png', 'b.png'], 'a.png, b.png'],
  ['😀', [], ''],
  ['\u202evpn\u0000 down', [], 'vpn down'],
])('%j is called as its first line that says something', (words, names, title) => {
  expect(
    titleOf(
      words,
      names.map((name) => ({ name })),
    ),
  ).toBe(title);
});

test('a title is one line of at most 150 characters without anything invisible', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
      const title = titleOf(words, []);
      expect(title.length).toBeLessThanOrEqual(150);
      expect(title).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    }),
  );
});

test('what the title does not say is kept, up to what a ticket holds, and a cut is told', () => {
  expect(detailsOf('vpn', 'vpn')).toEqual({ cut: false });
  expect(detailsOf('vpn\nsince 9', 'vpn')).toEqual({ details: 'vpn\nsince 9', cut: false });
  const { details, cut } = detailsOf('x'.repeat(10_000), 'x');
  expect([details?.length, cut]).toEqual([3000, true]);
});
