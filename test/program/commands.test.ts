/** What a story costs on the wire to the store, counted before it. */
import { costs, openBench, type Bench, type Cost } from '../kit/commands.js';

/** Commands, and of these the writes that wait for a majority and its journal. */
const bounds: [story: string, commands: number, durable: number][] = [
  ['a ticket opened and told to agents and requester', 9, 5],
  ['a claim, its two cards redrawn', 5, 3],
  ['the last approval, until the access is active', 16, 9],
];

let bench: Bench;
let counted: Cost[];
beforeAll(async () => {
  bench = await openBench();
  counted = await costs(bench);
});
afterAll(() => bench.close());

test.each(bounds)('%s: at most %i commands, %i durable writes', (story, commands, durable) => {
  const cost = counted.find((each) => each.story === story)!;
  if (process.env['SHOW']) console.log(story, cost.said.join('\n'));
  expect({ said: cost.said, over: cost.commands > commands || cost.durable > durable }).toEqual({
    said: cost.said,
    over: false,
  });
});
