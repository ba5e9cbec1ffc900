/**
 * What a failure of Teams means for what was asked of it. Pure.
 *
 * Sources: Microsoft's “Status codes from bot conversational APIs” with its “Status codes retry guidance”, and “Understand
 * who blocked, muted, or uninstalled a bot” (Teams platform documentation). That `ConversationNotFound` comes and goes is
 * reported in MicrosoftDocs/msteams-docs#9425 and microsoft/botframework-sdk#6628. docs/platform-errors.md tells the same.
 */

/** A look-up can be asked again, and a redraw drawn again; a post that is made again is a second message. */
export type Doing = 'look-up' | 'post' | 'redraw';

/**
 * `not now`: nothing was done, ask again later. `unknown`: it may have been done. `passing`: it may be well again in
 * seconds, and is believed when it lasts. `nobody`: there is no such person, or nothing the desk may look at. `final`:
 * nothing can be posted there any more. `gone`: the message was deleted. `lost`: it cannot be changed any more. `ours`: a
 * fault of the desk or its registration, which trying again does not mend.
 */
export type Meaning = 'not now' | 'unknown' | 'passing' | 'nobody' | 'final' | 'gone' | 'lost' | 'ours';

/** What Teams answered, or by which code of Node's no answer came. */
export type Failure = { status?: number; code?: string };

type Row = { status: number; codes?: readonly string[] } & Record<Doing, Meaning>;

const everywhere = (meaning: Meaning): Record<Doing, Meaning> => ({
  'look-up': meaning,
  post: meaning,
  redraw: meaning,
});

/** The desk is kept out of the conversation until somebody there lets it in again. */
const shutOut = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'NotEnoughPermissions',
  'MessageWritesBlocked',
];

/** The first row that fits counts; one without codes is for all other codes of its status. */
const table: readonly Row[] = [
  { status: 400, ...everywhere('ours') },
  { status: 401, ...everywhere('ours') },
  { status: 403, codes: ['InvalidBotApiHost'], ...everywhere('ours') },
  { status: 403, codes: shutOut, 'look-up': 'nobody', post: 'final', redraw: 'final' },
  // Of no other 403 does Teams want another try either; it also answers so where a message is gone.
  { status: 403, 'look-up': 'nobody', post: 'final', redraw: 'lost' },
  { status: 404, codes: ['ActivityNotFoundInConversation'], 'look-up': 'nobody', post: 'gone', redraw: 'gone' },
  { status: 404, codes: ['ConversationNotFound'], ...everywhere('passing') },
  { status: 404, 'look-up': 'nobody', post: 'passing', redraw: 'passing' },
  { status: 408, 'look-up': 'not now', post: 'unknown', redraw: 'not now' },
  { status: 412, ...everywhere('not now') },
  { status: 413, ...everywhere('ours') },
  { status: 429, ...everywhere('not now') },
  { status: 502, ...everywhere('not now') },
  { status: 503, ...everywhere('not now') },
  { status: 504, ...everywhere('not now') },
];

/** Of these, nothing was sent: nobody was there to take it. */
const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN']);

export function meaningOf(doing: Doing, { status, code = '' }: Failure): Meaning {
  if (status === undefined) return doing === 'post' && !unsent.has(code) ? 'unknown' : 'not now';
  const row = table.find((each) => each.status === status && (!each.codes || each.codes.includes(code)));
  if (row) return row[doing];
  if (status >= 500) return doing === 'post' ? 'unknown' : 'not now';
  return 'ours';
}
