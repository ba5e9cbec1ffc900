/**
 * A Block Kit message. The library only draws pictures, and reads plain text as markup; so headers and small print are
 * drawn here, and a click is matched to its button by the order of the buttons.
 */
import { memo, useRef, useState, type MouseEvent } from 'react';
import { Message, type Block as LibraryBlock } from 'slack-blocks-to-jsx';
import type { Block, Button, Confirmation } from './blocks.js';
import { timeOf, type Scene } from './view.js';

type Props = { scene: Scene; card: unknown; press(value: unknown): void };

const buttonsOf = (blocks: readonly Block[]): Button[] =>
  blocks.flatMap((block) => (block.type === 'actions' ? block.elements.filter((each) => each.type === 'button') : []));

export const SlackCard = memo(function SlackCard({ scene, card, press }: Props) {
  const { blocks } = card as { blocks: Block[] };
  const [asked, setAsked] = useState<Button>();
  const frame = useRef<HTMLDivElement>(null);

  /** Taken before the library sees it, whose buttons do nothing, and whose confirmation covers the whole page. */
  function click(event: MouseEvent) {
    const pressed = (event.target as Element).closest('button');
    if (!pressed || !frame.current) return;
    event.stopPropagation();
    const button = buttonsOf(blocks)[[...frame.current.querySelectorAll('button')].indexOf(pressed)];
    if (button?.confirm) setAsked(button);
    else if (button) press(button.value);
  }

  return (
    <>
      <div className="blocks" ref={frame} onClickCapture={click}>
        {blocks.map((block, index) => (
          <SlackBlock key={index} {...{ block, scene }} />
        ))}
      </div>
      {asked?.confirm && (
        <Confirm
          dialog={asked.confirm}
          no={() => setAsked(undefined)}
          yes={() => {
            setAsked(undefined);
            press(asked.value);
          }}
        />
      )}
    </>
  );
});

export const SlackBlock = memo(function SlackBlock({ block, scene }: { block: Block; scene: Scene }) {
  if (block.type === 'header') return <h4>{block.text.text}</h4>;
  if (block.type === 'context')
    return <p className="context">{block.elements.map((each) => ('text' in each ? each.text : '')).join(' ')}</p>;
  return (
    <Message
      blocks={[block as LibraryBlock]}
      name=""
      logo=""
      withoutWrapper
      data={{ users: scene.people }}
      hooks={{ date: ({ timestamp, format }) => dateOf(Number(timestamp) * 1_000, format, scene) }}
    />
  );
});

/** A date as Slack's client writes it: in the reader's own zone and language. */
function dateOf(at: number, format: string, { me, lang }: Scene): string {
  const styles: Record<string, Intl.DateTimeFormatOptions> = {
    '{time}': { hour: '2-digit', minute: '2-digit' },
    '{date_short_pretty}': { weekday: 'short', day: 'numeric', month: 'short' },
  };
  return format.replace(/\{\w+\}/g, (token) => timeOf(new Date(at), me, lang, styles[token] ?? {}));
}

function Confirm({ dialog, yes, no }: { dialog: Confirmation; yes(): void; no(): void }) {
  return (
    <dialog className="small" ref={(element) => element?.showModal()} onClose={no}>
      <h4>{dialog.title?.text}</h4>
      <p>{dialog.text.text}</p>
      <div className="ends">
        <button type="button" onClick={no}>
          {dialog.deny?.text}
        </button>
        <button type="button" className="primary" onClick={yes}>
          {dialog.confirm?.text}
        </button>
      </div>
    </dialog>
  );
}
