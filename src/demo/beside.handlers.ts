/** The demo company with its half year beside a running playground, in a folder and on a port of its own. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CutOff } from './demo.store.js';

type Desk = { port: number; stop(): Promise<void> };

/** @param start starts the company in a folder, and plays the half year where it is not there yet. */
export function createBeside(dataDir: string, start: (dataDir: string) => Promise<Desk>) {
  const folder = join(dataDir, 'year');
  let opening: Promise<Desk> | undefined;

  /** Of a half year that was cut off, nothing is worth keeping: it is played anew. */
  async function play(): Promise<Desk> {
    try {
      return await start(folder);
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      await rm(folder, { recursive: true, force: true });
      return start(folder);
    }
  }

  return {
    /** Resolves to its port once it is open; it is opened once. */
    async open(): Promise<number> {
      opening ??= play();
      opening.catch(() => (opening = undefined));
      return (await opening).port;
    },
    stop: async (): Promise<void> => (await opening?.catch(() => undefined))?.stop(),
  };
}
