/** What kind of question it is. Most are how-to; who, how many, what it costs are others, though the subject be the same. */
import type { Language } from './language.js';

export type Kind = 'how-to' | 'who' | 'how many' | 'cost' | 'permission' | 'status' | 'fact';

type Pattern = readonly [Exclude<Kind, 'how-to'>, RegExp];

/** Who asks for a way to do something wants the steps, whatever else is in the sentence. */
const HOW_TO: Record<Language, RegExp> = {
  en: /\b(?:how (?:do|can|to|could|should|would) |how does one |(?:where|what|which \w{1,20}|who) (?:do|can|should|must) (?:i|we) |i need |i want |we need )/,
  zh: /怎么(?!算|扣|规定|判断)|怎样|如何|找谁|问谁|联系谁|交给谁|谁能帮|谁给|谁可以/,
};

/** Of normalised texts; the first that fits. */
const PATTERNS: Record<Language, readonly Pattern[]> = {
  en: [
    [
      'cost',
      /\b(?:cost|costs|price|prices|expensive|fee|fees|budget|free of charge|how much (?:is|are|do we pay|did))\b/,
    ],
    ['how many', /\b(?:how many|how often|how much|number of|amount of)\b/],
    [
      'permission',
      /\b(?:(?:am i|are we|are they|is it|are \w{1,20}) (?:allowed|permitted|ok|okay|legal)|may (?!not)\w{1,20}|permitted to)\b/,
    ],
    ['who', /^(?:who|whose|whom)\b(?! (?:\w{1,12} ){0,2}(?:i|me|us|we)\b)/],
    ['status', /^(?:when (?:is|are|will|does|do|did|was)|(?:has|have|did|was|were) |what is the (?:state|status))/],
    [
      'status',
      /^(?:is|are) .{1,80}\b(?:down|yet|already|again|now|today|tonight|moment|maintenance|repaired|planned|on \w{3,6}day)\b/,
    ],
    ['fact', /^(?:what|which) (?:is|are|was|does|did|year|brand|model|colour|floor|size|provider)\b/],
    ['fact', /^how (?:fast|old|big|large|far|does)\b/],
  ],
  zh: [
    ['cost', /多少钱|什么价|价格|价目|费用|月费|月租|年费|收费|付费吗|免费吗|贵不贵|贵吗|花了多少|预算/],
    ['how many', /多少|[有共发坏]几|还剩几|几[台封部间位](?!人)|多久[测查备]/],
    ['permission', /允许|准不准|合规|合法|违规|能不能私|可以(?!给我|帮).{1,16}吗/],
    ['who', /谁|哪个团队|哪个部门|哪些人|归哪/],
    [
      'status',
      /什么时候|何时|哪天|了没(?:有)?[?？]?$|[了好]吗[?？]?$|现在.{0,10}(?:吗|情况|是不是)|是不是(?:断|挂)|哪一步|到账/,
    ],
    ['fact', /是什么(?!时候)|什么(?:意思|牌子|型号|颜色|系统|名字|区别|用)|哪一?年|原理|叫什么|多[大老远快高]|哪个好/],
  ],
};

/** @param plain normalised */
export function kindOf(plain: string, lang: Language): Kind {
  const text = plain.trim();
  if (HOW_TO[lang].test(text)) return 'how-to';
  return PATTERNS[lang].find(([, pattern]) => pattern.test(text))?.[0] ?? 'how-to';
}
