/** How the built program starts, refuses to start, stops and survives: each refusal names what is wrong and the remedy. */
import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Driver } from '../kit/driver.js';
import { createWebDriver } from '../kit/web-driver.js';
import { until } from '../kit/until.js';
import { openHome, type Home } from './program.js';

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

const people = (url: string) => createWebDriver({ url, flavour: 'play-slack' });
const titles = async (url: string, who: string) => (await people(url).chat(who)).map(({ title }) => title);

async function requestAccess(url: string): Promise<void> {
  await people(url).say('employee', 'request crm-read for 8h because the quarter ends');
  await until(
    async () => (await titles(url, 'employee')).some((title) => title.startsWith('REQ-1')),
    'the request is there',
  );
}

const asked = (world: Driver) =>
  until(
    async () => (await world.chat('manager')).find(({ title }) => title.startsWith('REQ-1')),
    'the manager is asked to approve',
  );

/** Where the system lets people make mount namespaces of their own. */
const canMount = spawnSync('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe('a start', () => {
  it('prints one address, answers there, and tells of its health; after Ctrl-C it has what was acknowledged', async () => {
    const first = home.start({ LOG_LEVEL: 'info' });
    const address = await first.ready;
    expect(first.out().match(/http:\/\/\S+/g)).toEqual([`${address}/`]);
    expect(await (await fetch(address)).text()).toContain('<title>');
    expect(await (await fetch(`${address}/healthz`)).text()).toBe('ok\n');
    await until(async () => (await fetch(`${address}/readyz`)).status === 200, 'the jobs have begun');
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toMatch(/^deskhand_sweep_age_seconds \d/m);
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m);
    expect((await fetch(`${address}/nothing`)).status).toBe(404);

    await requestAccess(address);
    expect(await first.end('SIGINT')).toBe(0);
    const second = home.start();
    expect(await titles(await second.ready, 'employee')).toContainEqual(expect.stringMatching(/^REQ-1/));
    expect(await second.end('SIGTERM')).toBe(0);
    expect([first.err(), second.err()]).toEqual(['', '']);
  });

  it('again after kill -9 has it too, whatever has become of what is kept for a quicker start', async () => {
    const first = home.start();
    await requestAccess(await first.ready);
    const cache = join(home.dir, 'data/cache');
    const kept = async () => (await readdir(cache)).filter((name) => !name.includes('.'));
    await until(async () => (await kept()).length > 0, 'something has been kept');
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    for (const name of await kept()) await truncate(join(cache, name), 50);
    const second = home.start();
    const world = people(await second.ready);
    expect(second.out()).toMatch(/it is damaged.*made anew/);
    const card = await asked(world);
    expect((await world.press('manager', 'Approve', card)).notes.join()).toMatch(/REQ-1/);
  });

  it('is stopped by Ctrl-C while it is still starting', async () => {
    const program = home.start();
    await until(() => spawnSync('test', ['-d', join(home.dir, 'data/store')]).status === 0, 'it has begun');
    expect([0, 'SIGINT']).toContain(await program.end('SIGINT'));
    await home.start().ready;
  });
});

describe('a start is refused, with 1 and the remedy, when', () => {
  type By = NonNullable<Parameters<Home['start']>[1]>;
  async function refusal(settings: Record<string, string>, by?: By): Promise<string> {
    const program = home.start(settings, by);
    expect(await program.ended).toBe(1);
    expect(program.err()).not.toMatch(/\n\s+at /);
    return program.err();
  }

  it('a policy names somebody who is not there: the file, the line and what to do', async () => {
    const policies = join(home.dir, 'policies');
    await cp('policies', policies, { recursive: true });
    const file = join(policies, 'teams.yaml');
    const lines = (await readFile(file, 'utf8')).split('\n');
    const line = lines.findIndex((each) => each.includes('backup: agent2'));
    await writeFile(file, lines.with(line, lines[line]!.replace('agent2', 'nobody')).join('\n'));
    const said = await refusal({ POLICIES_DIR: policies });
    expect(said).toContain(`teams.yaml:${line + 1}`);
    expect(said).toContain('nobody');
    expect(said).toContain('people.yaml');
  });

  it('a policy is no YAML', async () => {
    const policies = join(home.dir, 'policies');
    await cp('policies', policies, { recursive: true });
    await writeFile(join(policies, 'sla.yaml'), 'policies: [');
    expect(await refusal({ POLICIES_DIR: policies })).toMatch(/sla\.yaml:\d+/);
  });

  it('the policies or the knowledge are not there', async () => {
    expect(await refusal({ POLICIES_DIR: join(home.dir, 'none') })).toMatch(/POLICIES_DIR/);
    expect(await refusal({ KNOWLEDGE_DIR: join(home.dir, 'none') })).toMatch(/KNOWLEDGE_DIR/);
  });

  it('a setting is missing: its name and where to find it', async () => {
    const said = await refusal({ SLACK_BOT_TOKEN: 'xoxb-1' });
    expect(said).toMatch(/SLACK_SIGNING_SECRET is missing: copy it from Basic Information/);
  });

  it('the port is taken; or another process has the data directory: its number; and that one goes on', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toMatch(new RegExp(`PORT ${port} .*is taken.* set PORT`));
    await new Promise((resolve) => other.close(resolve));

    const first = home.start();
    const url = await first.ready;
    const said = await refusal({});
    expect(said).toContain(`in use by process ${first.pid}`);
    expect(said).toMatch(/DATA_DIR/);
    await requestAccess(url);
  });

  describe('the store in its data directory', () => {
    /** Somebody who may not do everything; a test that is run by one is one. */
    const nobody: By = (node, main) =>
      process.getuid?.() === 0
        ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', node, main]
        : [node, main];
    const data = () => join(home.dir, 'data/store/data.mdb');

    it('is cut short, empty, gone, replaced, or belongs to somebody else', async () => {
      const first = home.start();
      await requestAccess(await first.ready);
      await first.end('SIGTERM');
      const whole = await readFile(data());
      for (const bytes of [
        whole.subarray(0, whole.length * 0.6),
        Buffer.alloc(0),
        undefined,
        Buffer.alloc(whole.length),
      ]) {
        if (bytes) await writeFile(data(), bytes);
        else await rm(data());
        expect(await refusal({})).toMatch(
          /^Deskhand cannot start: The store in .*data\/store .*Restore .*data\/store from/,
        );
      }
      await writeFile(data(), whole);
      const again = home.start();
      expect(await titles(await again.ready, 'employee')).toContainEqual(expect.stringMatching(/^REQ-1/));
      await again.end('SIGTERM');

      await chmod(home.dir, 0o755);
      if (process.getuid?.() !== 0) await chmod(data(), 0);
      expect(await refusal({ KNOWLEDGE_DIR: 'knowledge' }, nobody)).toMatch(/EACCES.*chown -R.*DATA_DIR/);
    });

    it('cannot be made there: the folder is read-only, or a file', async () => {
      const there = join(home.dir, 'there');
      await mkdir(there, { mode: 0o555 });
      await chmod(home.dir, 0o755);
      expect(await refusal({ DATA_DIR: there, KNOWLEDGE_DIR: 'knowledge' }, nobody)).toMatch(
        /EACCES.*chown -R.*DATA_DIR/,
      );
      await writeFile(join(home.dir, 'file'), '');
      expect(await refusal({ DATA_DIR: join(home.dir, 'file') })).toMatch(/DATA_DIR must be a folder/);
    });

    (canMount ? it : it.skip)(
      'is on a disk that is full, or that may not be written (where a user may mount one)',
      async () => {
        const mounted =
          (options: string): By =>
          (node, main) => [
            'unshare',
            '-Urm',
            'sh',
            '-c',
            `mount -t tmpfs -o ${options} none /mnt && exec ${node} ${main}`,
          ];
        expect(await refusal({ DATA_DIR: '/mnt' }, mounted('ro'))).toMatch(/EROFS.*read-only/);
        expect(await refusal({ DATA_DIR: '/mnt' }, mounted('size=256k'))).toMatch(/disk is full: free some space/);
      },
    );
  });
});

/** A disk of this size, in a mount namespace of its own. */
const smallDisk = (dir: string, megabytes: number) => (node: string, main: string) =>
  ['unshare', '-Urm', 'sh', '-c', `mount -t tmpfs -o size=${megabytes}m none ${dir} && exec ${node} ${main}`] as [
    string,
    ...string[],
  ];

(canMount ? describe : describe.skip)('a full disk (where a user may mount one)', () => {
  it('refuses what cannot be saved with a reference, loses nothing, and goes on when there is space', async () => {
    const program = home.start({ DATA_DIR: '/mnt' }, smallDisk('/mnt', 100));
    const url = await program.ready;
    await requestAccess(url);
    const world = people(url);
    const card = await asked(world);

    const filler = `/proc/${program.pid}/root/mnt/filler`;
    await writeFile(filler, Buffer.alloc(60 * 1024 * 1024));
    const { notes } = await world.press('manager', 'Approve', card);
    const reference = /\b[0-9a-f]{8}\b/.exec(notes.join())?.[0];
    expect(reference).toBeDefined();
    await until(() => new RegExp(`${reference}.*disk.* is full`).test(program.out()), 'the log says what broke');
    expect(await titles(url, 'owner')).toEqual([]);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const isReady = async () => (await fetch(`${url}/readyz`)).status === 200;
    await until(async () => !(await isReady()), 'nobody is sent to a desk that can save nothing');

    await rm(filler);
    await until(isReady, 'the desk can save again');
    expect((await world.press('manager', 'Approve', card)).notes.join()).toMatch(/REQ-1/);
    await until(
      async () => (await createWebDriver({ url, flavour: 'play-teams' }).chat('owner')).length === 1,
      'the next approver is asked',
    );
    expect(await program.end('SIGINT')).toBe(0);
  });
});
