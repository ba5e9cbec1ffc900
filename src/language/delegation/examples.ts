/** How people ask in their own words who decides for whom, and end it. Pure. */
import type { Examples } from '../spec.js';

export const examples = {
  'delegation-list': {
    en: [
      'who (decides|approves|signs) (for|instead of) me( now| right now| while I am on holiday|)',
      '(whom|for whom) do I (decide|approve) for',
      'who is my (delegate|deputy for approvals|stand-in for approvals)',
      '(show|list) (me |)(my |the |all |)(delegations|delegates|approval delegates)',
      '(end|stop|cancel|take back|remove|delete) (my|the|this) (delegation|delegate|approval delegation)( to {person}|)',
      '{person} (no longer|should not) (decides|decide|approves|approve) for me( any more|)',
      'I (decide|approve) myself again',
      'is (anybody|somebody|{person}) deciding for me',
    ],
    zh: [
      '谁(在|)(代我|替我|帮我)(审批|批|签)(呢|)',
      '我(在|)(代|替)谁(审批|批)',
      '我的(审批|)(代理人|委托)(是谁|有哪些|看看|列表)',
      '(看看|列出|查看)(我的|)(审批委托|代理|委托)',
      '(结束|取消|撤销|收回|停掉)(我的|这个|)(审批|)(委托|代理|代批)',
      '(不用|不要){person}(再|)(代我|替我)(审批|批)了',
      '我自己(来|)(批|审批)了',
    ],
  },
} satisfies Examples;
