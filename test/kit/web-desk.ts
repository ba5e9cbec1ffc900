/** A desk of one ticket, small enough to see through: for tests of the playground itself. */
import type { Card, Form, Viewer } from '../../src/card.js';
import { person } from '../../src/card.js';
import type { Chat, MessageRef, Request } from '../../src/chat.js';
import { command, complete, type PartialCommand } from '../../src/language/command.js';
import type { Answer, Problem } from '../../src/reply.js';

const viewer: Viewer = { lang: 'en', zone: 'Europe/Berlin' };
const answer = <T extends object>(reply: T) => ({ ...reply, for: viewer });

export function createOneTicketDesk() {
  const asked: Request[] = [];
  const posted: { chat: Chat; ref: MessageRef }[] = [];
  const names = new Map<string, string>();
  let chats: readonly Chat[] = [];
  let assignee: string | undefined;

  const triage = (title: string): Card => ({
    for: viewer,
    title: `INC-1 ${title}`,
    status: assignee ? { text: 'In progress', tone: 'info' } : { text: 'New', tone: 'warning' },
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: 'Requester', value: [person({ id: 'employee', name: 'Emma Chen' })] },
          { label: 'Priority', value: ['P3'] },
          { label: 'Assignee', value: [assignee ?? 'nobody yet'] },
          { label: 'Answer by', value: [{ kind: 'time', at: new Date('2026-11-23T15:00:00Z'), as: 'moment' }] },
        ],
      },
      ...(assignee
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [{ label: 'Claim', does: { do: 'claim' as const, ticket: 'INC-1' }, tone: 'primary' as const }],
            },
          ]),
    ],
  });

  const ticketForm = (draft: PartialCommand, values: Record<string, string>): Form => ({
    for: viewer,
    title: 'Open a ticket',
    intro: ['Say what is wrong; the service desk answers today.'],
    fields: [
      { name: 'title', label: 'What is wrong?', kind: 'line', maxLength: 150, value: values.title ?? 'VPN drops' },
      { name: 'details', label: 'Details', kind: 'paragraph', maxLength: 3000, value: values.details ?? '' },
      {
        name: 'impact',
        label: 'Who is affected?',
        kind: 'choice',
        value: values.impact ?? 'low',
        choices: [
          { value: 'low', label: 'Only me' },
          { value: 'high', label: 'Everybody' },
        ],
      },
    ],
    submit: 'Send',
    cancel: 'Cancel',
    draft,
  });

  const offer = (words: string): Card => ({
    for: viewer,
    title: 'When the VPN keeps dropping',
    parts: [
      { kind: 'quote', text: words },
      {
        kind: 'list',
        ordered: true,
        items: [['Leave the guest network.'], ['Restart the ', { kind: 'code', text: 'VPN' }, ' client.']],
      },
      {
        kind: 'buttons',
        buttons: [
          { label: 'That helped', does: { do: 'helped', question: 'Q-1' }, tone: 'primary' },
          { label: 'Open a ticket', does: { do: 'show-form', draft: { do: 'open-ticket' } } },
        ],
      },
      { kind: 'note', text: ['From the article “VPN”.'] },
    ],
  });

  const queue: Card = {
    for: viewer,
    title: 'Queue',
    parts: [
      {
        kind: 'table',
        columns: ['Ticket', 'Requester', 'State', 'Due'],
        rows: [
          [['INC-1 VPN drops each hour'], ['Emma Chen, 18 h old'], ['Assigned, Alex Weber'], ['due Thu 3 Dec, 13:52']],
        ],
      },
    ],
  };

  async function opened(title: string): Promise<Answer> {
    for (const chat of chats) {
      const channel = await chat.reach({ channel: chat.platform === 'play-slack' ? '#it-desk' : 'IT Desk' });
      if (channel !== 'unreachable') posted.push({ chat, ref: await chat.post(channel, triage(title)) });
    }
    names.set('INC-1', title);
    return answer({ kind: 'done', note: ['INC-1 is open.'] });
  }

  async function perform(request: Request): Promise<Answer> {
    asked.push(request);
    const { asks, account } = request;
    if ((await account.profile()).guest)
      return answer({ kind: 'refused', why: ['You are a guest here. Ask your host.'] });
    if (asks.kind === 'words') {
      if (asks.words === 'new') return answer({ kind: 'form', form: ticketForm({ do: 'open-ticket' }, {}) });
      if (asks.words === 'queue') return answer({ kind: 'card', card: queue });
      return request.place.thread
        ? answer({ kind: 'done', note: ['Noted.'] })
        : answer({ kind: 'card', card: offer(asks.words) });
    }
    if (asks.kind === 'submission') {
      const draft = asks.draft as PartialCommand;
      const problems: Problem[] = [];
      if ((asks.values.details ?? '').length < 5) problems.push({ field: 'details', message: 'Say a little more.' });
      if (problems.length > 0) return answer({ kind: 'invalid', problems, form: ticketForm(draft, asks.values) });
      const whole = complete(draft, asks.values);
      return opened(whole.success && whole.data.do === 'open-ticket' ? whole.data.title : '?');
    }
    const known = command.safeParse(asks.kind === 'command' ? asks.command : undefined);
    if (!known.success) return answer({ kind: 'refused', why: ['This button is too old.'] });
    if (known.data.do === 'show-form') return answer({ kind: 'form', form: ticketForm(known.data.draft, {}) });
    if (known.data.do === 'helped') return answer({ kind: 'done', note: ['Glad to hear it.'] });
    if (known.data.do !== 'claim') return answer({ kind: 'done' });
    if (assignee) return answer({ kind: 'refused', why: [`${assignee} was faster.`] });
    assignee = (await account.profile()).name;
    for (const { chat, ref } of posted) await chat.update(ref, triage(names.get('INC-1') ?? ''));
    return answer({ kind: 'done' });
  }

  return { perform, asked, join: (all: readonly Chat[]) => void (chats = all) };
}
