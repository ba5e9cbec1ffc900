import { kindOf } from '../../knowledge/matcher/kinds.js';
import { detectLanguage } from '../../knowledge/matcher/language.js';
import { normalise } from '../../knowledge/matcher/text.js';

test.each([
  ['who looks after the wiki', 'who'],
  ['who do I ask for a badge', 'how-to'],
  ['how many seats are left', 'how many'],
  ['what does a seat cost', 'cost'],
  ['am I allowed to lend it', 'permission'],
  ['has my chair been ordered', 'status'],
  ['when is the next drill', 'status'],
  ['when I plug it in, it dies', 'how-to'],
  ['what is a gateway', 'fact'],
  ['how do I open a gateway', 'how-to'],
  ['the gateway is shut', 'how-to'],
  ['维基归谁管', 'who'],
  ['这个找谁开通', 'how-to'],
  ['还剩几个座位', 'how many'],
  ['一个座位多少钱', 'cost'],
  ['允许借给别人吗', 'permission'],
  ['椅子什么时候到', 'status'],
  ['网关是什么', 'fact'],
  ['网关怎么开', 'how-to'],
  ['几分钟就断一次', 'how-to'],
])('%s: asks %s', (question, kind) => {
  expect(kindOf(normalise(question), detectLanguage(question))).toBe(kind);
});
