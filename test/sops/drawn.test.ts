/** Procedures and decision trails as both platforms take them: whole, and within their limits. */
import { auditCard, pageOf } from '../../src/audit/audit.cards.js';
import type { Lang, Viewer } from '../../src/card.js';
import { readDirectory } from '../../src/directory/policy.js';
import type { Event } from '../../src/history.js';
import { sopCard } from '../../src/sops/sops.cards.js';
import { loadSops } from '../../src/sops/sops.shelf.js';
import { wording } from '../../src/language/wording.js';
import { drawnWhole } from '../kit/drawn.js';

const directory = readDirectory('policies');

describe.each<Lang>(['en', 'zh'])('in %s', (lang) => {
  const viewer: Viewer = { lang, zone: 'Europe/Berlin' };
  const say = wording[lang];

  test('every procedure that ships is shown to its last word', async () => {
    const { shelf } = await loadSops('knowledge/sops', directory);
    for (const sop of shelf.all(lang)) {
      const card = sopCard({ sop, toRead: true }, { today: '2026-11-23', directory, viewer, say });
      const { slack, teams } = drawnWhole(card);
      const end = sop.body.slice(-5);
      for (const platform of [slack, teams]) expect(platform).toContain(end);
    }
  });

  test('a page of a trail is shown whole, however much each event carries', () => {
    const text = (lang === 'en' ? 'long words ' : '很长的说明').repeat(300);
    const event = (_: unknown, index: number): Event => ({
      id: `e${index}`,
      at: new Date('2026-11-23T08:00:00Z'),
      by: 'agent',
      what: 'reply',
      data: { text, reason: text, step: 'manager' },
      origin: `slack:${'x'.repeat(60)}`,
      owed: [],
    });
    const history = Array.from({ length: 60 }, event);
    const record = { _id: 'INC-1', version: 60, origin: 'slack:1', history, unreachable: [] };
    const { slack, teams } = drawnWhole(auditCard(record, pageOf(history, undefined), directory, viewer, say));
    for (const platform of [slack, teams]) {
      expect(platform).toContain('51 · ');
      expect(platform).toContain('60 · ');
    }
  });
});
