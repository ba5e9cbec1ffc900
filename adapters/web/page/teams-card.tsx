import { useEffect, useRef } from 'react';
import { drawAdaptive } from './adaptive.js';

/** An Adaptive Card, live. */
export function TeamsCard({ card, press }: { card: unknown; press(data: unknown): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    if (frame.current) drawAdaptive(card, frame.current, (data) => pressed.current(data));
  }, [card]);
  return <div className="adaptive" ref={frame} />;
}
