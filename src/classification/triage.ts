/** What the words of a ticket say about its category and urgency, and how far that can be trusted. Pure. */

/** A ticket that was closed, as it was finally filed, to learn from. */
export type Filed = { text: string; category?: string; urgency?: string };
export const aspects = ['category', 'urgency'] as const;
export type Aspect = (typeof aspects)[number];
/** Nobody learns yet how many people a ticket affects: only its words tell. */
export type Suggested = Partial<Record<Aspect | 'impact', string>>;

/** With fewer closed tickets the rules of priorities.yaml speak. */
export const ENOUGH = 500;
/** What is less sure than this is left for the person to say. */
export const SURE = 0.7;
/** The share of more tickets at which learning starts over. */
const GROWTH = 0.1;
/** One ticket in this number is kept from learning, to measure by. */
const HELD_OUT = 5;

export const isWorthLearning = (tickets: number, before: number | undefined): boolean =>
  tickets >= ENOUGH && (before === undefined || tickets >= before * (1 + GROWTH));

/** The part to learn from, and the part to measure by. */
export function split<T>(all: readonly T[]): { learn: T[]; measure: T[] } {
  return {
    learn: all.filter((_, index) => index % HELD_OUT !== 0),
    measure: all.filter((_, index) => index % HELD_OUT === 0),
  };
}

/** Share of the tickets that a judge files as they were filed; silence is wrong. 0 to 1. */
export function accuracy(
  tickets: readonly { text: string; label: string }[],
  judge: (text: string) => string | undefined,
): number {
  return tickets.filter(({ text, label }) => judge(text) === label).length / Math.max(1, tickets.length);
}
