import { useState } from 'react';
import { Avatar } from './avatar.js';
import { Composer } from './composer.js';
import type { Doing } from './doing.js';
import { SlackCard } from './slack-card.js';
import { TeamsCard } from './teams-card.js';
import { nameOf, timeOf, type Scene } from './view.js';
import type { DrawnMessage } from '../wire.js';
import { Whispers } from './whispers.js';

type Props = {
  scene: Scene;
  doing: Doing;
  message: DrawnMessage;
  /** The message above it. */
  before: DrawnMessage | undefined;
  replies?: readonly DrawnMessage[];
};

export function Message({ scene, doing, message, before, replies }: Props) {
  const { known, me, platform, lang, say } = scene;
  const [busy, setBusy] = useState(false);
  const day = (at: string) => timeOf(at, me, lang, { weekday: 'long', day: 'numeric', month: 'long' });
  const name = message.author === 'desk' ? say.chatWith : nameOf(known, message.author);
  const news = message.rev > known.opened && (message.rev > message.seq ? 'redrawn' : 'new');

  function press(value: unknown): void {
    if (busy) return;
    setBusy(true);
    void doing.press(message.id, value).finally(() => setBusy(false));
  }

  return (
    <>
      {replies && (!before || day(before.at) !== day(message.at)) && <h3 className="day">{day(message.at)}</h3>}
      <article
        className="message"
        data-author={message.author === 'desk' ? 'desk' : message.author === me.id ? 'me' : 'other'}
        data-id={message.id}
        aria-busy={busy}
      >
        <Avatar id={message.author} name={name} />
        <div className="content">
          <header>
            <b>{name}</b>
            {message.author === 'desk' && <em>{say.app}</em>}
            <time dateTime={message.at}>{timeOf(message.at, me, lang, { hour: '2-digit', minute: '2-digit' })}</time>
            {'words' in message && message.author !== 'desk' && (
              <span className="actions">
                <button type="button" onClick={() => void doing.report(message.id, 'shortcut')}>
                  {say.createTicket}
                </button>
                {platform === 'play-slack' && (
                  <button
                    type="button"
                    aria-label={say.reactTicket}
                    title={say.reactTicket}
                    onClick={() => void doing.report(message.id, 'reaction')}
                  >
                    🎫
                  </button>
                )}
              </span>
            )}
            {message.only !== undefined && <small className="only">{say.onlyYou}</small>}
          </header>
          <div className="body" data-news={news || undefined} key={message.rev}>
            {'words' in message ? (
              <p className="words">{message.words}</p>
            ) : platform === 'play-slack' ? (
              <SlackCard {...{ scene, press }} card={message.card} />
            ) : (
              <TeamsCard {...{ press }} card={message.card} />
            )}
          </div>
          <Whispers {...{ scene, doing }} under={message.id} channel={message.conversation.startsWith('ch/')} />
          {replies && <Thread {...{ scene, doing, message, replies }} />}
        </div>
      </article>
    </>
  );
}

/** Replies beneath a message: everywhere in Slack, in Teams only in channels. */
function Thread({ scene, doing, message, replies }: Required<Omit<Props, 'before'>>) {
  const { known, me, platform, say } = scene;
  const [chosen, setOpen] = useState<boolean>();
  const [words, setWords] = useState('');
  const open = chosen ?? replies.some(({ seq, author }) => seq > known.opened && author !== me.id);
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
          {replies.map((reply) => (
            <Message key={reply.id} {...{ scene, doing }} message={reply} before={undefined} />
          ))}
          <Composer
            say={say}
            label={say.writeThread}
            words={words}
            write={setWords}
            send={(what) => doing.say(what, message.id)}
          />
        </>
      )}
    </div>
  );
}
