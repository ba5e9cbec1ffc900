import { isNoise } from '../src/noise.js';

test.each([
  'hi',
  'Hello everyone!',
  'Good morning, team :wave:',
  'hey @deskhand',
  'How are you?',
  'thanks a lot!!',
  'Thank you so much for your help 🙏',
  'thx',
  'solved',
  "It's fixed now, thanks!",
  'works again 👍',
  'ok, got it',
  'Have a nice day',
  '😀😀😀',
  ':tada: :+1:',
  '...',
  '你好',
  '您好,在吗?',
  '大家早上好！',
  '各位老师好',
  '谢谢',
  '非常感谢您！',
  '已解决，谢谢',
  '好了，可以了',
  '收到',
  '辛苦了🙏',
])('“%s” opens no ticket', (words) => expect(isNoise(words)).toBe(true));

test.each([
  'hi, my vpn is broken',
  'thanks, but it still fails',
  'not working',
  'no printer on floor 2',
  'it works in Chrome only',
  'fixed line phone is dead',
  'hiring portal is down',
  'morning shift cannot log in',
  'great outage again in Berlin',
  'VPN',
  '你好，VPN 连不上',
  '谢谢，但是还是不行',
  '解决不了',
  '好慢',
  '打印机好像坏了',
  '不可以登录',
  '早上打卡机坏了',
  'مرحبا',
])('“%s” is a request', (words) => expect(isNoise(words)).toBe(false));

test('nobody greets with ten thousand characters', () => {
  expect(isNoise('hi '.repeat(10_000))).toBe(false);
});
