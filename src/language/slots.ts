/** What free words name besides what they mean: records, days, spans, people, rights, services, reasons. Pure. */
import { datesIn, durationIn } from './dates.js';
import type { Intent } from './intents.js';

export type Slots = Partial<
  Record<
    | 'ticket'
    | 'request'
    | 'change'
    | 'person'
    | 'duration'
    | 'entitlement'
    | 'service'
    | 'priority'
    | 'reason'
    | 'language'
    | 'phone',
    string
  >
> & {
  dates?: string[];
};

const tongues: Record<string, RegExp> = {
  zh: /chinese|mandarin|中文|普通话|汉语/i,
  en: /english|英文|英语/i,
  de: /german|deutsch|德语|德文/i,
  es: /spanish|español|西班牙/i,
  fr: /french|français|法语|法文/i,
  it: /italian|italiano|意大利/i,
  ja: /japanese|日本語|日语|日文/i,
  pt: /portugu|葡萄牙/i,
  pl: /polish|波兰/i,
  tr: /turkish|土耳其/i,
};

const reasonAfter =
  /\b(?:because(?: of)?|since|due to|as)\s+(?!soon|well|of)(.{3,120}?)[.!。]?$|因为(.{2,60}?)[。！]?$|为了(.{2,60}?)[。！]?$/iu;
const purpose =
  /\bto ((?:fix|debug|swap|check|test|build|prepare|review|install|import|export|read|update|finish|run|make|do|look|see) .{3,80}?)[.!]?$|，([^，。]{3,30}(?:用|要用|接手|结账|审计|滤网|盘点))[。]?$/iu;

/** Names as they are written with capital letters, without the first word of a sentence that is none. */
const capital = String.raw`\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{Ll}'’-]+){0,2}`;
const people: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:for|from|to|of|with|ask|contact|call|tell|let|remind|nudge|approve|reject|remove|disable|offboard|onboard|Onboard|Remove|Disable|Let|Ask|Approve|Reject|give|grant|away from|deputy|is) (${capital})(?=[\s,.:'’?!]|$)`,
    'u',
  ),
  new RegExp(
    String.raw`(?:^|[,.:;] )(${capital})(?='s|’s| (?:should|needs|starts|joins|leaves|resigned|quits|signs|approves|decides|is leaving|must|may|can|does|doesn|will|begins|was|did|has|retires|moved|changed|covers|stands))`,
    'u',
  ),
];
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓洪包石崔吉龚程裴陆荣翁荀惠甄曲封芮储靳松井段富巫乌焦巴牧山谷车侯全班仰秋仲伊宁仇甘厉祖武符刘景詹束龙叶司韶黎白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴艾';
const zhPerson = new RegExp(
  `(?:^|[，。：:把将给让由请问催找替是联系提醒转委托])(?:新员工|新同事|同事|实习生)?((?:欧阳|司马|上官|诸葛)[\\p{Script=Han}]|(?:老|小|阿)[\\p{Script=Han}]|[${surnames}][\\p{Script=Han}]{1,2}?)(?=的|要|代|替|离职|辞|入职|报到|休|不|从|那|该|签|批|审|禁|转|需|是|明|\\d|，|最后|退休|接|今)`,
  'u',
);

const entitlements: readonly RegExp[] = [
  /(?:access|rights?|permissions?|licen[cs]es?|seat|account|role|admin) (?:to|for|on|in|of) (?:the |my |our )?([\p{L}\p{N}][\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+){0,2}?)(?= (?:for|until|till|to|because|since|please|from|by|so|and|through)\b|[,.!?]|$)/iu,
  /(?:need|grant me|give me|extend|renew|keep|return|give back|handing back|open|use|edit|see|approves|owns|into|off|out of|from|drop|get|no) (?:the |my |our )?((?:\p{Lu}[\p{L}\p{N}.-]*|[a-z]+-[a-z\d-]+)(?: \p{Lu}[\p{L}\p{N}.-]*){0,2})/u,
  /(?:my|the) ((?:\p{Lu}[\p{L}\p{N}.-]*|[a-z]+-[a-z\d-]+)(?: \p{Lu}[\p{L}\p{N}.-]*)?) (?:access|licen[cs]e|rights?|account|permission|request|seat|role)/u,
];
const zhEntitlement =
  /(?:申请|开通|开|用|退掉|退回|归还|延长|续|的|从|需要|没有|给我|进|打不开|看不到|^)?([\p{Script=Han}\p{L}\p{N}.-]{2,12}?)(?:的)?(?:只读|管理员|编辑|访问)?(?:权限|账号|许可证|许可|模块权限)/u;
const services: readonly RegExp[] = [
  /(?:^|\b(?:is|is the|are|of|for|in|with|on|the|reach|open|use|into)\s)((?:\p{Lu}[\p{L}\p{N}]*)(?: \p{Lu}[\p{L}\p{N}]*){0,1})(?= |\?|$|,|\.|:)/u,
  /\b(vpn|wifi|email|outlook|sap|citrix|jira|salesforce|intranet|internet|network|storage|database|dns|crm|erp|printing|phones?)\b/iu,
];
const zhService =
  /(邮箱|网络|无线网|内网|电话系统|数据库|[A-Za-z][A-Za-z\d]{1,15}|企业微信|钉钉|飞书|语雀|云桌面|门户|网盘|一卡通|收银系统|考勤|用友|金蝶|帆软|存储|机房|防火墙|服务器)/u;

const usesEntitlement = /^access-|^approval-approve|^approval-reject/;
const usesService = /^outage|^urgent|^oncall|^change-|^sop-|^ticket-new|^report/;
const usesPerson = /^approval-|^joiner|^leaver|^access-re(?:voke|quest)|^ticket-contact|^praise|^leave$/;
const usesDates =
  /^access-(?:request|extend|return)|^approval-delegate|^leave|^joiner|^oncall|^change|^callback|^report/;
const common =
  /^(?:I|Please|Can|Could|How|What|When|Where|Who|The|My|Is|Are|We|Hi|Hello|A|An|For|No|Yes|If|In|Need|New|It|This|That|OK|Do|Does|Which|Why|Sir)$/;

/** @param today the day in the speaker's zone, `2026-02-11`. */
export function slotsIn(words: string, intent: Intent, today: string): Slots {
  const slots: Slots = {};
  const put = (name: Exclude<keyof Slots, 'dates'>, value: string | undefined) => {
    const plain = value?.trim().replace(/^(?:the|my|our|a|an) /i, '');
    if (plain && !common.test(plain)) slots[name] = plain;
  };
  const numbered = (prefix: string) => new RegExp(String.raw`\b(?:${prefix})-?\d+`, 'i').exec(words)?.[0].toUpperCase();
  put('request', numbered('REQ'));
  put('change', numbered('CHG'));
  put('ticket', numbered('INC|HD|TKT|SR') ?? /(?:ticket|case|工单|单号)\s*#?\s*(\d+)/i.exec(words)?.[1]);
  if (usesDates.test(intent)) {
    const dates = datesIn(words, today);
    if (dates.length > 0) slots.dates = dates;
  }
  if (/^access-(?:request|extend)|^leave/.test(intent) && !(intent === 'access-extend' && slots.dates))
    put('duration', durationIn(words));
  if (/^ticket-(?:escalate|new)|^urgent/.test(intent))
    put(
      'priority',
      /\bP[1-4]\b/i.exec(words)?.[0].toUpperCase() ??
        (/urgent|asap|加急|紧急/i.test(words)
          ? 'urgent'
          : /no (?:hurry|rush)|whenever|不急|不着急/i.test(words)
            ? 'low'
            : undefined),
    );
  if (/^ticket-contact|^callback/.test(intent)) {
    const [phone] = /\+?\d[\d ()/-]{2,}\d/.exec(words.replace(/\b(?:INC|HD|REQ|CHG)-?\d+/gi, ' ')) ?? [];
    put('phone', phone?.replace(/[^\d+]/g, ''));
  }
  if (intent === 'language') put('language', Object.entries(tongues).find(([, name]) => name.test(words))?.[0]);
  const firstOf = (patterns: readonly RegExp[]) =>
    patterns.map((each) => each.exec(words)?.[1]).find((found) => found !== undefined && !common.test(found));
  const isHan = /\p{Script=Han}/u.test(words);
  if (usesPerson.test(intent)) put('person', (isHan ? zhPerson.exec(words)?.[1] : undefined) ?? firstOf(people));
  if (usesEntitlement.test(intent)) put('entitlement', isHan ? zhEntitlement.exec(words)?.[1] : firstOf(entitlements));
  if (usesService.test(intent)) put('service', isHan ? zhService.exec(words)?.[1] : firstOf(services));
  if (/^access-|^approval-reject|^ticket-escalate/.test(intent))
    put('reason', (reasonAfter.exec(words) ?? purpose.exec(words))?.slice(1).find(Boolean));
  return slots;
}
