/** What the actor sees at once. A value, never a call: each adapter knows how to show it in the place it came from. */
import type { Card, Form, Text, Viewer } from './card.js';

export type Problem = { field: string; message: string };

export type Reply =
  /**
   * Done; `note` is shown to the actor alone. Without one, the redrawn cards say it all. `quiet`: a mark on the person's
   * own message says enough, where the platform has such marks. `aloud`: what all who read the message in its channel
   * are told beneath it.
   */
  | { kind: 'done'; note?: Text; quiet?: true; aloud?: Card }
  /** `open`: all readers of the question may read the answer; any other card is for the actor's eyes alone. */
  | { kind: 'card'; card: Card; open?: true; aloud?: Card }
  | { kind: 'form'; form: Form }
  /** A form came back with mistakes: `form` is the same form with what was typed kept. */
  | { kind: 'invalid'; problems: readonly Problem[]; form: Form }
  | { kind: 'refused'; why: Text };

/** A reply together with the person it is drawn for. */
export type Answer = Reply & { for: Viewer };

export const done = (note?: Text): Reply => (note ? { kind: 'done', note } : { kind: 'done' });
export const quietly = (note: Text): Reply => ({ kind: 'done', note, quiet: true });
export const card = (value: Card): Reply => ({ kind: 'card', card: value });
export const openly = (value: Card): Reply => ({ kind: 'card', card: value, open: true });
export const form = (value: Form): Reply => ({ kind: 'form', form: value });
export const refused = (why: Text): Reply => ({ kind: 'refused', why });
