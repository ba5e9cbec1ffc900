/** The only reader of the time. The playground can jump it; nothing else can. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs on from an offset (milliseconds) and can be moved forward. */
export function jumpingClock(offset = 0): Clock & { jump(milliseconds: number): number } {
  return {
    now: () => new Date(Date.now() + offset),
    jump(milliseconds) {
      offset += milliseconds;
      return offset;
    },
  };
}
