/** A server under test, in its own process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A server is at rest when it has taken less than `LITTLE` ms of the processor in each of the last `QUIET` seconds. */
const QUIET = 5;
const LITTLE = 50;
/** The longest that a start prepares itself, in seconds. */
const LONGEST = 180;

export type Program = Awaited<ReturnType<typeof run>>;

/** Starts `dist/<name>.js` and waits until it says at which address it is ready. */
export async function run(name: string, env: Record<string, string> = {}) {
  const started = performance.now();
  const file = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  // Such as --cpu-prof, to see where Deskhand's time goes.
  const flags = name === 'main' ? (process.env['BENCH_NODE_FLAGS']?.split(' ') ?? []) : [];
  const child = spawn(process.execPath, [...flags, file], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.on('exit', () => child.kill());
  const ended = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    ended.then(([code]) => reject(new Error(`${name} ended with ${code}`)), reject);
    createInterface(child.stdout).on('line', (line) => {
      const told = /ready at http:\/\/[^:]+:(\d+)/i.exec(line)?.[1];
      if (told) resolve(Number(told));
    });
  });
  function cpu(): number {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }
  return {
    port,
    /** `performance.now()` when the process was begun. */
    started,
    /** Milliseconds of processor time taken so far, by all threads; the kernel counts in ticks of 10 ms. */
    cpu,
    /** Waits until what a start prepares, and what was asked, is done. @throws when it never is. */
    async rest(): Promise<void> {
      for (let second = 0, quiet = 0, before = cpu(); quiet < QUIET; second++) {
        if (second > LONGEST) throw new Error(`${name} does not come to rest`);
        await wait(1000);
        quiet = cpu() - before < LITTLE ? quiet + 1 : 0;
        before = cpu();
      }
    },
    /** Resident memory in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
