import { pino } from 'pino';
import { createProcesses, type Processes } from '../../src/processes.js';
import type { SideCollections } from '../../src/store/side-collections.js';

/** A process by itself on a store: whoever else left something there is dead. */
export const aloneOn = (collections: Pick<SideCollections, 'processes'>): Processes =>
  createProcesses({ rows: collections.processes, alone: true, log: pino({ level: 'silent' }) });

/** One of several processes over a store. */
export const amongOthers = (collections: Pick<SideCollections, 'processes'>): Processes =>
  createProcesses({ rows: collections.processes, alone: false, log: pino({ level: 'silent' }) });
