/** A card as both platforms take it. */
import { renderCard as renderBlocks } from '../../adapters/slack/render.js';
import { renderCard as renderAdaptive } from '../../adapters/teams/render.js';
import type { Card } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import { checkMessage } from './slack-rules.js';
import { linesOf, MESSAGE_LIMIT, problemsOf, type Json } from './teams-rules.js';

const nobody = () => undefined;

/** Draws it for both, and fails where one of them would refuse it. */
export function drawn(card: Card): { slack: string; teams: string } {
  const message = renderBlocks(card, nobody);
  expect(checkMessage(message)).toBeUndefined();
  const adaptive = renderAdaptive(card, nobody) as unknown as Json;
  expect(problemsOf(adaptive)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(adaptive))).toBeLessThan(MESSAGE_LIMIT);
  return { slack: JSON.stringify(message.blocks), teams: linesOf(adaptive).join('\n') };
}

/** Draws it, and fails where one of them would have to cut it. */
export function drawnWhole(card: Card): { slack: string; teams: string } {
  const both = drawn(card);
  const cut = [wording.en.common.cut, wording.zh.common.cut];
  const isCut = (text: string) => cut.some((note) => text.includes(note));
  expect({ slack: isCut(both.slack), teams: isCut(both.teams) }).toEqual({ slack: false, teams: false });
  return both;
}
