/** How people speak to the desk itself, and of the service, in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  human: {
    en: [
      'connect me',
      'person please',
      'is there anyone I can speak with',
      'I need human help',
      'agent now',
      'let me talk to IT directly',
      'a real technician please',
      "I'd rather deal with a colleague than with this thing",
      'may an employee take over from here',
      "where's the human in all of this",
      'put a technician on the line',
      'let a person answer that',
      'can I have one of your colleagues in the chat',
      'no more automatic answers',
      'is somebody from the help desk available to chat',
      'get me a supervisor',
      'take me to a person please',
      '(I want|I need|let me|can I|please let me|I would like) (to |)(talk|speak|chat) (to|with) (a human|a person|a real person|somebody|an agent|a colleague|someone from IT|an actual human|support)',
      '(get|give|connect|transfer|put|send) me (through to |to |with |) (a human|a person|a real person|someone real|an agent|the service desk|a technician|somebody who can help)',
      '(no bot|not a bot|no robot|enough with the bot|stop the bot), (a human|a real person|a person) please',
      '(is there|are there) (a|any) (human|person|real people|live agents|actual person) (here|I can talk to|on the other side|around)',
      '(live|human) (agent|chat|support|operator) (please|)',
      'hand me over to (a person|a colleague|support)',
      'human please',
      'real person',
      'operator',
      'I do not want to talk to a machine',
      ...said(`
        I want to talk to somebody / a person please / get me a human / can a colleague call or chat with me /
        I need someone to explain this to me / is there a real agent / no bots, please /
        connect me to support staff / let me speak with IT / may I talk to a technician /
        somebody from the team please / this isn't working, give me a human / hand me over to an agent /
        live agent please / I'd rather write with a person / can I chat with one of your people /
        put me through to the service desk / who can I talk to / I'd like to discuss this with someone in person /
        are there any people behind this / transfer me / your answers don't help, I want a person /
        I don't understand, can a human take over / is anyone from IT available for a chat /
        a colleague should look at this with me / please forward me to a member of staff /
        escalate me to a human being / speak to an engineer / I need real help from a real person /
        stop the automatic replies, a human now / could someone sit down with me / human / agent please
      `),
    ],
    zh: [
      '(帮我|请|)(接|转)(一下|)(人工|客服|在线客服|坐席)',
      '帮我接人工',
      '找个人',
      '有谁能跟我说说',
      '需要人来帮',
      '现在就要客服',
      '直接跟 IT 说',
      '要真人工程师',
      '我要找个会说话的人',
      '让同事来接手吧',
      '别老自动答，来个人',
      '把技术员叫来跟我聊',
      '这个让人来回答',
      '能叫一个你们的同事进来吗',
      '有没有客服能聊',
      '叫你们主管来',
      '给我接人',
      '人呢，叫个人',
      '想跟工程师当面讲',
      '转接坐席',
      '(转|找|要|接|叫)(人工|真人|客服|人工客服|工程师|人)(，谢谢|吧|服务|)',
      '(我想|我要|能不能|可以|让我)(和|跟|找)(真人|人工|人|工程师|同事)(说话|聊|沟通|谈)(吗|)',
      '(别|不要)(机器人|自动回复|机器回答)(了|)，(转人工|找个人来|换真人)',
      '(有没有|有)(活人|真人|人工)(在|吗)',
      '不想跟机器说话',
      '换个真人来',
      '人工服务',
      ...said(`
        转人工 / 我要找人 / 真人在吗 / 找个客服 / 不想跟机器人说了 / 让人来跟我说 / 接人工服务 / 有没有活人 /
        我想和工程师聊 / 叫个人来 / 请安排专人 / 能不能找个懂的人 / 人工人工 / 给我接客服 / 别自动回复了，找人 /
        说不清楚，换个人 / 我要和IT的人说话 / 帮我转技术支持 / 有同事能当面聊聊吗 / 听不懂，换真人 /
        我要跟负责的人谈 / 有人值守吗，要人工 / 麻烦转接一下 / 请真人回复 / 能不能派个人跟我沟通 /
        你解决不了，换人吧 / 找你们主管聊 / 不要智能的，要人工的 / 想直接问技术员 / 客服小姐姐在吗 /
        可以视频找个人指导吗 / 请让同事接手 / 我就想找个人问问 / 叫师傅跟我聊 / 转接人工坐席 / 我就想找个人问 /
        有没有真人能聊 / 换个人跟我说 / 不要机器，叫人 / 找个人来 / 有没有懂的来跟我说 / 我要直接跟技术说 /
        帮我接个工程师 / 机器说不明白 / 叫你们的人回我 / 有没有客服在线 / 人呢，来个人 / 麻烦叫负责人来说 /
        不要模板回复，要人
      `),
    ],
  },
  callback: {
    en: [
      'call me when free',
      'please phone me on my desk line',
      "I'd like to be called",
      'can I get a call at 5',
      'ring 030 123456 please',
      'a quick call would help',
      'best reached on 0160 998877, give me a bell',
      "after four o'clock I'm free, could someone phone",
      'phone is easier for me, 0221 4455 667',
      'a call would be nice, my extension is 318',
      'please get back to me by phone',
      'contact me by telephone tomorrow at ten',
      'have someone dial 07700 900123',
      '(call|phone|ring|please call) me (back|) (at|on|under) {phone}( today| tomorrow| after 2 pm| when you can|)',
      '(can|could|would) (somebody|someone|you|anyone) (call|phone|ring) me (back|) (please|this afternoon|tomorrow morning|on my mobile|at 3|)',
      '(I want|I would like|I need|requesting|please arrange) a (callback|call back|phone call)( from support| today|)',
      'ring me (back|) when (you have time|it is convenient|you know more)',
      'my number is {phone}, (please call|call me|ring me)',
      'easier by phone, call me (on {phone}|after lunch|)',
      ...said(`
        please call me / give me a ring on 0171 555 1234 / call me back this afternoon /
        can somebody phone me about this / ring me at 3 pm / I prefer a phone call, my extension is 4711 /
        call 555-0199 when you have time / phone me tomorrow between 9 and 10 / could IT call me on my mobile /
        request a callback / telephone me please / you can reach me by phone at +49 30 1234567 /
        I can't type, ring me / please get in touch by phone / have a technician call me /
        when you're free, dial 8012 / let's talk on the phone, call me after lunch /
        someone should phone back on friday morning / call back requested / drop me a call /
        give us a buzz on the shop phone / I missed your call, please try again / phone call please, driving /
        can I get a call from support / ring me please, typing is hard / could you phone instead of writing /
        I'd rather be called, mobile is 0160 998877 / call me any time before four
      `),
    ],
    zh: [
      '有空打我',
      '打我座机',
      '想让你们打过来',
      '五点来电可以吗',
      '请拨 02012345678',
      '打个电话说更快',
      '打 13700001111 找我',
      '四点后我有空，来个电话',
      '我不方便打字，电话说',
      '座机 318，方便时拨一下',
      '明早十点电话联系我',
      '让人给我拨 010-66668888',
      '麻烦回拨',
      '忙完给我来个电话吧，号码 15912345678',
      '(请|麻烦|能不能|可以)(给我|)(打电话|回电话|回电|打个电话|来电)(给我|)(，电话{phone}|吗|，谢谢|下午|)',
      '(打|拨)我(手机|电话|分机)({phone}|)',
      '我的电话是{phone}，(请回电|打给我|有空打我)',
      '(有空|下午|明天)(给我|)回个电话',
      '电话里说吧，{phone}',
      '需要电话回访',
      ...said(`
        给我打个电话 / 回我电话 13800001234 / 下午给我来电 / 请致电 6021 / 让人打我手机 / 明天九点到十点打给我 /
        我想电话沟通，分机 4711 / 有空打我座机 / 打字不方便，电话说 / 安排个回访电话 / 请技术员回电 / 电话联系我吧 /
        三点给我打过来 / 麻烦来个电话 / 刚才没接到，再打一次 / 回拨一下 010-8888 6666 / 打这个号找我 8012 /
        能不能通个电话 / 我在开车，打电话说 / 周五上午回个电 / 方便的话给我拨个电话 /
        电话里讲吧，号码是 13900002222 / 需要电话支持 / 请回拨 / 打我手机聊 / 明早十点给我来电 / 电话联系我就行 /
        打给我吧，打字慢 / 拨我手机，说不清楚 / 方便时回我个电话 / 让师傅打我电话说一下怎么弄 /
        给我回话，手机 13611112222
      `),
    ],
  },
  complaint: {
    en: [
      'this is taking ages',
      'poor service',
      'nobody shows up ever',
      'I am not happy with the repair',
      'the instructions are rubbish and outdated',
      'you closed my ticket without asking',
      'why do I need to wait so long',
      'you never solve anything',
      'awful experience with your technician',
      'your reply makes no sense',
      'two weeks for a mouse, are you serious',
      'your man left cables all over my floor',
      "I've been passed from one to the next four times",
      "honestly the worst IT I've had",
      "that's not what I asked for",
      "you're sending me in circles",
      'promised for Tuesday, today is Friday, nobody showed',
      'the answer is for mac, I use windows',
      'who do I write to about bad treatment',
      'he hung up on me',
      'your hotline plays music for half an hour',
      'I get the same copy-paste reply every time',
      "still the same garbage after three visits, I'm cross",
      '(this is|your service is|you are|IT is) (ridiculous|terrible|useless|unacceptable|a joke|a disgrace|way too slow|the worst|awful)( support| service|)',
      '(I have been|I am|we have been) waiting (for|) (three days|two weeks|days|forever|since last week) and (nothing|nobody|no one) (happens|happened|answers|cares|has called|came)',
      '(your|that|the last) (answer|reply|article) (is|was) (wrong|useless|no help|nonsense|not what I asked|outdated)',
      '(I want|I would like|where can I|how do I) to (complain|file a complaint|make a complaint|lodge a complaint) (about|regarding) (the service|the service desk|a technician|this|you)',
      '(the technician|your colleague|the guy who came|the person on the phone) (was|is) (rude|unfriendly|late|not helpful|incompetent|arrogant)',
      '(nobody|no one) (ever |)(answers|replies|helps|calls back|takes care|responds) (here|my tickets|my mails|at your hotline|)',
      '(third|fourth|fifth) time (I ask|I report this|this week), (still nothing|very disappointing|not impressed)',
      'I am (very |really |)(disappointed|unhappy|not satisfied|fed up|annoyed) (with|about) (the service|IT|how this was handled|your support)',
      'that (did not|does not|didnt) help (at all|me one bit|), (bad answer|try again|poor)',
      'you (never|dont) understand what I (say|ask|want)',
      'it takes (seven approvals|five forms|three weeks) to get a (mouse|cable|keyboard), (absurd|seriously|come on)',
      'my laptop came back from repair (scratched|worse than before|dirty), (no apology|thanks for nothing|not ok)',
      'I have to explain (everything|my problem) (again and again|to every new person|from the start each time)',
      ...said(`
        this is taking way too long / nobody answers / your service is terrible / I've been waiting for two weeks /
        that didn't help at all / wrong answer / that's not what I asked / I'm really unhappy with IT /
        worst help desk ever / third time I report this and nothing happens / you keep sending me the same article /
        I'm disappointed / I want to complain / why does everything take forever here /
        nobody cares about my ticket / the technician was rude / I was promised a call yesterday and nobody rang /
        useless answer / you closed it without asking, that's not ok / I have had enough /
        every time the same excuse / unacceptable, a week without a laptop / not satisfied /
        the engineer did not show up / that article has nothing to do with my question / sent from pillar to post /
        it's always the same with you / I'm losing patience / how hard can it be to fix a printer /
        I expected better / still nothing after five days, seriously? / this bot never understands me /
        they hung up on me / the repair made it worse / I feel ignored / no reply for a month / this is a joke /
        frustrating / you guys never deliver on time / what a mess with these tickets /
        your colleague promised and forgot / that was a waste of my morning / I keep explaining the same thing /
        three emails and not one answer / you told me yesterday it would be done / the fix broke something else /
        honestly, your help is no help / the answer is outdated and wrong / who is responsible for this mess /
        I spent an hour on hold / the person on the phone laughed at me / it took you ten days for a mouse /
        not good enough / we pay for this? / still the old broken monitor on my desk after all this time /
        nobody told me anything / you marked it done and it's not / how many times do I have to ask /
        your bot sends me round in circles / this is not the first time / I was left hanging all afternoon /
        very slow response / the engineer came and left without a word / the article you sent is rubbish /
        bad experience with your team / nothing you suggested works / no one showed up for the appointment /
        so slow / I find this really unprofessional / your opening hours are useless for shift workers /
        everybody here complains about you / please pass a complaint on to the head of IT /
        do you even read what I write
      `),
    ],
    zh: [
      '拖太久了',
      '服务真烂',
      '从来没人来',
      '修得不满意',
      '说明过时又烂',
      '没问我就关单',
      '为什么要等那么久',
      '你们啥都解决不了',
      '技术员体验极差',
      '回复莫名其妙',
      '这效率没谁了',
      '领个鼠标两星期，认真的吗',
      '你们师傅把线扔一地',
      '把我转来转去转了四回',
      '待过的公司里 IT 最差',
      '我问的不是这个',
      '绕来绕去没个准话',
      '说好周二，今天周五了没见人',
      '给的是苹果的办法，我用 windows',
      '被怠慢了找谁说',
      '他直接挂我电话',
      '热线放半小时音乐',
      '每次都复制粘贴一样的话',
      '来了三趟还是老样子，火大',
      '一个充电器等五天，说不过去',
      '你们就会让我重启',
      '要给差评',
      '(你们|IT|服务台|客服)(效率|服务|态度|水平)(太差了|太低了|真差|太慢|不行|让人失望)',
      '(等了|都等|我等了)(三天|一周|半个月|好久|两个小时)(了|)(没人理|没人管|一点动静都没有|还没人来|没人回)',
      '(我要|我想|怎么|去哪)投诉(你们|服务|服务台|技术员|维修人员|)',
      '(答非所问|回答错了|你这回答没用|说的什么呀|驴唇不对马嘴|完全没帮助)',
      '(技术员|工程师|来修的人|接电话的)(态度很差|迟到了|不专业|很没礼貌|爱理不理)',
      '(每次|总是|又)(都|)(推来推去|踢皮球|要我重复说|没人接电话|不了了之)',
      '(申请|领|换)个(键盘|鼠标|线)(要|得)(审批五次|跑三趟|等半个月)，(太离谱|无语|服了)',
      '(这是|已经)第(三|四|五)次(报|问|说)了(还没解决|，没人管|)',
      '我对处理结果(很|非常)不满意',
      '电脑修回来(更差了|划花了|还多了划痕)',
      ...said(`
        太慢了 / 都几天了没人管 / 服务真差 / 答非所问 / 没用的回答 / 我要投诉 / 等了两周还没好 / 报了三次都没人理 /
        说好昨天打电话也没打 / 师傅态度很差 / 每次都这样 / 非常不满意 / 你们效率也太低了吧 / 一个鼠标等一个月 /
        没解决就关单，什么意思 / 老是给我发同一篇文章 / 这跟我问的没关系 / 踢皮球踢了三天 / 修完更坏了 /
        没见过这么拖的 / 我很失望 / 一直敷衍我 / 电话打了五次没人接 / 说派人来结果没人来 / 你们到底管不管 /
        真让人无语 / 这服务我给差评 / 不是我要的答案 / 说了半天没一个有用的 / 催了好几回都没动静 /
        你们这是在耍我吗 / 拖拖拉拉的 / 什么破服务 / 忍不了了，一周没电脑用 / 客服挂我电话 / 答复完全不对 /
        一拖再拖 / 每次都让我重启，烦不烦 / 能不能专业点 / 对你们的处理很不满 / 白等一下午 /
        有没有人负责啊，太离谱 / 问题提了石沉大海 / 搞了半天还没弄好 / 师傅态度不好 / 催了好几次都没人动 /
        没解决就给我关单，太不负责 / 承诺的时间又过了 / 你们解释一下为啥拖这么久 / 浪费我一上午 /
        同样的话说了好几遍 / 发了三封邮件没一个回 / 昨天说好今天弄完的 / 修了这个坏了那个 / 帮了倒忙 /
        给的文章早过时了 / 这烂摊子谁负责 / 排队等了一小时 / 接电话的人还笑我 / 不够好 / 这么久了桌上还是坏的那台 /
        没人通知我 / 明明没好就标完成 / 要我问几遍 / 机器人绕圈子 / 又不是第一次了 / 晾了我一下午 / 回复太慢 /
        人来了又走了一句话没说 / 体验很差 / 你们建议的没一个管用 / 约好了没人来 / 太不专业 / 大家都在抱怨你们 /
        请把意见转给IT负责人 / 你们到底看没看我写的
      `),
    ],
  },
  praise: {
    en: [
      'kudos',
      'you guys are the best',
      'super friendly technician',
      'fast and competent, thanks to Marta',
      'what a great help desk',
      'please thank the team for me',
      'well explained, well done',
      'Yusuf sorted me out in five minutes, legend',
      'hat tip to the lady at the counter',
      "please let Carla's manager know she rocks",
      'quickest fix ever, wow',
      'nice one, that was really well explained',
      'your team deserves a cake',
      'he stayed late just for us, please note it',
      'the new portal is a joy',
      "I'm really impressed by how you handled it",
      'gold star for the night shift',
      '({person}|the technician|your colleague|whoever fixed my {thing}) (was|is|did a) (great|fantastic|super helpful|really kind|an excellent job|awesome|a star|so patient)',
      '(great|excellent|fantastic|amazing|brilliant|super) (service|support|work|job|help)( today| from the team| as always|)(!|!!|)',
      '(please |)(tell|pass on to|let) ({person}|the team|the boss of {person}|{person} know) (that |my thanks|)(he|she|they|it) (did great|was excellent|saved my day|deserve praise|)',
      'big (thanks|kudos|shout-out|compliment) to ({person}|the team|the night shift|the colleague on the phone)( for the fast help|)',
      '(compliments|five stars|ten out of ten|hats off|bravo)( to the team| for {person}| for this bot|)',
      '(that|this) (answer|bot|tool) (was|is) (perfect|brilliant|spot on|really good|impressive)',
      'I want to (praise|commend|thank officially) {person}',
      'best (support|help desk|service) I ever had',
      ...said(`
        great service / your colleague Anna was super helpful / well done /
        Tom fixed it in five minutes, brilliant / compliments to the team / please tell Maria she did a great job /
        very friendly technician / five stars / best support I ever had / that was quick, impressive /
        kudos to Bob / I'm really happy with how it was handled / excellent work on HD-731 /
        the engineer was patient and explained everything / you people are amazing / hats off to the night shift /
        just wanted to say the new setup is fantastic / top job / pass my praise to Kevin /
        outstanding help from Julia / really pleased with the repair / good bot, that was the right answer /
        the whole team deserves a cake / Ingrid saved my presentation, tell her boss / smooth and professional /
        couldn't be better / love how fast you are / Priya went the extra mile / what a helpful answer /
        give Stefan a raise, he's great
      `),
    ],
    zh: [
      '你们最棒',
      '师傅态度超好',
      '又快又专业，谢谢玛塔',
      '多好的服务台',
      '替我谢谢团队',
      '讲得明白，做得好',
      '工程师太牛了',
      '小优五分钟就给我弄好了，牛',
      '柜台那位女士真不错',
      '跟卡拉领导说一声她很棒',
      '修得最快的一次，赞',
      '讲得真清楚，好评',
      '你们团队该加鸡腿',
      '他为我们加班到很晚，记个功',
      '新门户太顺手了',
      '处理得漂亮，佩服',
      '夜班兄弟给力，五星',
      '必须夸夸前台那位',
      '({person}|工程师|来修的师傅|这位同事)(真|非常|特别|太)(专业|耐心|给力|厉害|热情|好)(了|，点赞|)',
      '(表扬|点赞|夸一下|感谢并表扬)({person}|你们团队|IT 同事|值班的同事)(，服务很好|)',
      '(服务|支持|效率)(真好|很棒|一流|太赞了|超快)(！|，五星好评|)',
      '(替我|请|帮我)(谢谢|转达感谢给|向){person}(的领导|说声谢谢|表示感谢|)',
      '给{person}(点个赞|五星|记一功)',
      '你这个(机器人|助手)(真聪明|太好用了|很厉害)',
      '回答得(真准|太到位了|很好)',
      ...said(`
        服务很好 / 小刘太专业了 / 点赞 / 王工五分钟就修好了，厉害 / 表扬一下李娜 / 态度很好，很有耐心 / 给五星 /
        效率真高 / 你们团队真棒 / 帮我夸夸张伟 / 师傅人很好 / 这次处理得很满意 / 必须好评 /
        老吴救了我的汇报，替我感谢他领导 / 回答得很准，不错 / 又快又好 / 夜班同事辛苦了，特别给力 /
        周杰讲解得很清楚，赞 / 服务一流 / 非常满意 HD-731 的处理 / 这机器人挺聪明的 / 想给赵敏发个表扬信 /
        没想到这么快，太牛了 / 工程师特别负责 / 林月帮了大忙，替我说声好 / 好评如潮 / 你们是最好的技术支持 /
        专业、耐心、快 / 给运维组点个大大的赞 / 小罗真是高手 / 态度真不错 / 师傅很耐心，谢谢他 / 修得真快，佩服 /
        服务没得说 / 这次体验很好
      `),
    ],
  },
  thanks: {
    en: [
      'thanks!',
      'thank you for your help',
      'ok thanks',
      'many thanks for the quick reply',
      "great, that's it",
      'fine, thanks',
      'ty',
      'understood',
      'perfect, ta!',
      'ok great',
      'got it, cheers mate',
      'all clear now, thank you',
      'super, will try that',
      'fair enough, thanks',
      'brilliant thx',
      'that fixed it 🙂',
      'noted with thanks',
      'lovely',
      'sweet, cheers',
      'roger that',
      '👌',
      '(thanks|thank you|thx|cheers|many thanks|ta)( a lot| so much| very much| for the help| mate| again|)(, that helped|, all good|, bye|)',
      '(great|perfect|super|ok|okay|cool|nice|brilliant|got it|understood|noted|sounds good|will do)(, thanks|, thank you|, works|)',
      'that (worked|helped|did it|was it)(, thanks|, thank you|)',
      'appreciate it',
      'much obliged',
      '👍',
      '🙏',
      'ok',
      'good to know',
      'works now, thank you',
      'you saved me, thanks',
      'alright then, cheers',
      ...said(`
        thanks / thank you so much / cheers mate / perfect, thank you / that helped / great, got it / alright /
        noted / thx a lot / many thanks for your help / works, thanks / cool / yes that's it, thank you /
        thanks, bye / will try that, thanks / awesome / super, thanks for the info / okay will do / got it, cheers /
        that's all, thank you / lovely, ta / thanks for the quick reply / I see, thanks / danke / all clear /
        brilliant / nice one / noted, thanks / no thanks needed, all fine / great stuff / wonderful / sweet /
        very kind / okay perfect
      `),
    ],
    zh: [
      '(好的|好|嗯|行|哦)(，|)(我|)(知道|明白|了解|清楚|晓得)了(，谢谢|)',
      '谢谢！',
      '谢谢你的帮助',
      '好的谢谢',
      '感谢这么快回复',
      '就是这个，谢',
      '知道啦',
      '了解了',
      '收到，明白',
      '行，谢啦',
      '好嘞',
      '明白了，多谢',
      '清楚了',
      '成，我试试',
      '妥了🙂',
      '收到感谢',
      '太好了谢谢',
      '懂了懂了',
      '可以可以',
      'OK 谢谢哈',
      '有劳了',
      '🙏谢谢',
      '(谢谢|多谢|感谢|谢啦|谢了|辛苦了|十分感谢)(您|你们|啊|！|，解决了|，好了|帮忙|)',
      '(好的|收到|明白|知道了|了解|行|可以|ok)(，谢谢|，多谢|了|谢谢|)',
      '(搞定了|好了|可以了|管用)(，谢谢|，多谢|！)',
      '👌',
      '麻烦了',
      '太感谢了',
      '嗯嗯好的',
      ...said(`
        谢谢 / 多谢 / 收到 / 明白了 / 知道了 / 辛苦了 / 谢啦 / 感谢 / ok 收到 / 嗯嗯好 / 可以了谢谢 / 懂了 /
        行，谢谢 / 麻烦你了 / 非常感谢 / 了解 / 好的我试试 / 3q / 成，多谢 / 搞明白了，谢谢 / 谢谢，再见 / 感恩 /
        谢了兄弟 / 好滴 / 没别的了，谢谢 / 原来如此，谢谢 / 好棒，谢谢 / 没事谢谢 / 行了多谢 / 那就谢谢了 / 记下了 /
        好吧谢谢 / 完美
      `),
    ],
  },
  greeting: {
    en: [
      'morning all',
      'evening!',
      'knock knock',
      'hi bot',
      'hey, you awake?',
      'good day to you',
      'hola',
      'is this thing on',
      'hello hello',
      'hi there, someone around?',
      '(hi|hello|hey|good morning|good afternoon|good evening|morning|howdy|greetings|hiya)( there| everyone| team| desk| all| robot| bot|)(!|)',
      '(anyone|anybody|somebody|someone) (there|here|home|around|online)',
      'are you (there|online|awake)',
      'hello, is this (IT|the service desk|support)',
      'yo',
      'test',
      'ping',
      '👋',
      ...said(`
        hello / good morning / hey there / anybody there? / good afternoon / hello, are you online / morning! /
        hi team / hello desk / is someone there / greetings / hey, quick one / hello? / good evening everyone /
        are you there / hallo / hiya / hi again / good day / hello IT / anyone home / hello everyone / hey all /
        good morning team / hi there, it's me
      `),
    ],
    zh: [
      '早啊',
      '晚上好呀',
      '有人没',
      'hi',
      '机器人在不在',
      '您好呀',
      '在不',
      '喂喂',
      '哈啰',
      '各位好',
      '(你好|您好|哈喽|嗨|早上好|下午好|晚上好|早|大家好|早安|hello)(啊|呀|！|，机器人|，服务台|)',
      '(在吗|有人吗|在不在|有人在吗|在么|在线吗)(？|)',
      '你好，(请问|)(有人吗|在吗|是服务台吗)',
      '喂',
      '测试',
      ...said(`
        你好 / 在吗 / 您好 / 早 / 早上好 / 下午好 / 有人吗 / 哈喽 / 嗨 / 在不在 / 晚上好 / 嘿 / 你好呀 / 大家好 /
        在线吗 / hello 在吗 / 亲在吗 / 打扰了，在吗 / 中午好 / 有人在不 / 你好机器人 / 又是我，你好 / 上线了吗 /
        你们好 / 有人么 / 早安 / 午安
      `),
    ],
  },
  'small-talk': {
    en: [
      'what do you do on weekends',
      'are you a boy or a girl',
      'tell me something funny',
      'where do you live',
      'do robots get paid',
      "it's raining here again",
      'do you like pizza',
      "who's your boss",
      "what's your favourite film",
      'can we be friends',
      'are you smarter than me',
      'fancy a beer later',
      'how are you( today| doing|)',
      '(tell me|do you know) a joke',
      '(what|how) is the weather( today| over there|)',
      '(do you|can you) (sleep|dream|eat|feel|like music|like coffee|have feelings|have a girlfriend|get tired)',
      '(how old|where) are you( from|)',
      '(who|what) are you (really|)',
      '(who|which company) (built|made|created|programmed) you',
      'are you (human|a robot|real|alive|chatgpt|an AI|married)',
      'what is your (name|favourite colour|hobby)',
      'have a (nice|good|great) (weekend|day|evening)',
      'nice weather today',
      '(happy|merry) (new year|christmas|friday|birthday)',
      'lol',
      'haha',
      'what do you think about life',
      'did you watch the game yesterday',
      'sing (me |)a song',
      'I am bored',
      'you are funny',
      ...said(`
        how are you / are you a robot / what's your name / tell me a joke / do you sleep / how old are you /
        who made you / happy friday / I'm bored / do you like your job / how was your weekend / are you human /
        you're funny / what do you think about mondays / do you dream / have a nice weekend / what's up /
        do you have feelings / sing me a song / good luck / are you married / happy new year / I'm tired today /
        monday again... / see you tomorrow / bye / good night / did you miss me / coffee first /
        you and me against the printers / which football team do you support / merry christmas /
        coffee first, then work / how is life / it's raining again / are you tired too
      `),
    ],
    zh: [
      '你周末干嘛',
      '你是男的女的',
      '说点好玩的',
      '你住哪儿',
      '机器人有工资吗',
      '外面又下雨了',
      '你爱吃披萨吗',
      '你老板是谁',
      '你最爱看啥电影',
      '能交个朋友吗',
      '你比我聪明吗',
      '下班喝一杯',
      '今天好困啊',
      '你几点下班',
      '(讲|说|来)个(笑话|段子|故事)',
      '(今天|最近)(天气|心情|过得)(怎么样|如何|不错)',
      '(你|您)(多大了|几岁|是男是女|是人吗|是机器人吗|是真人吗|累不累|吃饭了吗|会做梦吗|有女朋友吗|从哪来)',
      '(你|您)(叫啥|的名字是什么|姓什么)',
      '(谁|哪家公司)(做的|开发的|造的)你',
      '你喜欢(喝咖啡|听歌|猫|看球|什么颜色)(吗|)',
      '(周末|新年|中秋|生日)(快乐|愉快)',
      '哈哈哈',
      '好无聊啊',
      '陪我聊聊天',
      '唱首歌吧',
      '你觉得人生是什么',
      '昨晚看球了吗',
      ...said(`
        你好吗 / 你是机器人吗 / 你叫什么 / 讲个笑话 / 你几岁 / 你会睡觉吗 / 周末过得怎么样 / 今天好困 /
        你喜欢上班吗 / 谁做的你 / 你有女朋友吗 / 好无聊 / 新年快乐 / 周五啦 / 你住哪 / 吃了吗 / 拜拜 / 晚安 /
        明天见 / 你累不累 / 聊聊天吧 / 你有感情吗 / 又是周一 / 你真可爱 / 唱首歌 / 你会做梦吗 / 下班啦 /
        好冷啊今天 / 祝你周末愉快 / 你是真人还是AI / 中秋快乐 / 你工资多少 / 夸夸我 / 你想我没 / 你好吗今天 /
        最近怎么样 / 今天天气真好 / 喝咖啡吗 / 你懂的 / 你一个月挣多少 / 你最喜欢什么 / 你多大了 / 你下班吗 /
        你信星座吗 / 讲个段子 / 你会唱歌吗 / 你老家哪的 / 周末去哪玩 / 今天心情不好 / 你也加班吗 / 你有名字吗 /
        你聪明吗
      `),
    ],
  },
  abuse: {
    en: [
      'useless tin can',
      'you absolute donkey',
      'bloody rubbish machine',
      'go to hell with your buttons',
      'what a load of crap you are',
      "you're dumber than a brick",
      'screw this stupid pc',
      'piss off robot',
      'damn this thing to hell',
      '(you|this) (stupid|damn|bloody|fucking|useless|idiotic|dumb) (bot|machine|thing|piece of junk|robot|computer)',
      '(fuck|screw|damn) (you|this|it|off|this shit)',
      '(shut up|go to hell|piss off|get lost)( bot| you idiot|)',
      'you (suck|moron|idiot|are an idiot|are stupid|are trash|worthless piece of crap)',
      '(what a|this is|holy) (shit|crap|bullshit|garbage)( bot| machine|)',
      'wtf is wrong with you',
      'stupid',
      'I hate you',
      ...said(`
        you are useless piece of crap / stupid bot / idiots / shut up / screw you / this damn thing / f*** off /
        you suck / dumbass / go to hell / what a bunch of morons / you're as dumb as bread / piece of junk /
        I hate this stupid desk / wtf is wrong with you idiots / stop wasting my time you fool /
        garbage software made by clowns / kiss my a** / get lost / moron / total idiots work there /
        your bot is brain dead / crap crap crap / damn you all / shove your ticket /
        you stupid machine understand nothing / bunch of incompetent clowns / screw this shit / stfu /
        this bloody thing drives me mad / I could smash this stupid machine / are you braindead /
        go away you dumb thing / for f's sake / what the hell is this crap
      `),
    ],
    zh: [
      '没用的铁疙瘩',
      '(什么|这|这个)(破|烂|垃圾)(机器人|系统|玩意)(，|)(一点|半点|)(用|作用)(都|也)没有',
      '你就是头驴',
      '什么狗屁机器',
      '滚一边去',
      '一堆垃圾',
      '比砖头还笨',
      '这破电脑气死我了他妈的',
      '你有病吧',
      '废物机器人',
      '真他妈烦',
      '你个呆子',
      '(你|这)(个|)(傻|蠢|笨|垃圾|破|废物|白痴|智障)(机器人|东西|玩意|逼|货|)',
      '(他妈的|妈的|去死|滚|滚蛋|操|靠|尼玛)(，什么玩意|，垃圾|吧|)',
      '(什么|真是)(垃圾|破)(玩意|东西|系统)',
      '你(真|太|好)(蠢|笨|傻)(了|)',
      '闭嘴',
      '你是猪吗',
      '脑子有病吧',
      ...said(`
        你是傻子吗 / 垃圾机器人 / 滚 / 蠢货 / 什么破玩意 / 一群废物 / 妈的 / 有病吧你们 / 脑残 / 去死 / 傻X / 白痴 /
        你个笨蛋 / 操 / 狗屁不通 / 神经病 / 混蛋 / 一帮饭桶 / 他妈的又坏 / 你瞎吗 / 智障 / 闭嘴吧你 / 吃干饭的 /
        猪脑子 / 王八蛋 / 烂机器人，气死 / 会不会说人话，蠢死了 / 废物机器 / 滚蛋 / 真他妈烂 /
        破烂玩意儿，砸了算了 / 你们都是猪吗 / 气死我了这鬼东西 / 这鬼东西 / 什么鬼玩意 / 真想把它砸了 / 烂透了 /
        有毛病吧你 / 你是猪 / 我操 / 卧槽什么垃圾 / 蠢到家了
      `),
    ],
  },
  language: {
    en: [
      'do you speak Portuguese',
      'can you do Arabic',
      'Deutsch?',
      'russian please',
      'answer me in Dutch',
      'habla español',
      'Bitte auf Deutsch antworten',
      'parla italiano?',
      'can I write in Polish',
      'please continue in Mandarin',
      'my English is poor, Chinese ok?',
      'wrong language, I need Spanish',
      '¿puedes hablar español?',
      'auf Deutsch bitte',
      "en français s'il vous plaît",
      'speak Turkish?',
      '日本語でお願いします',
      'Mi portátil no enciende',
      'Mein Drucker druckt nicht',
      "bonjour, j'ai besoin d'aide",
      '(can|could|do) you (speak|write|answer|talk|reply) (in |)({lang})',
      '(please |)(switch|change|go over) to ({lang})',
      '(answer|write|reply|speak) (to me |)in ({lang})( please| from now on|)',
      '(change|set) (the |my |)language( to ({lang})|)',
      'I (do not|dont) (understand|speak|read) (English|Chinese)(, ({lang}) please|)',
      '(my boss|my colleague|the customer) (only |)(speaks|reads|understands) ({lang})(, answer in that|, please switch|)',
      '({lang}) please',
      'sprechen Sie Deutsch',
      'hablas español',
      'parlez-vous français',
      'Ich kann mich nicht anmelden, mein Passwort geht nicht',
      'mi ordenador no funciona, ayuda por favor',
      'mon ordinateur ne marche plus',
      ...said(`
        can we speak German / do you speak Spanish / please answer in English / switch to Chinese / English please /
        sprichst du Deutsch / change the language / in which languages can you talk /
        I don't understand Chinese, English / могу я писать по-русски / parli italiano / can you write in Mandarin /
        could we do this in French / language: english / bitte auf Deutsch / en español por favor /
        em português por favor / czy mówisz po polsku / türkçe biliyor musun / answer me in Japanese /
        my English is bad, do you know Polish / use simplified chinese from now on / set language to German /
        is there a Turkish version of you / ich verstehe kein Englisch / spreek je nederlands / talk English to me /
        je ne parle pas anglais / non parlo inglese / mi ordenador no funciona / mein Drucker geht nicht /
        mon ordinateur est en panne / il mio computer non si accende / meu computador não liga / fala português /
        você fala português / habla usted español / puedo escribir en español / sprechen Sie deutsch /
        ich brauche Hilfe auf Deutsch / c'est possible en français / vous parlez français /
        ma imprimante ne marche pas / hola, no puedo entrar / olá, preciso de ajuda / ciao, ho un problema /
        merhaba yardım lazım / dzień dobry, mam problem / здравствуйте, у меня проблема / مرحبا / 안녕하세요 /
        こんにちは、助けてください / hallo ich komme nicht ins system / goedemorgen, mijn laptop doet het niet /
        do you understand Dutch / any chance you speak Portuguese / korean? / can my colleague write in Polish /
        Arabic possible / I only speak Italian
      `),
    ],
    zh: [
      '会葡萄牙语吗',
      '能说阿拉伯语不',
      '俄语可以吗',
      '请说中文',
      '用德语',
      '韩文行吗',
      '能写波兰语吗',
      '接着用普通话',
      '我英语不好，中文行吗',
      '看不懂英语，换中文',
      '讲粤语可以吗',
      '请改用英文',
      '能切英文不',
      '日语可以吗',
      '帮我改成法语',
      '客户看英文，用英文回',
      '(请|能|可以|能不能)(用|说|讲|回|换成|切换到)({lang})(回答|回复|说|吗|)',
      '(换成|切换|改成|切到)({lang})(吧|，谢谢|)',
      '(以后|接下来|后面)(都|)(用|讲|说)({lang})(回复|吧|)',
      '(你|您)(会|懂|能)(说|讲|)({lang})吗',
      '(我看不懂|我不懂)(英文|英语|中文)(，说{lang}|)',
      '(老板|同事|客户)(只会|只懂|是外国人，用|是老外，说)({lang})',
      '语言(设置|切换)',
      ...said(`
        能说英语吗 / 请用中文 / 切换成英文 / 会说日语吗 / 用普通话 / 换语言 / 说中文 / 你懂德语吗 / 有粤语吗 /
        请用英文回答我 / 支持哪些语言 / 改成中文回复 / 不会英文，说中文 / 能讲法语吗 / 语言换成英语 /
        可以用西班牙语吗 / 以后都用中文 / 韩语行吗 / 日本語できますか / 能不能别说英文 / 我同事只会英语，切英文 /
        繁体中文有吗 / 你会几种语言 / 설정을 한국어로 / 翻成英文跟我说 / 请讲国语 / 한국어 / 안녕하세요 도와주세요 /
        韩国同事能用韩语问吗 / 会不会葡萄牙语 / こんにちは / 日文可以不 / 有没有法文版 / 能切到繁体吗 /
        speak english / 我外国同事要用英文 / 能翻译成中文回吗 / 别英文了 / 德文行吗 /
        说阿拉伯语的客户怎么办，能用吗 / 意大利语支持吗 / 界面语言换中文 / 用英语聊
      `),
    ],
  },
  'help-capabilities': {
    en: [
      "what's possible here",
      'tell me what you do',
      'help me understand this bot',
      'options?',
      'how can you help',
      "so what's this bot good at",
      'give me examples of what I can type',
      'can I also order stuff through you',
      'do you handle HR things or only IT',
      'what sort of problems do you take',
      'how does this work here',
      'is there a manual for you',
      'can you also book changes or just fix laptops',
      'explain what I can do in this chat',
      'which topics do you cover',
      'what (can|do) you (do|help with|offer|know)( for me| here|)',
      'what (can|should|may) I (ask|type|write|say|use you for)( here|)',
      '(how do I|how does one|how to) (use|work with|talk to) (you|this bot|this desk|the service desk|the desk|this chat)',
      '(how do I|how can I) (open a ticket|see my tickets|request access|approve something|escalate) (here|with you|in this chat|with this bot)',
      '(show|list|give) me (the |all |your )(commands|options|features|functions|menu|help)',
      'what (is|are) (this|your) (chat|bot|desk|channel|functions|features) (for|good for|)',
      '(which|what) commands (are there|do you know|exist)',
      'instructions (please|for this bot)',
      'I am new here, what is this bot for',
      'menu',
      ...said(`
        what can you do / how do I use you / help / what are you for / list your commands / what can I ask you /
        show me the menu / how does this desk work / what do you know / can you open tickets /
        can you handle access requests / how do I open a ticket here / how do I approve something in this chat /
        what are my options / instructions for this bot please / I'm new, how does this work /
        what kind of questions do you answer / how can you help me / do you also do access stuff /
        what happens when I open a ticket with you / explain yourself / commands? / what is this chat for /
        tell me what you're good at / how do I see my tickets in here / where do I start /
        can I ask you about printers / tutorial / features list / do you take orders for hardware /
        ? how do you work / can you help me with access too / what are you able to do for me /
        how do I ask for a new laptop here
      `),
    ],
    zh: [
      '这里能干什么',
      '介绍下你自己能做的',
      '这机器人怎么回事',
      '有哪些选项',
      '你怎么帮我',
      '你擅长啥',
      '举几个能问的例子',
      '找你能订东西吗',
      '人事的事你管不管还是只管电脑',
      '哪类问题归你',
      '这里怎么玩',
      '有没有你的说明书',
      '你也能登记变更吗',
      '讲讲在这能办啥',
      '你管哪些事',
      '我能对你说什么',
      '你这个群是干什么的',
      '(你|您|这个机器人|服务台)(能|会|可以)(做什么|干什么|帮我什么|做哪些事|处理什么|干啥)',
      '(这里|我|在这)(可以|能|该)(问什么|问哪些|怎么用|输入什么)',
      '(怎么|如何)(用|使用)(你|这个机器人|服务台|这个助手)',
      '(有|支持)(哪些|什么)(命令|功能|指令|选项)',
      '(功能|命令|使用)(列表|说明|介绍|菜单|帮助)',
      '(怎么|如何)在这里(提单|查工单|申请权限|审批)',
      '新来的，这个是干嘛用的',
      '使用说明',
      ...said(`
        你能干嘛 / 怎么用你 / 帮助 / 你会什么 / 有哪些命令 / 我可以问什么 / 菜单 / 你是做什么的 / 这个怎么玩 /
        能提工单吗 / 能申请权限吗 / 在这怎么开单 / 这里怎么审批 / 有使用说明吗 / 我新来的，怎么用 /
        你都能解决什么问题 / 举几个例子 / 有什么功能 / 怎么跟你说话 / 这个机器人有啥用 / 介绍下自己能做的 /
        支持哪些操作 / 找你能办什么事 / 怎么在这看我的单 / 我该从哪开始 / 指令列表 / 你可以帮我订设备吗 /
        教我用一下 / 能问打印机的事吗 / 你这能办哪些业务 / 操作指南给我 / 你会处理什么 / 你还能办入职吗 /
        你这除了报修还能干嘛 / 在你这能请假吗
      `),
    ],
  },
  'never-mind': {
    en: [
      '(not needed|no need) (after all|any more|anymore), (sorry|sorry to bother you|ignore me|excuse the trouble)',
      'cancel that thought',
      'nothing, thanks',
      'already solved, never mind my question',
      'stop',
      'no thanks, leave it',
      'scrap my question',
      'oh wait, I see it now, skip it',
      'it was nothing',
      "don't worry about it",
      "let's not",
      'oops wrong person',
      'leave that one, thanks anyway',
      "no need anymore, it's fine",
      'forget what I wrote',
      'ignore me',
      'pardon, not for you',
      '(never mind|nevermind|nvm|forget it|forget about it|forget that|skip it|drop it|scratch that|ignore that|disregard)(, thanks| please| then|, sorry|)',
      '(it is|its) (ok|fine|not important|nothing)(, forget it|, never mind|)',
      '(no|nah|ok), (leave it|let it be|do not bother|lets drop it|forget it)',
      'sorry, wrong (chat|window|channel)',
      'I (changed my mind|will do it later|figured it out myself|already found it)(, never mind|, thanks|)',
      'stop, I do not want this anymore',
      'abort',
      'not needed, ignore my message',
      ...said(`
        never mind / forget it / not important / leave it / skip / doesn't matter / oh wait, found it /
        I'll do it myself / scrap that / ignore my last message / wrong chat sorry / no thanks / nothing, sorry /
        it's ok, got it already / drop that topic / sorry that was meant for someone else / forget what I said /
        no need / let's leave it / nah, all fine / I was just testing / typo, ignore / oops wrong window /
        changed my mind, thanks / don't bother / back / that's settled, forget it / disregard /
        cat on keyboard, sorry / it solved itself, never mind / no longer a question / no, forget my question /
        stop, I don't need it / it's nothing / scratch that / doesn't matter any more, found the answer /
        leave it, I asked a colleague / I'll try myself first / not now, later / skip this one /
        forget about my question / wrong person, sorry / ah it works, no need / let it be /
        please ignore, sent too early
      `),
    ],
    zh: [
      '不问了，谢谢',
      '没什么',
      '已经会了不用答',
      '停',
      '不用谢谢，先这样',
      '问题收回',
      '哦看到了，不用管',
      '没啥事',
      '别费心了',
      '不搞了',
      '哎呀发错人',
      '那个先放着，多谢',
      '不需要啦没事',
      '刚才写的作废，当没说',
      '别理我',
      '抱歉不是发给你的',
      '不用回了',
      '(算了|没事了|不用了|当我没说|不管了|不弄了|罢了)(，谢谢|吧|，打扰了|，不好意思|)',
      '(忽略|别管)(我|刚才|上一条)(的消息|说的|)(吧|)',
      '(发错|打错|问错)(了|群了|窗口了)(，不好意思|，抱歉|)',
      '(我自己|已经)(找到了|搞明白了|想通了)，(不用了|没事了|算了)',
      '先(这样|不搞|放着)吧',
      '改主意了，不用',
      '下次再说吧',
      ...said(`
        算了 / 没事了 / 不用了 / 当我没说 / 忽略 / 发错了 / 不问了 / 自己搞定了不用管 / 先这样吧 / 不重要 /
        打错字了 / 手误发错群 / 别管了 / 退出 / 取消吧不问了 / 无视我刚才说的 / 我再想想，先不弄 / 搞错了不好意思 /
        不麻烦了 / 不弄了 / 当没看见 / 我就试试 / 算了算了 / 呃没事 / 哦我看到了，不用了 / 返回 / 那就不用啦 /
        已经好了，不用理我 / 刚才那条撤了，发错人 / 先放着吧 / 没啥事了 / 没事没事 / 我不用了，随便问问 /
        不要了，当没说 / 好了不用管我
      `),
    ],
  },
  'secret-typed': {
    en: [
      'my (password|pin|passcode) is Sommer2024 and it (does not work|is rejected|was refused)',
      'username jdoe password Qwerty99 cannot log in',
      'the api key is sk-abc123def456',
      'here is my token ghp_abcd1234',
      ...said(`
        my password is Summer2024! / pw: Tiger77x / the pin is 4821 / here's my login anna / Secret!99 /
        password Winter#22 doesn't work / I use Hello123! as password and it's rejected / user bob pass Qwerty!1 /
        code 993421 is what I got / vpn password: fooBar99 / the wifi key is 9c3jfk3k /
        I typed hunter2! but login fails
      `),
    ],
    zh: [
      '我的密码是 Abc12345，登不上去',
      '账号 zhangsan 密码 qwe123456 进不去',
      'PIN 码是 8842',
      '这是我的密钥 sk-abc123',
      ...said(`
        我密码是 Summer2024! / 密码：Tiger77x / 验证码 482193 / 账号 anna 密码 Secret99! / 口令是 abc12345 /
        我的PIN是 4821 / 用 Hello123! 登不上 / 密码 Winter22 不对 / wifi密码 9c3jfk3k 连不上 /
        初始密码 Aa123456 改不了 / token 是 93jfk39fjf93
      `),
    ],
  },
  unclear: {
    en: [
      'help!!',
      'hmm ok',
      "it's broken",
      'computer',
      "doesn't work",
      'still',
      'what do you mean',
      'I need help',
      'same problem',
      'problem!',
      'why not',
      'third option',
      'error message',
      'not sure',
      'something happened',
      'ehm',
      'look',
      "it's doing it again",
      "you there? it won't",
      'broken :(',
      'the thing',
      'number two please',
      'same here',
      'and?',
      "didn't work",
      '???',
      'nope',
      'wifi',
      'Outlook',
      'printer',
      'pls',
      'some issue',
      "hello it's not ok",
      'done what you told me',
      'need something',
      '404',
      'xx',
      'qwerty',
      'error',
      "something's up",
      'that one',
      "can't",
      'strange',
      'this please',
      'system',
      'urgent',
      '(help|problem|issue|error|fault|question|trouble|stuck|broken|urgent)',
      '(it|this|that|still|again) (does not work|is broken|doesnt work|not working|fails|is wrong|happens|is stuck)',
      '(something|everything) is (wrong|weird|strange|broken|off)',
      '(the|my|) (computer|screen|phone|mail|printer|laptop|system|account|network|mouse|status|claim|audit|dashboard|report|access|ticket|update)',
      '(yes|no|maybe|hm|hmm|eh|huh|why|what|well|um|oh|so|and now|really)',
      '(the first|the second|the other|that) one( I guess| maybe|)',
      '(can|could) (you|someone|somebody) (help|look|check|fix it|do something|take care)',
      '(I did|I tried) (that|this|it|everything)(, now what|, and now|, same thing|)',
      '(same|as) (as before|as last time|as always|again)',
      '??',
      '...',
      '😡',
      '😭',
      '🤔',
      'asdf',
      'not good',
      'please fix',
      'you know what I mean',
      'it is happening',
      'the usual',
      'what now',
      'neither',
      'both',
      'slow',
      'red light',
      'fix it please',
      'it says no',
      ...said(`
        hm / well / what / so / it doesn't work / problem / help me please it's broken / laptop / it / why / argh /
        again / not working / something is wrong / issue / a question / I have a problem / can you help /
        it's weird / ugh / 😩 / it happened / there is a problem here / and now / vpn / outlook / password /
        access / one question / this / excel / everything is broken / yes / no / maybe / monday / test /
        hmm not sure / my computer / need help / eh / no idea / hmpf / oh / so yes / this one / that / same /
        something / here / stuff / device / screen / keyboard / mouse / phone / network / ticket / status /
        approval / audit / claim / dashboard / report / license / change / order / update / login / mail / file /
        teams / windows / sap / it's not good / it is broken / it's dead / does not go / won't work / not possible /
        I can't do it / how / where / when / who / hello it does not work / please / pls fix / important /
        quick question / I need something / I need your help please / have a problem here / there's an issue /
        something's off / one thing / need assistance / wrong / bad / 1 / x / ?! / hmmm / ok so / um / er /
        could you / can you do that / he said so / tomorrow / later / again? / also / yep / done / go / start /
        it makes noise / it shows something / I pressed it / update please? / did something break / the second /
        any / nothing happens / is there anything / what about it / how is it / any idea / could somebody /
        and then / is it / tell me / I'm stuck / what should I do / it won't / same as before / not again /
        see above / as always / it's that thing again
      `),
    ],
    zh: [
      '紧急',
      '救命',
      '好吧',
      '坏的',
      '电脑',
      '不能用',
      '还这样',
      '啥意思',
      '需要帮助',
      '同样的问题',
      '为啥不行',
      '第三个',
      '报错',
      '不确定',
      '出事了',
      '来人啊',
      '帮帮忙',
      '呃呃',
      '你看',
      '它又来了',
      '不成',
      '坏了:(',
      '那玩意',
      '第二个吧',
      '我也是',
      '所以呢',
      '没成',
      '？？？',
      '不行啊',
      'wifi',
      '邮箱',
      '打印机',
      '请',
      '有点事',
      '不太好',
      '照你说的弄了',
      '需要点东西',
      '404',
      '哈',
      '错误',
      '怪怪的',
      '就那个',
      '搞不了',
      '系统',
      '急急急',
      '看看',
      '登录',
      '网',
      '咋整',
      '(帮忙|问题|出错|故障|有问题|求助|卡住了|急)',
      '(还是|又|就是|它|这个)(不行|不能用|坏了|不好使|出错|这样|没反应)',
      '(电脑|手机|屏幕|邮件|打印机|系统|账号|网络|鼠标|状态|审计|报表|权限|工单|键盘)',
      '(嗯|哦|啊|是|不是|不|没有|可能吧|为什么|什么|然后呢|呃)',
      '(第一个|第二个|另一个|那个)(吧|好像|应该|)',
      '(谁|能不能|有人)(看一下|来看看|帮个忙|管管|处理下)',
      '(照做了|试过了|都弄了|按步骤做了)(，没用|，然后呢|，还那样|)',
      '跟(上次|之前|昨天)一样',
      '？？',
      '。。。',
      '😡',
      '😭',
      '慢',
      '红灯',
      '不太对',
      '你懂的',
      '怎么办',
      '都不是',
      '老样子',
      '太卡了',
      ...said(`
        嗯 / 啊 / ？ / 有问题 / 坏了 / 不行 / 那个 / 出问题了 / 帮帮我 / 急 / 唉 / 又来了 / 不好使 / 有个事 /
        什么情况 / 请问 / 网络 / 权限 / 密码 / 哎呀 / 好奇怪 / 我想问下 / 有点问题 / 那个东西 / 用不了 / 就是那个 /
        额 / 你看看 / 帮个忙 / 弄一下 / 是 / 不是 / 不对劲 / 出错了 / 测试 / 账号 / 鼠标 / 怎么回事 / 有毛病 /
        屏幕 / 键盘 / 手机 / 工单 / 状态 / 审批 / 报表 / 变更 / 升级 / 文件 / 打不开 / 连不上 / 没反应 / 卡 / 黑了 /
        死机 / 崩了 / 我有个问题 / 请教一下 / 帮忙看看 / 能帮我吗 / 快 / 请帮忙 / 那啥 / 这个 / 怎么 / 为啥 / 啥 /
        呃 / 哦 / 呵呵 / 哎 / 嗯？ / 1 / 又不行 / 还是那样 / 就这样 / 它不动 / 弄不了 / 搞不定 / 不会弄 / 咋办 /
        救救我 / 在线等 / 在吗有问题 / 我这边有异常 / 有错误 / 提示错误 / 报异常了 / 系统问题 / 软件 / 硬件 / 申请 /
        变慢 / 明天 / 等下 / 继续 / 开始 / 不知道 / 都不行 / ！！ / 哪里 / 谁 / 我按了一下 / 有声音 / 显示个东西 /
        那个呢 / 开始吧 / 系统有问题 / 第二个 / 没反应啊 / 它说不行
      `),
    ],
  },
} satisfies Examples;
