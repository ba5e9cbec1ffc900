/** Draws a Card as an Adaptive Card 1.5. Pure, and never larger than Teams takes. */
import { person, timeInWords, type Button, type Card, type Part, type Text, type Tone } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import {
  adaptiveCard,
  type Action,
  type AdaptiveCard,
  type Colour,
  type Element,
  type Mention,
  type Submit,
} from './elements.js';
import { fit, ROOM } from './size.js';
import { drawTable } from './table.js';
import { blocks, clip, inert, type MentionOf, type Style } from './text.js';

const colours: Record<Tone, Colour> = {
  neutral: 'default',
  info: 'accent',
  good: 'good',
  warning: 'warning',
  danger: 'attention',
};

/** Longest title that is shown whole; tickets allow 150. */
const TITLE = 300;
/** The official renderer shows no more actions than this in one row. */
const ACTIONS_IN_A_ROW = 5;

/** `mentionOf` gives the Teams id of a person whose account is known. Buttons are kept before text is. */
export function renderCard(card: Card, mentionOf: MentionOf): AdaptiveCard {
  const entities: Mention[] = [];
  const write = (text: Text, style?: Style) => blocks(text, card.for, mentionOf, entities, style);
  const heading = [
    ...blocks([clip(card.title, TITLE).replaceAll('\n', ' ')], card.for, mentionOf, [], {
      weight: 'bolder',
      size: 'large',
    }),
    ...(card.status
      ? blocks([clip(card.status.text, TITLE)], card.for, mentionOf, [], {
          weight: 'bolder',
          color: colours[card.status.tone],
        })
      : []),
  ];

  let { room, cut } = { room: ROOM, cut: false };
  const take = (elements: readonly Element[]) => {
    const taken = fit(elements, room);
    room -= taken.used;
    cut ||= taken.cut;
    return taken.kept;
  };
  const head = take(heading);
  const drawn = card.parts.map((part) => ({ part, elements: draw(part, card, write) }));
  const buttons = new Map(drawn.filter(isButtons).map(({ part, elements }) => [part, take(elements)]));
  const body = drawn.flatMap(({ part, elements }) => buttons.get(part) ?? (cut ? [] : take(elements)));
  const note = cut ? write([wording[card.for.lang].common.cut], { isSubtle: true, size: 'small' }) : [];
  return adaptiveCard([...head, ...body, ...note], { entities: entities.filter(isIn(body)) });
}

/** Whether a mention was kept: Teams refuses a card with one that is nowhere in its text. */
const isIn = (elements: readonly Element[]) => {
  const drawn = JSON.stringify(elements);
  return ({ text }: Mention) => drawn.includes(JSON.stringify(text).slice(1, -1));
};

const isButtons = ({ part }: { part: Part }) => part.kind === 'buttons';

function draw(part: Part, card: Card, write: (text: Text, style?: Style) => Element[]): Element[] {
  switch (part.kind) {
    case 'text':
      return write(part.text);
    case 'note':
      return write(part.text, { isSubtle: true, size: 'small' });
    case 'facts':
      return part.facts.map(({ label, value }) => ({
        type: 'ColumnSet',
        spacing: 'small',
        columns: [
          { type: 'Column', width: '110px', items: write([label], { isSubtle: true }) },
          { type: 'Column', width: 'stretch', items: write(value) },
        ],
      }));
    case 'table':
      return drawTable(part, card.for);
    case 'list':
      return part.items.flatMap((item, index) => write([part.ordered ? `${index + 1}. ` : '• ', ...item]));
    case 'quote': {
      const at = part.at ? timeInWords({ kind: 'time', at: part.at, as: 'moment' }, card.for) : '';
      const aside = [part.readers, at].filter(Boolean).join(' · ');
      const by: Text = part.by ? [person(part.by), aside && ` · ${aside}`] : [aside];
      const said = write([part.text]);
      const items = part.by || aside ? [...write(by, { isSubtle: true, size: 'small' }), ...said] : said;
      return [{ type: 'Container', style: 'emphasis', items }];
    }
    case 'progress':
      return part.steps.flatMap(({ label, state }) => write([`${marks[state].sign} `, ...label], marks[state].style));
    case 'buttons':
      return rows(part.buttons).map((row) => ({
        type: 'ActionSet',
        actions: row.map((button) => action(button, card)),
      }));
  }
}

const marks: Record<Extract<Part, { kind: 'progress' }>['steps'][number]['state'], { sign: string; style: Style }> = {
  done: { sign: '✓', style: { color: 'good' } },
  now: { sign: '●', style: { color: 'accent', weight: 'bolder' } },
  next: { sign: '○', style: { isSubtle: true } },
  failed: { sign: '✗', style: { color: 'attention' } },
};

const rows = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / ACTIONS_IN_A_ROW) }, (_, row) =>
    buttons.slice(row * ACTIONS_IN_A_ROW, (row + 1) * ACTIONS_IN_A_ROW),
  );

const styles = { primary: 'positive', danger: 'destructive' } as const;

/** Teams must know beforehand which button opens a form; one to be confirmed unfolds its question beneath itself. */
function action(button: Button, card: Card): Action {
  const { confirm, does, label, tone } = button;
  const look = { title: inert(clip(label, TITLE)), ...(tone ? { style: styles[tone] } : {}) };
  if (confirm) {
    const { confirm: _, ...unasked } = button;
    const ask = (text: string, style: Style) => blocks([text], card.for, () => undefined, [], style);
    const yes = action({ ...unasked, label: confirm.yes }, card);
    return {
      type: 'Action.ShowCard',
      ...look,
      card: {
        type: 'AdaptiveCard',
        body: [
          ...ask(confirm.title, { weight: 'bolder' }),
          ...ask(confirm.text, {}),
          { type: 'ActionSet', actions: [yes] },
        ],
      },
    };
  }
  const submit: Submit = {
    type: 'Action.Submit',
    ...look,
    data: { deskhand: { command: does, ...(card.passing ? { passing: card.passing } : {}) } },
  };
  if (does.do === 'show-form') return { ...submit, data: { msteams: { type: 'task/fetch' }, ...submit.data } };
  return { ...submit, type: 'Action.Execute', verb: does.do, fallback: submit };
}
