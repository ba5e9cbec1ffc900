/** In which language somebody writes. */
import { tongueAddressing, tongueOf } from '../../src/language/tongue.js';

test.each([
  ['VPN 老是断开', 'zh'],
  ['SAP GUI 登不上', 'zh'],
  ['outlook calendar invite 打不开', 'zh'],
  ['登录时提示 the password is incorrect, please try again 怎么办', 'zh'],
  ['打印机', 'zh'],
  ['vpn keeps dropping', 'en'],
  ['the 打印机 is broken', 'en'],
  ['How do I type 你好 in Teams?', 'en'],
  ['The client 北京某某科技有限公司 is not able to open my file', 'en'],
  ['My ticket says “网络故障，请稍后再试” since this morning', 'en'],
  ['vpn', undefined],
  ['SAP GUI', undefined],
  ['Wi-Fi', undefined],
  ['0x80070005', undefined],
  ['🙏', undefined],
  ['', undefined],
])('%s', (words, lang) => expect(tongueOf(words)).toBe(lang));

test.each([
  ['我的', 'zh'],
  ['帮助', 'zh'],
  ['！新建 printer is on fire', 'zh'],
  ['INC-7 关闭', 'zh'],
  ['关闭 INC-7', 'zh'],
  ['我的工单怎么样了', 'zh'],
  ['INC-7 还是不行', 'zh'],
  ['help', undefined],
  ['lang zh', undefined],
  ['request crm-read for 8h because the quarter ends', undefined],
  ['INC-7 reply 我们正在处理', undefined],
  ['INC-7 reply We are looking into it', undefined],
  ['where is my ticket', 'en'],
])('said to the desk: %s', (words, lang) => expect(tongueAddressing(words, {})).toBe(lang));
