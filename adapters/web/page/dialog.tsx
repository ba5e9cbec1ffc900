import { useEffect, useRef, type ReactNode } from 'react';

type Props = { className: string; title: string; close(): void; closeLabel: string; children: ReactNode };

/** A form over its pane. The browser keeps the focus inside, and Escape closes it. */
export function Dialog({ className, title, close, closeLabel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open) return;
    const pane = element.parentElement?.getBoundingClientRect();
    element.showModal();
    if (pane) element.style.left = `${pane.left + pane.width / 2}px`;
    element.querySelector<HTMLElement>('.fields :is(input, textarea, select)')?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={`form ${className}`} aria-label={title} onClose={close}>
      <header>
        <h3>{title}</h3>
        <button type="button" className="close" aria-label={closeLabel} title={closeLabel} onClick={close}>
          ×
        </button>
      </header>
      {children}
    </dialog>
  );
}
