import { memo, useCallback, useRef, useState } from 'react';
import type { DrawnMessage } from '../wire.js';
import { Avatar } from './avatar.js';
import { Composer } from './composer.js';
import type { Doing, Whisper } from './doing.js';
import { Reports } from './reports.js';
import { SlackCard } from './slack-card.js';
import { TeamsCard } from './teams-card.js';
import { keyOf, nameOf, timeOf, type Scene } from './view.js';
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

/** So many replies are drawn until all are asked for. */
const SHOWN = 30;

/** Replies beneath a message: everywhere in Slack, in Teams only in channels. */
function Thread({ scene, doing, whispers, message, replies }: Required<Omit<Props, 'day'>>) {
  const { opened, me, platform, say } = scene;
  const [chosen, setOpen] = useState<boolean>();
  const [most, setMost] = useState(SHOWN);
  const open = chosen ?? replies.some(({ seq, author }) => seq > opened && author !== me.id);
  const possible = platform === 'play-slack' || message.conversation.startsWith('ch/');
  if (!possible || message.only !== undefined) return null;

  return (
    <div className="thread" data-open={open}>
      <button
        type="button"
        className="fold"
        data-empty={replies.length === 0}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {replies.length > 0 ? say.replies(replies.length) : say.reply}
      </button>
      {open && (
        <>
          {replies.length > most && (
            <button type="button" className="earlier" onClick={() => setMost(Infinity)}>
              {say.earlier}
            </button>
          )}
          {replies.slice(-most).map((reply) => (
            <Message key={reply.id} {...{ scene, doing, whispers }} message={reply} />
          ))}
          <Composer
            say={say}
            label={say.writeThread}
            draft={`${keyOf(me, platform, message.conversation)} ${message.id}`}
            send={(words, files) => doing.say(words, { under: message.id, files })}
          />
        </>
      )}
    </div>
  );
}
