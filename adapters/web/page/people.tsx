import { useEffect, useRef } from 'react';
import type { Lang } from '../../../src/card.js';
import type { Player } from '../company.js';
import { Avatar } from './avatar.js';
import type { Known } from './desk.js';
import { isUnread } from './talks.js';
import { conversationsOf, keyOf, platforms, talkOf, type Seen } from './view.js';
import type { Words } from './wording.js';

type Props = { known: Known; me: Player; lang: Lang; say: Words; seen: Seen; choose(who: string): void };

/** Chooses who one is; a dot tells that something unread waits for that person. */
export function People({ known, me, lang, say, seen, choose }: Props) {
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    frame.current?.querySelector(':checked')?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [me.id]);
  const waiting = (player: Player) =>
    platforms.some((platform) =>
      conversationsOf(known, player, platform).some((each) =>
        isUnread(talkOf(known.talks, platform, each), player.id, seen[keyOf(player, platform, each)] ?? 0),
      ),
    );

  return (
    <fieldset className="people" ref={frame}>
      <legend>{say.beWho}</legend>
      {known.people.map((player) => (
        <label key={player.id} title={player.email}>
          <input
            type="radio"
            name="who"
            value={player.id}
            checked={player.id === me.id}
            onChange={() => choose(player.id)}
          />
          <Avatar id={player.id} name={player.name} />
          <span className="name">
            <Name name={player.name} />
            <small>{player.title[lang]}</small>
          </span>
          {player.id !== me.id && waiting(player) && <i className="dot" role="img" aria-label={say.unread} />}
        </label>
      ))}
    </fieldset>
  );
}

/** Where there is little room, the first name is enough to see. */
function Name({ name }: { name: string }) {
  const [first = '', ...rest] = name.split(' ');
  return (
    <>
      {first}
      <span className="rest"> {rest.join(' ')}</span>
    </>
  );
}
