import type { File } from '../../../src/chat.js';
import type { Note } from '../wire.js';

/** A whisper of the desk, shown beneath what it answers: a message's id, or a conversation. */
export type Whisper = Note & { number: number; under: string };

/** What people can do in a pane; each resolves when the desk has answered. */
export type Doing = {
  /** Resolves to false when the words did not arrive. */
  say(words: string, more: { under?: string; files?: readonly File[] }): Promise<boolean>;
  press(on: string, value: unknown): Promise<void>;
  /** Makes a ticket of a person's message. */
  report(on: string, how: 'shortcut' | 'reaction'): Promise<void>;
  dismiss(whisper: Whisper): void;
};
