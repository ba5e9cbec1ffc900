import type { Lang } from '../../src/card.js';
import type { Place, Request } from '../../src/chat.js';
import type { Said } from './message.js';
import type { Back } from './modal.js';
import type { Pointed } from './reported.js';

/** What is asked of the desk, and where Slack takes the answer. */
export type Inbound = {
  kind: 'words' | 'slash' | 'action' | 'submission' | 'shortcut' | 'reaction' | 'home';
  /** The person's user id: whether they belong to the workspace, no payload says for sure. */
  user: string;
  /** Whether this came from a workspace the app is not installed in. */
  foreign: boolean;
  origin: string;
  place: Place;
  asks:
    | Extract<Request['asks'], { kind: 'command' | 'submission' }>
    | Pointed
    | { kind: 'said'; said: Said; commanded?: true };
  back: Back;
  /** The message that a mark would say enough on. */
  mark?: { channel: string; timestamp: string };
  /** Opens a modal, once, within 3 seconds. */
  trigger?: string;
  /** The language of the form that was filled in. */
  lang?: Lang;
};
