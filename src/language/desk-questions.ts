/** What people ask about the desk itself: its number, its hours, how soon it answers. Pure. */

/** Longer words ask for something else besides. */
const LONGEST = 80;
const asked: readonly RegExp[] = [
  /\b(?:phone|telephone) ?(?:number|no) (?:of|for|to) (?:the )?(?:help ?desk|service ?desk|it|support)\b/i,
  /\b(?:your|help ?desk['’]?s?|service ?desk['’]?s?|it['’]?s?|support) (?:phone|telephone|hotline)\b/i,
  /\bhow (?:can|do) i (?:call|ring|phone) (?:you|it|support|the (?:help|service) ?desk)\b/i,
  /\b(?:do|are|will) you (?:guys |people )?(?:work|open|there|available|on)\b.{0,20}\b(?:weekends?|saturdays?|sundays?|holidays?|nights?|evenings?)\b/i,
  /^(?:what|when|which) (?:are|is) (?:your|the (?:help|service) ?desk['’]?s?|the) (?:opening|working|office|service|business) (?:hours|times)\b/i,
  /^when (?:are you|is (?:it|the (?:help|service) ?desk)) (?:open|available)\b/i,
  /\bhow (?:long|fast|quickly|soon) (?:does|do|will|can) (?:it|you|the (?:help|service) ?desk|support)(?: usually| normally| typically)?(?: take)?(?: to)? (?:answer|reply|respond|react|get back)\b/i,
  /(?:服务台|你们|技术支持|IT)(?:部门?)?的?(?:客服)?(?:电话|热线)(?:号码)?(?:是|多少|几号|[?？]|$)|(?:服务台|你们).{0,6}(?:怎么打|打哪)/iu,
  /(?:周[一二三四五六日末]|星期[一二三四五六日天]|节假日|晚上|几点).{0,6}(?:上班|有人|营业|开门).{0,4}你们|(?:你们|服务台).{0,10}(?:上班|营业|服务时间|工作时间|几点开)/u,
  /(?:你们|服务台).{0,6}(?:多久|多快|多长时间).{0,6}(?:回复|答复|响应|回我|回信)/u,
];

/** Whether words ask how and when the desk is reached, or how soon it answers. */
export const asksForDesk = (words: string): boolean =>
  words.length <= LONGEST && asked.some((pattern) => pattern.test(words));
