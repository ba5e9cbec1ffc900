/**
 * The two entrances of the desk. By `perform` a person asks in a chat, in words, by a button or a form: the desk
 * identifies them, reads the Command and answers with a value. By `act` a Command is given on behalf of a person, without
 * a chat. Both come to the same door, and behind it to the room that handles the Command.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Accounts } from './accounts.js';
import type { Context, Forms, Handlers } from './context.js';
import { plain, type Lang, type Viewer } from './card.js';
import { Busy, type Account, type Place, type Request } from './chat.js';
import type { Cause } from './history.js';
import type { Person } from './people.js';
import {
  command as commands,
  complete,
  LONGEST_TEXT,
  LONGEST_TITLE,
  nameOf,
  specs,
  type Action,
  type Command,
  type PartialCommand,
} from './language/command.js';
import type { Clock } from './clock.js';
import { choices } from './choosing.js';
import { needRight } from './door.js';
import { Ambiguous } from './names.js';
import { describe } from './errors.js';
import { meantBy, numberedIn, remark, type Numbered } from './language/small-talk.js';
import { isTheirs, settingOf, type Ears, type Heard, type Setting } from './addressing.js';
import { tongueAddressing } from './language/tongue.js';
import { understand } from './language/understand.js';
import { Refusal } from './refusal.js';
import type { Stamp } from './stamp.js';
import { card, done, form, refused, type Answer, type Problem, type Reply } from './reply.js';
import type { Wording } from './language/wording.js';
import { wording } from './language/wording.js';

type Pointed = Extract<Request['asks'], { kind: 'message' }>;

export type Desk = {
  /**
   * @throws only `Busy`, when a platform asks to wait before the desk can know who asks: nothing is done then, and the
   * same is to be asked again.
   */
  perform(request: Request): Promise<Answer>;
  /**
   * What a rule, a job or an API asks for on behalf of a person; the same `origin` is done once.
   * @throws Refusal when the person may not do it, or it cannot be done.
   */
  act(actor: Person, command: Command, cause: Omit<Cause, 'by'>): Promise<Reply>;
};

/** What a person does in a chat, and the account through which they do it. */
type Asking = Context & { account: Account; place: Place };

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
  channels: {
    /** Somebody pointed at a message that ought to be a ticket. */
    report(asks: Pointed, context: Asking): Promise<Reply>;
    /** A post in a channel that feeds a group. */
    post(feed: Feed, words: string, context: Asking): Promise<Reply>;
  };
  /** The ticket on which an agent waits for this person's word. */
  awaiting(context: Context): Promise<string | undefined>;
  /**
   * What is done about free words, or shown. `awaiting` takes words that seem to answer it, `numbered` those that ask
   * nothing of the record whose number they begin with.
   */
  serve(
    words: string,
    given: { awaiting: string | undefined; numbered: Numbered | undefined },
    context: Context,
  ): Promise<Command | Reply>;
  /** Told of every button that is pressed: it may have been offered for free words. */
  chosen(command: string, context: Context): Promise<unknown>;
  /** Marks what can be done with an answer as this store's, and knows its own marks. */
  stamp: Stamp;
  /** Counts and times what is done, for the metrics, by the name of the command. */
  observe(command: string, outcome: Reply['kind'] | 'broken', milliseconds: number): void;
}): Desk {
  const { accounts, log, clock } = deps;

  async function handle(command: Command, context: Asking): Promise<Reply> {
    if (specs.get(command.do)?.weighty && (await accounts.identify(context.account, true)).id !== context.actor.id)
      throw new Refusal((say) => say.general.stranger);
    try {
      return await give(command, context);
    } catch (error) {
      const offered = error instanceof Ambiguous && !context.filled;
      const choice = offered ? choices(command, error, context.viewer, context.say) : undefined;
      if (!choice) throw error;
      return card(choice);
    }
  }

  /** Brings a command through the door to its room. */
  async function give(command: Command, context: Context): Promise<Reply> {
    const started = performance.now();
    let outcome: Reply['kind'] | 'broken' = 'broken';
    try {
      needRight(context.actor, command);
      const reply =
        command.do === 'show-form' ? form(await blank(command.draft, context)) : await handled(command, context);
      outcome = reply.kind;
      return reply;
    } catch (error) {
      if (error instanceof Refusal) outcome = 'refused';
      throw error;
    } finally {
      deps.observe(nameOf(command), outcome, performance.now() - started);
    }
  }

  const handled = (command: Action, context: Context): Promise<Reply> =>
    (deps.handlers[command.do] as (command: Action, context: Context) => Promise<Reply>)(command, context);

  async function blank(draft: PartialCommand, context: Context) {
    const build = deps.forms[draft.do] as
      ((draft: PartialCommand, context: Context) => ReturnType<Forms['note']>) | undefined;
    if (!build) throw new Refusal((say) => say.general.wrongCommand);
    return build(draft, context);
  }

  /**
   * What cannot be taken leaves the form open with its words kept, and says why. A question that must be answered is
   * asked again, whatever the command would take for granted.
   */
  async function submit(draft: unknown, values: Record<string, string>, context: Asking): Promise<Reply> {
    const shown = commands.safeParse({ do: 'show-form', draft });
    if (!shown.success || shown.data.do !== 'show-form') throw new Refusal((say) => say.general.wrongCommand);
    needRight(context.actor, shown.data);
    const completed = complete(shown.data.draft, values);
    // A form that cannot be shown any more is for its handler to refuse, or to answer as it did before.
    const asked = await blank(shown.data.draft, context).catch((error: unknown) => {
      if (error instanceof Refusal && completed.success) return undefined;
      throw error;
    });
    const again = (problems: readonly Problem[], otherwise: unknown): Reply => {
      if (!asked || asked.fields.length === 0) throw otherwise;
      const fields = asked.fields.map((field) => ({ ...field, value: values[field.name] ?? '' }));
      return { kind: 'invalid', problems, form: { ...asked, fields } };
    };
    const wrong = completed.success ? [] : problemsOf(completed.error.issues, values, context.say);
    const named = new Set(wrong.map(({ field }) => field));
    const leftOut = (asked?.fields ?? []).filter((each) => !each.optional && !values[each.name]?.trim());
    const missing = leftOut.flatMap(({ name }) =>
      named.has(name) ? [] : [{ field: name, message: context.say.general.field.missing }],
    );
    if (!completed.success || missing.length > 0) return again([...wrong, ...missing], completed.error);
    try {
      return await handle(completed.data, { ...context, filled: true });
    } catch (error) {
      if (error instanceof Busy) throw error;
      const why = error instanceof Refusal ? error.why(context.say) : [context.say.common.broken(broke(error))];
      return again([{ field: asked?.fields[0]?.name ?? '', message: plain(why, context.viewer) }], error);
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
      return deps.channels.post(feed, asks.words, context);
    if (understood.do !== 'words') {
      const parsed = commands.safeParse(understood);
      if (parsed.success) return handle(parsed.data, context);
      const draft = understood.do === 'show-form' ? understood.draft : (understood as PartialCommand);
      const tooLong = commands.safeParse({ do: 'show-form', draft: shortened(draft) });
      if (tooLong.success) {
        const reply = await handle(tooLong.data, context);
        const problems = problemsOf(parsed.error.issues, draft as Record<string, string>, context.say);
        return reply.kind === 'form' ? { kind: 'invalid', problems, form: reply.form } : reply;
      }
      throw new Refusal((say) => say.general.wrongCommand);
    }
    const { words } = understood;
    if (bound?.record.startsWith('INC-')) return handle({ do: 'comment', ticket: bound.record, words }, context);
    const said = bound && context.place.private ? remark(bound.record, words) : undefined;
    if (said) return handle(said, context);
    const meant = meantBy(words);
    if (meant) return handle(meant, context);
    const numbered = numberedIn(words);
    const awaiting = context.place.private && !numbered ? await deps.awaiting(context) : undefined;
    const started = performance.now();
    const served = await deps.serve(words, { awaiting, numbered }, context);
    if (!('do' in served)) deps.observe('understand', served.kind, performance.now() - started);
    return 'do' in served ? handle(served, context) : served;
  }

  /** Learns from people's own words in which language they read. */
  async function listen(actor: Person, { words, commanded = false }: Heard, { bound }: Setting<Feed>): Promise<void> {
    const lang = tongueAddressing(words, { bound: bound?.record, commanded });
    if (lang) await accounts.heard(actor, lang);
  }

  async function perform({ asks }: Request, setting: Setting<Feed>, context: Asking): Promise<Reply> {
    switch (asks.kind) {
      case 'words':
        return isTheirs(setting, context.actor.id) ? hear(asks, setting, context) : done();
      case 'message':
        return deps.channels.report(asks, context);
      case 'submission':
        if (!deps.stamp.isOurs(asks.draft)) throw new Refusal((say) => say.general.earlierStore);
        return submit(asks.draft, asks.values, context);
      case 'command': {
        if (!deps.stamp.isOurs(asks.command)) throw new Refusal((say) => say.general.earlierStore);
        const parsed = commands.safeParse(asks.command);
        if (!parsed.success) throw new Refusal((say) => say.general.wrongCommand);
        // What was said in private was offered there.
        if (context.place?.private) await deps.chosen(nameOf(parsed.data), context);
        return handle(parsed.data, context);
      }
    }
  }

  function contextOf(actor: Person, cause: Omit<Cause, 'by'>): Context {
    const viewer = accounts.viewer(actor);
    return { ...cause, by: actor.id, actor, viewer, say: wording[viewer.lang] };
  }

  return {
    act: (actor, command, cause) => give(command, contextOf(actor, cause)),
    async perform(request) {
      const { place, asks } = request;
      let viewer: Viewer | undefined;
      const reader = (): Viewer => viewer ?? { lang: languageOf(asks), zone: 'UTC' };
      const answer = (reply: Reply): Answer => ({ ...stamped(reply, deps.stamp), for: reader() });
      let addressed = true;
      let known = false;
      try {
        const setting = asks.kind === 'words' ? await settingOf(asks, place, deps.ears) : { addressed };
        if (!setting) return answer(done());
        ({ addressed } = setting);
        const actor = await accounts.identify(request.account);
        if (asks.kind === 'words' && isTheirs(setting, actor.id)) await listen(actor, asks, setting);
        const { account, origin } = request;
        const files = asks.kind === 'words' && asks.files?.length ? { files: asks.files } : {};
        const context: Asking = { ...contextOf(actor, { now: clock.now(), origin }), account, place, ...files };
        ({ viewer } = context);
        known = true;
        return answer(await perform(request, setting, context));
      } catch (error) {
        // Whom the desk does not know is not told so for every word they say among others.
        if (error instanceof Refusal && !known && !addressed) return answer(done());
        if (error instanceof Refusal) return answer(refused(error.why(wording[reader().lang])));
        if (error instanceof Busy) throw error;
        const reference = broke(error);
        const to = reader();
        return { kind: 'refused', why: [wording[to.lang].common.broken(reference)], for: to };
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
      typeof value === 'string' ? value.slice(0, key === 'title' ? LONGEST_TITLE : LONGEST_TEXT) : value,
    ]),
  );

/** Before the desk knows a person, their words tell their language. */
const languageOf = (asks: Request['asks']): Lang =>
  (asks.kind === 'words' ? tongueAddressing(asks.words, {}) : undefined) ?? 'en';
