const phrases = [
  /thank(s| you)|thx|ty|cheers|much appreciated|appreciate it|for (your|the) help|so much|very much|a lot|many|again/,
  /great|perfect|awesome|excellent|super|nice|cool|good|ok|okay|got it|will do|have a (nice|good) (day|one)|you too/,
  /(it|that|this|everything|all)( is|'s|’s)?( now)?|works|working|solved|fixed|helped|did it|now|fine|yes|done|and/,
  /非常感谢|感谢|谢谢|多谢|谢了|辛苦了|好的|好了|好|收到|解决了|已解决|可以了|搞定了|搞定|没问题了|没问题|恢复了|您|你|大家|啦|了|非常/,
];
const onlyThanks = new RegExp(`^(?:(?:${phrases.map(({ source }) => source).join('|')})[\\s]*)+$`, 'u');
const says =
  /thank|thx|\bty\b|cheers|appreciat|great|perfect|awesome|works|solved|fixed|helped|ok|谢|好|收到|解决|可以了|搞定|辛苦|没问题|恢复/u;

/** Whether words only thank or confirm, in English or Chinese: such words do not reopen a resolved ticket. */
export function isThanks(words: string): boolean {
  const said = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s'’]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (said === '') return /\p{Extended_Pictographic}/u.test(words);
  return said.length <= 80 && onlyThanks.test(said) && says.test(said);
}
