/** What the rooms of the desk share: who acts, what they may answer with, and how their records are shown. */
import type { Card, Form, Viewer } from './card.js';
import type { File, Place } from './chat.js';
import type { Action, Command, CommandOf, PartialCommand } from './language/command.js';
import type { Audience, Cause, Event, Ledger, Recorded } from './history.js';
import type { Person } from './people.js';
import type { Reply } from './reply.js';
import type { Wording } from './language/wording.js';

/** One act of one person: who, when, through which delivery, and in which words to answer. */
export type Context = Cause & {
  actor: Person;
  viewer: Viewer;
  say: Wording;
  /** Where in a chat; nowhere for what is done on behalf of a person. */
  place?: Place;
  /** What came along with the words. */
  files?: readonly File[];
  /** The words were written into a form, which nobody else sees. */
  filled?: true;
};

/** A room handles some commands and builds the forms that complete some drafts. */
export type Handlers<D extends Command['do'] = Action['do']> = {
  [K in D]: (command: CommandOf<K>, context: Context) => Promise<Reply>;
};
export type Forms<D extends Action['do'] = Action['do']> = {
  [K in D]: (draft: Extract<PartialCommand, { do: K }>, context: Context) => Promise<Form>;
};

/** How a kind of record is shown to everyone concerned. Pure: the same record and viewer give the same card. */
export type Presenter<D extends Recorded> = {
  ledger: Ledger<D>;
  /** The cards that stand for this record and are redrawn in place on every change; names are unique in a record. */
  standing(record: D): readonly { name: string; to: Audience }[];
  draw(record: D, name: string, viewer: Viewer, say: Wording): Card;
  /** The one-off message that tells an audience of an event. */
  notice(record: D, event: Event, to: Audience, viewer: Viewer, say: Wording): Card;
  /** Whether what this event's notice says or offers has ended, so that the copies of these readers are redrawn. */
  isOver?(record: D, event: Event, to: Audience): boolean;
  /** For a record that speaks for others: whether a chat reaches a person whom they concern. It may be said again. */
  reached?(record: D, person: string, reached: boolean, now: Date): Promise<void>;
};

/**
 * What is done about every `seconds` by one process; returns how many records it moved. `name` is unique. `long`: it may
 * take minutes, and is never done twice at once.
 */
export type Sweep = { name: string; seconds: number; long?: true; run(now: Date): Promise<number> };

/** The cause of what the desk does by itself; `why` makes it once per record and reason. */
export const byDesk = (now: Date, why: string): Cause => ({ by: 'desk', now, origin: `desk:${why}` });
