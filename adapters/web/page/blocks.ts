/** The parts of Block Kit that the Slack adapter draws with. */
import type { renderForm } from '../../slack/modal.js';
import type { Message } from '../../slack/render.js';

export type Block = Message['blocks'][number];
export type View = ReturnType<typeof renderForm>;
export type InputBlock = Extract<Block, { type: 'input' }>;
export type InputElement = InputBlock['element'];
export type Button = Extract<Extract<Block, { type: 'actions' }>['elements'][number], { type: 'button' }>;
export type Confirmation = NonNullable<Button['confirm']>;
