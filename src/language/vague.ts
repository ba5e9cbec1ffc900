/** Words that tell that something is wrong, and not what: "broken", 坏了, 卡. Pure. */
import { isMadeOf, piecesOf } from './pieces.js';

/** Longer words say what it is. */
const LONGEST = 40;
const SPACE = /[\s,，.。!！?？~…]*/uy;
const faults = piecesOf([
  '(?:broken|broke|stuck|slow|hangs?|frozen|crash(?:ed|es)?|failed|fails|error|errors|problems?|issues?|trouble|fault|down|dead)(?![a-z])',
  '(?:not working|doesnt work|does not work|wont work|cant (?:work|log ?in|open it)|wont (?:open|start)|something is wrong)(?![a-z])',
  '坏|卡|慢|死机|崩|报错|出错|故障|黑屏|有问题|出问题|打不开|用不了|登不上|连不上|不能用|没反应|不好使|不工作',
]);
const beside = piecesOf([
  '(?:it|its|is|this|that|there|the|my|a|an|i|have|got|very|so|too|really|again|help|please|now|everything|something|with)(?![a-z])',
  '了|啊|呀|的|很|太|好|死|又|都|我|这个?|那个?|它|老|总是|一直|请|帮忙|掉|住|慢',
]);
const pieces = [...faults, ...beside];
const tellsFault = new RegExp(faults.map(({ source }) => source).join('|'), 'u');

/** Whether words tell of a fault, and not of what. */
export function isVague(words: string): boolean {
  if (words.length > LONGEST) return false;
  const plain = words.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  return tellsFault.test(plain) && isMadeOf(plain, pieces, SPACE);
}
