/** The whole page: who one is, what to try, the clock, and that person's two chats. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Lang } from '../../../src/card.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { Desk, Known } from './desk.js';
import { Guide } from './guide.js';
import type { Move } from './guide-steps.js';
import { Header } from './header.js';
import { useKept } from './kept.js';
import { Pane } from './pane.js';
import { People } from './people.js';
import { channelsOf, keyOf, platforms, type Scene, type Seen } from './view.js';
import { wording } from './wording.js';
import { next } from './zone.js';

const browserLang: Lang = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export function Playground({ desk }: { desk: Desk }) {
  const known = useSyncExternalStore(desk.subscribe, desk.known);
  const [lang, setLang] = useKept<Lang>('language', browserLang);
  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);
  if (!known) return <p className="loading">{wording[lang].loading}</p>;
  return <Opened desk={desk} known={known} lang={lang} setLang={setLang} />;
}

type Shown = 'guide' | PlayPlatform;

function Opened({ desk, known, lang, setLang }: { desk: Desk; known: Known; lang: Lang; setLang(lang: Lang): void }) {
  const say = wording[lang];
  const [who, setWho] = useKept('person', known.people[0]!.id);
  const [seen, setSeen] = useKept<Seen>('seen', {});
  const [chosen, setChosen] = useKept<Record<string, Conversation>>('conversations', {});
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [shown, setShown] = useState<Shown>('guide');

  const me = known.people.find((each) => each.id === who) ?? known.people[0]!;
  const scenes = platforms.map((platform): Scene => ({ known, me, platform, lang, say }));

  const see = useCallback(
    (key: string, seq: number) => setSeen((old) => ((old[key] ?? 0) >= seq ? old : { ...old, [key]: seq })),
    [setSeen],
  );
  const write = (platform: PlayPlatform, conversation: Conversation, words: string) =>
    setDrafts((old) => ({ ...old, [keyOf(me, platform, conversation)]: words }));

  /** Puts the reader in the right place for a move of the guide, with its words already typed. */
  function make({ be, on = 'play-slack', channel, say: words, jump }: Move) {
    const person = known.people.find((each) => each.id === be) ?? me;
    setWho(person.id);
    const name = channel && channelsOf(known, person, on)[0]?.name;
    const conversation: Conversation = name ? `ch/${name}` : `dm/${person.id}`;
    setChosen((old) => ({ ...old, [`${person.id} ${on}`]: conversation }));
    setShown(on);
    if (words) {
      setDrafts((old) => ({ ...old, [keyOf(person, on, conversation)]: words[lang] }));
      requestAnimationFrame(() => document.getElementById(`say-${on}`)?.focus());
    }
    if (typeof jump === 'number') void desk.jump({ by: jump * 3_600_000 });
    else if (jump) void desk.jump({ to: next(jump, new Date(Date.now() + known.ahead), me.zone), zone: me.zone });
  }

  return (
    <div className="playground" data-shown={shown}>
      <Header {...{ desk, known, me, lang, say, setLang }} />
      <People {...{ known, me, lang, say, seen }} choose={setWho} />
      {!known.online && (
        <p className="offline" role="status">
          {say.offline}
        </p>
      )}
      <nav className="views" aria-label={say.view}>
        {(['guide', ...platforms] as const).map((each) => (
          <button key={each} type="button" aria-pressed={shown === each} onClick={() => setShown(each)}>
            {each === 'guide' ? say.guide : each === 'play-slack' ? say.inSlack : say.inTeams}
          </button>
        ))}
      </nav>
      <main>
        <Guide {...{ known, me, lang, say, make }} />
        {scenes.map((scene) => (
          <Pane
            key={`${me.id} ${scene.platform}`}
            {...{ desk, scene, seen, see, drafts, write }}
            conversation={chosen[`${me.id} ${scene.platform}`] ?? `dm/${me.id}`}
            choose={(conversation) => setChosen((old) => ({ ...old, [`${me.id} ${scene.platform}`]: conversation }))}
          />
        ))}
      </main>
    </div>
  );
}
