import { memo, useEffect, useRef } from 'react';
import { drawAdaptive } from './adaptive.js';

type Props = { card: unknown; press(data: unknown): void };

/** An Adaptive Card, live. */
export const TeamsCard = memo(function TeamsCard({ card, press }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const pressed = useRef(press);
  useEffect(() => {
    pressed.current = press;
  });
  useEffect(() => {
    if (frame.current) drawAdaptive(card, frame.current, (data) => pressed.current(data));
  }, [card]);
  return <div className="adaptive" ref={frame} />;
});
