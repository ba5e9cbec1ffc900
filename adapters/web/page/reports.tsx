import type { Doing } from './doing.js';
import type { Scene } from './view.js';

/** Makes a ticket of what somebody wrote: by a shortcut, and in Slack by an emoji as well. */
export function Reports({ scene: { platform, say }, doing, id }: { scene: Scene; doing: Doing; id: string }) {
  return (
    <span className="actions">
      <button type="button" onClick={() => void doing.report(id, 'shortcut')}>
        {say.createTicket}
      </button>
      {platform === 'play-slack' && (
        <button
          type="button"
          aria-label={say.reactTicket}
          title={say.reactTicket}
          onClick={() => void doing.report(id, 'reaction')}
        >
          🎫
        </button>
      )}
    </span>
  );
}
