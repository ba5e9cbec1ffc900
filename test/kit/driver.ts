/**
 * What a person can do and see on a platform, in the words of people. Each platform's driver works its real adapter
 * from outside: signed requests in, and what the fake platform was sent as what is seen.
 */
export type Seen = {
  /** Names this message on its platform. */
  id: string;
  title: string;
  /** All that is readable on it, in order, without formatting. */
  text: string;
  buttons: string[];
};

export type ShownForm = {
  title: string;
  /** All that is readable on it besides its fields. */
  text: string;
  fields: { name: string; label: string; value: string; choices?: { value: string; label: string }[] }[];
  /** What the driver needs to send it back. */
  handle: unknown;
};

/** What the actor alone is shown at once. */
export type Shown = { notes: string[]; form?: ShownForm; problems?: Record<string, string> };

export interface Driver {
  readonly platform: string;
  /** Writes to the desk: in the person's own chat with it, or in the thread under a message. */
  say(who: string, words: string, under?: Seen): Promise<Shown>;
  /** Posts in the channel where people ask a group: nothing is said to the desk by name. */
  post(who: string, words: string, file?: string): Promise<{ seen: Seen; shown: Shown }>;
  /** Makes a ticket of somebody's message, by the platform's own action for that, or by a reaction where it has one. */
  report(who: string, on: Seen, how?: 'reaction'): Promise<Shown>;
  press(who: string, label: string | RegExp, on: Seen): Promise<Shown>;
  submit(who: string, form: ShownForm, values: Record<string, string>): Promise<Shown>;
  /** The person's own chat with the desk as it stands now, oldest first. */
  chat(who: string): Promise<Seen[]>;
  /** A group's channel as it stands now, oldest first, without the threads. */
  channel(group: string): Promise<Seen[]>;
  /** The replies beneath a message, oldest first. */
  thread(under: Seen): Promise<Seen[]>;
  close(): Promise<void>;
}
