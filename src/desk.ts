/**
 * The one entrance: whoever asks, from wherever, by words, a button or a form. Identifies the person, reads the
 * Command, checks the role it needs, lets its room handle it, and answers with a value. It throws only `Busy`, when a
 * platform asks to wait before the desk can know who asks: nothing is done then, and the same is to be asked again.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Accounts } from './accounts.js';
import type { Context, Forms, Handlers } from './context.js';
import { plain, type Lang, type Viewer } from './card.js';
import { Busy, type Account, type Request } from './chat.js';
import {
  command as commands,
  complete,
  LONGEST_TEXT,
  specs,
  type Command,
  type PartialCommand,
  type ShowForm,
} from './language/command.js';
import type { Clock } from './clock.js';
import { needRight } from './door.js';
import { describe } from './errors.js';
import { meantBy } from './language/small-talk.js';
import { isTheirs, settingOf, type Ears, type Heard, type Setting } from './addressing.js';
import { understand } from './language/understand.js';
import { Refusal } from './refusal.js';
import type { Stamp } from './stamp.js';
import { done, form, refused, type Answer, type Problem, type Reply } from './reply.js';
import type { Wording } from './language/wording.js';
import { wording } from './language/wording.js';

type Pointed = Extract<Request['asks'], { kind: 'message' }>;

export type Desk = { perform(request: Request): Promise<Answer> };

/** An act together with the account through which it is done. */
type Asking = Context & { account: Account };

type Issue = { path: PropertyKey[]; code: string; maximum?: number | bigint; origin?: string; input?: unknown };

/** What is wrong with a form, field by field, in the reader's words. */
function problemsOf(issues: readonly Issue[], values: Record<string, string>, say: Wording): Problem[] {
  return issues.map((issue) => {
    const field = String(issue.path[0] ?? '');
    const { missing, tooLong, wrong } = say.general.field;
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
    report(asks: Pointed, context: Context): Promise<Reply>;
    /** A post in a channel that feeds a group. */
    post(feed: Feed, words: string, context: Context): Promise<Reply>;
  };
  /** The ticket on which an agent waits for this person's word. */
  awaiting(context: Context): Promise<string | undefined>;
  /** Marks what can be done with an answer as this store's, and knows its own marks. */
  stamp: Stamp;
  /** Counts and times what is done, for the metrics. */
  observe(what: string, outcome: Reply['kind'] | 'broken', milliseconds: number): void;
}): Desk {
  const { accounts, log, clock } = deps;

  async function handle(command: Command, context: Asking): Promise<Reply> {
    if (specs.get(command.do)?.weighty && (await accounts.identify(context.account, true)).id !== context.actor.id)
      throw new Refusal((say) => say.general.stranger);
    needRight(context.actor, command);
    if (command.do !== 'show-form') {
      const handler = deps.handlers[command.do] as (command: Command, context: Asking) => Promise<Reply>;
      return handler(command, context);
    }
    return form(await blank(command.draft, context));
  }

  async function blank(draft: PartialCommand, context: Asking) {
    const build = deps.forms[draft.do] as
      ((draft: PartialCommand, context: Asking) => ReturnType<Forms['note']>) | undefined;
    if (!build) throw new Refusal((say) => say.general.wrongCommand);
    return build(draft, context);
  }

  /** What cannot be taken leaves the form open with its words kept, and says why. */
  async function submit(draft: unknown, values: Record<string, string>, context: Asking): Promise<Reply> {
    const shown = commands.safeParse({ do: 'show-form', draft });
    if (!shown.success || shown.data.do !== 'show-form') throw new Refusal((say) => say.general.wrongCommand);
    needRight(context.actor, shown.data);
    const completed = complete(shown.data.draft, values);
    const again = async (problemsFor: (first: string) => Problem[], otherwise: unknown): Promise<Reply> => {
      const fresh = await blank((shown.data as ShowForm).draft, context);
      const [first] = fresh.fields;
      if (!first) throw otherwise;
      const fields = fresh.fields.map((field) => ({ ...field, value: values[field.name] ?? '' }));
      return { kind: 'invalid', problems: problemsFor(first.name), form: { ...fresh, fields } };
    };
    if (!completed.success) return again(() => problemsOf(completed.error.issues, values, context.say), undefined);
    try {
      return await handle(completed.data, context);
    } catch (error) {
      if (error instanceof Busy) throw error;
      const why = error instanceof Refusal ? error.why(context.say) : [context.say.common.broken(broke(error))];
      return again((first) => [{ field: first, message: plain(why, context.viewer) }], error);
    }
  }

  /** Logs what broke under a reference that the person can quote. */
  function broke(error: unknown): string {
    const reference = randomUUID().slice(0, 8);
    log.error({ reference, error: describe(error) }, 'a request broke');
    return reference;
  }

  async function hear(asks: Heard, { bound, feed, addressed }: Setting<Feed>, context: Asking): Promise<Reply> {
    if (bound?.aside && !addressed) return done(context.say.channels.goAside(bound.record));
    const commanded = asks.commanded === true || (context.place.mentioned === true && bound !== undefined);
    const understood = understand(asks.words, { bound: bound?.record, commanded });
    if (feed !== undefined && (!addressed || understood.do === 'words'))
      return deps.reports.post(feed, asks.words, context);
    if (understood.do !== 'words') {
      const parsed = commands.safeParse(understood);
      if (parsed.success) return handle(parsed.data, context);
      const draft = understood.do === 'show-form' ? understood.draft : (understood as PartialCommand);
      const tooLong = commands.safeParse({ do: 'show-form', draft: shortened(draft) });
      if (tooLong.success) return handle(tooLong.data, context);
      throw new Refusal((say) => say.general.wrongCommand);
    }
    const { words } = understood;
    const meant = bound ? undefined : meantBy(words);
    if (meant?.do === 'show-ticket' || meant?.do === 'comment') return handle(meant, context);
    const ticket = bound?.record ?? (context.place.private ? await deps.awaiting(context) : undefined);
    return ticket?.startsWith('INC-')
      ? handle({ do: 'comment', ticket, words }, context)
      : handle(meant ?? { do: 'ask', words }, context);
  }

  async function perform({ asks }: Request, setting: Setting<Feed>, context: Asking): Promise<Reply> {
    switch (asks.kind) {
      case 'words':
        return isTheirs(setting, context.actor.id) ? hear(asks, setting, context) : done();
      case 'message':
        return deps.reports.report(asks, context);
      case 'submission':
        if (!deps.stamp.isOurs(asks.draft)) throw new Refusal((say) => say.general.earlierStore);
        return submit(asks.draft, asks.values, context);
      case 'command': {
        if (!deps.stamp.isOurs(asks.command)) throw new Refusal((say) => say.general.earlierStore);
        const parsed = commands.safeParse(asks.command);
        if (!parsed.success) throw new Refusal((say) => say.general.wrongCommand);
        return handle(parsed.data, context);
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
        const context: Asking = {
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
        return answer(await perform(request, setting, context));
      } catch (error) {
        // Whom the desk does not know is not told so for every word they say among others.
        if (error instanceof Refusal && !known && !addressed) return answer(done());
        if (error instanceof Refusal) return answer(refused(error.why(wording[viewer.lang])));
        if (error instanceof Busy) throw error;
        const reference = broke(error);
        deps.observe(asks.kind, 'broken', performance.now() - started);
        return { kind: 'refused', why: [wording[viewer.lang].common.broken(reference)], for: viewer };
      }
    },
  };
}

function stamped(reply: Reply, stamp: Stamp): Reply {
  if (reply.kind === 'card') return { ...reply, card: stamp.card(reply.card) };
  return reply.kind === 'form' || reply.kind === 'invalid' ? { ...reply, form: stamp.form(reply.form) } : reply;
}

/** A draft whose texts fit its fields, for words that were too long for the command they made. */
const shortened = (draft: PartialCommand): unknown =>
  Object.fromEntries(
    Object.entries(draft).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.slice(0, key === 'title' ? 150 : LONGEST_TEXT) : value,
    ]),
  );

/** Before the desk knows a person, their words tell their language. */
const languageOf = (asks: Request['asks']): Lang =>
  asks.kind === 'words' && /\p{Script=Han}/u.test(asks.words) ? 'zh' : 'en';
