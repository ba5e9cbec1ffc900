import type { Said } from '../wire.js';
import type { Doing, Whisper } from './doing.js';
import type { Scene } from './view.js';

type Props = { scene: Scene; doing: Doing; whispers: readonly Whisper[]; under: string; channel: boolean };

/** What the desk told this person alone, beneath what it answers. */
export function Whispers({ scene: { say }, doing, whispers, under, channel }: Props) {
  return whispers
    .filter((each) => each.under === under)
    .map((whisper) => (
      <div
        key={whisper.number}
        className="whisper"
        data-tone={whisper.tone}
        role={whisper.tone === 'bad' ? 'alert' : 'status'}
      >
        {channel && <small>{say.onlyYou}</small>}
        <p>
          <Spans said={whisper.said} />
        </p>
        <button type="button" aria-label={say.dismiss} title={say.dismiss} onClick={() => doing.dismiss(whisper)}>
          ×
        </button>
      </div>
    ));
}

const Spans = ({ said }: { said: Said }) =>
  said.map((span, index) => {
    if (typeof span === 'string') return span;
    if (span.kind === 'code') return <code key={index}>{span.text}</code>;
    if (span.kind !== 'link') return <b key={index}>{span.kind === 'person' ? span.name : span.text}</b>;
    return (
      <a key={index} href={span.url} target="_blank" rel="noreferrer noopener">
        {span.text}
      </a>
    );
  });
