/** What a story costs on the wire to the store, counted before it. (`npm run bench` counts an idle minute too.) */
import { bounds, costs, openBench, type Bench, type Cost } from '../kit/commands.js';

let bench: Bench;
let counted: Cost[];
beforeAll(async () => {
  bench = await openBench();
  counted = await costs(bench);
});
afterAll(() => bench.close());

test.each(Object.entries(bounds).filter(([story]) => !story.includes('minute')))(
  '%s costs no more than %j',
  (story, { commands, durable }) => {
    const { said, ...cost } = counted.find((each) => each.story === story)!;
    expect({ said, isDear: cost.commands > commands || cost.durable > durable }).toEqual({ said, isDear: false });
  },
);
