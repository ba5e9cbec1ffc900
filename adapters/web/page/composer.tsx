import { useState } from 'react';
import type { Words } from './wording.js';

type Props = {
  id?: string;
  say: Words;
  label: string;
  words: string;
  write(words: string): void;
  /** Resolves to false when the words did not arrive, so that they are not lost. */
  send(words: string): Promise<boolean>;
};

/** Enter sends; Shift+Enter makes a new line. */
export function Composer({ id, say, label, words, write, send }: Props) {
  const [sending, setSending] = useState(false);

  async function submit() {
    const what = words.trim();
    if (!what || sending) return;
    setSending(true);
    write('');
    if (!(await send(what))) write(what);
    setSending(false);
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <textarea
        id={id}
        rows={1}
        aria-label={label}
        placeholder={label}
        maxLength={40_000}
        value={words}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <button type="submit" disabled={!words.trim() || sending} aria-label={say.send} title={say.send}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 3.2 17.4 10 3 16.8l2-6.1 6.4-.7L5 9.3z" />
        </svg>
      </button>
    </form>
  );
}
