import { useState } from 'react';
import type { DrawnMessage } from '../wire.js';
import { Composer } from './composer.js';
import type { Doing, Whisper } from './doing.js';
import { Message } from './message.js';
import { keyOf, type Scene } from './view.js';

type Props = {
  scene: Scene;
  doing: Doing;
  whispers: readonly Whisper[];
  message: DrawnMessage;
  replies: readonly DrawnMessage[];
};

/** So many replies are drawn until all are asked for. */
const SHOWN = 30;

/** Replies beneath a message: everywhere in Slack, in Teams only in channels. */
export function Thread({ scene, doing, whispers, message, replies }: Props) {
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
