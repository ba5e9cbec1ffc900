/** What is asked of the desk as a whole: help, one's own things, one's language. */
import type { Accounts } from './accounts.js';
import type { Act, Handlers } from './act.js';
import { code, type Card, type Part } from './card.js';
import { firstWord, nearest } from './nearest.js';
import { card, done } from './reply.js';
import { commandOf, type Suggested } from './suggestions.js';
import { wording } from './wording/index.js';

export function createFrontdesk(deps: {
  accounts: Accounts;
  /** What each room has of this person: open tickets, approvals waiting, requests and grants. */
  mine: readonly ((act: Act) => Promise<Part[]>)[];
}) {
  const help = ({ actor, viewer, say }: Act): Card => ({
    for: viewer,
    title: say.desk.helpTitle,
    parts: [
      { kind: 'text', text: say.desk.helpIntro },
      {
        kind: 'list',
        ordered: false,
        items: [...say.desk.help, ...(actor.roles.length > 0 ? say.desk.helpAgents : [])],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: say.desk.newTicket, does: { do: 'show-form', draft: { do: 'open-ticket' } } },
          { label: say.desk.requestAccess, does: { do: 'show-form', draft: { do: 'request-access' } } },
        ],
      },
    ],
  });

  /** The verbs that come nearest to what was typed; those that can be done as they are have a button. */
  function meant(unknown: string, ticket: string | undefined, { viewer, say }: Act): Card {
    const first = firstWord(unknown.replace(/INC-\d+/gi, ' ').trim());
    const meanings = new Map(
      (Object.keys(say.work.verb) as Suggested[]).flatMap((verb) =>
        [verb, wording.en.work.verb[verb], wording.zh.work.verb[verb]].map((word) => [word, verb] as const),
      ),
    );
    const verbs = [...new Set(nearest(first, [...meanings.keys()]).map((word) => meanings.get(word)!))]
      .slice(0, 3)
      .map((verb) => [verb, say.work.verb[verb]] as const);
    const does = verbs.flatMap(([verb, label]) => {
      const command = commandOf(verb, ticket);
      return command ? [{ label, does: command }] : [];
    });
    return {
      for: viewer,
      title: say.work.unknownTitle(unknown.slice(0, 60)),
      parts: [
        { kind: 'text', text: say.work.unknown },
        { kind: 'list', ordered: false, items: verbs.map(([, word]) => [code(word)]) },
        { kind: 'buttons', buttons: [...does, { label: say.work.verb.help, does: { do: 'help' } }] },
      ],
    };
  }

  const handlers: Handlers<'help' | 'list-mine' | 'set-language'> = {
    help: async ({ unknown, ticket }, act) => card(unknown ? meant(unknown, ticket, act) : help(act)),
    async 'list-mine'(_, act) {
      const parts = (await Promise.all(deps.mine.map((room) => room(act)))).flat();
      const nothing: Part[] = [{ kind: 'text', text: act.say.desk.nothingMine }];
      return card({ for: act.viewer, title: act.say.desk.mineTitle, parts: parts.length > 0 ? parts : nothing });
    },
    async 'set-language'({ lang }, act) {
      await deps.accounts.setLanguage(act.actor.id, lang);
      return done(wording[lang].desk.languageSet);
    },
  };
  return { handlers };
}
