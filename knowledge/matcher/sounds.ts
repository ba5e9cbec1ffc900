/**
 * Which Han characters sound alike, whatever their tone: who types by sound and picks the wrong one writes 蜜码 for 密码.
 * The 3,755 common characters of GB 2312 (level 1) stand in it in the order of their sounds; a character of several sounds has one.
 */

/** The first character of each sound. */
const FIRSTS =
  '啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭大' +
  '耽当刀德蹬堤颠碉跌丁丢东兜都端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿' +
  '痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾劲炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮' +
  '撩列琳玲溜龙楼芦峦掠萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女虐哦欧啪拍攀' +
  '乓抛呸喷砰坯篇飘撇拼乒坡剖扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢' +
  '砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星' +
  '兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊' +
  '昨';

let sounds: Map<string, number> | undefined;

function readSounds(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const firsts = new Set(FIRSTS);
  const known = new Map<string, number>();
  let sound = 0;
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (firsts.has(char)) sound++;
      known.set(char, sound);
    }
  return known;
}

/** How the characters sound: the same for all that sound alike; undefined when one of them is none of the common. */
export function soundOf(chars: readonly string[]): string | undefined {
  sounds ??= readSounds();
  const heard = chars.map((char) => sounds!.get(char));
  return heard.includes(undefined) ? undefined : heard.join(' ');
}
