/** What is done about a short answer to what the desk said last: yes, no, "that didn't help", "the second one". */
import type { Remembered } from '../answers/remembered.js';
import type { Context } from '../context.js';
import type { Command } from '../language/command.js';
import { followUpIn, type FollowUp } from '../language/follow-ups.js';
import { isThanks } from '../language/small-talk.js';
import { form } from '../language/spec.js';
import { wording } from '../language/wording.js';
import { card, done, type Reply } from '../reply.js';
import { isCommand, isText, type Outcome } from './matter.js';
import { offerCard } from './meaning.cards.js';
import { languageOf } from './meaning.library.js';

/** Commands that change nothing: they show something, or a form. */
const reads = /^(?:show-|list-|ask$|help$|oncall$|forecast$|queue$|find-|decide-more$)/;

export function createFollowUps(deps: {
  last(context: Context): Promise<Remembered | undefined>;
  chosen(command: string, context: Context): Promise<unknown>;
  /** What comes now of words that were said before. */
  again(last: Remembered, context: Context): Promise<Outcome>;
}) {
  /** One of the things that were offered: done if it reads, else offered alone. */
  async function offered(last: Remembered, which: number, context: Context): Promise<Command | Reply | undefined> {
    const lang = languageOf(last.words);
    const say = wording[lang];
    const outcome = await deps.again(last, context);
    if (isCommand(outcome)) return outcome;
    if (isText(outcome)) return done(outcome);
    const button = outcome.buttons?.at(which);
    if (!button || reads.test(button.does.do)) return button?.does;
    const offer = { title: outcome.title, texts: [say.meaning.nothingYet], buttons: [button] };
    return card(offerCard(offer, { viewer: { ...context.viewer, lang }, say, now: context.now }));
  }

  /** Undefined when there is nothing that it could answer. */
  return async (said: FollowUp, context: Context): Promise<Command | Reply | undefined> => {
    const last = await deps.last(context);
    if (!last || followUpIn(last.words)) return undefined;
    const { _id: question, words, band, meant, shown } = last;
    const say = wording[languageOf(words)];
    switch (said.kind) {
      case 'unhelped':
        return meant ? undefined : form({ do: 'open-ticket', question, ...(shown ? { tried: shown } : {}) });
      case 'no':
        await deps.chosen('no', context);
        return done(say.meaning.nothing);
      case 'choice': {
        if (meant) return offered(last, said.which, context);
        const article = last.offered.at(said.which)?.article;
        return article === undefined ? undefined : { do: 'show-article', question, article };
      }
      case 'yes':
        if (meant) return meant.offers && !meant.chosen ? offered(last, 0, context) : undefined;
        if (isThanks(said.words)) return undefined;
        if (band === 'none') return form({ do: 'open-ticket', question });
        return band === 'choices' && !shown ? { do: 'ask', words } : done(say.answers.glad);
    }
  };
}
