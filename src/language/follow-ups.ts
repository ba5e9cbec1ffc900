/** Short words that answer what the desk said last: yes, no, "that didn't help", "the second one". Pure. */
import { isMadeOf, piecesOf } from './pieces.js';
import { isGreeting } from './small-talk.js';

export type FollowUp = { kind: 'yes'; words: string } | { kind: 'no' | 'unhelped' } | { kind: 'choice'; which: number };

/** Longer words say something of their own. */
const LONGEST = 60;
const SPACE = /[\s,，.。!！~…、:：;；-]*/uy;

const whole = (each: string): string => `(?:${each})(?![a-z])`;

const yes = [
  'yes|yep|yeah|yup|sure|of course|correct|exactly|that is right|sounds good|go ahead|go for it|please do|do (?:it|that|so)',
  'ok(?:ay)?|that one|(?:i|we) do|是的?|对的?|好的?|好啊|可以|行|嗯|没错|就这样|就这么办|就是这个|办吧|弄吧|要的?|当然',
];
const besideYes = [
  'please|and|then|now|it|that|just|thanks|thank you|right|i would|for me|谢谢|麻烦|请|帮我|弄|办|一下|你|您|吧|呀|啊|了|的|就|那',
];
const no = [
  'no|nope|nah|not now|not yet|rather not|leave it|no need|不用了?|不要了?|不是|不必|先不|算了|暂时不用|不了|不',
];
const besideNo = ['thanks|thank you|please|it|that|sorry|谢谢|麻烦|先|吧|啊|了|的|暂时|现在'];
const unhelped = [
  'still (?:broken|slow|bad|dead|stuck|failing|happening|down|the same|no luck|not (?:working|solved|fixed|there)|(?:does not|doesnt|wont) work)',
  '(?:did not|didnt|does not|doesnt|has not|hasnt) (?:help|helped|work|worked|do it|do anything|fix it|solve it|change anything)',
  'not (?:helpful|solved|fixed|working|what i (?:meant|asked|need|wanted))|no (?:help|luck|change)|same (?:problem|issue|thing|error)',
  '(?:i have |ive |i )?(?:already )?tried (?:that|it|this|all of (?:that|it|this|them)|all that|everything)|nothing (?:helped|worked|works|changed|helps)|wrong (?:answer|article)',
  '(?:any|some) (?:other|more) (?:idea|way|suggestion|option|tip|solution)s?|(?:anything|what) else(?: (?:can i|i can|to|should i) (?:do|try))?',
  '还有(?:没有)?(?:别的|其他的?|什么)(?:办法|方法|建议|招)(?:吗|么|没)?|还能怎么办|还是(?:很|那么|这么)?慢',
  '还是(?:不行|没用|一样|不好使?|坏的|用不了|连不上|打不开|没解决|没好|没反应)|没(?:有)?(?:用|帮助|解决|效果|好|变化|反应|帮上忙)',
  '不(?:行|管用|起作用|好使|顶用)|不是我(?:要|想)?(?:问|找)?的|试过了|试了|老样子|依旧|照样|没搞定|没弄好',
];
const besideUnhelped = [
  'no|nope|sorry|but|it|its|is|that|this|those|these|for me|me|the|answer|article|steps|i|have|already|and|yet|still|at all',
  '(?:re ?started|rebooted|reinstalled|unplugged|updated|tried)|once|twice|(?:two|three|several|many) times',
  '重启|重装|重新(?:启动|登录|连接)|过|一下|[两三几]次|好几次',
  'unfortunately|of|all|none|any of|does|did|也|还是|这个?|那个?|文章|方法|步骤|我|都|了|啊|呀|的|照做|按|做|对我|还|问题|不|仍然',
];

const said = (core: readonly string[], beside: readonly string[]) => {
  const cores = piecesOf(core.map(whole));
  const pieces = [...cores, ...piecesOf(beside.map(whole))];
  const begins = new RegExp(core.map(whole).join('|'), 'u');
  return (words: string): boolean => begins.test(words) && isMadeOf(words, pieces, SPACE);
};
const saysYes = said(yes, besideYes);
const saysNo = said(no, besideNo);
const saysUnhelped = said(unhelped, besideUnhelped);

const places = ['first|1st|one|1|一', 'second|2nd|two|2|二', 'third|3rd|three|3|三', 'fourth|4th|four|4|四'];
const choices: readonly (readonly [RegExp, number])[] = [...places, 'last|最后一'].map((names, place) => [
  new RegExp(
    `^(?:(?:i (?:mean|meant|want|choose|take) )?(?:the |number |no |option )?(?:${names})(?: (?:one|option|choice|article|link|of (?:these|them)))?(?: please)?|` +
      `(?:我?(?:选|要|是)?)?第?(?:${names})(?:个|条|项|篇|种)?(?:吧|啊|的)?)$`,
    'u',
  ),
  place < places.length ? place : -1,
]);

/** What is written behind words that tell of no success: a face, a question mark. */
const ASIDE = /[:;]-?[()/|]|[?？]/g;

/** What such words answer; undefined when they say something of their own. A `choice` counts from 0, `-1` is the last. */
export function followUpIn(words: string): FollowUp | undefined {
  if (words.length > LONGEST || isGreeting(words)) return undefined;
  const plain = words.normalize('NFKC').toLowerCase().replace(/['’]/g, '').trim();
  if (saysUnhelped(plain.replace(ASIDE, ' '))) return { kind: 'unhelped' };
  const bare = plain.replace(/[.,!?。，！？]+$/u, '').trim();
  const [, which] = choices.find(([pattern]) => pattern.test(bare)) ?? [];
  if (which !== undefined) return { kind: 'choice', which };
  if (saysNo(plain)) return { kind: 'no' };
  return saysYes(plain) ? { kind: 'yes', words } : undefined;
}
