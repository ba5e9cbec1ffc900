/** Room for large messages while they come in, in bytes: all connections share it, and wait for their turn. */

/** Two of the largest messages at once. */
const ROOM = 96_000_000;

export interface Room {
  /**
   * Resolves when there is room for this number of bytes, with a function that gives it back. In the order of asking.
   */
  take(bytes: number): Promise<() => void>;
}

export function createRoom(size = ROOM): Room {
  let free = size;
  const waiting: { bytes: number; enter: () => void }[] = [];
  function admit(): void {
    for (let first = waiting[0]; first && first.bytes <= free; first = waiting[0]) {
      waiting.shift();
      free -= first.bytes;
      first.enter();
    }
  }
  return {
    take: (bytes) =>
      new Promise((resolve) => {
        let isGiven = true;
        const giveBack = () => {
          if (isGiven) free += bytes;
          isGiven = false;
          admit();
        };
        waiting.push({ bytes, enter: () => resolve(giveBack) });
        admit();
      }),
  };
}
