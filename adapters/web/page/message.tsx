import { memo, useCallback, useRef, useState } from 'react';
import type { DrawnMessage } from '../wire.js';
import { Avatar } from './avatar.js';
import type { Doing, Whisper } from './doing.js';
import { SlackCard } from './slack-card.js';
import { TeamsCard } from './teams-card.js';
import { Thread } from './thread.js';
import { nameOf, timeOf, type Scene } from './view.js';
import { Whispers } from './whispers.js';

type Props = {
  scene: Scene;
  doing: Doing;
  whispers: readonly Whisper[];
  message: DrawnMessage;
  /** The day that begins with it. */
  day?: string | undefined;
  /** What was said beneath it; nothing for a reply. */
  replies?: readonly DrawnMessage[];
};

export const Message = memo(function Message({ scene, doing, whispers, message, day, replies }: Props) {
  const { me, platform, lang, say } = scene;
  const [busy, setBusy] = useState(false);
  const isPressed = useRef(false);
  const name = message.author === 'desk' ? say.chatWith : nameOf(scene, message.author);
  const news = message.rev > scene.opened && (message.rev > message.seq ? 'redrawn' : 'new');

  const press = useCallback(
    (value: unknown) => {
      if (isPressed.current) return;
      const held = (is: boolean) => {
        isPressed.current = is;
        setBusy(is);
      };
      held(true);
      void doing.press(message.id, value).finally(() => held(false));
    },
    [doing, message.id],
  );

  return (
    <>
      {day !== undefined && <h3 className="day">{day}</h3>}
      <article
        className="message"
        data-author={message.author === 'desk' ? 'desk' : message.author === me.id ? 'me' : 'other'}
        data-id={message.id}
        data-title={'title' in message ? message.title : undefined}
        aria-busy={busy}
      >
        <Avatar id={message.author} name={name} />
        <div className="content">
          <header>
            <b>{name}</b>
            {message.author === 'desk' && <em>{say.app}</em>}
            <time dateTime={message.at}>{timeOf(message.at, me, lang, { hour: '2-digit', minute: '2-digit' })}</time>
            {'words' in message && message.author !== 'desk' && <Reports {...{ scene, doing }} id={message.id} />}
            {message.only !== undefined && <small className="only">{say.onlyYou}</small>}
          </header>
          <div className="body" data-news={news || undefined} key={message.rev}>
            {'words' in message ? (
              <>
                <p className="words">{message.words}</p>
                {message.files && (
                  <ul className="files">
                    {message.files.map((file, index) => (
                      <li key={index}>{file.name}</li>
                    ))}
                  </ul>
                )}
              </>
            ) : platform === 'play-slack' ? (
              <SlackCard {...{ scene, press }} card={message.card} />
            ) : (
              <TeamsCard {...{ press }} card={message.card} />
            )}
          </div>
          <Whispers
            {...{ scene, doing, whispers }}
            under={message.id}
            channel={message.conversation.startsWith('ch/')}
          />
          {replies && <Thread {...{ scene, doing, whispers, message, replies }} />}
        </div>
      </article>
    </>
  );
});

/** Makes a ticket of what somebody wrote: by a shortcut, and in Slack by an emoji as well. */
function Reports({ scene: { platform, say }, doing, id }: Pick<Props, 'scene' | 'doing'> & { id: string }) {
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
