/** Questions that nobody read since they were written: most have no word of the article's title. */
import { askHard } from '../../bench/knowledge-hard.js';
import { loadKnowledge, type Knowledge } from '../../knowledge/matcher/index.js';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge('knowledge');
});

describe.each(['en', 'zh'] as const)('hard questions that nobody has read (%s)', (lang) => {
  test('find their article, and those without one are refused', () => {
    const { first, answeredWrong, notAnswered, nothingShown, calibration } = askHard(knowledge, 'unread', lang);
    expect(first).toBeGreaterThanOrEqual(0.84);
    expect(answeredWrong).toBeLessThanOrEqual(0.03);
    expect(notAnswered).toBeGreaterThanOrEqual(0.9);
    expect(nothingShown).toBeGreaterThanOrEqual(0.8);
    expect(calibration).toBeLessThanOrEqual(0.07);
  });
});
