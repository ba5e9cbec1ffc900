/** What people mean by free words: the examples of all capabilities, and the text that they are compared by. Pure. */
import type { Lang } from '../text.js';
import { dayAt } from './dates.js';
import { ideasIn } from './ideas.js';
import * as capabilities from './index.js';
import { durationAt } from './spans.js';
import type { Capability } from './spec.js';
import { tokensOf } from './tokens.js';

type Capabilities = typeof capabilities;
type IntentsOf<C> = C extends { examples: infer E } ? keyof E & string : never;
/** What somebody may mean. */
export type Intent = { [C in keyof Capabilities]: IntentsOf<Capabilities[C]> }[keyof Capabilities] | 'two-matters';

const all: readonly Capability[] = Object.values(capabilities);
export const examples = new Map(all.flatMap(({ examples = {} }) => Object.entries(examples))) as ReadonlyMap<
  Intent,
  Record<Lang, readonly string[]>
>;

/** Words of each kind, of which the examples name only the kind. */
const kinds: Record<string, Record<Lang, string>> = {
  thing: {
    en: 'laptop|monitor|printer|docking station|phone|headset|badge|keyboard|scanner|mouse|projector|webcam|screen|charger|tablet|desk phone|label printer|beamer|battery|router|battery pack|adapter|cable|PC',
    zh: '笔记本|显示器|打印机|扩展坞|手机|耳机|门禁卡|键盘|扫描仪|鼠标|投影仪|摄像头|屏幕|充电器|平板|电话机|标签机|一体机|电池|路由器|适配器|电脑|扫码枪',
  },
  broken: {
    en: 'broken laptop|cracked screen|printer that jams|dead phone|keyboard with missing keys|defective headset|projector that stays dark|burnt adapter',
    zh: '笔记本',
  },
  portable: {
    en: 'laptop|phone|work phone|notebook|tablet|badge|token|yubikey|security key|access card|ipad|iphone|smartcard|usb drive',
    zh: '笔记本|手机|工作手机|电脑|平板|工牌|门禁卡|令牌|U盾|安全密钥|U盘|公司电脑',
  },
  detail: {
    en: 'only in the morning|with the second screen attached|SN88213|0x80070005|in room 312 on the left|when it is raining|after lunch|building C second floor|the light blinks red|with every large file|the fan is loud',
    zh: '只在早上',
  },
  service: {
    en: 'SAP|the VPN|Outlook|Salesforce|the CRM|the wifi|Confluence|Jira|the internet|email|Teams|the ERP|Citrix|the payment terminal|SharePoint|the database cluster|GitLab|the phone system|the booking system|the mail server|the webshop|network|storage|Tableau|the file server|the portal|DHCP|Kubernetes|the firewall',
    zh: 'SAP|VPN|邮箱|企业微信|CRM|无线网|语雀|OA|网络|邮件|钉钉|ERP|云桌面|收银系统|共享盘|数据库|GitLab|电话系统|预订系统|飞书|官网|用友|金蝶|考勤系统|门户|教务系统|网盘|存储|防火墙|帆软',
  },
  entitlement: {
    en: 'Tableau|Salesforce|crm-read|the finance share|GitHub|the server room|Figma|prod-db|the HR folder|AutoCAD|admin rights|VPN|Jira|sudo on web-01|the lab share|Power BI|Adobe|the SAP role|Visio|the marketing mailbox|the payroll system|the budget sheet|the planner|the badge zone|Snowflake|the archive room',
    zh: 'CRM|财务共享盘|GitHub|机房门禁|生产库|人事系统|管理员权限|VPN|Jira|报表系统|Adobe|SAP|网盘|教务系统|仓库监控|帆软|Visio|预算表|访客账号|排课模块|发票系统|云桌面|工资系统|实验室共享|语雀',
  },
  person: {
    en: 'Anna|Tom Becker|Maria Lopez|Bob|Priya|Mr Schmidt|Julia|Kevin|Ingrid|Bruno|Noor|Stefan|Olga|Li Wei|Dana|Chen|Fatima|Marcus Green|Aline',
    zh: '张伟|李娜|王芳|小刘|陈经理|赵敏|周杰|孙丽|老吴|郑工|林月|罗毅|艾琳|方婷|欧阳雪|阿伟|Tom|何总',
  },
  ticket: { en: 'INC-12|HD-731|INC-4|ticket 88', zh: 'INC-12|HD-731|INC-4|工单 88' },
  request: { en: 'REQ-12|REQ-8', zh: 'REQ-12|REQ-8' },
  change: { en: 'CHG-12|CHG-310', zh: 'CHG-12|CHG-310' },
  date: {
    en: '5 March|Friday|next Monday|2026-03-01|the end of the month|tomorrow|1 April|30 June|Sunday|21 February|tonight|July',
    zh: '3月5日|周五|下周一|2026-03-01|月底|明天|四月一号|6月30日|周日|2月21日|今晚|七月',
  },
  duration: {
    en: '4 hours|two weeks|3 days|a month|8h|one year|90 days',
    zh: '四小时|两周|三天|一个月|8小时|一年|90天',
  },
  reason: {
    en: 'the quarter closing|I take over reporting|the audit|swap a disk|a customer demo|he only needs to read|the project ended|no budget|we migrate data',
    zh: '季度结账|接手报表|审计要用|换硬盘|给客户演示|只看就够|项目结束|预算不够|迁移数据',
  },
  phone: { en: '0171 555 1234|+49 30 1234567|555-0199|4711', zh: '13800001234|010-8888 6666|6021|分机 8012' },
  lang: { en: 'English|Chinese|German|Spanish|French|Mandarin|Italian', zh: '英文|英语|中文|日语|德语|普通话|法语' },
  procedure: {
    en: 'database failover|certificate rotation|laptop loss|tape handling|server patching|backup restore|the monthly reboot|onboarding a switch|firewall change|image rebuild|evacuating a host|disaster recovery|user offboarding|key rotation',
    zh: '数据库切换|证书更换|丢失电脑|磁带外送|服务器打补丁|备份恢复|每月重启|防火墙变更|镜像重建|主机迁移|灾备切换|机房断电|密钥轮换|网络割接',
  },
  feature: {
    en: 'a signature|the calendar|two monitors|a shared mailbox|dark mode|a printer|vpn|out of office|a folder|notifications|a password|the microphone|the language|bluetooth|a pdf|an old version|a screenshot|a meeting|the default browser|rules|autocorrect|time zone|a task',
    zh: '签名|日历|双屏|共享邮箱|深色模式|打印机|VPN|自动回复|文件夹|通知|密码|麦克风|语言|蓝牙|PDF|旧版本|截图|会议|默认浏览器|规则|时区|权限|任务',
  },
  app: {
    en: 'Outlook|Teams|Zoom|Excel|Slack|Word|Chrome|OneDrive|PowerPoint|Acrobat|SharePoint|gmail|Planner|Edge|the timesheet app|Citrix|the virtual desktop|Notion|Windows|macOS',
    zh: 'Outlook|钉钉|飞书|企业微信|Excel|Word|浏览器|WPS|腾讯会议|网盘|PPT|福昕|石墨文档|Chrome|云桌面|微信|在线文档|Windows|mac|邮箱',
  },
  device: {
    en: 'laptop|phone|headset|printer|monitor|mouse|keyboard|dock|ipad|camera|mac|touchpad|touchscreen|speaker',
    zh: '电脑|手机|耳机|打印机|显示器|鼠标|键盘|扩展坞|平板|摄像头|座机|触摸板|麦克风|音箱',
  },
};

const isPattern = (example: string): boolean => /[({]/.test(example);
/** What was written out weighs more than one of the sentences that a pattern makes. */
const WRITTEN = 1.8;
/** One pattern makes so many examples at most. */
const MOST = 10;

/** The same numbers at every start, so that what is learned is the same. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed >>> 0; ;) yield (n = (Math.imul(n, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Sentences that a pattern stands for. */
export function expand(pattern: string, lang: Lang, most = MOST): string[] {
  const draw = numbers(pattern.length * 7919);
  const one = (choices: readonly string[]): string => choices[Math.floor(draw.next().value * choices.length)]!;
  const fill = (text: string): string => {
    let said = text;
    for (let inner = /\(([^()]*)\)/u; inner.test(said);)
      said = said.replace(inner, (_, all: string) => one(all.split('|')));
    return said.replace(/\{(\w+)\}/g, (_, kind: string) => one((kinds[kind]?.[lang] ?? kind).split('|')));
  };
  const made = new Set<string>();
  const tries = isPattern(pattern) ? 3 * most : 1;
  for (let i = 0; i < tries && made.size < most; i++) made.add(fill(pattern).replace(/\s+/g, ' ').trim());
  return [...made];
}

/** What is compared only by its kind. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/\breq[- ]?\d{1,9}/gu, ' xrequest '],
  [/\bchg[- ]?\d{1,9}/gu, ' xchange '],
  [/\b(?:ticket|case|inc|hd) ?[-#]? ?\d{1,9}|工单 ?\d{1,9}/gu, ' xticket '],
  [/\d{3}[\d -]{4,20}\d/gu, ' xphone '],
  [/[?？]/gu, ' xquestion '],
  [/[!！]/gu, ' xbang '],
];

/** Days and spans give way to what they are. */
function withoutDays(words: string): string {
  const tokens = tokensOf(words);
  let said = '';
  let end = 0;
  for (let at = 0; at < tokens.length;) {
    const span = durationAt(tokens, at);
    const day = span ? undefined : dayAt(tokens, at);
    const took = span?.took ?? day?.took ?? 0;
    if (took > 1) {
      said += `${words.slice(end, tokens[at]!.from)} ${span ? 'xduration' : 'xdate'} `;
      end = tokens[at + took - 1]!.to;
    }
    at += Math.max(1, took);
  }
  return said + words.slice(end);
}

/** Words as they are compared: numbers, days and spans only as what they are. */
export function heard(words: string): { text: string; ideas: string[] } {
  const said = words.normalize('NFKC').toLowerCase().slice(0, 1000).replace(/['’]/g, '');
  let plain = said;
  for (const [what, name] of masks) plain = plain.replace(what, name);
  const text = withoutDays(plain).replace(
    /\p{Extended_Pictographic}/gu,
    (char) => ` xemoji${char.codePointAt(0)!.toString(36)} `,
  );
  return { text, ideas: ideasIn(said) };
}

const joints: Record<Lang, readonly string[]> = {
  en: [' and ', '. Also, ', ' plus ', '; and ', ' - another thing: ', ', by the way '],
  zh: ['，另外', '，还有', '，顺便', '。再', '；', '，对了'],
};
/** Meanings of which two are often said at once. */
const combined: readonly Intent[] = [
  'ticket-status',
  'ticket-new',
  'access-request',
  'lost-device',
  'knowledge',
  'approval-approve',
  'leave',
  'change-when',
  'oncall-who',
  'ticket-close',
  'outage-report',
  'joiner',
  'ticket-cancel',
];

/** All that a language has to learn from. */
export function* samplesOf(lang: Lang): Generator<{ words: string; label: Intent; weight: number }, void> {
  const said = new Map<Intent, string[]>();
  for (const [label, each] of examples) {
    const all: string[] = [];
    for (const one of each[lang])
      for (const words of isPattern(one) ? expand(one, lang) : [one]) {
        all.push(words);
        yield { words, label, weight: isPattern(one) ? 1 : WRITTEN };
      }
    said.set(label, all);
  }
  const draw = numbers(11);
  const one = <T>(from: readonly T[]): T => from[Math.floor(draw.next().value * from.length)]!;
  for (let i = 0; i < 160; i++) {
    const [first, second] = [one(combined), one(combined)];
    if (first === second) continue;
    const words = `${one(said.get(first)!)}${one(joints[lang])}${one(said.get(second)!)}`;
    yield { words, label: 'two-matters', weight: 1 };
  }
}
