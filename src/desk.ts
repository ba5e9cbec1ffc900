/**
 * The one entrance: whoever asks, from wherever, by words, a button or a form. Identifies the person, reads the
 * Command, checks the role it needs, lets its room handle it, and answers with a value. It throws only `Busy`, when a
 * platform asks to wait before the desk can know who asks: nothing is done then, and the same is to be asked again.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Accounts } from './accounts.js';
import type { Act, Forms, Handlers } from './act.js';
import { plain, type Lang, type Viewer } from './card.js';
import { Busy, type Account, type Request } from './chat.js';
import {
  command as commands,
  complete,
  LONGEST_TEXT,
  specs,
  type Command,
  type Draft,
  type ShowForm,
} from './language/command.js';
import type { Clock } from './clock.js';
import { needRight } from './door.js';
import { describe } from './errors.js';
import { meantBy } from './everyday.js';
import { isTheirs, settingOf, type Ears, type Heard, type Setting } from './hearing.js';
import { understand } from './intake.js';
import { Refusal } from './refusal.js';
import type { Stamp } from './stamp.js';
import { done, form, refused, type Answer, type Problem, type Reply } from './reply.js';
import type { Wording } from './wording/index.js';
import { wording } from './wording/index.js';

type Pointed = Extract<Request['asks'], { kind: 'message' }>;

export type Desk = { perform(request: Request): Promise<Answer> };

/** An act together with the account through which it is done. */
type Asking = Act & { account: Account };

type Issue = { path: PropertyKey[]; code: string; maximum?: number | bigint; origin?: string; input?: unknown };

/** What is wrong with a form, field by field, in the reader's words. */
function problemsOf(issues: readonly Issue[], values: Record<string, string>, say: Wording): Problem[] {
  return issues.map((issue) => {
    const field = String(issue.path[0] ?? '');
    const { missing, tooLong, wrong } = say.desk.field;
    if (!values[field]?.trim()) return { field, message: missing };
    if (issue.code === 'too_big' && issue.origin === 'string')
      return { field, message: tooLong(Number(issue.maximum)) };
    return { field, message: wrong };
  });
}

export function createDesk<Feed>(deps: {
  accounts: Accounts;
  handlers: Handlers;
  forms: Partial<Forms>;
  clock: Clock;
  log: Logger;
  ears: Ears<Feed>;
  reports: {
    /** Somebody pointed at a message that ought to be a ticket. */
    report(asks: Pointed, act: Act): Promise<Reply>;
    /** A post in a channel that feeds a group. */
    post(feed: Feed, words: string, act: Act): Promise<Reply>;
  };
  /** The ticket on which an agent waits for this person's word. */
  awaiting(act: Act): Promise<string | undefined>;
  /** Marks what can be done with an answer as this store's, and knows its own marks. */
  stamp: Stamp;
  /** Counts and times what is done, for the metrics. */
  observe(what: string, outcome: Reply['kind'] | 'broken', milliseconds: number): void;
}): Desk {
  const { accounts, log, clock } = deps;

  async function handle(command: Command, act: Asking): Promise<Reply> {
    if (specs.get(command.do)?.weighty && (await accounts.identify(act.account, true)).id !== act.actor.id)
      throw new Refusal((say) => say.desk.stranger);
    needRight(act.actor, command);
    if (command.do !== 'show-form') {
      const handler = deps.handlers[command.do] as (command: Command, act: Asking) => Promise<Reply>;
      return handler(command, act);
    }
    return form(await blank(command.draft, act));
  }

  async function blank(draft: Draft, act: Asking) {
    const build = deps.forms[draft.do] as ((draft: Draft, act: Asking) => ReturnType<Forms['note']>) | undefined;
    if (!build) throw new Refusal((say) => say.desk.wrongCommand);
    return build(draft, act);
  }

  /** What cannot be taken leaves the form open with its words kept, and says why. */
  async function submit(draft: unknown, values: Record<string, string>, act: Asking): Promise<Reply> {
    const shown = commands.safeParse({ do: 'show-form', draft });
    if (!shown.success || shown.data.do !== 'show-form') throw new Refusal((say) => say.desk.wrongCommand);
    needRight(act.actor, shown.data);
    const completed = complete(shown.data.draft, values);
    const again = async (problemsFor: (first: string) => Problem[], otherwise: unknown): Promise<Reply> => {
      const fresh = await blank((shown.data as ShowForm).draft, act);
      const [first] = fresh.fields;
      if (!first) throw otherwise;
      const fields = fresh.fields.map((field) => ({ ...field, value: values[field.name] ?? '' }));
      return { kind: 'invalid', problems: problemsFor(first.name), form: { ...fresh, fields } };
    };
    if (!completed.success) return again(() => problemsOf(completed.error.issues, values, act.say), undefined);
    try {
      return await handle(completed.data, act);
    } catch (error) {
      if (error instanceof Busy) throw error;
      const why = error instanceof Refusal ? error.why(act.say) : [act.say.chat.broken(broke(error))];
      return again((first) => [{ field: first, message: plain(why, act.viewer) }], error);
    }
  }

  /** Logs what broke under a reference that the person can quote. */
  function broke(error: unknown): string {
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, error: describe(error) }, 'a request broke');
    return reference;
  }

  async function hear(asks: Heard, { bound, feed, addressed }: Setting<Feed>, act: Asking): Promise<Reply> {
    if (bound?.aside && !addressed) return done(act.say.reports.goAside(bound.record));
    const commanded = asks.commanded === true || (act.place.mentioned === true && bound !== undefined);
    const understood = understand(asks.words, { bound: bound?.record, commanded });
    if (feed !== undefined && (!addressed || understood.do === 'words'))
      return deps.reports.post(feed, asks.words, act);
    if (understood.do !== 'words') {
      const parsed = commands.safeParse(understood);
      if (parsed.success) return handle(parsed.data, act);
      const draft = understood.do === 'show-form' ? understood.draft : (understood as Draft);
      const tooLong = commands.safeParse({ do: 'show-form', draft: shortened(draft) });
      if (tooLong.success) return handle(tooLong.data, act);
      throw new Refusal((say) => say.desk.wrongCommand);
    }
    const { words } = understood;
    const meant = bound ? undefined : meantBy(words);
    if (meant?.do === 'show-ticket' || meant?.do === 'comment') return handle(meant, act);
    const ticket = bound?.record ?? (act.place.private ? await deps.awaiting(act) : undefined);
    return ticket?.startsWith('INC-')
      ? handle({ do: 'comment', ticket, words }, act)
      : handle(meant ?? { do: 'ask', words }, act);
  }

  async function perform({ asks }: Request, setting: Setting<Feed>, act: Asking): Promise<Reply> {
    switch (asks.kind) {
      case 'words':
        return isTheirs(setting, act.actor.id) ? hear(asks, setting, act) : done();
      case 'message':
        return deps.reports.report(asks, act);
      case 'submission':
        if (!deps.stamp.isOurs(asks.draft)) throw new Refusal((say) => say.desk.earlierStore);
        return submit(asks.draft, asks.values, act);
      case 'command': {
        if (!deps.stamp.isOurs(asks.command)) throw new Refusal((say) => say.desk.earlierStore);
        const parsed = commands.safeParse(asks.command);
        if (!parsed.success) throw new Refusal((say) => say.desk.wrongCommand);
        return handle(parsed.data, act);
      }
    }
  }

  return {
    async perform(request) {
      const started = performance.now();
      const { place, asks } = request;
      let viewer: Viewer = { lang: languageOf(asks), zone: 'UTC' };
      const answer = (reply: Reply): Answer => {
        deps.observe(asks.kind, reply.kind, performance.now() - started);
        return { ...stamped(reply, deps.stamp), for: viewer };
      };
      let addressed = true;
      let known = false;
      try {
        const setting = asks.kind === 'words' ? await settingOf(asks, place, deps.ears) : { addressed };
        if (!setting) return answer(done());
        ({ addressed } = setting);
        const actor = await accounts.identify(request.account);
        viewer = accounts.viewer(actor);
        const now = clock.now();
        const say = wording[viewer.lang];
        const files = asks.kind === 'words' && asks.files?.length ? { files: asks.files } : {};
        const act: Asking = {
          actor,
          account: request.account,
          by: actor.id,
          now,
          origin: request.origin,
          viewer,
          say,
          place,
          ...files,
        };
        known = true;
        return answer(await perform(request, setting, act));
      } catch (error) {
        // Whom the desk does not know is not told so for every word they say among others.
        if (error instanceof Refusal && !known && !addressed) return answer(done());
        if (error instanceof Refusal) return answer(refused(error.why(wording[viewer.lang])));
        if (error instanceof Busy) throw error;
        const reference = broke(error);
        deps.observe(asks.kind, 'broken', performance.now() - started);
        return { kind: 'refused', why: [wording[viewer.lang].chat.broken(reference)], for: viewer };
      }
    },
  };
}

function stamped(reply: Reply, stamp: Stamp): Reply {
  if (reply.kind === 'card') return { ...reply, card: stamp.card(reply.card) };
  return reply.kind === 'form' || reply.kind === 'invalid' ? { ...reply, form: stamp.form(reply.form) } : reply;
}

/** A draft whose texts fit its fields, for words that were too long for the command they made. */
const shortened = (draft: Draft): unknown =>
  Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, key === 'title' ? 150 : LONGEST_TEXT) : value,
    ]),
  );

/** Before the desk knows a person, their words tell their language. */
const languageOf = (asks: Request['asks']): Lang =>
  asks.kind === 'words' && /\p{Script=Han}/u.test(asks.words) ? 'zh' : 'en';
