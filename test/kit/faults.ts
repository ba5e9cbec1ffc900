/** A plan of faults, drawn from a seed: how a platform's HTTP misbehaves, call by call. */
import type { Random } from './random.js';

/** `isDone`: the platform does what it was asked to, and only its answer is lost. */
export type Fault = { kind: 'throttled' | 'broken' | 'page' | 'reset'; status: number; isDone: boolean };

export type Faults = {
  /** How long the next answer takes, in milliseconds. */
  pause(): number;
  /** How this call fails, if it does. */
  next(call: string): Fault | undefined;
};

export type Limits = {
  /** Faults in all. */
  most: number;
  /** Statuses by which the platform says, by its documents, that nothing was done. */
  refusing: readonly number[];
  /** Statuses that leave it open. */
  open: readonly number[];
  /** Whether it may be unknown more than once what became of calls of a kind. */
  lasting(call: string): boolean;
};

export function planFaults(random: Random, { most, refusing, open, lasting }: Limits) {
  const drawn: string[] = [];
  const doubted = new Set<string>();
  const oneOf = <T>(all: readonly T[]): T => all[random.below(all.length)]!;
  const throttled = { kind: 'throttled', status: 429, isDone: false } as const;

  function draw(call: string): Fault {
    const kind = oneOf(['throttled', 'broken', 'page', 'reset'] as const);
    if (kind === 'throttled') return throttled;
    const status = kind === 'reset' ? 0 : oneOf([...refusing, ...open, ...(kind === 'page' ? [200] : [])]);
    if (refusing.includes(status)) return { kind, status, isDone: false };
    if (doubted.has(call) && !lasting(call)) return throttled;
    doubted.add(call);
    return { kind, status, isDone: random.chance(0.5) };
  }

  return {
    /** What was drawn: for which call, and how it fails. */
    drawn,
    pause: () => (random.chance(0.1) ? 200 + random.below(900) : 0),
    next(call: string): Fault | undefined {
      if (drawn.length >= most || !random.chance(0.25)) return undefined;
      const fault = draw(call);
      drawn.push(`${call}: ${fault.kind} ${fault.status}${fault.isDone ? ', done' : ''}`);
      return fault;
    },
  };
}
