/** What is asked of the desk as a whole: help, one's own things, one's language. */
import type { Accounts } from './accounts.js';
import type { Act, Handlers } from './act.js';
import type { Card, Part } from './card.js';
import { card, done } from './reply.js';
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

  const handlers: Handlers<'help' | 'list-mine' | 'set-language'> = {
    help: async (_, act) => card(help(act)),
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
