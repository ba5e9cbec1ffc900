/** Cards and forms as the two platforms would be sent them, by the adapters' own renderers; and what comes back. */
import { z } from 'zod';
import { plain, type Card, type Form } from '../../src/card.js';
import type { Problem } from '../../src/reply.js';
import { parseJson, readForm, renderForm as renderModal, submittedView } from '../slack/modal.js';
import { renderCard as renderBlocks, renderNote } from '../slack/render.js';
import { readValues, renderForm as renderDialog } from '../teams/form.js';
import { renderCard as renderAdaptive } from '../teams/render.js';
import type { Body, PlayPlatform } from './memory.js';
import type { Drawn } from './wire.js';

export type Draw = ReturnType<typeof createDraw>;

/** `mention` gives the account of a person who can be mentioned. */
export function createDraw(mention: (person: string) => string | undefined) {
  return {
    /** What a message shows: a person's words, or what its platform would be sent; Teams gets sentences as plain text. */
    body(platform: PlayPlatform, body: Body): Drawn {
      if (body.kind === 'words') return { words: body.words, ...(body.files ? { files: body.files } : {}) };
      const slack = platform === 'play-slack';
      if (body.kind === 'note')
        return slack
          ? { title: '', card: renderNote(body.text, body.for, mention) }
          : { words: plain(body.text, body.for) };
      const { card } = body;
      return { title: card.title, card: slack ? renderBlocks(card, mention) : renderAdaptive(card, mention) };
    },
    /** The home of Slack's app, which shows a card. */
    home: (card: Card): unknown => renderBlocks(card, mention, { tables: false }),
    form: (platform: PlayPlatform, form: Form, problems: readonly Problem[], user: string): unknown =>
      platform === 'play-slack'
        ? renderModal(form, { user, private: true }, mention)
        : { title: form.title, cancel: form.cancel, card: renderDialog(form, problems) },
  };
}

const pressed = z.object({ deskhand: z.object({ command: z.unknown() }) });
const sent = z.looseObject({ deskhand: z.object({ draft: z.unknown() }) });

/** The command that a pressed button carries, as unproven as it came. */
export const commandIn = (platform: PlayPlatform, value: unknown): unknown =>
  platform === 'play-slack'
    ? parseJson(typeof value === 'string' ? value : undefined)
    : pressed.safeParse(value).data?.deskhand.command;

/** What a form was filled in with; undefined when nothing of the desk's came back. */
export function formIn(platform: PlayPlatform, value: unknown) {
  if (platform === 'play-slack') {
    const view = submittedView.safeParse(value);
    return view.success ? readForm(view.data) : undefined;
  }
  const data = sent.safeParse(value);
  return data.success ? { draft: data.data.deskhand.draft, values: readValues(data.data) } : undefined;
}
