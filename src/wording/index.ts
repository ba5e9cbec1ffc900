/** Every sentence the desk says, in English and Chinese; a missing translation does not compile. */
import type { Lang } from '../card.js';
import * as access from './access.js';
import * as alike from './alike.js';
import * as answers from './answers.js';
import * as approvals from './approvals.js';
import * as audit from './audit.js';
import * as changes from './changes.js';
import * as chat from './chat.js';
import * as desk from './desk.js';
import * as digest from './digest.js';
import * as forecast from './forecast.js';
import * as heartbeat from './heartbeat.js';
import * as identity from './identity.js';
import * as promises from './promises.js';
import * as learning from './learning.js';
import * as quality from './quality.js';
import * as reminders from './reminders.js';
import * as reports from './reports.js';
import * as since from './since.js';
import * as sla from './sla.js';
import * as sops from './sops.js';
import * as staffing from './staffing.js';
import * as tickets from './tickets.js';
import * as work from './work.js';

const rooms = {
  access,
  alike,
  answers,
  approvals,
  audit,
  changes,
  chat,
  desk,
  digest,
  forecast,
  heartbeat,
  identity,
  promises,
  learning,
  quality,
  reminders,
  reports,
  since,
  sla,
  sops,
  staffing,
  tickets,
  work,
};
type Rooms = typeof rooms;

export type Wording = { [R in keyof Rooms]: Rooms[R]['en'] };

const inLanguage = (lang: Lang) =>
  Object.fromEntries(Object.entries(rooms).map(([room, said]) => [room, said[lang]])) as Wording;

/** The desk's sentences in a language. */
export const wording: Record<Lang, Wording> = { en: inLanguage('en'), zh: inLanguage('zh') };
