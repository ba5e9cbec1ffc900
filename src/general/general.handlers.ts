/** What is asked of the desk as a whole: help, one's own things, one's language. */
import type { Accounts } from '../accounts.js';
import type { Context, Handlers } from '../context.js';
import { buttons, code, type Card, type Part, type Text } from '../card.js';
import { mayGive } from '../door.js';
import { firstWord, nearest } from '../language/nearest.js';
import { pressed, spellings, verbs, wordOf } from '../language/vocabulary.js';
import { wording } from '../language/wording.js';
import { card, done } from '../reply.js';

/** How many verbs are offered for one that is misspelt. */
const OFFERED = 3;

export function createGeneral(deps: {
  accounts: Accounts;
  /** What the rooms have of this person: open tickets, approvals waiting, requests and grants. */
  mine(context: Context): Promise<Part[]>;
}) {
  const help = ({ actor, viewer, say }: Context): Card => {
    const words = say.general;
    return {
      for: viewer,
      title: words.helpTitle,
      parts: [
        { kind: 'text', text: words.helpIntro },
        ...buttons(
          { label: words.newTicket, does: { do: 'show-form', draft: { do: 'open-ticket' } } },
          { label: words.myTickets, does: { do: 'list-mine' } },
          { label: words.requestAccess, does: { do: 'show-form', draft: { do: 'request-access' } } },
          ...(mayGive(actor, 'agent') ? [{ label: words.queue, does: { do: 'queue' } } as const] : []),
          { label: words.allTitle, does: { do: 'help', all: 'yes' } },
        ),
      ],
    };
  };

  const everything = ({ actor, viewer, say }: Context): Card => ({
    for: viewer,
    title: say.general.allTitle,
    parts: [
      { kind: 'text', text: say.general.allIntro },
      {
        kind: 'list',
        ordered: false,
        items: [...verbs.values()].flatMap((verb) =>
          verb.help[viewer.lang].flatMap(([example, does, to = verb.to]): Text[] =>
            mayGive(actor, to) ? [[code(example), ` ${does}`]] : [],
          ),
        ),
      },
    ],
  });

  /** The verbs that come nearest to what was typed; those that can be done as they are have a button. */
  function meant(unknown: string, ticket: string | undefined, { viewer, say }: Context): Card {
    const first = firstWord(unknown.replace(/INC-\d+/gi, ' ').trim());
    const verbOf = new Map(spellings);
    const near = [...new Set(nearest(first, [...verbOf.keys()]).map((word) => verbOf.get(word)!))].slice(0, OFFERED);
    const does = near.flatMap((verb) => {
      const command = pressed(verb, ticket);
      return command && command.do !== 'help' ? [{ label: wordOf(verb, viewer.lang), does: command }] : [];
    });
    return {
      for: viewer,
      title: say.general.unknownTitle(unknown.slice(0, 60)),
      parts: [
        { kind: 'text', text: say.general.unknown },
        { kind: 'list', ordered: false, items: near.map((verb) => [code(wordOf(verb, viewer.lang))]) },
        {
          kind: 'buttons',
          buttons: [...does, { label: wordOf(verbs.get('help')!, viewer.lang), does: { do: 'help' } }],
        },
      ],
    };
  }

  const handlers: Handlers<'help' | 'list-mine' | 'set-language'> = {
    async help({ unknown, ticket, all }, context) {
      if (unknown) return card(meant(unknown, ticket, context));
      return card(all ? everything(context) : help(context));
    },
    async 'list-mine'(_, context) {
      const parts = await deps.mine(context);
      const nothing: Part[] = [{ kind: 'text', text: context.say.general.nothingMine }];
      return card({
        for: context.viewer,
        title: context.say.general.mineTitle,
        parts: parts.length > 0 ? parts : nothing,
      });
    },
    async 'set-language'({ lang }, context) {
      await deps.accounts.setLanguage(context.actor.id, lang);
      return done(wording[lang].general.languageSet);
    },
  };
  return { handlers };
}
