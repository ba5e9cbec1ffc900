/** The container's files name settings that the desk reads, its port and its health; nothing here starts a container. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { healthRoutes } from '../adapters/health.js';
import { readConfig } from '../src/config.js';

type Service = { environment?: Record<string, string | null>; ports?: string[]; volumes: string[] };
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const compose = parse(readFileSync('compose.yaml', 'utf8')) as Compose;
const dockerfile = readFileSync('Dockerfile', 'utf8');
const { environment = {}, ports, volumes } = compose.services['desk']!;
const baked = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, pairs]) =>
    pairs!.split(' ').map((pair) => pair.split('=') as [string, string]),
  ),
);
/** What is set for certain; what has no value comes from whoever starts it. */
const set = Object.entries(environment).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));

/** The settings that are read when these are set. */
function read(env: Record<string, string>): Set<string> {
  const names = new Set<string>();
  readConfig(
    new Proxy(env, {
      get(target, name: string) {
        names.add(name);
        return target[name];
      },
    }),
  );
  return names;
}

test('they name only settings that the desk reads', () => {
  const known = read({});
  expect([...Object.keys(environment), ...Object.keys(baked)].filter((name) => !known.has(name))).toEqual([]);
});

test('the desk starts with them as they are: reached from outside, at the published port, over the MongoDB beside it', () => {
  const config = readConfig({ ...baked, ...Object.fromEntries(set) });
  expect(config).toMatchObject({ host: '0.0.0.0', playground: false, dataDir: '/data' });
  expect(ports).toEqual([`127.0.0.1:${config.port}:${config.port}`]);
  expect(dockerfile).toMatch(new RegExp(`^EXPOSE ${config.port}$`, 'm'));
  expect(Object.keys(compose.services)).toContain(new URL(config.mongodbUri!).hostname);
});

test('what the desk keeps is in a volume that is declared, and in the image too', () => {
  const kept = volumes.find((each) => each.endsWith(`:${baked['DATA_DIR']}`))!.split(':')[0]!;
  expect(Object.keys(compose.volumes)).toContain(kept);
  expect(dockerfile).toMatch(new RegExp(`^VOLUME ${baked['DATA_DIR']}$`, 'm'));
});

test('the health check asks for a page that the desk has', () => {
  const asked = /^HEALTHCHECK .*'(\/\w+)'/m.exec(dockerfile)?.[1];
  const routes = healthRoutes({ ready: async () => true, metrics: { contentType: '', text: async () => '' } });
  expect(routes.map(({ path }) => path)).toContain(asked);
});
