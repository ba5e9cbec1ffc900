/** How people speak of absences and duty in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  leave: {
    en: [
      'away on 12 March',
      "I'm ill today",
      'out of office Monday to Wednesday',
      'holiday from 1 to 14 July',
      'working half day tomorrow',
      'when is Lena back',
      "can't come in tomorrow, kid's ill",
      'off from the 3rd to the 7th, Sven covers',
      "wedding on Friday so I'm not there",
      "I'm back on the 20th, note that",
      'half a day off on Tuesday',
      'note: 2 weeks in Greece from 1 June',
      'sick note until Thursday',
      'is Tom off today',
      "who's missing next week",
      'put me down as absent',
      'how do I report maternity leave to you',
      'which absences do you have for me',
      '(I am|I will be|I shall be) (on leave|on vacation|on holiday|away|out|off|absent|on parental leave|out of office|sick)( today| tomorrow| next week| from {date} to {date}| until {date}| for {duration}|)(, please register it|, please note|, {person} stands in|)',
      '(record|register|enter|book|log|put in) (my |)(leave|vacation|holiday|absence|sick leave|days off) (from {date} to {date}|for {date}|next week|until {date}|for {duration}|)',
      '(I am|calling in) sick( today| until {date}|)',
      '(out|off|away|absent) (tomorrow|{date}|next week|from {date} to {date})(, dentist|, moving house|, kid is ill|)',
      '(when|on which days) (am I|is {person}) (on leave|away|off|out|back)',
      'is {person} (on leave|in today|away|back) (this week|tomorrow|next week|)',
      'who is (away|off|on leave) (next week|today|in my team)',
      'my leave (days|dates|)',
      'I take (Friday|{date}|next week) off',
      'vacation {date} to {date}, deputy is {person}',
      '(cancel|delete|remove|end) my (leave|vacation|holiday|absence|days off|time off)( next week| from {date}| early|)',
      "I'm back (from|after) (my |)(vacation|holiday|leave|sick leave|parental leave)( early|)",
      '(I am|I have) (back at work|returned from leave|returned from vacation)( early|)',
      ...said(`
        I'm on vacation next week / record my holiday from 2 March to 6 March / I'm sick today /
        out of office until monday / I take friday off / set my absence / Anna is on leave until when /
        is Tom away this week / who is absent tomorrow / parental leave from july / I'll be gone for two weeks /
        dentist tomorrow morning / enter leave for me 5 March / my stand-in is Kevin while I'm away /
        cancel my vacation next week / is Julia back yet / I work half a day on thursday /
        training on tuesday, not reachable / I am unavailable from wednesday / back on the 14th /
        note that I'm away on monday / when is Bob back from holiday / off sick until wednesday /
        moving house on friday, I'm out / register a sabbatical / who covers for Priya while she's gone /
        add an absence
      `),
    ],
    zh: [
      '3月12日不在',
      '今天病了',
      '周一到周三不在',
      '7月1日到14日休假',
      '明天只上半天',
      '莉娜啥时候回',
      '明天来不了，孩子病了',
      '3号到7号不在，斯文顶',
      '周五结婚不上班',
      '20号回来，记一下',
      '周二请半天',
      '6月1号起去希腊两周，登记',
      '病假到周四',
      '小汤今天休吗',
      '下周谁缺勤',
      '给我登记缺勤',
      '产假怎么跟你报',
      '你那有我哪些假',
      '调休一天，周三',
      '下周拔牙，周二不在',
      '年假5天，4月6号开始',
      '(我|)(明天|下周|{date}|从{date}到{date}|下周三起)(休假|请假|不在|休年假|外出|请病假|调休)(，登记一下|，报备一下|，{person}代班|{duration}|)',
      '(登记|报备|录一下|请)(休假|请假|年假|病假|假|产假)(：|，|)({date}到{date}|{date}|{duration}|下周)',
      '我(生病了|身体不舒服|家里有事)，(今天|明天)(请假|不来了|休息)',
      '({person})(这周|明天|今天|)(在不在|休假吗|请假了吗|哪天回来|什么时候回)',
      '(谁|哪些人)(下周|今天|明天)(休假|请假|不在)',
      '我的休假记录',
      '(我|)(休假|年假|病假|产假|请假)(回来了|结束了|休完了|提前结束)',
      '我(销假|已经回来上班了|提前回来上班了|回岗了)',
      '(取消|撤销|结束|删掉)(我的|)(休假|年假|请假|假期|病假)',
      '我{date}连休，报备',
      '看看我登记的假期',
      ...said(`
        我下周休假 / 登记年假3月2日到6日 / 今天病了请假 / 周一前不在 / 周五调休 / 设置我的外出 / 李娜休到什么时候 /
        小刘这周在吗 / 明天谁不在 / 七月休产假 / 我要离开两周 / 明早看牙 / 帮我录3月5日请假 / 我不在时张伟顶我 /
        下周假取消 / 王芳回来没 / 周四上半天 / 周二培训，联系不上 / 周三起不在岗 / 14号回来 / 记一下我周一不在 /
        老吴什么时候休完 / 病假到周三 / 周五搬家，请一天 / 报备外出 / 赵敏休假谁顶 / 加一个缺勤 / 婚假十天从4月1日 /
        陪产假登记 / 我明天年假 / 看下周杰在不在休假 / 事假半天 / 我要离开两周，休假 / 我下周不在公司 / 陪护假三天 /
        出差到周五，不在工位
      `),
    ],
  },
  'oncall-who': {
    en: [
      '(phone number|number|extension) of (the|our) (duty|on-call|night) (engineer|technician|colleague)( please|)',
      "who's on duty",
      'on-call for the network tonight?',
      'whose shift is it',
      'emergency contact for the weekend',
      'who minds the servers tonight',
      'whom do I ring at 3 am',
      'is it my turn next week',
      'storage on-call please',
      'who took over from Dave on standby',
      'the duty number?',
      'is anybody watching the network on Sunday',
      'who carries the pager',
      'which engineer is responsible tonight',
      'who (is|has|does) (on call|on duty|oncall|duty|the duty|on shift|on standby)( tonight| today| this weekend| for {service}| {date}| right now| in network|)',
      'who (can I|do I|should I|must we) (call|phone|reach|wake|page) (at night|after hours|on the weekend|tonight|on Sunday)( for {service}| if {service} fails|)',
      '(on-call|on call|duty|standby) (engineer|person|phone|number|contact|colleague)( for {service}| tonight| this weekend|)',
      '(am I|is {person}) (on call|on duty|on the rota|on shift) (next week|tonight|on Saturday|{date}|this weekend)',
      '(show|whats|give me) the (rota|on-call schedule|duty roster|on-call plan)( for next week|)',
      '{service} (on-call|on duty|duty engineer|standby)',
      'who covers {service} (tonight|this weekend|over the holidays)',
      'who looks after {service} on the (weekend|night shift)',
      ...said(`
        who is on call / who's on duty tonight / whom do I call at night / who has the pager /
        on-call for the database this weekend? / who covers network on sunday / who do I wake up for SAP /
        standby person please / is somebody on call over the weekend / who has duty tomorrow /
        am I on duty this week / who takes over after Anna / next on the rota / show the on-call schedule /
        who can I reach now / after hours contact / who is the duty manager / who's first responder today /
        phone number of the on-call engineer / who has the night shift / who is covering for the storage team /
        when is my next duty / who answers if it breaks at 3 am / on call list / bereitschaft heute /
        duty officer this evening / who's standing by for the go live / is it my turn next week on the rota /
        am I on the roster for sunday / whose week is it
      `),
    ],
    zh: [
      '谁值班',
      '今晚网络谁值',
      '现在谁的班',
      '周末紧急联系人',
      '今晚谁看着服务器',
      '凌晨三点打给谁',
      '下周轮到我吗',
      '存储值班是哪个',
      '谁接了大卫的班',
      '值班号码多少',
      '周日有人盯网络吗',
      '呼机在谁手里',
      '今晚哪个工程师负责',
      '周末应急找哪位',
      '夜班是谁',
      '数据库当班',
      '(今天|今晚|周末|现在|这周|{date}|)(谁|哪位)(值班|当班|on call|在岗|值夜班)',
      '({service})(的|)(值班|值班人|当班)(是谁|电话|工程师是哪位|找谁)',
      '(半夜|夜里|周末|下班后|节假日)({service}|系统|)(出问题|挂了|坏了|有事)(找谁|打给谁|叫谁|联系谁)',
      '(我|{person})(下周|今晚|周日|这周|{date})(值班吗|轮到值班吗|当班吗)',
      '(值班表|排班表|值班安排)(发一下|看看|)',
      '值班电话(多少|)',
      '谁在负责({service})值守',
      ...said(`
        今晚谁当班 / 半夜找谁 / 周末数据库谁值 / 周日网络谁盯着 / 夜里 SAP 出事叫谁 / 值班电话多少 /
        周末有人值班吗 / 明天谁的班 / 我这周值班吗 / 下一个轮到谁 / 值班表看一下 / 现在能找到谁 / 下班后联系谁 /
        值班经理是谁 / 今天谁是第一响应人 / 值班工程师怎么联系 / 存储组今天谁顶班 / 我下次值班什么时候 /
        凌晨三点出故障谁接 / 当值的是哪位 / 排班查一下 / 谁在待命 / 春节期间谁看着 / 上线那晚谁保障 / 谁接张伟的班 /
        这会儿谁在岗 / 备班是谁 / 周六谁守 / 周日排我的班了吗 / 这周轮我值班吗 / 周末是我的班吗 / 排班里有我吗 /
        换班后谁值
      `),
    ],
  },
} satisfies Examples;
