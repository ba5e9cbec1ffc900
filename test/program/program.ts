/** The built program as its own process: started, killed and stopped like any other. */
import { type ChildProcess, spawn } from 'node:child_process';
import { access, cp, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { until } from '../kit/until.js';

export type Program = {
  pid: number;
  /** Resolves with its address once it has printed it. @throws what it said instead when it ended before. */
  ready: Promise<string>;
  out(): string;
  err(): string;
  /** Sends a signal and resolves with how it ended: a code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  ended: Promise<number | NodeJS.Signals>;
};

export type Home = {
  /** A directory of this test's own. */
  dir: string;
  /** Starts the program on a free port with its data in `dir`, unless the settings say otherwise. */
  start(settings?: Record<string, string>, by?: (node: string, main: string) => [string, ...string[]]): Program;
  closed(): boolean;
  /** Kills what is still running and removes the directory. */
  close(): Promise<void>;
};

/** The program's files by other names, since a build beside the tests replaces them. Under node_modules, so that it finds lmdb. */
async function linkProgram(dir: string): Promise<void> {
  for (const entry of await readdir('dist', { recursive: true, withFileTypes: true })) {
    const [from, folder] = [join(entry.parentPath, entry.name), join(dir, entry.parentPath)];
    if (!entry.isFile() || from.endsWith('.map')) continue;
    await mkdir(folder, { recursive: true });
    await link(from, join(folder, entry.name));
  }
  await Promise.all(['main.js', 'store-worker.js', 'page/index.html'].map((file) => access(join(dir, 'dist', file))));
}

/** The built program, and a directory for it. What it would learn at its first start it finds, as at every later one. */
export async function openHome(): Promise<Home> {
  const dir = await mkdtemp(resolve('node_modules/.cache/program-'));
  await until(async () => {
    await rm(join(dir, 'dist'), { recursive: true, force: true });
    await linkProgram(dir);
    return true;
  }, 'dist is whole: npm run build makes it');
  await mkdir(join(dir, 'data'), { mode: 0o700 });
  await cp(process.env['DESKHAND_TEST_PROGRAM_LEARNED']!, join(dir, 'data'), { recursive: true });
  const running = new Set<ChildProcess>();
  let closed = false;

  return {
    dir,
    closed: () => closed,
    start(settings = {}, by = (node, main) => [node, main]) {
      const [command, ...args] = by(process.execPath, join(dir, 'dist/main.js'));
      const child = spawn(command, args, {
        env: {
          PATH: process.env['PATH'],
          PORT: '0',
          HOST: '127.0.0.1',
          DATA_DIR: join(dir, 'data'),
          KNOWLEDGE_DIR: process.env['DESKHAND_TEST_SHELF'],
          LOG_LEVEL: 'warn',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      let out = '';
      let err = '';
      child.stderr.on('data', (data: Buffer) => (err += data.toString()));
      const ended = new Promise<number | NodeJS.Signals>((done) =>
        child.once('close', (code, signal) => {
          running.delete(child);
          done(code ?? signal ?? 0);
        }),
      );
      const ready = new Promise<string>((done, failed) => {
        child.stdout.on('data', (data: Buffer) => {
          out += data.toString();
          const address = /Deskhand is ready\D*(http:\/\/[\w.:]+)/.exec(out)?.[1];
          if (address) done(address);
        });
        void ended.then((how) => failed(new Error(`the program ended with ${how}: ${err}${out}`)));
      });
      ready.catch(() => undefined);
      return {
        pid: child.pid!,
        ready,
        out: () => out,
        err: () => err,
        ended,
        end(signal) {
          child.kill(signal);
          return ended;
        },
      };
    },
    async close() {
      closed = true;
      for (const child of running) child.kill('SIGKILL');
      await until(() => running.size === 0, 'every program has ended');
      await rm(dir, { recursive: true, force: true });
    },
  };
}
