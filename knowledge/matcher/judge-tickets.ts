/** `npm run judge-tickets -- --train T.jsonl --test U.jsonl`: the category each ticket would get; see README.md. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createTicketClassifier, trainTickets } from './classify.js';
import { printJsonl, readJsonl, runCommand } from './jsonl.js';

const Sample = z.object({ text: z.string(), category: z.string() });
const Ticket = z.object({ id: z.string(), text: z.string() });

await runCommand(async () => {
  const { values } = parseArgs({ options: { train: { type: 'string' }, test: { type: 'string' } } });
  if (values.train === undefined || values.test === undefined)
    throw new Error('Usage: npm run --silent judge-tickets -- --train T.jsonl --test U.jsonl');
  const classify = createTicketClassifier(trainTickets(await readJsonl(values.train, Sample)));
  const tickets = await readJsonl(values.test, Ticket);
  await printJsonl(tickets.map(({ id, text }) => ({ id, ...classify(text)[0]! })));
});
