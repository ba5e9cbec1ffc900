import { useRef, useState } from 'react';
import type { File as Attached } from '../../../src/chat.js';
import { useDraft, write } from './drafts.js';
import type { Words } from './wording.js';

type Props = {
  id?: string;
  say: Words;
  label: string;
  /** Names what is typed here. */
  draft: string;
  /** Resolves to false when the words did not arrive, so that they are not lost. */
  send(words: string, files: readonly Attached[]): Promise<boolean>;
};

/** As many as a message of the platforms takes. */
const MOST_FILES = 10;

/** Enter sends; Shift+Enter makes a new line. */
export function Composer({ id, say, label, draft, send }: Props) {
  const words = useDraft(draft);
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [sending, setSending] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const isEmpty = words.trim() === '' && files.length === 0;

  async function submit() {
    if (isEmpty || sending) return;
    const [what, attached] = [words.trim(), files];
    setSending(true);
    write(draft, '');
    setFiles([]);
    if (!(await send(what, attached))) {
      write(draft, what);
      setFiles(attached);
    }
    setSending(false);
  }
  /** What the desk is told of a file: its content stays in the browser. */
  const attach = (chosen: Iterable<globalThis.File>) =>
    setFiles((old) =>
      [...old, ...[...chosen].map(({ name, type, size }) => ({ name: name.slice(0, 255), type, size }))].slice(
        0,
        MOST_FILES,
      ),
    );

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {files.length > 0 && (
        <ul className="files">
          {files.map((file, index) => (
            <li key={index}>
              {file.name}
              <button
                type="button"
                aria-label={say.detach(file.name)}
                onClick={() => setFiles((old) => old.filter((each) => each !== file))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        className="attach"
        aria-label={say.attach}
        title={say.attachHint}
        onClick={() => picker.current?.click()}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M14.5 5.5v8a4.5 4.5 0 0 1-9 0V5a3 3 0 0 1 6 0v8a1.5 1.5 0 0 1-3 0V6" />
        </svg>
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attach(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <textarea
        id={id}
        rows={1}
        aria-label={label}
        placeholder={label}
        maxLength={40_000}
        value={words}
        onChange={(event) => write(draft, event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <button type="submit" disabled={isEmpty || sending} aria-label={say.send} title={say.send}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 3.2 17.4 10 3 16.8l2-6.1 6.4-.7L5 9.3z" />
        </svg>
      </button>
    </form>
  );
}
