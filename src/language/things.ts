/** What of IT words speak of: two that name different things are of two matters. Pure. */
import { phrasesOf } from './phrases.js';

const named = phrasesOf([
  ['network', ['wifi$', 'wi-fi$', 'wlan$', 'wireless', 'internet$', 'network$', '无线', '网络', '断网', '没网']],
  ['vpn', ['vpn$', '内网']],
  ['computer', ['laptop', 'notebook', 'computer', 'macbook', 'pc$', '笔记本', '电脑']],
  ['printer', ['print', '打印']],
  ['phone', ['phone$', 'mobile$', 'smartphone', '手机', '座机']],
  ['mail', ['mail', 'e-mail', 'email', 'outlook', '邮件', '邮箱']],
  ['screen', ['monitor', 'display$', 'projector', 'beamer', '显示器', '投影']],
  ['sound', ['sound$', 'headset', 'microphone', 'speaker', '声音', '耳机', '麦克风']],
  ['mouse', ['mouse$', '鼠标']],
  ['keyboard', ['keyboard', '键盘']],
]);

const thingsIn = (words: string): ReadonlySet<string> => new Set(named(words.toLowerCase()).map(({ name }) => name));

const share = (ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...ones].some((one) => others.has(one));

/** Whether both name things, and none that both name. */
export function areOfTwoThings(one: string, other: string): boolean {
  const [ones, others] = [thingsIn(one), thingsIn(other)];
  return ones.size > 0 && others.size > 0 && !share(ones, others);
}

/** Whether both name the same thing. */
export const areOfOneThing = (one: string, other: string): boolean => share(thingsIn(one), thingsIn(other));
