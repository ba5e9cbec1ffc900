/** A playground on a free port, over a desk and a memory of the test's choice. */
import { mkdtemp, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import pino from 'pino';
import type { AdapterDeps } from '../../adapters/adapter.js';
import { createHttp } from '../../adapters/http.js';
import { createPlayground } from '../../adapters/web/index.js';
import type { Message, PlaygroundMemory } from '../../adapters/web/memory.js';
import type { Staff, Team } from '../../adapters/web/company.js';
import type { Addresses } from '../../src/chat.js';
import { jumpingClock } from '../../src/clock.js';

const player = (id: string, name: string, en: string, more: Partial<Staff> = {}): Staff => ({
  id,
  name,
  lang: 'en',
  email: `${id}@example.com`,
  zone: 'Europe/Berlin',
  title: { en, zh: en },
  ...more,
});

export const people: Staff[] = [
  player('employee', 'Emma Chen', 'Employee', { manager: 'manager' }),
  player('agent', 'Alex Weber', 'Agent', { roles: ['agent'] }),
  player('agent2', 'Bao Li', 'Second agent', { roles: ['agent'] }),
  player('lead', 'Lena Schmidt', 'Service desk lead', { roles: ['lead'] }),
  player('manager', 'Marco Rossi', 'Manager'),
  player('owner', 'Olga Petrova', 'Application owner'),
  player('security', 'Sam Okafor', 'Security officer', { roles: ['security'] }),
  player('admin', 'Ada Novak', 'Administrator', { roles: ['admin'] }),
];
export const groups: Team[] = [
  { id: 'it', lead: 'lead', members: ['agent', 'agent2'], channels: { slack: '#it-desk', teams: 'IT Desk' } },
];

export const inMemory = (kept = new Map<string, Message>()): PlaygroundMemory => ({
  save: async (message) => void kept.set(message.id, structuredClone(message)),
  all: async () => [...kept.values()],
});

/** What an adapter keeps, in a map of the test's choice. */
export const addressesIn = (kept = new Map<string, unknown>()): Addresses => ({
  keep: async (key, value) => void kept.set(key, structuredClone(value)),
  recall: async (key) => kept.get(key),
});

type Options = {
  addresses?: Addresses;
  perform: AdapterDeps['perform'];
  memory?: PlaygroundMemory;
  page?: URL;
  port?: number;
};

export async function startPlayground({
  perform,
  memory = inMemory(),
  addresses = addressesIn(),
  port = 0,
  ...rest
}: Options) {
  const time = jumpingClock(0);
  const clock = { now: time.now, jump: async (by: number) => void time.jump(by) };
  const log = pino({ level: 'silent' });
  const adapter = createPlayground({ perform, house: { people, groups }, memory, addresses, clock, log, ...rest });
  await adapter.start();
  const http = createHttp(adapter.routes, log);
  const url = `http://127.0.0.1:${await http.listen(port, '127.0.0.1')}`;
  return {
    url,
    clock,
    chats: adapter.chats,
    async close(): Promise<void> {
      await adapter.stop();
      await http.close();
    },
  };
}

/** Builds the page as `npm run build` does, into a directory of its own. */
export async function buildPage({ minify = false } = {}): Promise<URL> {
  const outdir = await mkdtemp(join(tmpdir(), 'deskhand-page-'));
  await build({
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    logLevel: 'error',
    minify,
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: ['adapters/web/page/page.tsx'],
    outdir,
  });
  await copyFile('adapters/web/page/index.html', join(outdir, 'index.html'));
  return pathToFileURL(`${outdir}/`);
}
