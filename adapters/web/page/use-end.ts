import { useEffect, useRef } from 'react';

/** Closer to the end than this many pixels, a reader wants to stay there. */
const NEAR = 60;

/**
 * Keeps a scrolling frame at its end while its first child grows, unless one has scrolled up. With each new message it
 * goes to it: to the end, or to `within` when that is a reply further up.
 */
export function useEnd(newest: number, within: string | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  useEffect(() => {
    const element = frame.current!;
    const follow = () => {
      if (following.current) element.scrollTop = element.scrollHeight;
    };
    const look = () => {
      following.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    const growth = new ResizeObserver(follow);
    growth.observe(element);
    growth.observe(element.firstElementChild!);
    element.addEventListener('scroll', look);
    return () => {
      growth.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  useEffect(() => {
    const reply = within && frame.current!.querySelector(`[data-id="${within}"]`);
    following.current = !reply;
    if (reply) reply.scrollIntoView({ block: 'center' });
    else frame.current!.scrollTop = frame.current!.scrollHeight;
  }, [newest, within]);
  return frame;
}
