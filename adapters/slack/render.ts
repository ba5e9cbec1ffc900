/** Cards as Block Kit messages. Every limit named here is Slack's own and is kept by construction. */
import type { types } from '@slack/bolt';
import {
  lineOf,
  link,
  plain,
  type Button,
  type Card,
  type Part,
  type Text,
  type Tone,
  type Viewer,
} from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import { renderTable } from './table.js';
import { clip, createSpace, escape, LONGEST, plainText, richText, shorten, type Ink, type Mention } from './text.js';

export type Message = { text: string; blocks: types.KnownBlock[] };

/** Slack refuses messages of about 12,000 characters in all (`msg_blocks_too_long`, undocumented); 9,500 were taken. */
const MESSAGE_TEXT = 9_000;
const MESSAGE_BLOCKS = 50;
const ACTIONS = 25;
const VALUE = 2000;
/** So the ids of buttons begin on a card that gives way to what comes of them. */
export const PASSING = 'passing-';

const TONES: Record<Tone, string> = { neutral: '⚪', info: '🔵', good: '🟢', warning: '🟠', danger: '🔴' };
const STEPS = { done: '✅', now: '🔵', next: '⚪', failed: '❌' } as const;

/** A message has one table at most; where there are more, or none can be shown, they are lists. */
export function renderCard(card: Card, mention: Mention, { tables = true, most = MESSAGE_BLOCKS } = {}): Message {
  const parts = tables && hasTable(card) ? card.parts : card.parts.map(asList);
  const ink: Ink = { viewer: card.for, mention, space: createSpace(MESSAGE_TEXT) };
  const head: types.KnownBlock[] = [
    { type: 'header', text: plainText(card.title, 150) },
    ...(card.status ? section([statusText(card.status)], ink) : []),
  ];
  const blocks = [
    ...head,
    ...parts.flatMap((part, index) => renderPart(part, `${card.passing ? PASSING : ''}${index}`, ink)),
  ];
  const cut = note([wording[card.for.lang].common.cut], card.for);
  const fitting = fit(blocks, ink.space.short, cut, most);
  return { text: fallback(card), blocks: fitting };
}

/** What stands before a value; a question has its own mark. */
const headOf = (label: string, { lang }: Viewer): string =>
  /[?？]$/.test(label) ? `${label} ` : `${label}${lang === 'zh' ? '：' : ': '}`;

/** A sentence of the desk to one person. */
export function renderNote(text: Text, viewer: Viewer, mention: Mention): Message {
  const ink: Ink = { viewer, mention, space: createSpace(LONGEST) };
  return { text: escape(clip(plain(text, viewer), LONGEST)), blocks: section(text, ink) };
}

/** A rich text block of one paragraph; of empty text, which Slack refuses, nothing. */
export function section(text: Text, ink: Ink): types.RichTextBlock[] {
  return rich(paragraph(richText(text, ink)));
}

/** @param name of the part in its card. */
function renderPart(part: Part, name: string, ink: Ink): types.KnownBlock[] {
  switch (part.kind) {
    case 'text':
      return section(part.text, ink);
    case 'facts': {
      return rich(
        part.facts.flatMap(({ label, value }) =>
          paragraph(richText([{ kind: 'bold', text: headOf(label, ink.viewer) }, ...value], ink)),
        ),
      );
    }
    case 'list': {
      const elements = part.items.flatMap((item) => paragraph(richText(item, ink)));
      return rich(
        elements.length > 0 ? [{ type: 'rich_text_list', style: part.ordered ? 'ordered' : 'bullet', elements }] : [],
      );
    }
    case 'table':
      return renderTable(part, ink) ?? renderPart(asList(part), name, ink);
    case 'quote': {
      const source: Text = [
        ...(part.by ? [{ kind: 'person', ...part.by } as const] : []),
        ...(part.readers ? [part.by ? ' · ' : '', { kind: 'bold', text: part.readers } as const] : []),
        ...((part.by || part.readers) && part.at ? [' · '] : []),
        ...(part.at ? [{ kind: 'time', at: part.at, as: 'moment' } as const] : []),
      ];
      const by = paragraph(richText(source, ink));
      const elements = richText([part.text], ink);
      return rich([...by, ...(elements.length > 0 ? [{ type: 'rich_text_quote', elements } as const] : [])]);
    }
    case 'note':
      return note([ink.space.take(smallPrint(part.text, ink.viewer))], ink.viewer);
    case 'progress':
      return rich(part.steps.flatMap(({ label, state }) => paragraph(richText([`${STEPS[state]} `, ...label], ink))));
    case 'buttons':
      return actions(part.buttons, name);
  }
}

/** Whether a message shows this card with a table. */
export const hasTable = ({ parts }: Card): boolean => parts.filter(({ kind }) => kind === 'table').length === 1;

const asList = (part: Part): Part =>
  part.kind === 'table' ? { kind: 'list', ordered: false, items: part.rows.map(lineOf) } : part;

const statusText = (status: NonNullable<Card['status']>) =>
  ({ kind: 'bold', text: `${TONES[status.tone]} ${status.text}` }) as const;

const paragraph = (elements: types.RichTextElement[]): types.RichTextSection[] =>
  elements.length > 0 ? [{ type: 'rich_text_section', elements }] : [];

const rich = (elements: types.RichTextBlockElement[]): types.RichTextBlock[] =>
  elements.length > 0 ? [{ type: 'rich_text', elements }] : [];

/** Small print holds no rich text, so people and times are written out, and links show where they lead. */
const smallPrint = (text: Text, viewer: Viewer) =>
  plain(
    text.flatMap((span) =>
      typeof span === 'object' && span.kind === 'link' && typeof link(span.text, span.url) !== 'string'
        ? [`${span.text} (${span.url})`]
        : [span],
    ),
    viewer,
  );

function note(text: Text, viewer: Viewer): types.ContextBlock[] {
  const words = plain(text, viewer).trim();
  return words ? [{ type: 'context', elements: [plainText(words, 2000)] }] : [];
}

function actions(buttons: readonly Button[], part: string): types.ActionsBlock[] {
  const elements = buttons.map((button, index) => renderButton(button, `${part}-${index}`));
  return Array.from({ length: Math.ceil(elements.length / ACTIONS) }, (_, row) => ({
    type: 'actions',
    elements: elements.slice(row * ACTIONS, (row + 1) * ACTIONS),
  }));
}

function renderButton({ label, does, tone, confirm }: Button, id: string): types.Button {
  const value = JSON.stringify(does);
  if (value.length > VALUE) {
    throw new Error(`the button for ${does.do} carries ${value.length} characters: commands carry ids, not content`);
  }
  return {
    type: 'button',
    action_id: id,
    text: plainText(label, 75),
    value,
    ...(tone && { style: tone }),
    ...(confirm && {
      confirm: {
        title: plainText(confirm.title, 100),
        text: plainText(confirm.text, 300),
        confirm: plainText(confirm.yes, 30),
        deny: plainText(confirm.no, 30),
      },
    }),
  };
}

/** Keeps what can be pressed and drops reading matter from the end, saying so. */
function fit(blocks: types.KnownBlock[], short: boolean, cut: types.KnownBlock[], most: number): types.KnownBlock[] {
  if (!short && blocks.length <= most) return blocks;
  const isText = (block: types.KnownBlock) => block.type !== 'actions';
  const room = most - cut.length - blocks.filter((block) => !isText(block)).length;
  const kept = new Set(blocks.filter(isText).slice(0, Math.max(room, 1)));
  const whole = blocks.filter((block) => !isText(block) || kept.has(block));
  const lastText = whole.findLastIndex(isText) + 1;
  return [...whole.slice(0, lastText), ...cut, ...whole.slice(lastText)].slice(0, most);
}

/** What notifications and screen readers read: all of the card in plain words. */
function fallback(card: Card): string {
  const words = (part: Part): string[] => {
    switch (part.kind) {
      case 'text':
        return [plain(part.text, card.for)];
      case 'facts':
        return part.facts.map(({ label, value }) => headOf(label, card.for) + plain(value, card.for));
      case 'list':
        return part.items.map((item) => plain(item, card.for));
      case 'table':
        return part.rows.map((row) => plain(lineOf(row), card.for));
      case 'quote':
        return [`${[part.by?.name, part.readers].filter(Boolean).join(' · ')}${part.by ? ': ' : ''}${part.text}`];
      case 'note':
        return [smallPrint(part.text, card.for)];
      case 'progress':
        return part.steps.map(({ label, state }) => `${STEPS[state]} ${plain(label, card.for)}`);
      case 'buttons':
        return [];
    }
  };
  const lines = [card.title, ...(card.status ? [card.status.text] : []), ...card.parts.flatMap(words)];
  return escape(shorten(lines.filter((line) => line.trim() !== '').join('\n'), LONGEST));
}
