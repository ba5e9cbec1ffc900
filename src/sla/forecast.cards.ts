/** What a lead sees of how likely tickets are to be late, and of how good such forecasts were. Pure. */
import { buttons, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Group } from '../people.js';
import { brier, type Forecast, type Score } from './forecast.js';
import type { Wording } from '../language/wording.js';

const LISTED = 10;
/** Of a morning: what a lead can look at before the day begins. */
const MORNING = 5;
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

export type Foreseen = { ticket: { _id: string; title: string }; forecast: Forecast };

/** What is foreseen of a group on one morning, and how good its forecasts were. */
export type Outlook = { foreseen: readonly Foreseen[]; score: Score };

const isKnown = ({ forecast }: Foreseen) => forecast.known;

/** Of all that is foreseen, those likeliest to be late; where nothing is known, one that says why. */
export function outlookOf(foreseen: readonly Foreseen[], score: Score): Outlook {
  const told = foreseen.some(isKnown) ? foreseen.filter(isKnown).slice(0, MORNING) : foreseen.slice(0, 1);
  return {
    foreseen: told.map(({ ticket: { _id, title }, forecast }) => ({ ticket: { _id, title }, forecast })),
    score,
  };
}

const line = ({ ticket, forecast }: Foreseen, group: Group, say: Wording): Text => [
  ...say.forecast.ticket(ticket._id, group.sensitive ? '…' : ticket.title),
  ...forecastText(forecast, say),
];

/** For the eyes of the group's lead. */
export function outlookParts({ foreseen, score }: Outlook, group: Group, say: Wording): Part[] {
  const words = say.forecast;
  const known = foreseen.filter(isKnown);
  const how = brier(score);
  return [
    ...(known.length > 0
      ? [
          { kind: 'text', text: words.morning } as const,
          { kind: 'list', ordered: false, items: known.map((each) => line(each, group, say)) } as const,
        ]
      : foreseen.map(({ forecast }): Part => ({
          kind: 'text',
          text: [...words.morning, ' ', ...forecastText(forecast, say), '.'],
        }))),
    ...(how ? [{ kind: 'note', text: words.score(score.count, how.score, how.usual) } as const] : []),
  ];
}

export function forecastCard(
  group: Group,
  foreseen: readonly Foreseen[],
  score: Score,
  viewer: Viewer,
  say: Wording,
): Card {
  const words = say.forecast;
  const known = foreseen.filter(isKnown);
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
              items: worst.map((each) => line(each, group, say)),
            } as const,
          ]
        : [{ kind: 'text', text: words.nothing } as const]),
      ...(unknown > 0 ? [{ kind: 'note', text: words.unknown(unknown) } as const] : []),
      { kind: 'note', text: how ? words.score(score.count, how.score, how.usual) : words.noScore },
      ...buttons(
        ...worst
          .slice(0, SHOWN)
          .map(({ ticket }) => ({ label: ticket._id, does: { do: 'why', ticket: ticket._id } as const })),
      ),
    ],
  };
}
