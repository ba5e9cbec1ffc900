import { pino } from 'pino';
import { createProcesses, type Processes } from '../../src/processes.js';
import type { Books } from '../../src/store/side-collections.js';

/** A process by itself on a store: whoever else left something there is dead. */
export const aloneOn = (books: Pick<Books, 'processes'>): Processes =>
  createProcesses({ rows: books.processes, alone: true, log: pino({ level: 'silent' }) });

/** One of several processes over a store. */
export const amongOthers = (books: Pick<Books, 'processes'>): Processes =>
  createProcesses({ rows: books.processes, alone: false, log: pino({ level: 'silent' }) });
