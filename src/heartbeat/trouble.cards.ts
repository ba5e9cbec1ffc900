/** What the administrators are told of a record that the desk cannot look after. Pure. */
import type { Card, Viewer } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Trouble } from './trouble.js';

export function troubleCard({ record, sweep }: Trouble, viewer: Viewer, say: Wording): Card {
  const words = say.heartbeat;
  return {
    for: viewer,
    title: words.troubled(record),
    status: { text: words.stuck, tone: 'danger' },
    parts: [
      { kind: 'text', text: words.trouble(record, sweep) },
      { kind: 'note', text: words.troubleRemedy },
    ],
  };
}
