/** Messages that become tickets: pointed at by somebody, or posted in a channel that feeds a group. */
import { isDuplicateKey } from '../errors.js';
import type { Model } from 'mongoose';
import type { Accounts } from '../accounts.js';
import type { Context, Forms, Handlers } from '../context.js';
import { Busy, type Account, type MessageRef, type Place, type Reported, type Request, type Written } from '../chat.js';
import type { Bound } from '../addressing.js';
import type { Card, Part, Text } from '../card.js';
import type { Suggested } from '../classification/triage.js';
import type { Directory, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { card, done, form, quietly, type Reply } from '../reply.js';
import { isNoise } from '../noise.js';
import { level } from '../language/values.js';
import type { Feed } from './policy.js';
import { BURST_MS, detailsOf, KEPT_WORDS, keptFiles, LONGEST_THREAD, titleOf } from './reported.js';
import type { Burst, Report, Said } from './channels.store.js';

type Pointed = Extract<Request['asks'], { kind: 'message' }>;

/** Something that is done in a chat. */
type Here = Context & { place: Place };

export type Channels = ReturnType<typeof createChannels>;

export function createChannels(deps: {
  reports: Model<Report>;
  bursts: Model<Burst>;
  nextNumber(prefix: string): Promise<number>;
  accounts: Pick<Accounts, 'identify'>;
  directory: Directory;
  feedOf(place: Place): Promise<Feed | undefined>;
  handlers: Pick<Handlers, 'open-ticket' | 'comment'>;
  forms: Pick<Forms, 'open-ticket'>;
  /** How urgent words are, and how many people are affected, where that is sure. */
  suggest(words: string): Suggested;
  /** What its author may try meanwhile, where the desk surely knows it. @param opened says that the ticket is open. */
  beside(ticket: string, words: string, opened: Text, context: Context): Card | undefined;
  /** The ticket that was opened from this report. */
  ticketOf(report: string): Promise<string | undefined>;
}) {
  const { reports, bursts, accounts, directory, handlers } = deps;

  const isAside = (group: string | undefined) => group !== undefined && directory.group(group)?.sensitive === true;

  /** Whom somebody greets or thanks by name is nothing that could be worked on. */
  const withoutNames = (words: string): string =>
    words.includes('@') ? directory.people.reduce((rest, { name }) => rest.replaceAll(`@${name}`, ' '), words) : words;

  async function authorOf(account: Account): Promise<Person> {
    try {
      return await accounts.identify(account);
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal((say) => say.channels.unknownAuthor);
      throw error;
    }
  }

  /** Names of those who wrote, each asked for once; of whom the desk does not know, as their platform names them. */
  async function said(thread: readonly Written[]): Promise<Said[]> {
    const names = new Map<string, Promise<string>>();
    const nameOf = (account: Account) => {
      const known = names.get(account.id) ?? account.profile().then(({ name }) => name);
      names.set(account.id, known);
      return known.catch((error: unknown) => {
        if (error instanceof Busy) throw error;
        return '?';
      });
    };
    return Promise.all(
      thread.slice(-LONGEST_THREAD).map(async ({ author, words, at, files }) => ({
        by: await nameOf(author),
        words: words.slice(0, KEPT_WORDS),
        at,
        files: keptFiles(files),
      })),
    );
  }

  /** Records a message once; later reporters are remembered beside the first. */
  async function keep(
    message: Omit<Reported, 'author'>,
    author: Person,
    context: Here,
    group?: string,
  ): Promise<Report> {
    const again = () =>
      reports
        .findOneAndUpdate(
          { ref: message.ref },
          { $addToSet: { reporters: context.actor.id } },
          { returnDocument: 'after' },
        )
        .lean()
        .exec();
    const before = await again();
    if (before) return before;
    const report: Report = {
      _id: `M-${await deps.nextNumber('M')}`,
      ref: message.ref,
      requester: author.id,
      reporters: [...new Set([author.id, context.actor.id])],
      by: author.name,
      words: message.words.slice(0, KEPT_WORDS),
      at: message.at,
      files: keptFiles(message.files),
      thread: await said(message.thread ?? []),
      ...(group ? { group } : {}),
    };
    try {
      await reports.create([report]);
      return report;
    } catch (error) {
      const other = isDuplicateKey(error) ? await again() : null;
      if (!other) throw error;
      return other;
    }
  }

  const ticketOf = (report: Report) => deps.ticketOf(report.first ?? report._id);

  /** Opens the ticket of a report; the same report again answers with the same ticket. */
  async function open(report: Report, context: Here): Promise<Reply> {
    const title = titleOf(report.words, report.files) || context.say.channels.untitled(report.by);
    const { details, cut } = detailsOf(report.words, title);
    const suggested = deps.suggest(report.words);
    const reply = await handlers['open-ticket'](
      {
        do: 'open-ticket',
        title,
        ...(details ? { details } : {}),
        impact: level.catch('low').parse(suggested.impact),
        urgency: level.catch('medium').parse(suggested.urgency),
        question: report._id,
      },
      context,
    );
    if (!cut) return reply;
    const note = context.say.general.cut(details!.length);
    if (reply.kind === 'card')
      return card({ ...reply.card, parts: [...reply.card.parts, { kind: 'note', text: note }] });
    return reply.kind === 'done' ? done([...(reply.note ?? []), ' ', ...note]) : reply;
  }

  /** The report with which the author's burst of posts began: this one, if none did lately. */
  async function firstOf(report: Report, context: Here): Promise<Report> {
    if (report.first) return (await reports.findById(report.first).lean().exec()) ?? report;
    const _id = `${context.place.channel}|${report.requester}`;
    const lately = new Date(report.at.getTime() - BURST_MS);
    const first = await bursts
      .findOneAndUpdate(
        { _id, at: { $lte: lately } },
        { $set: { at: report.at, report: report._id } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean()
      .exec()
      .then(
        (begun) => begun?.report,
        async (error: unknown) => {
          if (!isDuplicateKey(error)) throw error;
          return (await bursts.findById(_id).lean().exec())?.report;
        },
      );
    await reports.updateOne({ _id: report._id }, { $set: { first } }).exec();
    return (first === report._id ? undefined : await reports.findById(first).lean().exec()) ?? report;
  }

  return {
    /** The feed of this channel, if such a post in it opens a ticket. */
    async feedOf(place: Place): Promise<Feed | undefined> {
      const feed = await deps.feedOf(place);
      return feed?.opens === 'mention' && !place.mentioned ? undefined : feed;
    },

    /** Somebody pointed at a message: a form to complete, where one can be shown, or the ticket at once. */
    async report({ message, how }: Pointed, context: Here): Promise<Reply> {
      const author = await authorOf(message.author);
      const report = await keep(message, author, context);
      const ticket = await ticketOf(report);
      if (ticket) return done(context.say.channels.already(ticket));
      if (how === 'reaction') return open(report, context);
      const title = titleOf(report.words, report.files);
      const { details } = detailsOf(report.words, title);
      const draft = {
        do: 'open-ticket' as const,
        question: report._id,
        ...(title ? { title } : {}),
        ...(details ? { details } : {}),
      };
      return form(await deps.forms['open-ticket'](draft, context));
    },

    /** A post in a channel that feeds a group. */
    async post(feed: Feed, words: string, context: Here): Promise<Reply> {
      const ref = context.place.message;
      if (!ref || (isNoise(withoutNames(words)) && !context.files?.length)) return done();
      const message = { ref, words, at: context.now, ...(context.files ? { files: context.files } : {}) };
      const report = await keep(message, context.actor, context, feed.group);
      const first = await firstOf(report, context);
      const opened = await open(first, context);
      const ticket = await deps.ticketOf(first._id);
      const reply =
        ticket && first._id !== report._id ? await handlers.comment({ do: 'comment', ticket, words }, context) : opened;
      if (ticket && isAside(feed.group)) return done(context.say.channels.aside(ticket));
      if (reply.kind !== 'done' || !reply.note) return reply;
      if (!ticket || first._id !== report._id) return quietly(reply.note);
      const help = deps.beside(ticket, words, reply.note, context);
      const { viewer, say } = context;
      const parts: Part[] = [{ kind: 'text', text: say.channels.opened(context.actor) }];
      const aloud = { for: viewer, title: say.tickets.isOpen(ticket), parts };
      return help ? { kind: 'card', card: help, aloud } : { kind: 'done', note: reply.note, quiet: true, aloud };
    },

    /** What the thread beneath a message is bound to, if the message was reported. */
    async boundTo(ref: MessageRef): Promise<Bound | undefined> {
      const report = await reports.findOne({ ref }).lean().exec();
      const ticket = report ? await ticketOf(report) : undefined;
      if (!report || !ticket) return undefined;
      return { record: ticket, requester: report.requester, aside: isAside(report.group) };
    },

    /** What a ticket takes along from the message it came from. */
    async source(id: string) {
      const found = await reports.findById(id).lean().exec();
      if (!found) return undefined;
      const { words, reporters, requester, files, thread, group } = found;
      return { words, by: reporters, requester, files, thread, ...(group ? { group } : {}) };
    },
  };
}
