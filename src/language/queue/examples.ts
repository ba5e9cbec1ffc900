/** How agents ask in their own words what there is to do. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'queue-show': {
    en: [
      '(how busy|how full|how long|how bad) is (the|our|my) queue( today| now| right now|)',
      '(show|show me|open|list|let me see|give me) (the|our|my) (queue|unassigned tickets|unclaimed tickets|untaken tickets|overdue tickets|group queue)',
      '(what is|whats|what do we have|anything) (in|on|left in) (the|our|my) queue',
      '(what|which one|which ticket|what ticket) (should|shall|do|can) I (take|work on|do|handle|pick) (next|now|first)',
      '(anything|any tickets|any|which tickets are|is anything|what is) (about to breach|close to breach|near the deadline|about to time out|running late|nearly overdue|due soon)',
      '(which|any|are there) (tickets|cases) (nobody took|without an owner|not taken yet|that are unassigned|unclaimed)',
      ...said(`
        anything close to breach / any SLA about to be missed / what breaches next / is a ticket about to breach /
        what next / what's next / hows the queue / is the queue full / queue please / next ticket please /
        give me something to do / anything unassigned / who is overloaded / what is waiting to be picked up
      `),
    ],
    zh: [
      '(看一下|看看|打开|给我看|列一下|查一下)(队列|本组队列|待处理队列|没人接的单子|未认领的单)',
      '(队列|排队)(里|)(有多少|还有几个|满不满|长不长|忙不忙|怎么样)',
      '(现在|今天)(单子|工单)(多吗|多不多|排队的多吗)',
      '(我|)(下一个|接下来|现在)(该|要|)(处理|做|接)(哪个|哪张|什么|哪一单)',
      '(有|有没有|哪些)(快|要|马上|即将)(超时|逾期|到时限|违约)(的|的单子|)(吗|)',
      '(哪些|有没有|还有哪些)(单子|工单|单)(没人接|没人认领|没人管|没分派)',
      ...said('下一个 / 下一单 / 队列忙吗 / 排队的单子 / 有活干吗 / 还有单子吗 / 谁手上的单最多'),
    ],
  },
} satisfies Examples;
