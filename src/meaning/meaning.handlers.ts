/** Free words that mean something the desk can do: what is read is shown, what would change anything is offered. */
import type { Catalogue } from '../access/catalogue.js';
import type { Lang, Who } from '../card.js';
import type { Context } from '../context.js';
import type { Relation } from '../answers/answers.handlers.js';
import type { Remembered } from '../answers/remembered.js';
import { nameOf, type Command, type PartialCommand } from '../language/command.js';
import { followUpIn } from '../language/follow-ups.js';
import type { Intent } from '../language/intents.js';
import { slotsIn } from '../language/slots.js';
import type { Numbered } from '../language/small-talk.js';
import { recordIn } from '../language/vocabulary.js';
import { areOfOneThing, areOfTwoThings } from '../language/things.js';
import { isVague } from '../language/vague.js';
import { wording } from '../language/wording.js';
import { withoutCourtesies } from '../noise.js';
import type { Person } from '../people.js';
import { card, done, openly, type Reply } from '../reply.js';
import type { Sla } from '../sla/policy.js';
import type { Staffing } from '../staffing/staffing.js';
import { accessActs } from './access.acts.js';
import { approvalActs } from './approvals.acts.js';
import { asksForDesk } from '../language/desk-questions.js';
import { besideTicket, refersBack } from './beside.js';
import { deskOffer } from './desk.acts.js';
import { createFollowUps } from './follow-ups.handlers.js';
import {
  isCommand,
  isText,
  SHOWN,
  type Act,
  type Matter,
  type Outcome,
  type OwnTicket,
  type Passed,
} from './matter.js';
import { bothCard, button, offerCard, opens } from './meaning.cards.js';
import { languageOf } from './meaning.library.js';
import { mattersIn, tellsTwoThings, type Meaning, type Scene } from './meaning.js';
import { secretIn } from './secrets.js';
import { serviceActs, type Major, type Planned } from './service.acts.js';
import { talkActs } from './talk.acts.js';
import { leadingWords } from './leading.js';
import { asksOf, numberIn } from './numbers.js';
import { ticketActs } from './tickets.acts.js';
import {
  createUnderstanding,
  type State,
  type Understanding,
  type UnderstandingDeps,
} from './understanding.handlers.js';
import { dayOf } from '../zones.js';

export type Given = { awaiting?: string | undefined; numbered?: Numbered | undefined };
const isShort = (words: string): boolean =>
  /\p{Script=Han}/u.test(words)
    ? (words.match(/[\p{L}\p{N}]/gu) ?? []).length <= 3
    : words.trim().split(/\s+/).length <= 1;

/** Below this confidence nothing is done or offered by what words seem to mean; a word or two need more. */
const BAR = 0.5;
const BAR_FOR_A_WORD = 0.75;
/** So alike is what was said to the title of the ticket that is meant. */
const ALIKE = 0.2;
/** Meanings that are left to the articles. */
const ASKED: ReadonlySet<Intent> = new Set(['knowledge', 'out-of-scope', 'unclear']);
/** Such words may go to a ticket that waits for them. */
const ANSWERS: ReadonlySet<Intent> = new Set([
  'ticket-add',
  'unclear',
  'thanks',
  'ticket-contact-change',
  'pasted',
  'out-of-scope',
]);

/** Words of such meanings are not kept: nothing is to be learned from them. */
const PLEASANTRIES: ReadonlySet<Intent> = new Set([
  'greeting',
  'thanks',
  'small-talk',
  'never-mind',
  'help-capabilities',
]);

/** What is told of these is told whatever open ticket it may be about. */
const STANDS: ReadonlySet<Intent> = new Set([
  'urgent-standstill',
  'security-incident',
  'lost-device',
  'secret-typed',
  'pasted',
  'language',
  'human',
  'callback',
  'ticket-close',
  'ticket-cancel',
  'ticket-escalate',
  'ticket-contact-change',
]);

/** For so long `it` is the ticket that was spoken of last. */
const REMEMBERED_MS = 600_000;
/** These are about a record. */
const OF_A_RECORD = /^(?:ticket-|access-status|approval-|change-when)/;
/** From this chance on, words are of something else than IT, or of nothing. */
const ASIDE = 0.5;
const LONGEST_LABEL = 60;
/** Whoever could read what was asked may read the answer to these. */
const OPEN = /^(?:greeting|outage|change|unclear)/;

export function createMeaning(
  deps: UnderstandingDeps & {
    staffing: Staffing;
    sla: Pick<Sla, 'calendar' | 'termsFor'>;
    catalogue: Catalogue;
    freezes: readonly { name: Record<Lang, string>; starts: Date; ends: Date }[];
    remindAfterHours: number;
    /** The form for the access that words ask for. */
    wishIn(words: string): { draft: PartialCommand } | undefined;
    /** A ticket by its number, if there is one that this person may see. */
    ticketNamed(id: string, actor: Person): Promise<OwnTicket | undefined>;
    planned(now: Date): Promise<Planned[]>;
    /** The open major incidents, under titles that all may read. */
    majors(lang: Lang): Promise<Major[]>;
    /** Who holds these entitlements now. */
    holders(entitlements: readonly string[]): Promise<{ entitlement: string; person: Who; until: Date }[]>;
    /** Keeps the words, for a form that takes them along and for the log; returns the number of the question. */
    keep(words: string, meaning: Meaning, scene: Scene, context: Context): Promise<string>;
    /** Keeps by which commands could be done what was understood. */
    offered(question: string, commands: readonly string[]): Promise<void>;
    /** What this person said last, if it was a short while ago; whether it was understood so; what they chose of it. */
    last(context: Context): Promise<Remembered | undefined>;
    metBefore(intent: Intent, context: Context): Promise<boolean>;
    chosen(command: string, context: Context): Promise<unknown>;
    ask(words: string, context: Context, relation: Relation): Promise<Reply>;
  },
) {
  const { stateOf, meantIn, understandFreely } = createUnderstanding(deps);
  /** The ticket that each person heard of last by words of their own, for `it` and `that one`. */
  const heardOf = new Map<string, { ticket: string; at: Date }>();
  const acts: Record<Exclude<Intent, Passed>, Act> = {
    ...ticketActs,
    ...talkActs({ metBefore: ({ intent, context }) => deps.metBefore(intent, context) }),
    ...accessActs(deps),
    ...approvalActs(deps),
    ...serviceActs(deps),
  };

  const isMeant = (words: string, { intent, confidence }: Meaning): boolean =>
    !ASKED.has(intent) && confidence >= (isShort(words) ? BAR_FOR_A_WORD : BAR);

  /** The ticket that is meant: as the only one, or by what it is about. */
  function ticketMeant(words: string, tickets: readonly OwnTicket[]): OwnTicket | undefined {
    if (tickets.length === 1) return tickets[0];
    const ofThing = tickets.filter(({ title }) => areOfOneThing(words, title));
    if (ofThing.length === 1) return ofThing[0];
    const [first, second] = tickets
      .map((ticket) => ({ ticket, alike: deps.likeness().between(words, ticket.title) }))
      .toSorted((one, other) => other.alike - one.alike);
    return first && first.alike >= ALIKE && first.alike > 1.2 * (second?.alike ?? 0) ? first.ticket : undefined;
  }

  const isAbout =
    (words: string) =>
    ({ title }: OwnTicket): boolean =>
      areOfOneThing(words, title) || (!areOfTwoThings(words, title) && deps.likeness().between(words, title) >= ALIKE);

  /** What words mean beside an open ticket that they are about. */
  function belonging(words: string, { meanings: [best], tickets }: Understanding): Meaning | undefined {
    if (numberIn(words) || (best && !refersBack(words) && isMeant(words, best) && STANDS.has(best.intent)))
      return undefined;
    const open = tickets.filter(({ isOpen }) => isOpen);
    const intent = besideTicket(words, open, isAbout(words));
    return intent && { intent, confidence: 1 };
  }

  function lastHeardOf({ actor, now }: Context, tickets: readonly OwnTicket[]): OwnTicket | undefined {
    const last = heardOf.get(actor.id);
    if (!last || now.getTime() - last.at.getTime() > REMEMBERED_MS) return undefined;
    return tickets.find(({ _id }) => _id === last.ticket);
  }

  /** @param question the number under which the words are kept. */
  const act = async (
    words: string,
    understood: Understanding,
    question: string,
    context: Context,
  ): Promise<Outcome> => {
    const [{ intent }] = understood.meanings as [Meaning];
    const lang = languageOf(words);
    const say = wording[lang];
    const { slots, tickets, requests } = understood;
    const number = numberIn(words);
    const named = number?.startsWith('INC-')
      ? (tickets.find(({ _id }) => _id === number) ?? (await deps.ticketNamed(number, context.actor)))
      : undefined;
    const subject = number && !number.startsWith('INC-') ? recordIn(number)?.show : undefined;
    if (number && !named && !subject && OF_A_RECORD.test(intent)) {
      const buttons = tickets
        .slice(0, SHOWN)
        .map(({ _id }) => button(say.meaning.show(_id), { do: 'show-ticket', ticket: _id }));
      return { title: say.meaning.unknownNumber, texts: [say.meaning.noSuchNumber(number)], buttons };
    }
    const matter: Matter = {
      words,
      intent,
      slots,
      lang,
      say,
      context,
      tickets,
      requests,
      subject,
      ticketAmong(among) {
        const fitting = among.filter(({ title }) => !areOfTwoThings(words, title));
        const ticket = named ?? ticketMeant(words, fitting) ?? lastHeardOf(context, fitting);
        if (ticket) heardOf.set(context.actor.id, { ticket: ticket._id, at: context.now });
        return ticket;
      },
      mayMean: (among) => among.some(({ title }) => !areOfTwoThings(words, title)),
      newTicket: (label = say.answers.openTicket, more = {}) =>
        opens(label, { do: 'open-ticket', question, ...more }, 'primary'),
    };
    return acts[intent as Exclude<Intent, Passed>](matter);
  };

  /** Each of two matters with what is offered for it; undefined when the words are one matter after all. */
  async function both(words: string, state: State, context: Context): Promise<Reply | undefined> {
    const matters = mattersIn(words);
    if (matters.length < 2) return undefined;
    const lang = languageOf(words);
    const say = wording[lang];
    const reading = { viewer: { ...context.viewer, lang }, say, now: context.now };
    const cards = [];
    for (const [index, each] of matters.entries()) {
      const own = { ...context, origin: `${context.origin}:${index}` };
      const one = await meantIn(each, state, own);
      const question = await deps.keep(each, one.meanings[0]!, one.scene, own);
      const isOne = isMeant(each, one.meanings[0]!) && one.meanings[0]!.intent !== 'two-matters';
      const outcome: Outcome = isOne ? await act(each, one, question, own) : { do: 'ask', words: each };
      if (!isCommand(outcome) && !isText(outcome)) {
        cards.push({ words: each, card: offerCard(outcome, reading) });
        continue;
      }
      const shown = isCommand(outcome) ? [button(each.slice(0, LONGEST_LABEL), outcome)] : [];
      const buttons = [...shown, opens(say.answers.openTicket, { do: 'open-ticket', question })];
      cards.push({ words: each, card: offerCard({ title: say.meaning.newTicket, buttons }, reading) });
    }
    return card(bothCard(cards, reading));
  }

  const followUp = createFollowUps({
    ...deps,
    again: async ({ _id, words, meant }, context) => {
      const { intent, confidence } = meant as Meaning;
      const slots = slotsIn(words, intent, dayOf(context.now, context.actor.zone));
      const understood = { ...(await stateOf(context)), meanings: [{ intent, confidence }], slots };
      return act(words, understood, _id, context);
    },
  });

  return {
    understandFreely,
    /** The words that led most to this meaning, each with what the chance loses without it. */
    leading: (words: string, intent: string) => leadingWords(words, intent, deps.ear.listen),
    /**
     * What is done about free words.
     * @param given.awaiting the ticket that waits for this person's word, which takes what seems to answer it.
     * @param given.numbered adds the words to the ticket whose number they begin with, unless they ask something of it.
     */
    async serve(said: string, { awaiting, numbered }: Given, context: Context): Promise<Command | Reply> {
      const words = withoutCourtesies(said);
      const lang = languageOf(words);
      const say = wording[lang];
      const reading = { viewer: { ...context.viewer, lang }, say, now: context.now };
      if (secretIn(words)) {
        const buttons = [opens(say.answers.openTicket, { do: 'open-ticket' })];
        return card(offerCard({ title: say.meaning.secret, texts: [say.meaning.secretText], buttons }, reading));
      }
      const short = awaiting || numbered ? undefined : followUpIn(words);
      const answered = short && (await followUp(short, context));
      if (answered) return answered;
      if (!awaiting && !numbered && asksForDesk(words))
        return openly(offerCard(deskOffer(deps, { lang, say, context }), reading));
      const heard = await understandFreely(words, context);
      const belongs = awaiting || numbered ? undefined : belonging(words, heard);
      const understood = belongs ? { ...heard, meanings: [belongs, ...heard.meanings] } : heard;
      const { meanings, tickets } = understood;
      const [best] = meanings as [Meaning];
      const isClear = isMeant(words, best);
      if (numbered && !(isClear && asksOf(numbered, best, tickets))) return numbered;
      if (awaiting?.startsWith('INC-') && (!isClear || ANSWERS.has(best.intent)))
        return { do: 'comment', ticket: awaiting, words: said };
      const two = (isClear ? best.intent === 'two-matters' : tellsTwoThings(words))
        ? await both(words, understood, context)
        : undefined;
      if (two) return two;
      const isFault = !isClear && isVague(words);
      if (!isFault && (!isClear || best.intent === 'two-matters')) {
        if (isShort(words)) return deps.ask(words, context, 'word');
        const aside = meanings
          .filter(({ intent }) => intent === 'out-of-scope' || intent === 'unclear')
          .reduce((sum, { confidence }) => sum + confidence, 0);
        return aside >= ASIDE ? deps.ask(words, context, 'unrelated') : { do: 'ask', words };
      }
      const meant: Meaning = isFault ? { ...best, intent: 'unclear' } : best;
      const question = PLEASANTRIES.has(meant.intent) ? '' : await deps.keep(words, meant, understood.scene, context);
      const outcome = await act(words, { ...understood, meanings: [meant] }, question, context);
      if (isText(outcome)) return done(outcome);
      if (isCommand(outcome)) return outcome;
      if (question && outcome.buttons?.length)
        await deps.offered(
          question,
          outcome.buttons.map(({ does }) => nameOf(does)),
        );
      return (OPEN.test(meant.intent) ? openly : card)(offerCard(outcome, reading));
    },
  };
}
