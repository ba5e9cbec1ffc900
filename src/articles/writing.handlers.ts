/** Articles that are written in the desk, reviewed, and published for every process at once. */
import { detectLanguage } from '../../knowledge/matcher/index.js';
import type { Context, Presenter, Forms, Handlers } from '../context.js';
import type { Ledger } from '../history.js';
import type { Directory } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { card, done } from '../reply.js';
import type { Ticket } from '../tickets/ticket.js';
import type { Finding } from './findings.js';
import {
  articlePrint,
  drafted,
  edit,
  linesOf,
  publish,
  stepsFrom,
  withdraw,
  type ArticleDraft,
  type Written,
} from './draft.js';
import { draftCard, publishedNotice } from './articles.cards.js';
import { articleForm } from './articles.forms.js';
import type { KnowledgePolicy } from './policy.js';

type Commands = 'write-article' | 'show-draft' | 'publish-article' | 'withdraw-article';
type Source = { report?: string | undefined; group?: number | undefined; ticket?: string | undefined };

export function createWriting(deps: {
  ledger: Ledger<ArticleDraft>;
  findings: Ledger<Finding>;
  directory: Directory;
  policy: KnowledgePolicy;
  /** @throws Refusal when this person may not see the ticket. */
  ticket(id: string, context: Context): Promise<Ticket>;
  /** Whether a ticket is kept from those who are not concerned. */
  isConfidential(ticket: string): Promise<boolean>;
  redact(words: string): string;
  /** Takes into service what was published. */
  refresh(): Promise<unknown>;
}) {
  const { ledger, policy, directory, redact } = deps;

  /** @throws Refusal when there is none. */
  async function found(id: string): Promise<ArticleDraft> {
    const draft = await ledger.load(id);
    if (!draft) throw new Refusal((say) => say.articles.noArticle(id));
    return draft;
  }

  /** As it may be read: nothing of it, once the ticket that it was written from has become confidential. */
  async function load(id: string): Promise<ArticleDraft> {
    const draft = await found(id);
    if (draft.state === 'draft' && draft.from?.startsWith('INC-') && (await deps.isConfidential(draft.from)))
      throw new Refusal((say) => say.articles.confidential);
    return draft;
  }

  /** What a resolved ticket tells, without the people it was about. */
  async function fromTicket(id: string, context: Context): Promise<Partial<Written>> {
    const ticket = await deps.ticket(id, context);
    if (!directory.isAgentOf(context.actor.id, ticket.group)) throw new Refusal((say) => say.tickets.noSuchTicket(id));
    if (directory.group(ticket.group)?.sensitive) throw new Refusal((say) => say.articles.confidential);
    if (!ticket.resolution) throw new Refusal((say) => say.articles.notSolved(id));
    const title = redact(ticket.title);
    const asked = ticket.inquiry ? [redact(ticket.inquiry.words)] : [];
    return {
      title,
      lang: detectLanguage(`${title} ${ticket.resolution.summary}`),
      phrasings: linesOf([title, ...asked.map((each) => each.replace(/\s+/g, ' '))].join('\n')),
      body: stepsFrom(redact(ticket.resolution.summary)),
    };
  }

  async function fromReport(id: string, group: number): Promise<Partial<Written>> {
    const finding = await deps.findings.load(id);
    const gap = finding?.kind === 'gaps' ? finding.gaps[group] : undefined;
    if (!gap) throw new Refusal((say) => say.general.wrongCommand);
    const [title = ''] = gap.examples;
    return { title, lang: detectLanguage(title), phrasings: gap.examples };
  }

  /** What it is written for, as a name: for one thing one article is written. */
  const nameOf = ({ report, group, ticket }: Source): string | undefined =>
    ticket ?? (report === undefined ? undefined : `${report} (${(group ?? 0) + 1})`);

  const publishers = ({ actor }: Context): void => {
    if (!policy.mayPublish(actor)) throw new Refusal((say) => say.articles.publishersOnly);
  };

  const handlers: Handlers<Commands> = {
    async 'write-article'(command, context) {
      const { title, lang, phrasings = '', body, audience, article } = command;
      const written: Written = { title, lang, phrasings: linesOf(phrasings), body, audience };
      if (article) {
        await load(article);
        await ledger.change(article, context, (draft) =>
          edit(draft, context.actor, written, policy.mayPublish(context.actor), command.read),
        );
        await deps.refresh();
        return done(context.say.articles.edited(article));
      }
      if (command.ticket) await fromTicket(command.ticket, context);
      const from = nameOf(command);
      const { own, events } = drafted(written, context.actor, from);
      const draft = await ledger.open(own, events, { ...context, origin: from ? `article:${from}` : context.origin });
      const isNew = draft.history[0]?.by === context.actor.id && draft.title === title && draft.body === body;
      const owner = who(directory.person(policy.owner)!);
      return done(
        isNew
          ? context.say.articles.drafted(draft._id, owner)
          : context.say.articles.writtenAlready(draft._id, from ?? ''),
      );
    },
    async 'show-draft'({ article }, { viewer, say }) {
      return card(draftCard(await load(article), viewer, say));
    },
    /** A button that does not say what was read, or says that it was another text, shows the text as it is now. */
    async 'publish-article'({ article, read }, context) {
      publishers(context);
      await load(article);
      const after = await ledger.change(article, context, (draft) => publish(draft, context.actor, context.now, read));
      if (after?.state === 'draft')
        return card(draftCard(after, context.viewer, context.say, context.say.articles.readAgain(article)));
      await deps.refresh();
      return done(context.say.articles.published(article));
    },
    async 'withdraw-article'({ article }, context) {
      const draft = await found(article);
      if (draft.author.id !== context.actor.id || draft.state !== 'draft') publishers(context);
      await ledger.change(article, context, (each) => withdraw(each, context.actor, context.now));
      await deps.refresh();
      return done(context.say.articles.withdrawn(article));
    },
  };

  const forms: Forms<'write-article'> = {
    async 'write-article'(draft, context) {
      if (draft.article) {
        const article = await load(draft.article);
        return articleForm(article, draft, context.viewer, context.say, articlePrint(article));
      }
      const known = draft.ticket
        ? await fromTicket(draft.ticket, context)
        : draft.report
          ? await fromReport(draft.report, draft.group ?? 0)
          : {};
      return articleForm(known, draft, context.viewer, context.say);
    },
  };

  const presenter: Presenter<ArticleDraft> = {
    ledger,
    standing: () => [{ name: 'draft', to: `person:${policy.owner}` }],
    draw: (draft, _, viewer, say) => draftCard(draft, viewer, say),
    notice: (draft, event, _, viewer, say) => publishedNotice(draft, event.data['who'] as Who, viewer, say),
  };
  return { handlers, forms, presenter };
}
