/** How people speak of tickets in their own words, and of faults that only a person can end. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'own-tickets': {
    en: [
      'which of my cases have not been touched',
      "tell me all I've asked for",
      'any of my things still open',
      'are there tickets of mine in your list',
      'do I owe an answer on any of my tickets',
      'my requests from last month',
      'what problems did I hand in',
      'sum up my open issues',
      "what's still pending on my side with the help desk",
      'give me a list of stuff I complained to IT about',
      'anything of mine unfinished?',
      'how many things have I got in the queue',
      'which faults did I report since Christmas',
      'my cases, just numbers and titles',
      'everything under my name please',
      'remind me what I asked you to fix',
      'what do you have on file from me',
      'do you see any open jobs for me',
      'tickets?  I mean mine, all of them',
      'are all my requests done by now or is something left',
      'history of my reports',
      'show what I sent in last month',
      '(show|list|give|get) me (all |)(my|of my) (open |current |pending |)(tickets|cases|requests|issues|incidents)',
      '(what|which) (tickets|cases|requests|issues) (do I have|have I got) (open|with you|running|pending|in the system)',
      'how many (tickets|cases|issues|requests) (do I have|have I got|are) open (in my name|right now|)',
      'do I (still |)have (anything|something|any tickets|any cases) (open|pending|outstanding|unresolved|in the queue) (with IT|with you|)',
      'overview of (everything|all) (I reported|I raised|I have submitted|I logged) (so far|this month|this year|lately|)',
      '(what|which) of my (issues|reports|tickets) (is|are) (still |not yet |)(open|unresolved|done|closed|waiting)',
      'list of what I (have reported|asked you for|opened|filed), please',
      '(everything|all) that is open (for|from|under) me',
      'my open (stuff|things|ones|items|cases)',
      'pull up my (tickets|history|cases|reports)',
      'what have I got (going|running|open|pending) at the service desk',
      'can I see all the tickets I (raised|opened|logged) (last week|in January|recently|)',
      'where do all my (reports|tickets|requests) stand',
      'number of my open tickets',
      ...said(`
        what is still open from me / list mine / my cases please / show everything I have with you /
        which of my requests are unsolved / any open tickets under my name / what have I reported this week /
        my ticket list / remind me which faults I logged / do I have something running with IT /
        number of tickets I have open / what did I file in january / am I waiting for anything from you /
        give me my open items / all tickets by me / everything I've raised so far, with status /
        status of all my stuff / which jobs of mine are with you / my backlog at the help desk /
        who is working on my things / what are my ticket numbers again / I forgot what I reported, show me /
        how many of mine are left / any unfinished business between us / overview of my tickets / see my history /
        have all my problems been dealt with / what do I still have with you guys /
        list open incidents reported by me / show the cases I opened since monday / did I file one or two tickets /
        can you look up what tickets belong to me / my pending requests, all of them / what's on my list /
        what's outstanding for me / pull up all reports from my account / where can I see my own tickets /
        let me see my tickets / everything open that I created
      `),
    ],
    zh: [
      '我提的哪些还没人碰',
      '我都要过些什么，列出来',
      '我有没有漏回的单子',
      '上个月我交的问题',
      '帮我汇总下未完成的',
      '我的都处理完了没',
      '我名下开着的',
      '打开我的单子列表',
      '我这边还挂着什么没弄完的',
      '我一共找你们报过几次',
      '手头没结的都给我看下',
      '我名下挂了几单',
      '去年到现在我报的全部',
      '看下我都报了啥',
      '还有我的活没干完吗',
      '把我那些没弄完的列个表',
      '我所有的报障',
      '以前提的单在哪看',
      '我的单子，标题和编号就行',
      '我还欠着几张没处理的',
      '查我的历史报修',
      '我这儿是不是还有在处理的单',
      '(我|我现在|我手上)(有几张|有多少个|有哪些)(工单|单子|报修|问题单)(没处理完|开着|还在处理|没关|)',
      '(列一下|列出|看看|显示|查一下)我(所有|全部|名下|提过)的(工单|单子|报修记录|问题)',
      '我(报的|提的|报修的)(问题|单子)(都|)(有哪些|处理到哪了|还剩几个)',
      '我名下(还有没有|有没有|还有几张)(未完成|没解决|没关|在办)的(工单|单子)',
      '(把|帮我把)我(最近|上周|今年|之前)(报的|提交的)(单子|工单|问题)(列|找|调)出来',
      '我还有(什么|哪些|啥)(单子|问题|事)在(你们那儿|处理|排队)',
      '我的工单一览',
      '我的未结工单',
      '我提交过几个工单',
      '还有我的单子没完的吗',
      ...said(`
        我的工单 / 我有几个单子没关 / 列一下我提的单 / 我报的东西都到哪了 / 我还有啥没解决的 / 看下我的报修记录 /
        我名下还有哪些单 / 我这周报了几个 / 查我的所有工单 / 我都报过什么 / 我的单号是多少来着 / 我提交的都列出来 /
        我还有没处理完的吗 / 给我看看我的清单 / 我的历史报修 / 我总共开了几个单 / 我的申报记录查一下 /
        哪些是我提的 / 我手上有几张单 / 我那几个单子现在都什么状态 / 我的问题都解决了吗，列个表 /
        忘了报过啥，帮我查查 / 我一月份提的单 / 我的全部请求 / 我还欠着几个没弄好的 / 我这几天报的事都在哪看 /
        待处理的有我的吗 / 我有多少未完成的 / 本人名下工单 / 查一下我所有的报障 / 我提的那些都谁在弄 /
        我的东西还剩几个没搞定 / 帮我拉一下我的单子 / 有我的单吗 / 看一眼我的 / 打开我的列表 / 我发起过的都给我看 /
        我最近提的几条在哪里 / 我自己的单子有哪些 / 我这周报了几个，列一下 / 我名下的报修有几个 / 我报过的都在吗 /
        我提了多少个单了，看看
      `),
    ],
  },
  'ticket-status': {
    en: [
      '{ticket} still waiting?',
      'what about {ticket}',
      'and {ticket}?',
      'did somebody find out why my screen flickers',
      'is my PC back from the workshop',
      'am I forgotten or is somebody on it',
      'has the part for my printer come in',
      'how far did you get with the door reader',
      'can you tell me who took over my case',
      'roughly when will my mail issue be looked at',
      'the one from Friday, is it moving',
      'my order of cables, any word from the supplier',
      'is somebody coming for the coffee corner screen today',
      "my broken scanner, when's that happening",
      'just checking in on HD-645',
      "how's the repair of the cash drawer going",
      'has my keyboard left the warehouse',
      'did anyone pick up what I sent on Monday',
      "what's the ETA on my screen",
      "I logged a printer jam, is it in anyone's hands",
      "so what's going on with my phone repair",
      "who's dealing with my login ticket",
      'did you forget about my headset',
      'two days ago I reported a dead port, any movement',
      "when's the guy coming",
      'is HD-722 being handled by a person already',
      'any sign of life on my request for a bigger monitor',
      'still nothing on my case?',
      "what does 'on hold' mean on my ticket",
      'when can I expect the tablet back',
      '(any|is there any|do you have any|got) (news|update|updates|progress|word) (on|about|regarding|for) (my|the) {thing}',
      '(what is|whats|how is) (the (status|state|progress) of |)(my|the) {thing} (ticket|case|request|issue|)',
      '(when|by when) (will|is) (my|the) {thing} (be fixed|be repaired|be ready|be looked at|going to be fixed|arrive|be delivered)',
      '(has|did) (anyone|anybody|someone) (looked|look) (at|into) (my|the) {thing} (yet|already|by now|)',
      'who (is working|works|is) on (my|the) {thing} (ticket|case|issue|)',
      'who has (my|the) {thing} ticket (now|at the moment|)',
      '(status|update|news|progress) (on|of|for|about) {ticket} (please|?|)',
      '(how is|how does|what about|whats up with|where is|where are we with) {ticket} (going|doing|stand|coming along|)',
      'is (anybody|somebody|anyone) (working on|assigned to|looking at) {ticket} (yet|now|)',
      '(when|how long until) (will |is |)(somebody|someone|a technician|the technician) (comes|come|coming|gets to|get to) (me|my desk|it|fix it)',
      '{ticket} (status|any update|how long still|who has it|is it done|how far|?)',
      '(has|have) {ticket} been (assigned|picked up|seen|looked at|processed|dealt with)',
      'did the {thing} I (ordered|asked for|requested|was promised) (come|arrive|ship) (yet|already|)',
      '(I reported|I raised|I opened) (a|the) {thing} (issue|fault|ticket) (last week|on Monday|yesterday|two days ago), (what happened|what is going on|where is it|any news)',
      'is my (ticket|case|issue) (being worked on|still open|in progress|solved already|done|forgotten)',
      'still waiting (for|on) (my|the) {thing}, how long (will it take|does it take|more)',
      'what happened to (my|the) {thing} (ticket|request|I sent in|repair)',
      'where (is|are) my {thing} (repair|order|request) (at|now|)',
      'I would like to know (whether|if) {ticket} (has been|was|is) (assigned|finished|seen|resolved)',
      'am I next in the queue for the {thing}',
      ...said(`
        any news / any news on my laptop / whats happening with the printer / what about my monitor /
        did somebody look at it yet / when will it be repaired / is it being worked on / how long will it take /
        still waiting for the headset, any update / where are we with HD-731 / has INC-12 been assigned /
        who has my ticket / progress? / is there an ETA for the screen / when does the technician come /
        do you know when my docking station arrives / so what's the state of that /
        heard anything back from the vendor about my case / what's going on with the case from monday /
        has anyone picked up my request for a mouse / update please / is the keyboard here yet /
        when can I expect my phone back / did you order the cable / which position in the queue is my ticket /
        is somebody coming today for the projector / how does it look with my badge problem /
        is my request still alive / what became of my report about the wifi /
        I reported a broken lamp last week, what now / has the part come / how far along is the repair / INC-4? /
        status HD-731 / anything new with the scanner / did the engineer find the cause / when is it my turn /
        is the replacement on its way / am I still in the queue / who is dealing with my scanner issue /
        tell me where ticket 88 stands / and? is it fixed / still nothing? / has my toner been ordered /
        what did the technician say about my laptop / is there a date for the fix / when will somebody come by /
        what's the latest / did you get my ticket and who is on it / how's my case coming along
      `),
    ],
    zh: [
      '{ticket}呢',
      '那个{ticket}现在啥样',
      '查出来我屏幕为啥闪了吗',
      '电脑从维修点回来了吗',
      '是不是把我忘了',
      '打印机配件到货没',
      '门禁读头弄到什么程度了',
      '谁接手了我的单',
      '我的邮件问题大概啥时候看',
      '周五那个动了没',
      '订的线供应商有回音吗',
      '维修单的进度查一下',
      '我那台打印机今天有人来弄不',
      '前天报的插座有动静没',
      '键盘寄到哪了',
      'HD-645 现在谁手上',
      '收银抽屉修到什么程度了',
      '我的显示器啥时候能换上',
      '师傅今天来得了吗',
      '那个单派下去没有',
      '上次说换的耳机呢',
      '工单写着挂起是啥意思',
      '扫码枪送修多久能回来',
      '我报的那个到底有人接没有',
      '还要等几天才轮到我',
      '登录那个问题谁在弄',
      '借的投影仪批下来啥时候拿',
      '周一提的到现在怎么没声',
      '我那单现在归谁跟',
      '平板修好了没，能拿了吗',
      '(我的|我那个|我报的|我那台|上次报的){thing}(有进展吗|修得怎么样了|有消息吗|到哪一步了|什么时候能好|修好没|处理了吗|弄好了吗)',
      '{ticket}(到哪了|怎么样了|处理得如何|有进展没|啥时候能好|谁在处理|派给谁了|什么状态|进度|解决了没)',
      '(我的|那张|上周那张)(工单|单子)(谁在跟|谁在处理|现在什么情况|到哪一步了|有人看了吗|什么时候处理)',
      '(什么时候|几点|多久)(有人来|来人|能来|上门)(看|修|处理)(我的|){thing}',
      '(申请|报修|订|要)的{thing}(发货了吗|到了没|什么时候到|寄出来没)',
      '(请问|您好，|想问下|麻烦查一下){ticket}(是否已|有没有|是不是已经)(分配|派单|安排人|受理|处理)',
      '{thing}(的事|那件事|那个问题)(有下文吗|还有多久|进展如何|怎么说)',
      '我(昨天|上周|周一|前天)报的{thing}(问题|故障|)(怎么样了|还没人理|有结果吗)',
      '有人在看我的(问题|单子)吗',
      '我的单子排到第几了',
      '查一下{ticket}',
      ...said(`
        有消息了吗 / 我那个单怎么样了 / 处理得如何 / 到哪一步了 / 谁在跟我的单 / 什么时候来修 / 师傅几点到 /
        打印机那事有进展没 / HD-731 现在啥情况 / INC-12 分给谁了 / 多久能好 / 配件到了没 / 我的显示器到货了吗 /
        上周报的那个呢 / 电脑修好了吗 / 我的单有人接了吗 / 排到我了吗 / 还要等多久 / 查个单的进度 / 那个问题看了没 /
        工程师看过了吗 / 我的手机什么时候能拿回来 / 昨天报的网口有人管吗 / 现在卡在哪个环节 / 我这单还在排队吗 /
        新鼠标寄出了没 / 有回音没 / 后来呢 / 修到什么程度了 / 怎么还没动静，进展到哪 / 帮我看下 HD-731 / 单子状态 /
        今天能弄好吗 / 我的投影仪谁负责 / 下午有人过来吗 / 扫描枪的事有下文吗 / 处理到哪了 / 已经派人了吗 /
        我的键盘换了没 / 检测结果出来没有 / 厂家怎么说的 / 预计几号修完 / 我报的灯有没有人看 / 那单子还活着吗 /
        那事咋样啦 / 还没轮到我么 / 结果出来了吗我那台笔记本 / 想问下我的单现在由谁处理 / 大概还要几天 /
        我的耳机申请到哪儿了 / 我的单在谁那里 / 单子谁负责 / 谁在弄我的电脑 / 哪位师傅来修 / 现在谁在处理我的问题 /
        单子派给谁了 / 我的报修是谁接的
      `),
    ],
  },
  'ticket-new': {
    en: [
      "my {device} (won't turn on|won't boot|shows a black screen|stays black), (presentation|meeting|exam) in (10|20|30) (minutes|mins)(!!!|!)",
      '(black|blank) screen, (urgent|very urgent|please hurry|presentation now)(!!|)',
      'I want to hand in a broken mouse',
      'please have somebody look at the scanner in the mailroom, its lid is off',
      'the touchscreen at the info point is scratched beyond use',
      'my headset fell apart',
      'we need power strips for the new desks',
      'can I swap my heavy laptop for a light one',
      'the UPS in the closet beeps and its battery is swollen',
      'replacement remote for the projector please',
      'screen protector and case for the company phone',
      'the network socket was ripped out of the wall',
      'make it a ticket',
      "my laptop's screen has a green line since I dropped it",
      'do we have a spare monitor I could have',
      'get me a docking station',
      'scanner at till 4 is dead as a doornail, need a repair',
      'the drum of our copier squeaks badly, someone should come',
      'put me down for a second screen',
      'file this: hinge of my notebook is loose',
      'could we get a longer HDMI lead in the training room',
      'card reader at gate 2 swallowed a card, please log it',
      "I'd like to order a vertical mouse because of my wrist",
      'the wall clock display in the ward shows garbage, log please',
      'my dock has burn marks',
      'two toner cartridges for the copy room',
      'make a ticket please',
      'foot pedal for dictation broke off',
      'spare battery for the handheld needed',
      'wifi stick snapped in half',
      'the label printer cutter is blunt, needs a new blade',
      'no rush but my stylus tip is worn out',
      'microphone arm in hall B fell off the ceiling',
      'please get someone to hang the new screen in the lobby',
      'water got into the keyboard of the reception pc',
      '(open|create|raise|log|file|start|make|register) (a|an|me a|a new) (ticket|case|incident|request|issue) (for|about|because of|:|regarding) (my|the|a) {broken}',
      '(I want to|I need to|can I|please|I would like to) (open|report|raise|log|submit) (a|an) (ticket|fault|defect|problem|new request|case)',
      '(my|the) {thing} (is broken|broke|is dead|is cracked|fell down and broke|is physically damaged|has a cracked case|is smashed|will not turn on anymore|is smoking|smells burnt|is defective)',
      '(I need|we need|please order|order|can you get|can I get|could I have|send me|need) (a|a new|another|two|three|five new) {thing} (for my desk|for the office|for our new room|please|)',
      '(spilled|spilt) (coffee|water|tea) (on|over) my {thing}, (it is dead|needs replacing|does not start)',
      'the {thing} (at|by|in) (the entrance|reception|room 4|the warehouse|the lab) (does not switch on|is broken|is dead|flickers|is out of order), (please send somebody|can you repair it|please fix)',
      '(no hurry|no rush|whenever you can|low priority|not urgent): (my|the) {thing} (cable |)(is worn|is loose|is scratched|needs replacing|is coming apart)',
      '(key|button|hinge|port|plug|fan|lid) of my {thing} (came off|is broken|is bent|rattles|snapped off)',
      '(write up|put in|set up) a ticket: {thing} (broken|defective|replacement|order)',
      'new ticket please',
      'report a (fault|defect|broken {thing})',
      'a ticket for me please',
      '(please |)replace my {thing}, it (is old|died|is worn out|broke)',
      'order (toner|paper trays|cables|adapters|batteries|headsets) for (us|the team|the printer on floor 2)',
      'my chair moved over the {thing} and it is torn, who repairs it',
      'we want (four|six|two) (desk phones|docking stations|screens) (installed|set up|mounted) in the new (office|room|project space)',
      ...said(`
        my monitor is broken / the printer on the second floor is dead / need a new keyboard /
        please open a ticket / I want to report a fault / my laptop won't charge any more /
        the phone display is cracked / the docking station smells burnt / order a second screen for me please /
        log this: the scanner does not switch on / I'd like to raise an incident /
        the projector lamp in room 4 is gone / key fell off my keyboard / coffee in my laptop /
        my headset snapped in half / socket at my desk has no network /
        the label printer eats labels and tears them / could you get me a mouse /
        we need two tablets for the warehouse / the hinge of my notebook broke off / battery is swollen /
        make a ticket for me / file a report, my camera is dead / I'd like a height adjustable arm for the screen /
        replace my charger please / I need a longer hdmi cable / touchscreen on till 3 cracked /
        the fan sounds like a jet and it shuts off / somebody needs to look at the barcode reader, it fell /
        put in a request for a new badge holder / can I get a headset for calls /
        my desk phone has no dial tone, cable is torn / the usb port is loose / smoke came from the power supply /
        new toner for the printer in finance / ticket please, the badge reader at gate B does not react /
        report a defect / the wall screen in reception stays black after the power cut / ipad glass splintered /
        need a spare battery for the scanner / no picture on the left screen, tried other cables /
        register a fault for me / the printer makes a grinding noise and prints nothing /
        would like to order a laptop bag / my pc does not start at all, no light / the webcam was ripped off /
        I need someone to install a network socket / two keys are stuck for good on my notebook /
        the switch under my desk is dead / create incident: card terminal is broken / the mouse wheel is worn out /
        I have to get my cracked phone exchanged / please take down a new problem /
        we need patch cables, five metres, four of them / order ten keyboards for the training room /
        toner low in printer 3, please bring a new cartridge / please deliver a second charger to my home office /
        I want to get a webcam / batteries for the wireless mouse are needed /
        four headsets for the hotline team please / new SIM card for the tablet /
        my docking station is broken for good / the laptop lid doesn't close anymore /
        screws are missing on my notebook / request a loan laptop for the trip / borrow a projector for thursday /
        could somebody mount a screen in room 5 / set up the pc in the new office /
        move my workstation to room 210 / install two sockets at the reception /
        please dispose of our old computers / pick up a broken printer from the second floor /
        ceiling wifi box hangs by its cable / my handheld has a dead battery / till drawer does not open /
        receipt printer out of order / x-ray viewing monitor is dark /
        whiteboard beamer has a green tint, lamp must be changed / smartboard pen lost its tip /
        label scanner trigger stuck / desk phone display dead / the intercom crackles and dies /
        my mobile doesn't hold a charge, replace it / pc case makes a burning smell / power button broke off /
        somebody spilled tea over the keyboard in the lab / hard drive clicks / the monitor stand is snapped /
        there is a crack across the glass / the cable is chewed through
      `),
    ],
    zh: [
      '(电脑|笔记本|{device})(开不了机|黑屏|开不了|死机)了，(10|20|半)(分钟|个小时)后(要|有)(开会|演示|考试|面试)(！！|！|)',
      '黑屏(了|)，(急|很急|急用|马上要用)(！！|)',
      '我要交一个坏鼠标',
      '收发室扫描仪盖子掉了，来人瞧瞧',
      '信息台触摸屏刮花没法用',
      '耳机散架了',
      '新桌子要几个插线板',
      '能把重本子换成轻的吗',
      'UPS 电池鼓包还滴滴叫',
      '投影遥控器补一个',
      '公司手机要个壳和膜',
      '网口从墙上扯下来了',
      '给我立个单',
      '摔了以后屏幕有条绿线',
      '有没有多余的显示器给我',
      '给我弄个扩展坞',
      '会议平板笔丢帽断芯，换新',
      '四号收银台扫描枪彻底不亮了，要修',
      '复印机吱吱响，来人看看',
      '给我加一块显示器',
      '笔记本转轴松了，登记下',
      '培训室想要根长点的 HDMI 线',
      '二号门读卡器吞卡了，报修',
      '手腕疼，想领个竖着的鼠标',
      '病房的显示屏花了，记一单',
      '扩展坞有烧焦味',
      '文印室要两个硒鼓',
      '建单',
      '听写脚踏板断了',
      '手持机要块备用电池',
      '大厅装新屏，派人来挂',
      '标签机刀片钝了要换',
      '手写笔笔尖磨平了，不着急',
      '礼堂话筒架掉下来了',
      '前台电脑键盘进水了',
      '提个工单：叫号机不出票',
      '教室音箱一边没声，换一个吧',
      '(帮我|请|给我|麻烦)(开|建|提|登记|新建)(一张|一个|个|张)(工单|报修单|故障单|单子)(：|，|){thing}(坏了|碎了|开不了机|)',
      '(我要|我想|想)(提单|开单|报障|报个故障|提交工单|登记报修)',
      '(我的|前台的|会议室的|仓库的){thing}(坏了|摔坏了|屏幕碎了|冒烟了|彻底开不了机|进水了|断了|烧了|裂了|报废了)',
      '(需要|申请|想要|给我|请采购|再来|帮我订)(一个|两个|三台|一根|五个新)(新的|){thing}(，放工位|，新同事用|谢谢|)',
      '{thing}(按键掉了|接口松了|外壳裂了|线皮破了|风扇响得厉害|插头弯了)，(换一个|请修|麻烦处理|不急)',
      '(不急|有空的时候|闲了再弄)，{thing}(有点松|磨损了|该换了)',
      '报修：{thing}(不亮|不通电|坏了)',
      '报修',
      '新建一个工单',
      '派人来修一下{thing}',
      '咖啡洒在{thing}上了，(打不开了|开不了机|不亮了)',
      '(新办公室|新工位|展厅)要(装|布置)(四部|六台|两个){thing}',
      ...said(`
        我要报修 / 开个单 / 显示器坏了 / 键盘进水了 / 帮我登记一个故障 / 笔记本摔了，屏幕碎了 / 打印机卡死了还冒烟 /
        需要一个新鼠标 / 给我配个副屏 / 充电器坏了换一个 / 电池鼓包了 / 申请一个耳机 / 投影灯泡烧了 / 扫码枪摔坏了 /
        工位网口没信号，帮忙来人看 / 电话机没声音线断了 / 提个报修 / 建个工单 / 我想报个障 / 主机不通电 /
        摄像头坏掉了 / 要一根网线 / 订两台平板给仓库 / 硒鼓没了，来换 / 触摸屏不灵了得换 / 笔记本转轴断了 /
        键帽掉了两个 / 门口刷卡机坏了 / 收银机屏幕裂了 / 鼠标滚轮坏了 / 帮我下单买个转接头 / 扩展坞烧了有糊味 /
        USB口松了插不住 / 开机没反应，灯也不亮 / 给我来个新键盘 / 前台电视黑屏了 / 标签机一直撕纸 /
        登记：三楼打印机坏 / 手机屏碎了要换 / 想领一个U盘 / 电源冒火花了 / 座机听筒坏了 / 装个网络插座 /
        主板好像烧了 / 桌上的交换机死了 / 帮我提单，耳机一边不响 / 笔记本键盘有几个键按不动了 / 换个硬盘 /
        我需要加一台显示器 / 会议室的线被扯断了 / 电脑蓝屏开不了机，派人来 / 墨盒没墨了帮换 / 给新工位配一套电脑 /
        大屏花了 / 风扇响得像拖拉机然后就关机 / 麦克风坏了给换个 / 电脑掉地上了开不开 / 请录一个新问题 /
        要五根网线，三米的 / 培训室订十个键盘 / 三号打印机快没墨了，送个新的 / 给家里办公再配个充电器 /
        想要个摄像头 / 无线鼠标要电池 / 热线组要四副耳机 / 平板要张新卡 / 扩展坞彻底坏了 / 笔记本盖子合不上 /
        电脑螺丝掉了 / 出差借台笔记本 / 周四借投影仪 / 五号会议室装个屏 / 新办公室电脑帮忙装 /
        我的工位搬到210，电脑移一下 / 前台装两个网口 / 旧电脑报废回收 / 二楼坏打印机来拉走 / 吊顶的无线盒掉下来了 /
        手持终端电池不行了 / 收银抽屉弹不开 / 小票机坏 / 阅片显示器黑了 / 投影发绿要换灯泡 / 白板笔头掉了 /
        扫描枪扳机卡住 / 座机屏不亮 / 对讲机滋滋响然后没了 / 手机充不进电，换一个 / 机箱有糊味 / 电源键掉了 /
        茶水洒实验室键盘上了 / 硬盘咔咔响 / 显示器支架断了 / 玻璃裂了一道 / 线被老鼠咬断了 / 教室一体机开不了 /
        护士站打印机坏了 / 广播麦克风没电了坏了 / 门店平板摔坏 / 排队机不出票 / 车间终端进灰死机了 / 刷脸机坏了 /
        无线话筒要两个 / 申领三个扩音器 / 自助机吞卡 / 监控探头掉了 / UPS 一直叫 / 机柜风扇不转
      `),
    ],
  },
  'ticket-add': {
    en: [
      '{ticket} still loud',
      '{ticket} it also squeaks',
      '{ticket} I restarted it twice',
      '{ticket} the light is red now',
      'I have more details about the failure',
      'adding: colleague next door sees it too',
      'just found out it only fails with the blue cable',
      'attaching what you wanted',
      'let the engineer know the gate code is 1200',
      'in addition it says low toner',
      'the photo I promised is here',
      "also tell them I'm in until six",
      'also, it hums when the lights are on',
      'extra info: happened twice more since lunch',
      'forgot to write that the cable is new',
      'please put on record that the second port fails as well',
      "I'm sending a short clip of the noise",
      "here's what the display says: E-04",
      'for the file: purchased in 2023',
      'the model is LX-300 in case it matters',
      'adding to my report, the plug gets warm',
      'to complete my ticket HD-690, the room number is 2.14',
      'new finding: works on battery, fails on mains',
      'update from me, only the left speaker crackles',
      'screenshot below 📎',
      'pic of the damage attached',
      'the error just changed, now it says E-11',
      'note for whoever works on it, dog in the yard',
      '(please |)(add|attach|put|append|note) (this|that|the following|a note|a comment|a picture|the screenshot|the photo|the log) (to|in|on) (my ticket|the ticket|{ticket}|the case)',
      '(for|to|regarding|re) {ticket}: (it also happens|the serial number is|the error says|it is in|the room is|the asset tag is|I forgot to say that it is) {detail}',
      '(one more thing|something else|additional info|more information|by the way|PS|I forgot to mention)( for my ticket| about it| on the {thing}|): (it only happens|it also happens|the error code is|the serial number is|it started) {detail}',
      '(here is|here are|attached is|attached|uploaded|sending) (the|a) (screenshot|photo|picture|log|video|serial number|error message|recording) (you wanted|you asked for|for my ticket|of the fault|)',
      '{ticket} (update|addition|note): {detail}',
      'it (also |only |just |)(happens|appears|occurs) (when|if|after) {detail}',
      'the serial number (is|of the {thing} is) (SN88213|5CG123|PF2K9)',
      '(Munich|Berlin|London|the main office), (first|second|third|ground) floor',
      '(I am |I sit |)(on|in) (the second floor|the third floor|room 2.14|the east wing)',
      '(since|it started) (yesterday|Monday|this|last) (morning|afternoon|evening|week)',
      'version (4.2|7.1|11)',
      '(tell|let) the technician( know|) (that|:) {detail}',
      'the (colleague|technician) on my ticket should know (that |)(the fault|it) {detail}',
      'same (thing|fault) on my (second|other) {thing} too, (please note it|add that|put it on the ticket)',
      'I tried (another cable|another socket|a restart|the other port), (same result|no change|did not help)',
      ...said(`
        one more detail for my ticket / add to HD-731: it only happens on battery /
        here is the serial number SN-4471 / note for the technician: come after two /
        it also happens with the other cable / I attach a screenshot / forgot to mention the error says 0x8004 /
        please add that the second floor is affected too / additional info: started after the update /
        the asset tag is 00417 / put in the ticket that I tried another port / for INC-12: the room is 3.14 /
        ps it beeps three times / I have new info on the scanner case /
        write in my case that I'm only here until noon / pic attached, see the crack /
        the model is a T14 by the way / comment on my ticket: now also the mouse /
        tell them the light blinks orange / append this log to the ticket / more on that: colleague has the same /
        to complete my report: it's windows 11 / I should have said that it's the left screen /
        update for the ticket, restart did not help / extra information, happens only on wifi /
        the key to the room is at reception, put that in / another photo for the case /
        can you note that the device is at home / here's the picture you asked for / it is printer PR-20, add that /
        also, it only occurs with pdf files - please put it in HD-731 / the error number is 1603, for the ticket /
        regarding INC-4: tested with a new battery, same / one more thing on my case /
        attach this file to the incident / the answer to your question is no, it never worked /
        I already restarted twice, write that down in the ticket / no it never worked, for the ticket /
        noted one more symptom for my case: no light / extra for INC-4: the cable is original /
        the room is locked after six, put that into the ticket / model is X1, belongs to my ticket
      `),
    ],
    zh: [
      '{ticket}还是响',
      '{ticket}另外还吱吱叫',
      '{ticket}我重启过两次',
      '{ticket}现在亮红灯',
      '故障还有更多细节',
      '加一条：隔壁同事也有',
      '刚发现只有蓝线不行',
      '你们要的附上了',
      '告诉工程师门禁码 1200',
      '另外还提示缺墨',
      '答应的照片在这',
      '跟他们说我六点前都在',
      '补一句，开灯的时候它嗡嗡响',
      '午饭后又出现两回，记一下',
      '线是新换的，忘写了',
      '第二个口也不行，备注里加上',
      '发段视频，听那个噪音',
      '屏幕上显示 E-04',
      '型号是 LX-300，写进单里',
      '插头会发热，追加到我的单上',
      '用电池没事，插电才坏，补充下',
      '只有左边喇叭有杂音',
      '现在报错变成 E-11 了',
      '图在下面📎',
      '坏的地方拍给你们了',
      '给修的人说一声，院里有狗',
      '单子里再添一条：2023年买的',
      '房间号 214，补到工单',
      '再补张图',
      '(给|在|往)({ticket}|我的工单|单子)(里|上|)(加|补|补充|追加)(一条|个|一句|)(备注|说明|信息|截图|照片|描述)',
      '{ticket}(补充|备注|更新)：(序列号是 SN88213|在三楼|只有早上出现|错误码 0x80)',
      '(补充一下|还有一点|再说一句|忘了说|另外补充|对了)，(只有插电时|开机的时候|周一|用外接屏时|上传大文件)才(出现|这样|断|会响)',
      '(截图|照片|录像|日志|录音)(发|传|附)(上来|给你们|在这|上)了',
      '这是(你们|工程师)要的(截图|序列号|日志|照片)',
      '(告诉|转告)(工程师|处理的人|维修师傅)(，|)(机器在二楼|我换过线了|下午才有人)',
      '换了(线|插座|端口)(还是|也)一样，(记一下|补到单子里|备注上)',
      '序列号是 PF2K9',
      '(慕尼黑|柏林|上海|总部|)(，|)(一|二|三|五)楼',
      '(我|)在(二|三|四)楼(的|)(会议室|办公室|工位|东侧)',
      '(昨天|今天|前天|周一)(早上|上午|下午|晚上|)开始的',
      '(4.2|7.1|最新) 版本',
      '(公司|家里|办公室)的(网络|电脑|笔记本)',
      '错误代码是 0x0000011b，补充到单子里',
      ...said(`
        补充一下，重启过了没用 / 给 HD-731 加一句 / 序列号是 SN4471 / 备注：下午两点后来 / 换了线也一样，写进单子 /
        附上截图 / 忘说了，报错 0x8004 / 再补充个情况 / 资产编号 00417 / 工单里加上：二楼也这样 /
        INC-12 补充：房间 314 / 型号是 T14 / 照片发你了，加到单里 / 告诉师傅钥匙在前台 / 追加一条信息 /
        对了我用的是 Win11 / 同事的也这样，记一下 / 我这单里写上只有用电池才这样 / 给工程师留言，中午前我在 /
        补张图 / 日志给你们，附到单子上 / 说明一下是左边那个屏 / 更新一下，又试了别的口还是不行 / 还有个细节 /
        单子上备注设备在家里 / 这是你们要的照片 / 把这个附件放进工单 / 给那张单补一句话 / 灯是橙色的在闪，记上 /
        打印机编号 PR-20，补进去 / 只有打PDF才出错，请加到单里 / 回复你们的问题：一直没好过 /
        我再说下情况，只在wifi下出现 / 补录：更新之后开始的 / 麻烦在单里注明我只在到中午 / 添加说明：已经换过电池 /
        追加，错误号是 1603 / 顺便记上楼层三楼 / 工单补充资料 / 给单子加个附件 / 刚才那单再补一句，只有下午出现 /
        单子加上：我试过别的线 / 给 INC-4 添个备注 / 又发现一点，灯也不亮，记到单里 / 补充型号 X1 /
        单子里写，设备放在前台了
      `),
    ],
  },
  'ticket-close': {
    en: [
      '({service}|{app}|the {thing}|my {thing}) (works|is working|runs|opens|is ok|is fine) again( now|, thanks|)',
      "it's working so the ticket isn't required",
      'finished, close it please',
      'I solved it on my own, close {ticket}',
      'you did it, this can be closed',
      'that case is history, close',
      'the matter is settled, please archive',
      'no further help needed on {ticket}',
      'you may close this one, the replacement works fine',
      'problem gone, shut the case',
      'consider it settled, finish the ticket',
      'all sorted with HD-702, wrap it up',
      'the colleague fixed my camera yesterday, the entry can be closed',
      'done and dusted, please close',
      'tick my request off',
      "I'm happy, end the ticket",
      'restart cured it, case can be shut',
      "headset arrived, so that's complete",
      "that's resolved as far as I'm concerned, complete it",
      '(close|please close|you can close|go ahead and close|feel free to close|mark as solved) (my ticket|the ticket|{ticket}|the {thing} ticket|the case|it)',
      '(my |the |)(problem|issue|fault|{thing}|printer) is (solved|fixed|working again|resolved|sorted out), (please |you can |)(close|shut|finish|complete) (the ticket|it|the case|{ticket})',
      '{ticket} (is done|is solved|is fixed|can be closed|is finished|solved, thanks|works now, close it|is settled)',
      '(it works|all good|fixed it myself|it is working) (now|again|), (the ticket can be closed|no need for the ticket anymore|close the ticket|please mark it done|mark it as resolved)',
      'the {thing} (one|ticket|issue) (is|was) (solved|done|sorted), (close that|you can tick it off|nothing more to do)',
      'mark {ticket} as (resolved|done|complete|finished)',
      'I consider {ticket} (done|closed|finished)',
      ...said(`
        you can close it, works again / solved, close the ticket please / HD-731 can be closed /
        that's fixed, thanks, close it / problem gone, please tick it off / my case is done /
        mark INC-12 as resolved / all good now, shut the ticket /
        it's working since this morning so close my ticket / no further action needed on my ticket /
        case closed from my side / finished, you may close / the new cable did it, you can finish the ticket /
        ticket 88 is sorted / wrap up my case / set my ticket to done / close my request about the mouse, got it /
        received the monitor, ticket can go / your colleague repaired it, please close /
        resolved by restart, close it / I found the cause myself, close the case /
        the repair was successful, ticket can be closed / end the ticket, everything runs / ok to close /
        please complete HD-731 / that one is over and done, archive it / I'm happy, close it /
        printer prints again so the incident can be closed / got my headset today. done /
        please put a tick behind my ticket / the wifi has been fine for two days, close /
        ticket erledigt, close it / nothing left to do in INC-4 /
        runs again, thank you, the ticket may be finished / it's been fine since tuesday, please end my ticket /
        fix confirmed, close / the monitor arrived and works, close that one / looks good, you can put it to done
      `),
    ],
    zh: [
      '({service}|{app})(又|)(能用|恢复|正常)了',
      '能用了，单子不需要了',
      '弄完了，请关',
      '我自己搞定了，{ticket}关掉',
      '你们修好了，这个可以关了',
      '这事翻篇，关单',
      '已经解决请归档',
      '{ticket}不用再帮忙了，结束',
      '新的用着挺好，单子收了吧',
      '没毛病了，结案',
      '昨天同事弄好摄像头了，那条可以关',
      '验收通过，单子关闭',
      '这事了了，完结吧',
      '重启完就好了，单可以结',
      '耳机收到了，这单完成',
      '我满意，结束工单',
      'HD-702 处理完毕，归档',
      '都弄妥了，关单',
      '网好了，报的那张帮我结了',
      '可以销单了',
      '(请|可以|帮我|麻烦|)(关闭|关掉|关|结掉|结)(我的工单|这个工单|{ticket}|单子|这张单)(吧|了|)',
      '{ticket}(可以关了|已解决，关闭吧|好了，结单|解决了|修好了可以结单)',
      '(问题|故障|{thing}|网络)(解决了|好了|修好了|恢复了)，(单子可以关了|结单吧|工单关了吧|不用再开着了)',
      '{thing}那张(已经好了|弄好了)，(关掉|结单|标记完成)(吧|)',
      '把{ticket}标记为已完成',
      '结单',
      '可以结单了',
      ...said(`
        好了，关单吧 / 已经修好，可以结单 / HD-731 可以关了 / 问题解决了把单子关掉 / 单子结了吧 / 弄好了关闭工单 /
        INC-12 处理完了，关 / 我这边正常了，请结案 / 完事了，关掉 / 工单可以关闭 / 换了线就好了，结单 /
        收到显示器了，单子关了吧 / 师傅修好了，麻烦关单 / 重启就好了，关了吧 / 这个单子完结 / 没问题了，帮我结一下 /
        把那单标记成已解决 / 搞定，销单 / 确认解决，请关闭 / 打印机能打了，关单 / 可以了，单子收了吧 /
        我自己找到原因了，关掉单 / 鼠标拿到了，结掉 / 今天恢复了，单不用留着了 / 验收通过，结单 / 这事了了，结案 /
        单号88 关了 / 都好了，可以归档 / 帮忙把我的单子点完成 / 已修复，可关闭 / 好使了，把单结了 /
        网好了两天了，关单 / 工单完成了哈，关闭即可 / 结了吧那个单 / 能用了，关掉吧 / 好了，不用再看了，结单 /
        已经恢复了，可以结 / 问题没了，关闭 / 弄完了把单销了 / 用着正常，工单完结
      `),
    ],
  },
  'ticket-cancel': {
    en: [
      'withdraw {request}',
      '(cancel|withdraw|retract|pull back) (my|the|that) ({entitlement} |access |)request( please|)',
      'skip my ticket, I was wrong',
      'please ignore {ticket} and remove it',
      "the order isn't required any more",
      "I'd like to withdraw what I reported",
      'stop processing {ticket}',
      'my mistake, take the ticket back',
      'we solved it by other means, withdraw the request',
      'nobody needs to come any more, cancel',
      'strike my order for the camera, I got one from a colleague',
      'please kill HD-715',
      'the request was meant for facilities, take it out',
      'undo my last ticket, wrong button',
      'leave the repair, I bought a new one',
      "I don't want HD-715 any longer",
      'revoke what I sent this morning',
      'sent to the wrong desk, remove it',
      'the training was cancelled so stop the loan laptop',
      'found the cable in my drawer, so delete the order',
      'withdraw my report, false alarm',
      'call off the technician',
      '(cancel|withdraw|drop|retract|delete|take back|revoke) (my ticket|the ticket|{ticket}|my request|the {thing} ticket|my last ticket|it)(, please|)',
      '(no longer|do not|dont) (need|want) (the {thing}|that ticket|{ticket}|it|the repair) (anymore|any more|after all|), (cancel it|please withdraw|drop the ticket|)',
      '{ticket} (was a mistake|was a duplicate|is obsolete|is not needed anymore|can be cancelled|please cancel|can be binned)',
      'I (opened|filed|sent|raised) (it|that|the ticket|{ticket}) (twice|by mistake|by accident|by error), (cancel|delete|remove|withdraw) (one|it|the second|the newer one)',
      '(cancel it|withdraw it|please withdraw that), (it works again|I found it|solved itself|no longer relevant|plans changed|the meeting is off)',
      'forget (my ticket|the {thing} order|{ticket}), (I do not need it|we found another one|the project was cancelled)',
      'the {thing} I (ordered|asked for) is (not needed|no longer required) (anymore|), (please stop|withdraw) (the order|the request|that)',
      ...said(`
        cancel my ticket / cancel it, no longer needed / withdraw HD-731 / I filed that by mistake, delete it /
        please retract my request / forget the ticket, don't need the mouse any more / drop my order of the screen /
        I opened it twice, remove one / scrap INC-12 / take back my report /
        call off the technician, we don't need him / void the ticket please /
        I don't want the replacement anymore, cancel / pull my request for the tablet /
        duplicate, please discard ticket 88 / stop the order, I found one in the cupboard /
        the case is obsolete, we got rid of the device / my ticket was a mistake / I'd like to rescind my ticket /
        undo the ticket from this morning / no need to come any more, cancel it /
        please delete my ticket about the printer / revoke my report, wrong room /
        don't bother with the headset, cancel the request / kill ticket HD-731 /
        reported the wrong device, take it out / cancel the appointment with the engineer and the case /
        not needed after all, annul it / ticket no longer relevant since the project was stopped / bin the request /
        I changed my mind about the new phone, cancel the ticket / please stop working on my ticket, it's moot /
        test ticket, delete / ticket HD-655 is not needed, the monitor came from another team /
        please remove my case, I fixed the cable / no more need for the ticket /
        the request for the tablet can be dropped / take my name off the queue, it's fine without /
        you don't have to do my ticket any more
      `),
    ],
    zh: [
      '{request}(撤回|撤销|撤了吧|不要了)',
      '(申请|{entitlement}的申请|权限申请)(不用了|不需要了|)(，|)(撤回|撤了吧|撤销|取消)',
      '我的单子别管了，是我弄错',
      '{ticket}忽略并删除',
      '订的不需要了',
      '想把报的撤掉',
      '{ticket}别处理了',
      '我的失误，单子拿回来',
      '我们换别的办法了，撤申请',
      '不用来人了，取消',
      '摄像头不用订了，同事给了一个',
      '把 HD-715 划掉',
      '这单该报后勤的，撤了',
      '点错了，刚才那个单收回',
      '不修了，自己买新的了',
      '我早上提的撤回来',
      '报错地方了，删了吧',
      '培训黄了，借的电脑别准备了',
      '线找着了，单子取消',
      '虚惊一场，报修撤了',
      '让师傅别来了，单子作废',
      '那个申请我不要了，撤',
      '(撤销|撤回|取消|作废|撤掉)(我的工单|{ticket}|那张单子|这个单|刚才提的单|我的报修)(吧|，谢谢|)',
      '{ticket}(不需要了|不用了|提错了|重复了|撤了吧|作废吧|取消)',
      '(提重了|提错了|重复提交了|手滑提了两次)，(撤掉一张|取消一个|后面那张作废|删掉吧)',
      '{thing}(不用修了|不要了|不需要了)，(单子撤了吧|把工单取消|撤单)',
      '撤单',
      '(活动|会议|项目)取消了，(那个|借的|申请的){thing}(不用了|不需要了|别安排了)',
      ...said(`
        取消我的工单 / HD-731 不要了，撤回 / 报错了，删掉那个单 / 不用修了，撤销 / 我提重了，作废一张 / 撤回报修 /
        不需要了取消吧 / 那个申请收回，鼠标不要了 / 别派人了，单子取消 / 把单子删了，是我弄错了 / INC-12 作废 /
        屏幕不订了，撤 / 手滑点的，撤掉 / 单子没意义了，取消 / 设备都报废了，单取消 / 我找到一个了，订单取消 /
        撤掉早上那张单 / 写错房间了，撤回重来 / 不要处理我那单了 / 取消报障 / 提错了撤销一下 / 那个测试单删掉 /
        项目停了，单子也撤 / 师傅不用来了，撤单 / 我改主意了，新手机不要了，取消单子 / 作废我的请求 /
        麻烦收回我刚提的 / 单子撤了吧不麻烦了 / 重复单，撤一个 / 之前报的不算了，撤回 / 工单88撤销 /
        停掉那个单，别弄了 / 申领撤回 / 单子我不需要了，帮忙撤
      `),
    ],
  },
  'ticket-reopen': {
    en: [
      "still (does not|doesnt|doesn't|wont|won't) (work|open|print|connect|start)",
      'still broken',
      'still not working',
      "(no|nope|sorry|no sorry|)(, | )(that|this|it) (did not help|didnt help|didn't help|does not help|doesn't work|did not work|changed nothing|didn't fix it)",
      "(it is|it's|its|) still (broken|not working|failing|the same|dead|spinning|stuck|slow)( here| for me| after that|)",
      '(tried|did) (that|it|all of that|the steps), still (broken|the same|not working|no luck)',
      "it's broken again, the one you closed",
      'same issue as in {ticket}, not gone',
      '{ticket} should not be closed, it persists',
      'my old problem is here again, pick it up again',
      'unfortunately your solution lasted a morning',
      'fault reappeared, please resume',
      'nope, the copier jams just like before, ticket back on',
      'HD-655 shows closed and the badge reader is still dead',
      'the same noise is there again after the repair',
      "yesterday's fix was for nothing, same screen",
      "I'm afraid the error returned, put my ticket back to open",
      "it says resolved but it isn't",
      "please take up last week's case again",
      'after two days the sync failed anew, resume HD-655',
      'not cured: still no sound, revive the ticket',
      'why was HD-655 closed, nothing was done',
      '(reopen|please reopen|open again|can you reopen|re-open) (my ticket|{ticket}|the {thing} ticket|the case|it)',
      '(the {thing}|it|the fault|the problem|the same error) (is back|came back|is broken again|started again|returned|has come back|is dead again), (please reopen|reopen the ticket|you closed it too early|)',
      '{ticket} (is not solved|was closed but is not fixed|is marked done but still broken|is back|happens again|closed too early|shows resolved but it still fails)',
      '(you|they|somebody) closed (my ticket|{ticket}|the case|it) but (it is not fixed|the fault is still there|nothing has changed|it still does not work)',
      'the (fix|repair) (did not last|lasted a day|held for an hour only), (same|the) (problem|fault) again',
      '{thing} (repaired|fixed) (last week|yesterday|on Friday) and (broken|dead|down) again (today|already|)',
      ...said(`
        it's back, reopen it / the same fault again / reopen HD-731 / not fixed, open it again /
        you closed my ticket but it still fails / broken again since this morning / INC-12 was closed too early /
        the repair lasted one day / my old ticket needs to be opened again /
        same problem as last week, please reactivate the ticket / resolved? no, it isn't /
        it came back after the reboot / printer jams again, the ticket is closed already /
        can you resume my closed case / again no sound, the fix did not hold / please reopen, problem persists /
        it does it again / the issue has returned / closed without being solved /
        I disagree with the closing, still broken / undo the close on ticket 88 /
        it worked for an hour and now it's dead again / unfortunately the error is there again /
        your fix didn't last / put my ticket back to open / relapse: the scanner stopped again /
        wasn't really solved, open it up again / the ticket was marked as done but nobody did anything /
        the closed one about my screen: flickers again / revive INC-4 / still happening after you closed it /
        second time the same thing, bring the ticket back / why was my ticket closed, nothing has been done /
        closed but not solved / who closed this? it still doesn't work / please undo the closing /
        the closed ticket must be opened again / it says resolved and nobody was here /
        continue with my closed case / it's not done, open it again / the old error returned after your repair /
        same thing as in my closed ticket / one week fine and now it's back / your colleague closed it too soon
      `),
    ],
    zh: [
      '还是不行',
      '没用',
      '(没用|试过了|照做了|按步骤做了)，(还是|依然|仍然)(不行|一样|打不开|连不上|卡|没反应)',
      '还是(不行|打不开|连不上|登不上|用不了)',
      '不管用',
      '你们关的那个又坏了',
      '跟{ticket}一样的问题没消失',
      '{ticket}不该关，还存在',
      '老问题又来，接着弄',
      '可惜只好了一上午',
      '故障重现，请继续处理',
      '复印机跟之前一样卡，单子恢复吧',
      'HD-655 关了可读卡器还是死的',
      '修完又是那个声音',
      '昨天白修了，一模一样',
      '错误又回来了，把单打开',
      '写着已解决，哪解决了',
      '上周那单接着处理',
      '才两天又同步失败了，重启 HD-655',
      '还是没声，单子别关',
      '啥也没干怎么就关单了',
      '又犯病了，那张单再开开',
      '没修好就结了，打回重办',
      '(重开|重新打开|再打开|恢复)(我的工单|{ticket}|那张单子|工单)',
      '(又坏了|又出现了|问题又来了|老毛病又犯了|还是没好)，(重开|单子重新打开|把工单再打开|请重新处理)',
      '{ticket}(没解决|关早了|显示已解决但还是不行|又出问题了|没修好就关了|还没好)',
      '(上周|昨天|刚)修好的{thing}(又坏了|又不行了|又断了)',
      '(你们|谁)把(单子|工单|{ticket})关了，(可是|但|其实)(问题还在|还没好|没修好)',
      ...said(`
        又坏了，重开 / 没修好，重新打开 / HD-731 再打开 / 老问题又来了 / 你们关了单可还是不行 / 才好一天又不行了 /
        上次那单重开一下 / 单子关早了 / 问题复现了 / 根本没解决，怎么就结了 / 毛病又犯了 / 重新激活那张单 /
        重启后又出现了，单恢复一下 / 打印机又卡了，之前的单已经关了 / 关掉的单再开开 / 修过的又坏 /
        还是老样子，打开原来的单 / INC-12 不能结，还有问题 / 又没声音了，上次没修彻底 / 恢复我的单子 /
        结单了但故障还在 / 又开始闪了，跟上周一样 / 反复，又断了，重开工单 / 我不同意结单，还没好 / 单号88 重开 /
        好了两小时又死了 / 请把已关闭的工单恢复 / 同样的毛病第二次了，重开 / 没弄好就关了，给我打开 / 故障再次出现 /
        之前那个又这样了 / 撤销结单，没好 / 又来了又来了，还是那个错 / 单子标完成了但没人弄过 /
        为什么关了，什么都没做 / 关了但没解决 / 谁关的？还是不能用 / 撤回关单 / 已关的单继续处理 /
        显示已解决可没人来过 / 还没弄完，重新开 / 修完老毛病又出来了 / 跟上次关掉的单一样的问题 / 好了一周又犯了 /
        关太早了，又不行了 / 又来了，还是原来那个错
      `),
    ],
  },
  'ticket-escalate': {
    en: [
      '{ticket} needs attention today, audit at five',
      "I can't wait until next week for this",
      'who is higher up, this takes too long',
      'give {ticket} more priority',
      'important customer affected, please rush my case',
      'kindly expedite',
      'push it through quickly please',
      'my boss is breathing down my neck, can HD-720 go first',
      'this has to jump the line',
      'needs to be running by noon, please push',
      'the board meets in an hour and the screen is black, prio one please',
      "can't this go any quicker",
      'put more people on HD-720',
      'we lose orders because of my open ticket, treat as critical',
      'raise severity to P2',
      'exam on Thursday, my laptop ticket has to be solved before',
      "I'd like this moved up to the manager in charge",
      'move my ticket to the top of the pile',
      '(escalate|please escalate|I want to escalate|raise|bump|speed up|expedite|prioritise|hurry up) (my ticket|{ticket}|this|the {thing} ticket|the case)',
      '(make|set|raise|change) (my ticket|{ticket}|the priority|it) (to|) (P1|P2|urgent|high|higher|top priority|high priority)',
      '(can|could) (you|this|somebody) (go faster|be done faster|move it up|treat this as urgent|be handled first|speed it up)',
      '{ticket} (is urgent|must be done today|needs to go faster|top priority please|has a deadline, hurry|asap)',
      '(my ticket|this|it) (must|has to|needs to) be (fixed|solved|done) (today|before noon|by 3 pm|before the board meeting|first), (please|the customer is waiting|)',
      '(this|my ticket|it) (cannot|can not|can no longer) wait, (the audit is tomorrow|I present tomorrow|the client is here|deadline today)',
      'who can I (escalate|take this up) to',
      'take this to the (manager|next level|team lead)',
      '(asap|urgent) please, (I have a presentation|my exam starts|the customer call is) (at 2|in an hour|tomorrow)',
      'more (urgency|pressure) (on|behind) {ticket} please',
      ...said(`
        make it urgent / please speed it up / I need this today, prioritise HD-731 / can you bump INC-12 /
        raise the priority of my ticket / this can't wait until friday, hurry / push my case to the top / escalate /
        escalate ticket 88 to the manager / the customer is coming tomorrow, I need it faster / set it to P1 /
        it's getting critical, please move it up / can somebody treat my ticket first /
        my deadline is at noon, expedite please / fast track HD-731 because the audit is tomorrow /
        three days already, escalate it / more urgent than I thought / could you do mine sooner /
        please put pressure on it / raise to P2, it blocks the whole team / higher priority please /
        my boss wants this solved today, raise it / jump the queue with my ticket /
        we lose money every hour, upgrade the case / I travel on thursday so it must be done before /
        can this go to second level / involve a senior engineer for INC-4 /
        the exam starts at 2, my ticket must be first / treat as urgent / give my case more weight /
        need it asap, the ticket is already open / please accelerate / it needs to be handled before the weekend
      `),
    ],
    zh: [
      '{ticket}今天要看，五点审计',
      '等不到下周了',
      '再高一级找谁，这太久',
      '{ticket}优先级提一提',
      '影响大客户，快办我的单',
      '烦请加速',
      '赶快推一下',
      '老板天天问，HD-720 先办吧',
      '这事得插个队',
      '中午前必须能用，推一把',
      '一小时后开董事会，屏还黑着，最高级处理',
      '就不能再快点吗',
      '多派俩人弄 HD-720',
      '因为这单丢订单了，按重大处理',
      '级别调到 P2',
      '周四考试，我电脑的单得在那之前弄好',
      '帮我转给你们主管督办',
      '把我的单往前排',
      '再拖要出事，升一级',
      '(升级|加急|催一下|加快|优先处理|催催)(我的工单|{ticket}|这张单子|我的单)(吧|，谢谢|)',
      '{ticket}(加急|很急|能不能快点|今天必须解决|请优先|升为 P1|提到最高优先级)',
      '(我的单子|这个|工单)(能不能|可以|麻烦)(快点|加急|先处理|提前|插个队)',
      '(把|将)(优先级|级别|工单)(调高|提高|提到 P1|升到 P2|升级)(，|)(客户在等|明天要用|领导要看|)',
      '(再不|今天不)(修|处理)(好|完)(就来不及了|要误事)，(催一下|请加急|快点)',
      '我要(升级|往上反映|找上级处理)',
      '能往上报一级吗',
      ...said(`
        加急 / 帮我催一下单子 / HD-731 尽快处理 / 能不能优先弄我的 / 升级一下 / 提高优先级 / 客户明天来，快点 /
        改成 P1 / 我这单能插个队吗 / 今天必须弄好，加急 / 等不了到周五了 / 工单催办 / 再不修就耽误了，催一催 /
        INC-12 往前排 / 老板等着要，快一点 / 影响全组了，升到 P2 / 麻烦提速 / 周四要出差，之前得修好 /
        情况变严重了，升级 / 请领导出面处理这单 / 转给二线 / 急用，能先处理我的吗 / 中午前要交，加快 /
        单子三天了，升级处理 / 优先安排一下 / 请赶紧派人 / 这个比我想的急，调高 / 考试两点开始，先弄我这个 /
        快点给弄，来不及了 / 让高级工程师来看 / 单号88 加急 / 催单 / 时间紧，提前一下 / 每小时都在亏钱，提级别 /
        麻烦快马加鞭 / 请加快处理进度，审计明天就来 / 催催师傅 / 周末前一定要弄完
      `),
    ],
  },
  'ticket-contact-change': {
    en: [
      'not me but Rita is there tomorrow, note it on the ticket',
      'use my private number for {ticket}',
      'my desk is now in wing B, please tell the technician',
      'call the reception when you arrive, not me',
      'for the repair please talk to Igor',
      'the address on {ticket} is outdated',
      'my shift ends at 2, let them ask for Rosa on HD-733',
      'ring 4455 rather than my mobile about my ticket',
      "they should report to the night porter, I'm gone by then",
      'the machine moved to hall 7, correct my ticket',
      "put Hassan's number on the case, I'll be on a plane",
      "wrong extension in HD-733, it's 2210",
      'please swap me for Lin as contact on HD-733',
      'deliver the replacement to the annex instead',
      'technician should go to gate 5 and not to gate 2',
      '(change|update|replace|set) the (contact|contact person|phone number|callback number|location|room) (on|for|of) (my ticket|{ticket}|the {thing} ticket)( to {person}| to 0171 555 123|)',
      '(please |)(contact|call|ask for|talk to|reach) {person} (instead of me|instead|in my place) (about|for|on|regarding) (my ticket|{ticket}|the {thing})',
      '(my number|my phone|my extension) (has changed|is different now|is now {phone}), (please update|for) (the ticket|{ticket}|my ticket)',
      '(I moved|I am now|I sit now|we moved|the device is now) (to|in|at) (room 204|building B|the third floor|home office), (please |)(update|change|correct) (the ticket|{ticket}|my ticket)',
      'for {ticket} the technician should (call|ring|see|meet|ask for) {person}( on {phone}|)',
      'I am (away|off|travelling) (next week|from tomorrow), {person} (is the contact|takes over|will be there) for (my ticket|{ticket}|the {thing} repair)',
      'new (contact|number|address|room) for {ticket}: ({person}|{phone}|room 310)',
      ...said(`
        please contact Anna instead of me / my number changed to 0171 555 1234 / call Tom for HD-731, I'm away /
        new contact for my ticket is Julia / I moved to room 412, update the ticket /
        ask Kevin when you come, not me / the technician should ring my mobile 4711 /
        from tomorrow Noor is the contact on INC-12 / change the phone number in my case /
        I sit in building C now, change the location on my ticket / send updates to Priya /
        replace me as contact with Olga / please phone extension 8012 rather than my desk /
        my stand-in for this ticket is Bob / the device is now in room 2.07 / reach Marcus for the appointment /
        wrong phone number in the ticket, it's 555-0199 / put Dana as the person to talk to /
        on ticket 88 the callback number is 4412 / I've moved desks, third floor now, please adjust my request /
        colleague Ingrid takes over the ticket from me / make Stefan the requester's contact /
        don't call me, call Fatima / email me on my other address about HD-731 /
        update my details on the case: new extension 331 /
        the delivery address for my monitor changed to the Hamburg office /
        someone else is there tomorrow, Rita, note it as the contact / put Dana as the one to talk to /
        not me but Jan will open the door, change the contact /
        my number in the ticket is old, new one 0151 2233445 / the place changed, bring it to room 12 /
        please use my mobile number in the ticket from now on / someone from my team, Paul, handles the ticket now /
        switch the contact to the front desk
      `),
    ],
    zh: [
      '明天在的是丽塔不是我，单子备注',
      '{ticket}用我私人号',
      '工位在 B 区了，告诉师傅',
      '到了打前台别打我',
      '维修的事跟伊戈尔说',
      '{ticket}的地址旧了',
      '我两点下班，HD-733 让他们找罗莎',
      '单子上别打我手机，打 4455',
      '到了找门卫，我那会不在',
      '机器挪到七号厅了，单子改下',
      '写上哈桑的电话，我在飞机上',
      'HD-733 分机写错了，是 2210',
      '联系人换成小林',
      '换的货送到附楼去',
      '师傅去五号门，别去二号门',
      '工单里的地址改成新校区',
      '上门前打给我爱人，号码 13922223333',
      '(把|将)({ticket}|我的工单|单子)(的|)(联系人|电话|联系方式|地点|位置)(改成|换成|更新为)({person}|13800001111|三楼|)',
      '{ticket}(联系|找|请找){person}，(别找我|不用找我|我出差了|我不在)',
      '我(换工位了|搬到 B 座了|换号码了|电话变了)，(工单|{ticket}|单子)(更新一下|改一下|同步下)',
      '我(出差|休假|不在)，(工单|{ticket}|维修)(的事|)(联系|找){person}(，电话 13800001111|)',
      '{ticket}的联系电话改为{phone}',
      '师傅上门找{person}，(我不在|位置改到五楼)',
      ...said(`
        联系人改成李娜 / 我电话换了 13800001234 / HD-731 找小刘，我不在 / 工单联系人换一下 /
        我搬到 412 了，改下地址 / 来之前打我手机 6021 / 明天起找王芳对接 INC-12 /
        单子上的号码写错了，是 010-8888 6666 / 换了工位，在C栋，更新一下单子 / 别打给我，打给张伟 / 进度发给赵敏 /
        这单转给周杰跟 / 联系电话改成分机 8012 / 设备搬到 207 了 / 让师傅联系孙丽 / 单子上的地点改三楼 /
        换个联系人：老吴 / 我休假，单子找林月 / 回电打这个号 13900002222 / 收货地址改成杭州办公室 /
        工单88 联系方式更新 / 我的座机换号了 / 上门找前台小罗就行 / 修的时候联系方婷 / 我调楼层了，单里改一下 /
        把我的手机号更新到单子里 / 报修人联系方式变了 / 对接人换成陈经理 / 明天在的是丽塔，联系人换她 /
        单子上写的电话是旧的，新号 15122334455 / 替换件送到附楼 / 地点变了，送到12号房 / 以后单子用我手机号联系 /
        我们组小保现在跟这单 / 联系人换成前台 / 我不在，到了找阿强开门 / 工单电话更新为分机 331 /
        我换号了，单子里改 13800001234
      `),
    ],
  },
  'outage-report': {
    en: [
      '(half|most of) the (company|office|building|department) has no (internet|network|email|phone)',
      '(whole|entire|all the) (office|floor|building|site|branch) (wifi|internet|network|{service}) (is |)(down|dead|out|gone|offline)',
      '({service}|wifi|network) (down|gone|out) for the whole (office|floor|building|team)',
      'printing is dead in the whole building',
      'the VPN kicked all of us out',
      'nobody can hear anything in any meeting room',
      'our shop floor terminals lost the server, all six',
      'customers and staff say the website is gone',
      'internet is out at the Lyon site',
      'we are all logged out of payroll',
      'none of the badges work at the main door',
      'the ERP crawls for everyone in purchasing',
      'all tills in the shop lost connection at once',
      'nobody in dispatch gets into the route planner',
      "our ward can't open patient files, all of us",
      "door readers on level 4 don't react to anyone's badge",
      'the branch in Leeds is cut off from the network',
      'every classroom has lost the smartboard picture',
      'three colleagues and me are being thrown out of the CRM every minute',
      "mails haven't come in for anyone since eight",
      'all phones in our wing are silent',
      "the entire night shift can't clock in",
      'kiosks in the hall all show error 7',
      'Confluence gives 502 to the whole team',
      '{service} (is down|is not working|is unreachable|crashed|is offline|does not load|is extremely slow|keeps timing out|throws errors) for (all of us|everybody|everyone here|the whole team|our department|the whole floor|several people|multiple users)',
      '(nobody|no one|none of us) (in|at|on) (our team|the office|the second floor|the branch|sales|the plant) can (open|use|reach|log in to|connect to|get into) {service}',
      '(the whole|our entire|half the) (floor|team|office|department|building|branch) (has no|cannot use|lost|is without) ({service}|internet|network|phones|email|wifi)',
      '(we all|all of us|everyone|several colleagues|many of us|ten people here) (get|have|see|are getting) (an error|error 500|timeouts|a blank page|the same error|no connection) (in|from|on|with) {service}',
      '{service} (down|dead|slow|not responding|gone) (in|at|on) (the whole office|all branches|building C|our site|the entire floor)',
      'reporting (an outage|a failure|a disruption): {service} (is down|unavailable|since 9 am)',
      'not just me: {service} (hangs|fails|is dead) for (the entire team|everybody)',
      '(all|both) (printers|scanners|tills|phones|terminals|lines) (on our floor|in the shop|in the hall|here) (are down|stopped|show offline|are dead)',
      'there is no (internet|network|wifi|email) (at|in) (the branch|building A|the office|our site)',
      ...said(`
        the internet is down for the whole floor / nobody in our office can print / SAP is down for all of us /
        email isn't working for anybody here / all phones are dead in the branch / several colleagues can't log in /
        wifi gone in building B / the shop tills are all offline / nobody can reach the file server /
        our whole team gets error 500 in the CRM / the booking system is slow for everyone /
        intranet unreachable from the Hamburg office / teams calls drop for the entire department /
        none of us can open the portal / vpn kicks everyone out / half the company has no mail since nine /
        the patient system hangs on every ward / all the scanners in the warehouse lost the connection /
        the lab network is out, five people affected / everyone here gets 'server not found' /
        the website is down, customers complain / calls don't come through at all in the call centre /
        we at reception all can't access the visitor system / whole classroom without network /
        printing is broken company-wide / all ATMs in the east are offline / jira throws errors for all developers /
        storage is super slow for the whole studio / citrix sessions freeze for all users /
        everything is offline at site 3 / the card readers at all doors fail / outage: ERP /
        multiple users report they can't sign in / our branch has no connection /
        payment terminals in all stores reject cards / the CAD licence server seems dead, nobody gets a licence
      `),
    ],
    zh: [
      '(半个|大半个|半层)(公司|办公室|楼|部门)(没网|没网络|断网|收不到邮件)(了|)',
      '(整个|整间|全)(办公室|公司|楼层|楼|部门)(的|)({service}|wifi|无线|网络|网)(都|全|)(断了|没了|挂了|连不上|不行)',
      '整栋楼都打不了印',
      'VPN 把我们全踢了',
      '哪个会议室都没声',
      '车间六台终端都连不上服务器',
      '客户和员工都说网站没了',
      '里昂那边断网',
      '我们全被登出工资系统',
      '大门谁的卡都不灵',
      '采购所有人 ERP 都卡成狗',
      '三楼整层没电话信号',
      '店里收银机同时掉线了',
      '调度室谁都进不去排线系统',
      '我们病区全打不开病历',
      '四楼门禁谁刷都没反应',
      '分校网络断了，老师都上不去',
      '所有教室的白板都没画面',
      '我跟三个同事一分钟被踢一次',
      '八点到现在全组收不到邮件',
      '我们这片座机全没声',
      '夜班全员打不了卡',
      '大厅自助机都报错 7',
      '用友把会计全踢出来了',
      '同事们语雀都是 502',
      '食堂刷卡三个窗口都不行',
      '整个门店 wifi 没了',
      '{service}(挂了|崩了|打不开|用不了|断了|特别慢|一直报错|连不上)，(我们|整个|全)(部门|组|楼层|办公室|公司|团队|都)(都这样|都不行|都用不了|)',
      '(整层|整个部门|全公司|我们组|大家|好几个人|好多同事)(都|)(打不开|连不上|登不上|用不了|没有)({service}|网络|邮箱|网|电话)',
      '(报告|上报|报一下)(故障|中断)：{service}(全部|大面积|)(不可用|中断|打不开)',
      '(三楼|分公司|门店|校区|仓库)(的|)({service}|网络|打印机|刷卡机|电话)(全|都)(断了|坏了|离线了|停了)',
      '不止我一个，{service}(大家都卡|谁都进不去|全组都报错)',
      '{service}(大面积|集体)(掉线|报错|故障)',
      ...said(`
        整层断网了 / 全部门打不了印 / 大家都登不上 SAP / 我们办公室邮箱都收不到 / 全院系统卡死 / 门店收银全掉线 /
        好几个同事都进不去 / B楼无线没了 / 所有人都连不上共享盘 / 分公司电话全打不通 / 客服系统崩了，全组受影响 /
        OA 大家都打不开 / 仓库的扫码枪全都没信号 / 机房好像挂了，全公司上不了网 / 教室整间没网 /
        官网打不开，客户在投诉 / 全员 VPN 掉线 / 报一个故障：ERP 宕机 / 我们这边都很慢，不止我一个 /
        各病区护士站都卡 / 呼叫中心一个电话都进不来 / 研发都提交不了代码，GitLab 挂了 / 三号厂区全断了 /
        多名用户反馈无法登录 / 食堂刷卡机全坏 / 整个车间的终端连不上服务器 / 所有门禁都刷不开 /
        设计组存储慢得没法用，都这样 / 会议系统全公司都掉 / 考勤机集体离线 / 财务几个人都报用友连不上 / 大面积断网 /
        楼上楼下都没网 / 支付接口全失败 / 全校选课系统崩溃 / 我们这层电话都没声了 / 门诊叫号全停 / 整个仓库连不上 /
        大家的邮箱都弹密码错误 / 全组登录都转圈 / 前台几台机器同时断 / 我们学校所有教室投屏都不行 /
        客户说官网进不去 / 护士站都打不了条码 / 店里两台收银都连不上 / 一排同事都没网 / 车间看板都黑了 /
        会议室全都连不上会议
      `),
    ],
  },
  'outage-question': {
    en: [
      'is there an issue with sign-in today',
      'can you confirm the portal is down',
      "what's broken right now",
      'has anybody else reported slow internet',
      'why is everything slow, outage?',
      'is email working for others',
      'anything wrong with the mail server this morning?',
      'is the wifi having a bad day',
      'does the intranet work for you',
      'did Salesforce go down?',
      'is there trouble with printing in general',
      'are you aware of a phone outage',
      'other people with login trouble today?',
      "what's up with the VPN today, is it down",
      'did something break overnight',
      'is there a disruption going on',
      'is {service} (down|offline|having problems|unavailable|broken|slow today|out) (right now|today|at the moment|for everyone|again|)',
      '(are there|is there|any) (known |current |)(problems|issues|outages|disruption|outage) (with|of|at) {service} (today|right now|)',
      'does (anyone else|anybody else|somebody else) have (problems|trouble|issues) with {service}',
      '(is it just me or is|is it only me, or is) {service} (down|slow|dead|not working)',
      '(any|are there any) (outages|known issues|disruptions|incidents) (today|right now|at the moment|currently|I should know of)',
      'is there (an outage|something wrong|a problem) (today|right now|in the network|with {service})',
      '{service} (down|offline|broken|out)?',
      'status of {service}: up or down',
      'is the (network|internet|system) down',
      ...said(`
        is the VPN down / is there an outage / anyone else having problems with mail /
        are there known issues with SAP today / is teams down or is it just me / status of the network? /
        is the server being worked on / does the internet work for others / is confluence offline at the moment /
        any disruption right now / when will email be back / do you know why the intranet is slow /
        is there something wrong with the wifi / is Jira under maintenance now or broken /
        has the outage been fixed / are other offices affected too / did something happen to the phone system /
        is citrix ok today? / can others log in / known problem with the printers? /
        is the storage having a hiccup / is salesforce down again / are you aware that the portal is slow /
        how long will the outage last / any incident ongoing / system status please / is the cloud down /
        does anybody know what's up with the ERP / only me or is the crm dead / is the payment system running /
        did something break in the network overnight / is it only our floor without wifi /
        when does the outage end / is the server being worked on right now, it's gone /
        planned or broken, the portal?
      `),
    ],
    zh: [
      '今天登录有毛病吗',
      '门户确实挂了吧',
      '现在哪些坏了',
      '有别人报网慢吗',
      '怎么都这么慢，是故障吗',
      '别人邮件正常不',
      '今早邮件服务器出事了吗',
      '无线今天抽风吗',
      '内网你们能开吗',
      'CRM 是不是崩了',
      '打印是普遍有问题吗',
      '知道电话断了吗',
      '今天别人也登不上吗',
      'VPN 今天咋回事，挂了？',
      '昨晚出啥故障了吗',
      '现在有没有大面积问题',
      '系统是在维护还是坏了',
      '钉钉抽了吗',
      '{service}(是不是|是)(挂了|崩了|坏了|出问题了|断了|在维护)(吗|？|)',
      '{service}(今天|现在|)(有故障吗|正常吗|能用吗|出问题了吗|还活着吗)',
      '(就我一个人|只有我|是不是只有我){service}(打不开|登不上|卡)(吗|还是都这样)',
      '(今天|现在|目前)(有没有|有什么|有)(已知的|)(故障|中断|系统问题)(吗|？|)',
      '网络是不是(断了|有问题)',
      '系统是不是(崩了|挂了|在维护)',
      ...said(`
        VPN 是不是挂了 / 有故障吗现在 / 邮箱是不是坏了，还是就我 / SAP 今天有问题吗 / 只有我上不去吗 / 网络正常吗 /
        系统什么时候恢复 / OA 是在维护还是坏了 / 别的楼也断了吗 / 今天钉钉是不是抽风 / 服务器出事了吗 /
        现在 CRM 能用吗 / 是不是大家都卡 / 故障修好没有 / 有没有已知的问题 / 内网慢是怎么回事，全公司都这样吗 /
        系统状态查一下 / 其他人能登录吗 / 无线是不是有毛病 / 门户是不是崩了 / 收银系统又挂了？ / 还要断多久 /
        知道邮件为什么发不出吗，是系统问题吗 / 是我的问题还是系统的问题 / 打印服务是不是停了 /
        考勤系统今天不正常吗 / 云桌面还好吗 / 你们那边能上网吗 / 官网咋打不开，是崩了吗 / GitLab 是在升级吗 /
        还要断多久，系统 / 禅道打不开是在升级吗 / 昨晚是不是出什么故障了 / 系统是不是出问题了大家知道吗 /
        官网慢是故障吗
      `),
    ],
  },
  'urgent-standstill': {
    en: [
      "(a hundred|two hundred|dozens of|thirty) (people|employees|nurses|workers|agents) (cannot|can not|can't) work",
      'the (surgery ward|emergency room|control room|call centre|warehouse|plant|shop floor) has no (network|phones|internet|computers|system)( any more|)',
      "(customers|guests|patients) (cannot|can't) (pay|check in|be admitted)( at any till| anywhere| at all|)",
      '(trucks|patients|customers|passengers) are waiting and (nothing works|we cannot print|we cannot book)',
      'total blackout in the control centre',
      "we can't treat patients, records are gone, help immediately",
      'the line is down, each minute costs thousands',
      'all payments fail, shop full of people, urgent help',
      'nothing works at the airport gate and the plane leaves in 15 minutes',
      'need an engineer on site this instant',
      'everything on the assembly floor froze, forty people idle, help!',
      'ambulance dispatch screen went black, this is life or death',
      "we can't ship a single parcel, system dead, trucks queueing",
      'all checkouts out, queue to the street, come quickly',
      'control room blind!! all monitors off',
      'the whole clinic is paper only since ten minutes, act now',
      'our live show starts in 10 minutes and the encoder is gone',
      'lab freezer alarm system dead, samples at risk, need somebody this second',
      'mayday, the booking engine is dead and flights are boarding',
      'nothing moves in the warehouse, robots stuck, please phone me immediately',
      '(emergency|urgent|help|SOS|critical)(!|:|!!!|,) (production|the line|the whole plant|the checkout|the hospital system|trading|the warehouse|our shop) (is down|stands still|has stopped|is dead|cannot work), (need help now|send somebody|call me now|)',
      '(nobody|no one|none of us) can work (at all|anymore|), (everything|all systems|the server|the network) (is down|is dead|stopped|crashed)',
      '(we|the team|all our shops|both halls) (are at|came to) a (complete |)(standstill|stop), {service} (is down|crashed), (need someone immediately|please hurry|we lose money every minute)',
      '(we need|need|send) (somebody|someone|help|an engineer|a technician) (right now|immediately|NOW|this minute|at once), ({service}|the system|the line|everything) (is down|crashed|stopped|is dead)',
      '(everything|the entire site|the whole company|the factory|the store) (is down|stands still|is offline|stopped), (customers|patients|trucks|passengers|clients) (are waiting|are queuing|cannot be served)',
      '(P1|sev 1|severity one|major incident)(:|!|,) {service} (down|dead|not available)',
      '{service} (died|crashed) and the (deadline|cut-off|release|broadcast|surgery|auction) is in (20 minutes|half an hour|an hour), (help|emergency|act now)',
      '(machines|conveyors|tills|pumps|trains|robots) (have stopped|halted|do not move), (come now|urgent|immediate help needed)',
      ...said(`
        production stands still, we need help now / emergency / the line stopped, somebody come immediately /
        nobody can work, this is critical / urgent!! the surgery system is down and patients are waiting /
        all tills dead and the shop is full / we are losing thousands per minute, P1 /
        payroll must go out in an hour and the bank link is dead / call centre is dark, help now /
        ambulance dispatch down / we can't ship anything, trucks are waiting / HELP everything stopped / sev1 /
        plant is at a standstill / trading halted, need someone right now /
        exam running and all computers froze, immediately please /
        the conveyor control is offline, the whole shift idles /
        get somebody here now, whole hall without power on the terminals /
        all operations stopped because of the database / top emergency: no emergency calls can be received /
        no flights can be checked in / we are completely blocked, customers queue out of the door /
        broadcast goes live in ten minutes and no signal, now please /
        the server room is overheating, come at once / cannot print prescriptions, pharmacy at a halt /
        the conveyor control is offline, the whole shift idles, help / get somebody here now, whole hall is dead /
        payroll run aborted and the cut-off is in 40 minutes / no lab results come through, emergency room waits
      `),
    ],
    zh: [
      '(一百多|几十|上百|两百多)(人|个人|号人)(没法|不能|无法|都没法)(上班|干活|工作)',
      '(手术室|急诊|总控室|呼叫中心|仓库|车间|病区)(没有|没|断)(网络|电话|网|系统)(了|)',
      '(顾客|客户|患者)(都|)(没法|不能|无法)(付款|结账|挂号)(了|)',
      '(车|病人|顾客|旅客|货)都在等，(什么都用不了|单子打不出来|没法办)',
      '(发货单|面单|处方)打不出来，(车|货|病人)都在等',
      '控制中心全黑',
      '没法看病了，病历全没，马上帮忙',
      '产线停了一分钟几万块',
      '付款全失败，店里挤满人，急救',
      '登机口全瘫，十五分钟起飞',
      '现在立刻要工程师到现场',
      '装配线全冻住了，四十号人干等着，救命',
      '急救调度屏黑了，人命关天',
      '一个包裹都发不出去，车排到门外了',
      '收银全瘫，队排到街上，快来',
      '监控室全黑！！马上来人',
      '整个门诊只能手写，赶紧处理',
      '十分钟后直播，编码器没了，十万火急',
      '实验室冰箱报警系统死了，样本要坏，马上',
      '订票系统死了旅客在登机，火速',
      '仓库全不动了，机器人卡死，立刻给我打电话',
      '产线停了损失巨大',
      '全院系统崩溃，病人在等',
      '(紧急|救命|十万火急|急急急|出大事了)(！|，)(生产线|收银|整个工厂|医院系统|仓库|门店|交易系统)(全停了|停摆了|瘫痪了|停了)，(快来人|马上派人|立刻处理|赶紧)',
      '(所有人|全员|谁)都(没法|不能|无法)(干活|工作|上班)了，({service}|系统|服务器|网络)(全挂了|崩了|瘫痪了)',
      '({service}|系统|产线|设备)(全停|瘫痪|全挂|停摆)，(客户|病人|旅客|车队|顾客)(在等|排长队|堵着)，(快|马上|立刻)(派人|来人|处理)',
      '(快派人|马上来人|立刻叫工程师)，({service}|产线|收银系统)(停了|挂了)(，每分钟都在亏钱|)',
      '(停产了|停工了|业务全停)，(需要|要)(马上|立即)(处理|支援)',
      '(P1|一级|重大)(故障|事故)：{service}(不可用|宕机|全停)',
      '{service}崩了，还有半小时(截止|开盘|直播|结算)，救急',
      ...said(`
        停产了，马上派人 / 紧急！全线停工 / 救命，系统全崩了病人都等着 / 门店全部收不了款，排长队，立刻处理 /
        手术系统挂了，快来 / 产线停了，一分钟损失几万 / 十万火急，工资一小时内要发，银行连不上 /
        呼叫中心全哑了，赶紧 / P1！什么都干不了 / 急急急，整个厂都停了 / 发货全停，车都堵在门口 /
        考试进行中电脑全死了，马上来人 / 现在就要人，机房温度爆了 / 直播十分钟后开始没信号，快！ /
        所有业务中断，立即支援 / 急救调度打不开 / 药房开不了药，全停 / 大家都没法干活，最高优先级 /
        交易中断了，立刻找人 / 火速来，配电终端全灭 / 值机全停，旅客滞留 / 系统瘫痪，客户都在大厅闹 /
        马上！生产数据库挂了，全部停摆 / 马上开会全公司看不到画面，救急 / 快快快，流水线控制断了 /
        银企直连断了，工资发不出去，救命 / 车间全停，赶快来 / 结算断了马上要出大事 / 手术室屏幕全黑，快
      `),
    ],
  },
  'security-incident': {
    en: [
      'I think I entered my password on a fake site',
      'weird program installed itself',
      'our guest list leaked online',
      'my contacts get spam from me',
      'antivirus says threat blocked, what now',
      'someone tailgated into the data centre',
      'got a call wanting remote control of my pc',
      'I emailed the salary list to everyone by mistake',
      'my screen moved by itself and a window asked for coins',
      "a customer got another customer's contract from us by email",
      'an odd voucher email asks us to log in, half the team did',
      "someone phoned as 'IT' and I read them the code from my phone",
      "a colleague's badge was used while she was abroad",
      'files on the share now end in .locked',
      'my mailbox has a forwarding rule I never made',
      'I opened the attached invoice and excel asked to enable macros, then the screen flashed',
      'is this text message about a parcel a scam',
      'our payroll sheet sits in a public folder',
      'my account logs in from Brazil',
      'a visitor took pictures of the server rack',
      'a hidden camera device was found plugged in the switch',
      'the boss asks by chat for gift cards, seems bogus',
      '(I|my colleague|somebody|a user) (clicked|opened|tapped) (on |)(a|the) (link|attachment|file) in a (phishing|suspicious|fake|strange|scam) (mail|email|message|sms)( and typed my password| and entered my data|)',
      '(I got|I received|we got) a (phishing|suspicious|fake|scam|strange) (mail|email|message|call|sms) (from|pretending to be|asking for) (the bank|the CEO|my boss|my password|gift cards|Microsoft)',
      '(my|our|the) (account|mailbox|pc|laptop|computer|server) (was|has been|got|seems) (hacked|compromised|taken over|infected|encrypted by ransomware|hijacked)',
      '(somebody|someone|a stranger) (logged in to|is in|is using|used|accessed|has access to) my (account|mailbox|computer)( from another country| from abroad|)',
      'there are (logins|sign-ins|sessions) from (Russia|a foreign country|a place I have never been) (on|in) my account',
      '(virus|malware|trojan|ransomware) (alert|warning|found|detected|on my pc|on my screen|message demanding bitcoin)',
      '(customer|patient|personal|employee|confidential) (data|files|list|records) (were|was|got) (leaked|sent to the wrong person|published|posted online|mailed to outsiders|visible on the internet)',
      'I (sent|mailed|emailed) (confidential|personal|salary|customer) (data|files|a list) to the wrong (person|address|recipient|company)',
      '(a caller|somebody on the phone|a man) (claimed|claiming|said|pretended) to be (from IT|Microsoft|the help desk|the bank) and (wanted|got|asked for) (my password|remote access|a code)',
      'an unknown (person|man|woman|visitor) is (walking|in|at) (around the office|the server room|a colleagues desk) (without a badge|plugging something in|)',
      '(I plugged in|found) (a|an unknown) usb stick and (now|then) (weird windows open|the antivirus shouts|the pc acts up)',
      'mails (are|were) (sent|going out) from my (account|address) that I (did not|never) (write|send)',
      'all my files (have a strange ending|are encrypted|were renamed) and there is a ransom note',
      'report a security (incident|breach|problem)',
      'I gave my password to (a scammer|someone on the phone)',
      ...said(`
        I clicked a strange link / got a phishing mail / I think I've been hacked /
        somebody logged in to my account from abroad / my screen says all files are encrypted /
        a virus warning popped up / I sent the customer list to the wrong person /
        someone called pretending to be IT and asked for my password /
        found a USB stick in the car park and plugged it in / mails are sent from my account that I never wrote /
        I entered my credentials on a fake site / suspicious attachment, I opened it /
        there's a stranger in the server room / ransomware / my mouse moves by itself /
        confidential data is public on the internet / I gave my code to a caller /
        mfa prompts that I didn't trigger / a fake invoice from the CEO, I already paid /
        I see a login from Brazil in my account / data leak / my account was taken over / antivirus found a trojan /
        someone is reading my mail / salary list was mailed to everybody by mistake / a colleague uses my password /
        our website was defaced / unknown device in my account list /
        I installed something weird and now popups everywhere / is this mail real? it wants my login /
        the browser says my bank data was stolen, I called the number /
        shared link with personal data went to outsiders / someone photographed the whiteboard with passwords /
        report suspicious email / a visitor plugged a device into our network /
        I approved a sign-in that was not mine / scam text from the boss wants gift cards / is this email phishing /
        could this message be a scam / this invoice looks fake / odd sender asks me to pay /
        strange popup wants my password / I typed my password on a page that looked wrong /
        weird sms with a link pretending to be the bank / my colleague's mailbox sends spam /
        a file with all salaries is open to everyone / I think there is malware on this pc /
        my browser redirects to casino sites / unknown admin account in the system / files renamed with .locked /
        suspicious man asked me to hold the door / somebody filmed the screens /
        got a voicemail asking for my code / I scanned a QR code and then entered my login /
        the wrong attachment went to a customer, patient data in it / confidential papers found in the printer /
        a former employee still reads our mails / my account posted things on its own /
        login alert at 3 am not by me / a usb drive arrived by post / they threaten to publish our data /
        caller claims to be Microsoft / I let someone remote into my pc and now I have doubts /
        bitcoin demand on screen / unusual amount of downloads by one user / password list was left on a desk /
        whole customer database was downloaded
      `),
    ],
    zh: [
      '好像在假网站输了密码',
      '自己装了个怪程序',
      '客人名单泄露到网上',
      '联系人收到我发的垃圾邮件',
      '杀毒说拦截威胁，怎么办',
      '有人尾随进了机房',
      '来电要远程控制我电脑',
      '把工资单误群发了',
      '鼠标自己动，弹窗要比特币',
      '客户收到了别人的合同，我们发的',
      '有封领券邮件让登录，组里好几个登了',
      '有人冒充 IT 打来，我把验证码念给他了',
      '同事出国了她的卡还有人刷',
      '共享盘文件后缀全变成 .locked',
      '邮箱里多了条转发规则，不是我设的',
      '点开发票附件后屏幕闪了一下，怕中毒',
      '这条快递短信是骗子吗',
      '工资表放在公开文件夹里了',
      '账号显示在巴西登录',
      '有访客在拍机柜',
      '交换机上发现一个陌生小设备',
      '老板头像加我要买卡，像假的',
      '群里有人冒充领导让转钱',
      '客户资料被外人看到了',
      '(我|同事|有人)(点了|打开了|点开了)(钓鱼|可疑|诈骗|假冒)(邮件|短信|链接)(里的链接|的附件|，还输了密码|)',
      '(收到|我收到)(一封|一条|)(钓鱼|可疑|诈骗|冒充老板的|冒充银行的)(邮件|短信|电话)(，要我转账|，要密码|)',
      '(我的|公司)(账号|邮箱|电脑|服务器)(被盗了|被黑了|被入侵了|中毒了|中勒索病毒了|好像有人登录)',
      '(有人|陌生人|不明人员)(用我的账号登录|登了我的邮箱|在机房里|没戴工牌到处走|在动别人的电脑)',
      '(客户|员工|学生|病人)(资料|数据|名单|信息)(泄露了|发错人了|被传到网上|被公开了|发到外部邮箱了)',
      '(电脑|杀毒软件)(弹出|提示|报)(病毒|木马|勒索)(警告|信息|)',
      '(有人|一个人)(打电话|来电)(自称|冒充)(IT|微软|客服|公安)(，|)(要我密码|让我装远程软件|要验证码)',
      '(捡了|捡到)个U盘插上(后|，)(电脑不对劲|杀毒报警|弹出一堆窗口)',
      '文件全被加密了(，要比特币|)',
      '我把密码告诉骗子了',
      '异地登录提醒，不是我登的',
      '要报告安全事件',
      ...said(`
        我点了个奇怪的链接 / 收到钓鱼邮件 / 我好像被黑了 / 有人异地登录我的账号 / 文件全被加密了 / 弹出病毒警告 /
        客户名单发错人了 / 有人冒充 IT 打电话要密码 / 捡了个U盘插电脑上了 / 我的邮箱自己在发邮件 /
        在假网站输了账号 / 可疑附件我打开了 / 机房里有陌生人 / 中勒索病毒了 / 鼠标自己在动 / 机密文件被传到网上了 /
        验证码告诉了打电话的人 / 不是我操作却收到登录验证 / 假冒老板的付款邮件，已经转了 / 登录记录里有国外的 /
        数据泄露 / 账号被盗 / 杀毒软件报木马 / 有人偷看我邮件 / 工资表误发全员了 / 官网被篡改 /
        我账号里多了个不认识的设备 / 装了个来历不明的软件一直弹窗 / 这邮件是真的吗，要我输密码 /
        扫了个二维码之后手机不对劲 / 个人信息链接发给外人了 / 举报可疑邮件 / 访客把设备接进我们内网 /
        误点了同意登录，不是我 / 群里有人冒充领导要钱 / 身份证照片被人发出去了 / 同事拿我的密码登录 /
        电脑被远程控制了 / 短信说我账号异常让点链接，我点了 / 发现有人在导出客户数据 / 这是钓鱼邮件吗 /
        这条信息像诈骗 / 这发票看着假 / 陌生发件人让我付款 / 弹窗要我密码很奇怪 / 在一个怪网页输了密码 /
        冒充银行的短信带链接 / 同事邮箱在群发垃圾邮件 / 工资文件谁都能看 / 感觉这台电脑中毒了 / 浏览器老跳赌博网站 /
        系统里有个没见过的管理员 / 文件都变成 .locked 了 / 有人尾随我进门 / 有人在拍屏幕 / 电话里要我报动态码 /
        扫码后填了账号密码 / 附件发错，里面有病人信息 / 打印机上捡到机密文件 / 离职的人还在看我们邮件 /
        我的号自己发了东西 / 凌晨三点的登录不是我 / 收到一个寄来的U盘 / 有人威胁公开我们的数据 / 来电说是微软的 /
        让人远程了我的电脑，现在觉得不对 / 屏幕上要比特币 / 有账号大量下载资料 / 密码本落在桌上 /
        客户库被整个拖走了 / 学生成绩被改了怀疑被入侵 / 公众号被人登了 / 网页挂了黑链 / 杀毒弹了好几个威胁 /
        陌生人插了我的电脑 / 邮箱里多了条自动转发不是我设的 / 有人在用我的工号打卡 / 老板让我转账的微信像是假的 /
        供应商邮件说换收款账号，可疑 / 我的工作电脑中毒了 / 公司邮箱被登录了不是我 / 内网有人在扫端口 /
        登录页面网址怪怪的我输了密码怎么办 / 邮件里有个压缩包我解压了 / 弹窗说中毒让我打电话 /
        内部文件被同事发到外面群里 / 有人用我名义发邮件 / 电脑自己装了东西 / 收到勒索邮件 / 陌生人问我要系统截图 /
        我账号密码可能泄露了 / 发现一个假的公司网站 / 短信让我更新社保，我填了 / 门口有陌生人跟进来了 /
        服务器上有不明程序在跑 / 有人往外拷数据
      `),
    ],
  },
  'lost-device': {
    en: [
      "can't locate my tablet since the fair",
      'my badge is missing',
      'laptop stolen out of the car',
      'phone left behind in a cab',
      'token lost',
      'lost my company credit of keys and the usb stick',
      'forgot the notebook in the hotel',
      'the handheld scanner from my van has vanished',
      'my rucksack with the notebook got pinched at the station',
      'left the company mobile at security in Madrid',
      'I think I dropped my access card in the parking lot',
      'courier never returned our loan tablet',
      'my security token went through the wash',
      'no idea where my work phone is since yesterday night',
      'someone grabbed my phone out of my hand',
      'my bag is gone and so is the laptop',
      'the keys and badge fell in the lake',
      '(I|my colleague) (lost|left|forgot|misplaced) my (work |company |)({portable}) (on the train|in a taxi|at the airport|in a cafe|somewhere|at a customer|on the bus|)',
      '(my|the) (work |company |)({portable}) (was|got|has been) (stolen|nicked|taken|robbed|snatched)( from my car| last night| from my bag| at the gym|)',
      '(someone|somebody) (stole|took|broke into my car and took) my ({portable})',
      'I (cannot|can not|cant) find my ({portable})( anywhere| since yesterday|), (it may be stolen|I think it is gone|please lock it)',
      '({portable}) (gone|missing|lost|stolen|fell into the sea|fell in the canal)(, what do I do|, please block it|, what now|)',
      '(wipe|lock|block) my (lost|stolen|missing) ({portable})',
      'burglary at home, ({portable}) gone',
      ...said(`
        I lost my laptop / my phone was stolen / can't find my badge / left my notebook on the train /
        my token is gone / someone took my tablet / lost the yubikey /
        my bag with the work laptop was stolen from the car / misplaced my access card / phone fell into the river /
        security key missing / burglary at home, the company computer is gone / I left the ipad in a taxi /
        my smartcard disappeared / badge lost, can you block it / the usb drive with data is missing /
        work phone vanished at the airport / dropped my key card somewhere /
        a handheld scanner was stolen from the truck / robbed last night, phone and badge /
        forgot my laptop in the hotel / please lock my phone, it's gone / wipe my lost phone /
        somebody nicked my notebook at the fair / one of our tablets is missing since inventory /
        I no longer have my authenticator, phone lost / dropped my token down the drain /
        my badge fell into the lift shaft / can't remember where I put my work phone, since yesterday gone /
        the courier lost the parcel with my laptop / my car was broken into, laptop missing /
        tablet not returned by the visitor, it's gone / I washed my usb key / the bag stayed on the plane /
        phone slipped out of my pocket on the bus / company camera vanished /
        left the keys and badge at the client's / scanner missing after inventory /
        our pool laptop disappeared from the cabinet / someone swapped my laptop at security /
        my security dongle is nowhere
      `),
    ],
    zh: [
      '展会后平板找不到了',
      '工牌没了',
      '车里电脑被偷',
      '手机落出租了',
      '令牌丢了',
      'U盘丢了，里面有客户资料',
      '笔记本忘酒店了',
      '车上的手持机没影了',
      '背包在车站被顺走，电脑在里头',
      '工作机落在马德里安检了',
      '门禁卡好像掉停车场了',
      '借出去的平板快递没还回来',
      '令牌跟衣服一起洗了',
      '昨晚起工作手机找不着',
      '手机被人抢走了',
      '包没了，本子也没了',
      '工卡和钥匙掉湖里了',
      '骑手把终端弄丢了',
      'U盾不知放哪了，找遍了没有',
      '(我的|公司|工作)({portable})(丢了|不见了|被偷了|掉了|找不到了|被抢了|忘在出租车上了|落在地铁上了|掉河里了)',
      '({portable})(丢在|忘在|落在)(高铁|机场|出租车|酒店|咖啡馆)(了|上了|里了)(，怎么办|，快锁定|)',
      '(车窗被砸|家里进贼)，({portable})(被偷|没了|被拿走)',
      '(锁定|远程清除|挂失)(我丢的|被偷的|)({portable})',
      '挂失({portable})',
      ...said(`
        电脑丢了 / 手机被偷 / 工牌找不到了 / 笔记本落在火车上 / 令牌不见了 / 平板被人拿走了 / U盾丢了 /
        包被偷了里面有公司电脑 / 门禁卡丢失，挂失 / 手机掉河里了 / 安全密钥找不着 / 家里进贼，公司笔记本没了 /
        iPad 忘在出租车上 / 胸卡掉了 / 存数据的U盘丢了 / 出差手机在机场丢了 / 手持机被偷 /
        昨晚被抢，手机和卡都没了 / 笔记本忘在酒店 / 帮我锁手机，丢了 / 远程擦除我丢的手机 / 展会上电脑被顺走 /
        盘点少了一台平板 / 手机没了，验证器也没了 / 工作手机遗失怎么办 / 卡丢了，先停掉 / 对讲机不见了 /
        钥匙卡不知道掉哪了 / 电脑在高铁上被拿错了 / 公司配的相机遗失 / 令牌掉下水道了 / 工牌掉电梯井了 /
        工作手机昨天起就找不到 / 快递把我电脑弄丢了 / 车窗被砸，电脑没了 / 平板借出去没还，找不着了 /
        U盘洗衣服洗没了 / 包落飞机上了 / 手机在公交上滑出去了 / 钥匙和卡忘客户那了 / 盘点后扫码枪少一把 /
        公用笔记本从柜子里不见了 / 安检时电脑拿错了 / 加密狗找不到了 / 学校发的平板丢了 / 巡检手持机遗失 /
        医生胸牌丢了 / 我的卡可能掉食堂了 / 手机八成是被摸走了 / 电脑包不翼而飞 / 手机找不着了，里面有公司邮箱 /
        发的平板弄丢了
      `),
    ],
  },
  pasted: {
    en: [
      'forwarded message from sender to recipient subject sent',
      'fatal error exception stack trace at line caused by',
      'warning critical log service stopped exit code',
      ...said(`
        Fwd: server alert disk full on host db-3 / From: monitoring To: all Subject: CPU high /
        Traceback (most recent call last): File main.py line 3 /
        java.lang.NullPointerException at com.acme.Main.run(Main.java:42) /
        ERROR 2026-02-11 09:12 connection refused / FW: please see below / -----Original Message----- Sent: Monday /
        > On Tuesday Anna wrote: > please check / Event ID 41 Kernel-Power /
        System.IO.IOException: The process cannot access the file / npm ERR! code ELIFECYCLE /
        [WARN] retry 3 of 5 failed / 0x0000007B INACCESSIBLE_BOOT_DEVICE at ntoskrnl /
        kernel: oom-killer invoked process 4412 / Segmentation fault (core dumped) /
        HTTP/1.1 500 Internal Server Error x-request-id: 8812 / Unhandled exception at 0x00007FF8 in app.exe /
        ORA-12541: TNS:no listener / fatal: unable to access 'https://git': Could not resolve host /
        see mail below Subject: your mailbox is full
      `),
    ],
    zh: [
      '转发邮件 发件人 收件人 主题 发送时间',
      '异常堆栈 错误日志 报错信息如下 失败',
      ...said(`
        转发：服务器告警 磁盘满 / 发件人：监控 收件人：全体 主题：CPU 过高 / 报错日志如下 ERROR connection refused /
        ---原始邮件--- 发件人 李娜 / 日志：2026-02-11 09:12 连接超时 / 异常堆栈 java.lang.NullPointerException /
        【告警】主机 db-3 内存不足 / 错误代码 0x0000007B 停止 / 见下面转发的邮件 / WARN 重试第3次失败 /
        转发邮件 主题：您的邮箱已满 / 以下为系统报错原文 / org.apache.http.conn.ConnectTimeoutException /
        ORA-12541 监听程序 / 【系统通知】任务执行失败，返回码 137
      `),
    ],
  },
} satisfies Examples;
