/**
 * Plays half a year of the demo company before the desk opens: every deed goes through the desk's own rules at its own
 * time, and what falls due between two deeds is done when it does. So no document is written by hand.
 */
import type { Command } from '../language/command.js';
import { chanceOf, DAY } from './chance.js';
import { storiesOf, type Deed, type Story, type Subject } from './stories.js';

const SEED = 2026;
const DAYS = 182;

/** Something falls due: what takes care of it, and when. */
export type Due = { sweep: string; at: Date };
type Turn = { story: Story; deed: Deed; subject?: Subject };

/**
 * @param deps.act gives a command on behalf of a person at a moment; false when the desk refused it, which ends the story.
 * @param deps.subject the record that the delivery opened, or, by its id, as it now stands.
 * @param deps.due the first moment after `since` at which something falls due, if it is not after `until`.
 * @param deps.sweep does what is due at a moment.
 * @returns the number of deeds.
 */
export async function playHalfYear(
  until: Date,
  deps: {
    act(by: string, does: Command, at: Date, origin: string): Promise<boolean>;
    subject(does: Command['do'], origin: string, id: string | undefined): Promise<Subject | undefined>;
    due(since: Date, until: Date): Due | undefined;
    sweep(due: Due): Promise<void>;
  },
): Promise<number> {
  const from = new Date(until.getTime() - DAYS * DAY);
  const turns = storiesOf(from, until, chanceOf(SEED)).flatMap((story): Turn[] => {
    const { value: deed } = story.next(undefined as never);
    return deed ? [{ story, deed }] : [];
  });
  let deeds = 0;
  let swept = from;
  const sweepUntil = async (moment: Date) => {
    for (let due = deps.due(swept, moment); due; due = deps.due(swept, moment)) {
      swept = due.at;
      await deps.sweep(due);
    }
  };
  while (turns.length > 0) {
    const turn = takeFirst(turns);
    const { story, deed } = turn;
    if (deed.at >= until) continue;
    await sweepUntil(deed.at);
    const origin = `demo:${++deeds}`;
    if (!(await deps.act(deed.by, deed.does, deed.at, origin))) continue;
    const subject = await deps.subject(deed.does.do, origin, turn.subject?._id);
    if (!subject) continue;
    const { value: next } = story.next(subject);
    if (next) turns.push({ story, deed: next, subject });
  }
  await sweepUntil(until);
  return deeds;
}

function takeFirst(turns: Turn[]): Turn {
  let first = 0;
  for (let index = 1; index < turns.length; index++) if (turns[index]!.deed.at < turns[first]!.deed.at) first = index;
  return turns.splice(first, 1)[0]!;
}
