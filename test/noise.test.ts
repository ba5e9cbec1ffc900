import { isNoise, withoutCourtesies } from '../src/noise.js';

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

test.each([
  ['hi, printer on 2nd floor offline. Thanks!', 'printer on 2nd floor offline.'],
  ['hello, outlook is crashing, thank you', 'outlook is crashing'],
  ['Good morning, my headset has no sound. Thank you in advance!', 'my headset has no sound.'],
  ['Hi team, hope you are well! Could I have Visio?', 'Could I have Visio?'],
  ['Dear IT, could you please install Visio? Thanks in advance', 'could you please install Visio?'],
  ['sorry to bother you, excel keeps crashing', 'excel keeps crashing'],
  ['thanks but it still does not work', 'it still does not work'],
  ['ok thanks. one more thing, my mouse is broken', 'one more thing, my mouse is broken'],
  ['你好，打印机脱机了，谢谢', '打印机脱机了'],
  ['不好意思打扰了，excel老闪退', 'excel老闪退'],
  ['谢谢，但还是连不上', '但还是连不上'],
  ['您好，麻烦帮忙装一下visio，周四之前要看流程图，谢谢', '帮忙装一下visio，周四之前要看流程图'],
])('“%s” is about “%s”', (words, matter) => expect(withoutCourtesies(words)).toBe(matter));

test.each([
  'hi',
  'thanks a lot!!',
  'Hello everyone!',
  '你好',
  '谢谢啦',
  'the printer works now. Solved!',
  'Hi. It works again',
  '<!channel> vpn drops',
  '?! vpn',
])('“%s” is left as it is', (words) => expect(withoutCourtesies(words)).toBe(words));
