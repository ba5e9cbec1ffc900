/**
 * The program while it is killed again and again, and people who do not mind: whatever a broken connection left
 * unanswered, their browser sends again, the very same request, as every chat platform does.
 */
import { randomUUID } from 'node:crypto';
import type { DrawnMessage, OpenForm, Said, Shown } from '../../adapters/web/wire.js';
import type { Random } from '../kit/random.js';
import { textsOf, type Block, type View } from '../kit/slack-rules.js';
import { buttonsOf, linesOf, type Json } from '../kit/teams-rules.js';
import { until } from '../kit/until.js';
import { modal } from '../kit/web-forms.js';
import type { Home, Program } from './program.js';

const ZONE = 'Europe/Berlin';
/** A card that does not come in this time is lost, in milliseconds. */
const LOST_MS = 60_000;

const wordsOf = (said: Said[]) =>
  said.map((spans) =>
    spans.map((span) => (typeof span === 'string' ? span : 'name' in span ? span.name : span.text)).join(''),
  );

function buttonsIn(message: DrawnMessage): { label: string; value: unknown }[] {
  if (!('card' in message)) return [];
  if (message.platform === 'play-teams')
    return buttonsOf(message.card).map((action) => {
      const [inner] = action['type'] === 'Action.ShowCard' ? buttonsOf((action['card'] as Json)['body']) : [action];
      return { label: String(action['title']), value: inner?.['data'] };
    });
  const { blocks } = message.card as { blocks: Block[] };
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .map(({ text, value }) => ({ label: text.text, value }));
}

export const titleOf = (message: DrawnMessage): string => ('title' in message ? message.title : '');
export function textOf(message: DrawnMessage): string {
  if ('words' in message) return message.words;
  const lines =
    message.platform === 'play-teams'
      ? linesOf(message.card as Json)
      : textsOf((message.card as { blocks: Block[] }).blocks);
  return [message.title, ...lines].join('\n');
}

export async function openUnderFire(home: Home, random: Random) {
  const messages = new Map<string, DrawnMessage>();
  let program: Program;
  let address = '';
  let kills = 0;
  /** Acts until the next kill; none is due while undefined. */
  let fuse: number | undefined;
  let closing = false;
  let dying: Promise<void> | undefined;
  let slowest = 0;

  async function rise(): Promise<void> {
    while (!home.closed()) {
      program = home.start();
      // Now and then it dies again while it is still picking up the pieces.
      if (kills > 0 && fuse !== undefined && random.chance(0.2)) {
        await new Promise((resolve) => setTimeout(resolve, random.below(1_200)));
        kills += 1;
        await program.end('SIGKILL');
        continue;
      }
      address = await program.ready;
      return;
    }
  }
  const kill = () =>
    (dying ??= (async () => {
      address = '';
      kills += 1;
      await program.end('SIGKILL');
      await rise();
    })().finally(() => (dying = undefined)));

  /** Sends the request until it is answered, to whatever process answers. */
  async function send(path: string, body: object): Promise<{ status: number; body: unknown }> {
    if (fuse !== undefined && --fuse <= 0) {
      fuse = 2 + random.below(6);
      setTimeout(() => void kill(), random.below(path === 'jump' ? 1_500 : 40));
    }
    for (;;) {
      await until(() => address !== '', 'the program is up');
      const url = address;
      try {
        const response = await fetch(`${url}/playground/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: url },
          body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.json() };
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  }

  async function act(
    path: string,
    body: { who: string } & Record<string, unknown>,
  ): Promise<Shown & { said: string; answer: string }> {
    const origin = randomUUID();
    const { status, body: answer } = await send(path, { origin, ...body });
    if (status !== 200) throw new Error(`${path} was answered ${status}: ${JSON.stringify(answer)}`);
    const shown = answer as Shown;
    return {
      ...shown,
      said: wordsOf(shown.notes.map((note) => note.said)).join('\n'),
      answer: `a-${body.who}-${origin}`,
    };
  }

  /** Reads what the chats show, for as long as the connection holds. */
  async function follow(url: string): Promise<void> {
    const seen = Math.max(0, ...[...messages.values()].map(({ rev }) => rev));
    const response = await fetch(`${url}/playground/events?since=${seen}`);
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        const [, data] = /^event: message\ndata: (.*)$/m.exec(event) ?? [];
        if (!data) continue;
        const message = JSON.parse(data) as DrawnMessage;
        messages.set(message.id, message);
      }
    }
  }
  async function watch(): Promise<void> {
    while (!closing && !home.closed()) {
      if (address) await follow(address).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  await rise();
  const watching = watch();
  const platformOf = (who: string) => (who === 'owner' ? 'play-teams' : 'play-slack');

  return {
    messages,
    kills: () => kills,
    /** From now on the program is killed at random, at least once in so many acts, or no more. */
    fire: (on: boolean) => (fuse = on ? 1 + random.below(4) : undefined),
    /** The longest that somebody waited for a card, in milliseconds. */
    slowest: () => slowest,
    async see(what: string, fits: (message: DrawnMessage) => boolean): Promise<DrawnMessage> {
      const since = performance.now();
      const found = await until(() => [...messages.values()].find(fits), `somebody sees ${what}`, LOST_MS);
      slowest = Math.max(slowest, performance.now() - since);
      return found;
    },
    say: (who: string, words: string) => act('say', { who, platform: platformOf(who), words }),
    async press(who: string, label: string | RegExp, on: DrawnMessage) {
      const button = buttonsIn(on).find((each) =>
        typeof label === 'string' ? each.label === label : label.test(each.label),
      );
      if (!button) throw new Error(`there is no button ${label} on ${titleOf(on)}`);
      return act('press', { who, platform: on.platform, on: on.id, value: button.value });
    },
    has: (label: string, message: DrawnMessage) => buttonsIn(message).some((each) => each.label === label),
    submit(who: string, { drawn, ...place }: OpenForm, values: Record<string, string>) {
      const view = drawn as View;
      const known = Object.fromEntries(modal.fieldsOf(view, ZONE).map(({ name, value }) => [name, value]));
      const sent = modal.sent(view, { ...known, ...values }, ZONE);
      return act('submit', { who, platform: 'play-slack', ...place, sent });
    },
    /** Moves the clock to a moment of its own choosing; a clock that is past it already is left alone. */
    async jumpTo(moment: string): Promise<void> {
      const { status } = await send('jump', { origin: randomUUID(), to: moment, zone: ZONE });
      if (status !== 200 && status !== 422) throw new Error(`the clock cannot be moved: ${status}`);
    },
    async now(): Promise<Date> {
      const state = await fetch(`${address}/playground/state`);
      return new Date(((await state.json()) as { now: string }).now);
    },
    async stop() {
      await dying;
      closing = true;
      const how = await program.end('SIGINT');
      await watching;
      return how;
    },
  };
}
export type UnderFire = Awaited<ReturnType<typeof openUnderFire>>;
