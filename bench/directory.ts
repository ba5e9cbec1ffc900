/** An identity provider pushes a whole company over HTTP: it asks for each person, creates them, and does it all once more. */
import type { Program } from './program.js';
import { goal, note } from './table.js';

const TOKEN = 'a-token-for-the-benchmark-alone';
export const scimEnv = { SCIM_TOKEN: `bench:${TOKEN}` };
const CONNECTIONS = 8;
const MOST_SECONDS = 60;
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

type Answer = { status: number; body: { id?: string; Resources?: { id: string }[]; meta?: { version: string } } };

const nameOf = (at: number) => `person${at}@bench.example`;
const user = (at: number) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  userName: nameOf(at),
  externalId: `00u${at}`,
  name: { givenName: 'Person', familyName: String(at) },
  emails: [{ primary: true, value: nameOf(at), type: 'work' }],
  active: true,
  [ENTERPRISE]: { department: `D${at % 40}`, ...(at > 0 ? { manager: { value: nameOf(Math.floor(at / 8)) } } : {}) },
});

/** @param people to push, @param program a desk that was started with `scimEnv`. */
export async function measureProvisioning({ port, cpu }: Program, people: number): Promise<void> {
  async function send(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/scim/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/scim+json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }
  let failed = 0;
  let rewritten = 0;
  async function push(at: number): Promise<void> {
    const found = await send('GET', `Users?filter=${encodeURIComponent(`userName eq "${nameOf(at)}"`)}`);
    const id = found.body.Resources?.[0]?.id;
    const { status, body } = id ? await send('PUT', `Users/${id}`, user(at)) : await send('POST', 'Users', user(at));
    if (status >= 300) failed += 1;
    if (body.meta?.version !== 'W/"1"') rewritten += 1;
  }
  /** Seconds for all of them; the longest that somebody else waited meanwhile, and processor time a request, in ms. */
  async function pushAll(): Promise<{ seconds: number; longest: number; each: number }> {
    let next = 0;
    let longest = 0;
    let isOver = false;
    const others = (async () => {
      while (!isOver) {
        const asked = performance.now();
        await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
        longest = Math.max(longest, performance.now() - asked);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const started = performance.now();
    const before = cpu();
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        while (next < people) await push(next++);
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    isOver = true;
    await others;
    return { seconds, longest, each: (cpu() - before) / (2 * people) };
  }
  const told = ({ seconds, each }: { seconds: number; each: number }) =>
    `${seconds.toFixed(1)} s (${((2 * people) / seconds).toFixed(0)} requests/s, CPU ${each.toFixed(1)} ms each)${failed > 0 ? `, ${failed} FAILED` : ''}`;

  const first = await pushAll();
  const most = (MOST_SECONDS * people) / 10_000;
  goal(
    `SCIM: ${people} people, asked for and created`,
    told(first),
    `< ${most} s`,
    first.seconds < most && failed === 0,
  );
  const again = await pushAll();
  goal(`SCIM: the same ${people} once more, ${rewritten} written`, told(again), 'none written', rewritten === 0);
  note('SCIM: the longest wait of others meanwhile', `${Math.max(first.longest, again.longest).toFixed(0)} ms`);
}
