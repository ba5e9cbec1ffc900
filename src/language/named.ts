/** People, rights and services that free words name, by the words around them. Pure. */
import { phrasesOf } from './phrases.js';
import { durationIn } from './spans.js';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** A name as English writes it: capital words, or what has a hyphen, a dot or a digit in it, side by side. */
type Name = { text: string; before: string; after: string; isFirst: boolean; isCode: boolean };

const LONGEST_NAME = 3;
/** With a capital letter at the beginning of a sentence alone. */
const common = setOf(
  'i please can could how what when where who whose the my is are we hi hello a an for no yes if in need new it this ' +
    'that ok do does which why sir let ask remind approve reject give grant remove disable offboard onboard hey and but ' +
    'thanks thank dear good sorry also there will would should our your you from to of on at as by tell call contact ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
    'october november december until till since because once any some all have has had am was were not be he she they his her their its',
);

/** The pieces of the text between spaces, their marks taken off. */
function piecesOf(words: string): { text: string; ends: boolean }[] {
  return words
    .split(/\s+/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const bare = piece.replace(/^["'“‘([]{1,3}/, '');
      const marks = /[.,:;!?"'”’)\]]{1,3}$/.exec(bare)?.[0] ?? '';
      const text = bare.slice(0, bare.length - marks.length).replace(/['’]s$/, '');
      return { text, ends: marks !== '' || text.length < bare.length - marks.length };
    });
}

function namesIn(words: string): Name[] {
  const pieces = piecesOf(words);
  const isName = (i: number): boolean => {
    const text = pieces[i]?.text ?? '';
    return /^\p{Lu}/u.test(text) && !common.has(text.toLowerCase());
  };
  const isCode = (i: number): boolean => /^\p{L}[\p{L}\d]*[-_.][\p{L}\d._-]+$/u.test(pieces[i]?.text ?? '');
  const names: Name[] = [];
  for (let i = 0; i < pieces.length;) {
    if (!isName(i) && !isCode(i)) {
      i += 1;
      continue;
    }
    let end = i + 1;
    while (end - i < LONGEST_NAME && isName(end) && !pieces[end - 1]!.ends) end += 1;
    names.push({
      text: pieces
        .slice(i, end)
        .map(({ text }) => text)
        .join(' '),
      before: pieces[i - 1]?.ends ? '' : (pieces[i - 1]?.text.toLowerCase() ?? ''),
      after: pieces[end]?.text.toLowerCase() ?? '',
      isFirst: i === 0,
      isCode: isCode(i),
    });
    i = end;
  }
  return names;
}

const beforePeople = setOf(
  'for from to of with ask contact call tell let remind nudge approve reject remove disable offboard onboard give grant ' +
    'deputy is away and colleague intern nurse trainee mr mrs ms thank kick cut lock block chase ping deny by',
);
const afterPeople = setOf(
  'should needs starts joins leaves resigned quits signs approves decides is leaving must may can does doesn’t ' +
    "doesn't will begins was did has retires moved changed covers stands wants asks gets left takes still",
);

const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应丁邓洪包石崔吉龚程裴陆荣翁荀惠甄曲封芮储靳松井段富巫乌焦巴牧山谷车侯全班仰秋仲伊宁仇甘厉祖武符刘景詹束龙叶司韶黎白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴艾老小阿',
);
const longSurnames = ['欧阳', '司马', '上官', '诸葛'];
/** After 周, a day of the week and no name. */
const weekdays = new Set('一二三四五六日天末');
const beforeChineseNames = new Set('，。：、把将给让由请问催找替是联系提醒转委托工事生叫用掉停封锁');
const afterChineseNames = new Set('的要代替离辞入报到休不从那该签批审禁转需是明，最退接今走在调老先经总工下，。');

/** A Chinese name: a surname where a name may begin, with one character or two behind it. */
function chineseNameIn(words: string): string | undefined {
  const chars = Array.from(words);
  for (let at = 0; at < chars.length; at++) {
    if (at > 0 && !beforeChineseNames.has(chars[at - 1]!)) continue;
    const surname = longSurnames.find((each) => chars.slice(at, at + 2).join('') === each) ?? chars[at]!;
    if (!longSurnames.includes(surname) && !surnames.has(surname)) continue;
    if (surname === '周' && weekdays.has(chars[at + 1] ?? '')) continue;
    if (surname === '马' && chars[at + 1] === '上') continue;
    for (const given of [1, 2]) {
      const end = at + surname.length + given;
      const name = chars.slice(at, end).join('');
      const next = chars[end];
      const ends = next === undefined || afterChineseNames.has(next) || /\d/.test(next);
      if (ends && isHan(name.slice(-1)) && name.length === surname.length + given && next !== undefined) return name;
    }
  }
  return undefined;
}

/** A name in Latin letters among Chinese words: `让Olga代我审批`. */
const latinNameIn = (words: string): string | undefined =>
  /(?:让|由|请|给|把|将|替|找|催) ?([A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)/.exec(words)?.[1];

/** Whom words are about. */
export function nameIn(words: string): string | undefined {
  const inChinese = isHan(words) ? (chineseNameIn(words) ?? latinNameIn(words)) : undefined;
  if (inChinese) return inChinese;
  const names = namesIn(words).filter(({ text, isCode }) => !isCode && /^\p{Lu}[\p{Ll}'’-]/u.test(text));
  return (names.find(({ before }) => beforePeople.has(before)) ?? names.find(({ after }) => afterPeople.has(after)))
    ?.text;
}

const rights = setOf(
  'access right rights permission permissions licence licences license licenses seat account role admin',
);
const linking = setOf('to for on in of');
const articles = setOf('the my our a an this that');
/** What is said of a right ends here. */
const behindRights = setOf(
  'for until till to because since please from by so and through as when in on with back again',
);
const beforeRights = setOf(
  'need me extend renew keep return back use open edit see approves owns into off of out from drop get no in on to for ' +
    'view grant want access have join reach',
);

const LONGEST_RIGHT = 3;

/** `access to the finance share`: what stands behind the right, up to a word that says more of it. */
function behindRight(words: string): string | undefined {
  const pieces = piecesOf(words);
  for (let i = 0; i + 2 < pieces.length; i++) {
    if (!rights.has(pieces[i]!.text.toLowerCase()) || pieces[i]!.ends) continue;
    if (!linking.has(pieces[i + 1]!.text.toLowerCase())) continue;
    const from = articles.has(pieces[i + 2]!.text.toLowerCase()) ? i + 3 : i + 2;
    // `access for 7 days` names how long.
    if (/^(?:\d.*|(?:hour|day|week|month|year)s?)$/i.test(pieces[from]?.text ?? '')) continue;
    let end = from;
    while (end < pieces.length && end - from < LONGEST_RIGHT && !behindRights.has(pieces[end]!.text.toLowerCase())) {
      end += 1;
      if (pieces[end - 1]!.ends) break;
    }
    if (end > from)
      return pieces
        .slice(from, end)
        .map(({ text }) => text)
        .join(' ');
  }
  return undefined;
}

const chineseRights = ['模块权限', '权限', '账号', '许可证', '许可'];
const levels = ['的', '只读', '管理员', '编辑', '访问', '读写', '查看'];
/** Verbs before what somebody asks for, and what no name has in it. */
const beforeChineseRights =
  /申请|开通|开一下|开个|开|退掉|退回|归还|延长|续期|续|需要|没有|给我|给|进|打不开|看不到|我的|我|(?<![a-z])的|把|用|要|，|。|：|、|收回|取消|停掉|谁批|谁管|借|下|个/giu;

function chineseRightIn(words: string): string | undefined {
  const at = chineseRights.map((each) => words.indexOf(each)).find((each) => each > 0);
  if (at === undefined) return undefined;
  let name = words.slice(Math.max(0, at - 14), at);
  for (let level: string | undefined; (level = levels.find((each) => name.endsWith(each)));)
    name = name.slice(0, -level.length);
  const verb = [...name.matchAll(beforeChineseRights)].at(-1);
  const bare = verb ? name.slice(verb.index + verb[0].length) : name;
  // `三天的管理员权限` names for how long; the level is the right.
  if (durationIn(bare))
    return /^的(.{1,12}?(?:权限|账号|许可))/u.exec(words.slice(words.indexOf(bare) + bare.length))?.[1];
  return bare.trim().length > 1 ? bare.trim() : undefined;
}

/** The right that words are about, as it was written; `person` is none. */
export function entitlementIn(words: string, person?: string): string | undefined {
  if (isHan(words)) {
    const right = chineseRightIn(words);
    return right === person ? undefined : right;
  }
  const named = behindRight(words);
  if (named) return named;
  const names = namesIn(words).filter(({ text }) => text !== person && !/^(?:REQ|INC|CHG)-/i.test(text));
  return (
    names.find(({ after }) => rights.has(after) || after === 'request') ??
    names.find(({ before }) => beforeRights.has(before))
  )?.text;
}

const services = phrasesOf([
  [
    'service',
    (
      'vpn$|wifi$|wi-fi$|email$|outlook$|sap$|citrix$|jira$|salesforce$|intranet$|internet$|network$|storage$|database$|dns$|' +
      'crm$|erp$|printing$|phones$|phone$|企业微信|云桌面|收银系统|电话系统|一卡通|邮箱|无线网|内网|网络|数据库|钉钉|飞书|' +
      '语雀|门户|网盘|考勤|用友|金蝶|帆软|存储|机房|防火墙|服务器'
    ).split('|'),
  ],
]);
const beforeServices = setOf('is are of for in with on the reach open use into to and');

/** The system that words are about, as it was written. */
export function serviceIn(words: string): string | undefined {
  const inHan = isHan(words);
  if (!inHan) {
    const named = namesIn(words).find(({ before, isFirst }) => isFirst || before === '' || beforeServices.has(before));
    if (named) return named.text;
  }
  const known = services(words.toLowerCase()).toSorted((one, other) => one.from - other.from || other.to - one.to)[0];
  const latin = inHan ? /[A-Za-z][A-Za-z\d]{1,15}/.exec(words) : null;
  if (latin && !(known && known.from < latin.index)) return latin[0];
  return known && words.slice(known.from, known.to);
}
