import type { Said } from '../wire.js';

/** A whisper of the desk, shown beneath what it answers: a message's id, or a conversation. */
export type Whisper = { number: number; under: string; said: Said };

/** What people can do in a pane; each resolves when the desk has answered. */
export type Doing = {
  say(words: string, under?: string): Promise<boolean>;
  press(on: string, value: unknown): Promise<void>;
  /** Makes a ticket of a person's message. */
  report(on: string, how: 'shortcut' | 'reaction'): Promise<void>;
  whispers: readonly Whisper[];
  dismiss(whisper: Whisper): void;
};
