/** What a lead sees of how likely tickets are to be late, and of how good such forecasts were. Pure. */
import type { Card, Part, Text, Viewer } from '../card.js';
import type { Group } from '../people.js';
import { brier, type Forecast, type Score } from '../sla/forecast.js';
import type { Wording } from '../wording/index.js';
import { button, buttons } from './parts.js';
import type { Ticket } from './ticket.js';

const LISTED = 10;
const SHOWN = 5;

/** The chance and its reasons, or why there is none. */
export function forecastText(forecast: Forecast, say: Wording): Text {
  const words = say.forecast;
  if (!forecast.known) return words[forecast.why](forecast.have, forecast.need);
  const { chance, late, alike, samePriority, ahead, left } = forecast;
  return words.chance(Math.round(chance * 100), late, alike, samePriority, ahead, say.sla.length(left));
}

export const outlook = (forecast: Forecast | undefined, say: Wording): Part[] =>
  forecast ? [{ kind: 'facts', facts: [{ label: say.forecast.label, value: forecastText(forecast, say) }] }] : [];

export type Foreseen = { ticket: Pick<Ticket, '_id' | 'title'>; forecast: Forecast };

export function forecastCard(
  group: Group,
  foreseen: readonly Foreseen[],
  score: Score,
  viewer: Viewer,
  say: Wording,
): Card {
  const words = say.forecast;
  const known = foreseen.filter(({ forecast }) => forecast.known);
  const unknown = foreseen.length - known.length;
  const worst = known.slice(0, LISTED);
  const how = brier(score);
  return {
    for: viewer,
    title: words.title(group.name),
    parts: [
      ...(worst.length > 0
        ? [
            {
              kind: 'list',
              ordered: false,
              items: worst.map(({ ticket, forecast }): Text => [
                ...words.ticket(ticket._id, group.sensitive ? '…' : ticket.title),
                ...forecastText(forecast, say),
              ]),
            } as const,
          ]
        : [{ kind: 'text', text: words.nothing } as const]),
      ...(unknown > 0 ? [{ kind: 'note', text: words.unknown(unknown) } as const] : []),
      { kind: 'note', text: how ? words.score(score.count, how.score, how.usual) : words.noScore },
      ...buttons(...worst.slice(0, SHOWN).map(({ ticket }) => button(ticket._id, { do: 'why', ticket: ticket._id }))),
    ],
  };
}
