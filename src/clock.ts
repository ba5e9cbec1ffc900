/** The only reader of the time. The playground can jump it; nothing else can. */
export type Clock = { now(): Date };

/** `jump` returns the new offset. */
export type JumpingClock = Clock & { jump(milliseconds: number): number };

/** A clock that runs on from an offset (milliseconds) and can be moved forward. */
export function jumpingClock(offset: number): JumpingClock {
  return {
    now: () => new Date(Date.now() + offset),
    jump(milliseconds) {
      offset += milliseconds;
      return offset;
    },
  };
}
