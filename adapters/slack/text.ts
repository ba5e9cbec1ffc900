/**
 * Spans as rich text elements. Slack parses nothing in a `text` element, so what a person typed can neither mention,
 * link nor format; no text of the desk is ever sent as mrkdwn.
 */
import type { types } from '@slack/bolt';
import { link, timeInWords, type Span, type Text, type Viewer } from '../../src/card.js';

/** The Slack user to mention for a person of the desk, if that account is known. */
export type Mention = (person: string) => string | undefined;

/** The longest text Slack takes in one text object. */
export const LONGEST = 3000;

/** Cuts to at most `max` UTF-16 units, never through a character; half characters become U+FFFD. */
export const clip = (text: string, max: number) =>
  (text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '')).replace(/\p{Surrogate}/gu, '\uFFFD');

/** Cuts with an ellipsis, for labels. */
export const shorten = (text: string, max: number) =>
  text.length <= max ? clip(text, max) : `${clip(text, max - 1)}…`;

/** For the fallback line of a message, the one text that Slack does parse. */
export const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const plainText = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: shorten(text.trim(), max) || '…',
  emoji: false,
});

/** The characters a message may still hold, handed out in reading order. */
export type Space = { take(text: string): string; readonly left: number; readonly short: boolean };

export function createSpace(limit: number): Space {
  let left = limit;
  let short = false;
  return {
    take(text) {
      const taken = clip(text, left);
      short ||= taken.length < text.length;
      left -= taken.length;
      return taken;
    },
    get left() {
      return left;
    },
    get short() {
      return short;
    },
  };
}

/** For whom text is drawn, who can be mentioned, and how much still fits. */
export type Ink = { viewer: Viewer; mention: Mention; space: Space };

export const richText = (text: Text, ink: Ink): types.RichTextElement[] => text.flatMap((span) => element(span, ink));

const DATES = { clock: '{time}', day: '{date_short_pretty}', moment: '{date_short_pretty} {time}' } as const;

function element(span: Span, ink: Ink): types.RichTextElement[] {
  if (typeof span === 'string') return literal(span, ink);
  switch (span.kind) {
    case 'bold':
      return literal(span.text, ink).map((each) => ({ ...each, style: { bold: true } }));
    case 'code':
      return literal(span.text, ink).map((each) => ({ ...each, style: { code: true } }));
    case 'link': {
      const safe = span.url.length <= LONGEST ? link(span.text, span.url) : span.text;
      if (typeof safe === 'string') return literal(safe, ink);
      const text = ink.space.take(shorten(span.text, LONGEST));
      return text ? [{ type: 'link', url: span.url, text }] : [];
    }
    case 'person': {
      const user = ink.mention(span.id);
      const name = ink.space.take(shorten(span.name, LONGEST));
      return name && user ? [{ type: 'user', user_id: user }] : textElement(name);
    }
    case 'time': {
      const fallback = ink.space.take(timeInWords(span, ink.viewer));
      const timestamp = Math.floor(span.at.getTime() / 1000);
      return fallback ? [{ type: 'date', timestamp, format: DATES[span.as], fallback }] : [];
    }
  }
}

const textElement = (text: string): types.RichTextText[] => (text ? [{ type: 'text', text }] : []);

function literal(text: string, ink: Ink): types.RichTextText[] {
  const taken = ink.space.take(text);
  const pieces: types.RichTextText[] = [];
  for (let rest = taken; rest;) {
    const piece = clip(rest, LONGEST);
    pieces.push({ type: 'text', text: piece });
    rest = rest.slice(piece.length);
  }
  return pieces;
}
