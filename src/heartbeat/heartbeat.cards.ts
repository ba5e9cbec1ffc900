/** What the administrators are told of the sweeps. Pure. */
import type { Card, Viewer } from '../card.js';
import type { Event } from '../history.js';
import type { Wording } from '../language/wording.js';
import type { Silence } from './heartbeat.js';

export function heartbeatCard({ what, data }: Event, viewer: Viewer, say: Wording): Card {
  const words = say.heartbeat;
  if (what === 'silent') {
    const { since, sweeps } = data as Silence;
    return {
      for: viewer,
      title: words.silent,
      status: { text: words.stopped, tone: 'danger' },
      parts: [
        { kind: 'text', text: words.since(since, sweeps.join(', ')) },
        { kind: 'note', text: words.remedy },
      ],
    };
  }
  const { since, until } = data as { since: Date; until: Date };
  return {
    for: viewer,
    title: words.recovered,
    status: { text: words.running, tone: 'good' },
    parts: [{ kind: 'text', text: words.between(since, until) }],
  };
}
