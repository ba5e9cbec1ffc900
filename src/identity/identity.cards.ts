import type { Card, Viewer } from '../card.js';
import { unplayed } from '../chat.js';
import type { Wording } from '../language/wording.js';
import type { Link, LinkedDay } from './identity.js';

/** A card shows the latest; the record keeps all. */
const SHOWN = 30;

const platformNames = { slack: 'Slack', teams: 'Teams' };

/** To a person: an account of this platform acts for them from now on. */
export const linkedCard = ({ platform, account }: Link, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.identity.linkedTitle(platformNames[unplayed(platform)]),
  parts: [
    { kind: 'text', text: say.identity.linked(account) },
    { kind: 'note', text: say.identity.notYou },
  ],
});

/** To the administrators: all of the day. */
export const dayCard = ({ links }: LinkedDay, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: say.identity.dayTitle(links.length),
  parts: [
    {
      kind: 'list',
      ordered: false,
      items: links
        .slice(-SHOWN)
        .map(({ person, platform, account, at }) =>
          say.identity.line(at, person.name, platformNames[unplayed(platform)], account),
        ),
    },
    { kind: 'note', text: say.identity.check },
  ],
});
