/** How approvers and requesters speak of decisions in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'approval-list': {
    en: [
      'what do I need to sign off',
      'pending for me?',
      'show what needs approval',
      'anything sitting with me',
      'do people wait for my signature',
      "what's in my approval tray",
      'requests on my table?',
      'where can I see what I must decide',
      'which ones need my go',
      'is there something I forgot to approve',
      'let me see the pending ones so I can decide',
      '(what|which requests|which approvals|anything|is there anything|is something|do I have something) (waits|wait|is waiting|are waiting|is pending|is there) (for|on) (me|my approval|my decision|my signature)( to approve| to sign| to decide|)',
      '(show|list|give) me (the |my |all |)(pending |open |outstanding |)(approvals|requests to approve|decisions|things to approve|requests waiting for me)',
      '(what|which ones) do I (have to|need to|still have to|must) (approve|sign|decide|authorise)',
      'my (approvals|approval inbox|approval queue|pending decisions)',
      'do I have (anything|requests|something) to (approve|sign|decide|sign off)',
      'I was told (something|a request) (waits for|needs) my (approval|decision|signature), where (is it|do I find it)',
      'open my approval inbox',
      '(show|list|give) (me |)(only |just |)(the |)(high risk|low risk|urgent|access|change) (approvals|requests|decisions)( that wait for me|)',
      '(only|just) the (approvals|requests) (of|from) {person}',
      'which (access requests|changes) (wait for me|do I have to approve)',
      'how many approvals are waiting for me',
      'what is (still |)on my desk to (sign|approve)',
      ...said(`
        what do I have to approve / anything waiting for me / show my approvals / pending decisions please /
        which requests need my signature / do I have open approvals / what's in my inbox to decide /
        list requests waiting for my ok / who is waiting for me / is there something to sign / my approval queue /
        how many approvals do I have / what should I decide today / any requests on my desk /
        show me what needs my yes or no / to-do list for approvals / who wants something from me /
        outstanding approvals / any requests for me to decide / which approvals are on my desk /
        what requests wait for my decision / do I owe anybody an approval / anything I must say yes or no to
      `),
    ],
    zh: [
      '我要批什么',
      '有待我处理的吗',
      '哪些要审批',
      '我这压着什么没',
      '有人等我签字吗',
      '审批箱里有啥',
      '我桌上有几个申请',
      '在哪看要我决定的',
      '哪些要我点头',
      '我是不是忘批了什么',
      '待处理的给我看看，我来定',
      '现在有几单要我过',
      '要我签的拿来',
      '(有什么|有哪些|哪些|有没有)(申请|东西|单子|事|)(在|)(等我|要我|需要我|待我)(审批|批|签|决定|同意)(的|吗|)',
      '(列出|看看|显示|打开)(我的|)(待审批|待我审批的|审批列表|待办审批|要批的)',
      '我(还|)(要|得|需要)(批|审|签)(哪些|什么|几个)',
      '我这(边|里)还有(几个|多少)(没批|待批|要审)(的|)',
      '收到通知说(有申请|要我)审批，在哪(看|批)',
      '待我处理的申请',
      '(只看|只要|筛选)(高风险|低风险|权限|变更|{person})的(待审批|申请|审批)',
      '(哪些|什么)(变更|权限申请)等我(审批|批)',
      ...said(`
        有什么要我批的 / 待我审批的 / 我的审批列表 / 哪些等我签 / 我有没有没批的 / 审批待办 / 谁在等我 /
        几个申请要我点 / 今天要审什么 / 我这有要批的吗 / 看看待批 / 还有几条没审 / 需要我决定的有哪些 /
        打开我的审批 / 我手里压着哪些审批 / 审批任务 / 要签字的给我看 / 有谁的申请在我这 / 待办审批多少 /
        我漏批了什么吗 / 有没有要我点头的 / 我桌上还有什么审批 / 谁的申请等着我定 / 我还欠谁的审批 /
        等我拿主意的有哪些 / 今天有几条要签
      `),
    ],
  },
  'approval-approve': {
    en: [
      '{request} ok',
      'I give my consent',
      'approve both',
      'she can have it',
      'let it pass',
      'fine, granted',
      'Lukas can have his licence',
      'fine, let her in',
      'go for REQ-95',
      'signed off on my side',
      "yes to the first, that's Mira's",
      "I'm ok with both of them",
      'thumbs up for the guest account',
      'grant Ravi what he wants',
      'ok, approve for a month',
      'do it, approved',
      'sure, give him access',
      'confirm REQ-95',
      '(approve|I approve|approved|please approve|accept|authorise|sign off|green light for|go ahead with|ok for|yes to) ({request}|the request|{person}|{person}s request|the {entitlement} request|the access for {person})(, fine by me| please|, thanks|)',
      '({request}|{person}|the request of {person}|{person}s {entitlement}) (is approved|is ok|is fine with me|may go ahead|can have it|gets my ok|granted|approved)',
      '(fine|ok|okay|good|agreed|no objection|all right) (with|by|from) (me|my side)(, go ahead|, approve it|)',
      '(approve|accept|sign) (them all|all of them|both|everything|all pending requests|all)',
      'yes, (approve|give|let|grant) (it|{person} the access|{person} have it|them)',
      'I (agree|consent|have no objection)(, give it to {person}|)',
      'approved',
      'you have my ok',
      'let {person} have {entitlement}',
      '{person} may have {entitlement}',
      ...said(`
        approve it / yes, approved / ok for me / approve REQ-12 / fine, give it to her / I agree /
        let Tom have the access / approve them all / go ahead with REQ-8 / you can grant Anna's request /
        green light / accept the request of Julia / signed off / he may have it / alright, Kevin gets the licence /
        okay from my side for the vpn / confirm REQ-12 / approve the last one / I approve the access for Priya /
        granted / no objections / yes to the finance share for Bob / approve everything in my inbox /
        sure, she can have it for a week / authorised / agreed, release it / I say yes to both
      `),
    ],
    zh: [
      '{request}同意',
      '我同意了',
      '两个都批',
      '给她吧',
      '放行吧',
      '好，批准',
      '卢卡斯的许可给他',
      '行，让她进',
      'REQ-95 放行',
      '我这边签了',
      '第一个同意，米拉那个',
      '两个我都同意',
      '访客账号准了',
      '拉维要的给他吧',
      '可以，批一个月',
      '办吧，同意',
      '没问题给他开',
      '确认 REQ-95',
      '小莫的过',
      '点赞通过',
      '英格的可以',
      '(批准|同意|通过|批了|准了|批)({request}|{person}的申请|{person}|这个申请|{entitlement}的申请|)(吧|，没问题|)',
      '({request}|{person}的申请|{person}要的{entitlement}|{person}那个)(同意|批准|通过|没问题|可以|批了|准了|OK)',
      '(我|)(同意|没意见|没问题，批|可以批|OK 批了)',
      '(全部|都|全|两个都)(批准|同意|通过|批了)(吧|)',
      '可以给({person}|他)',
      '给({person})批了',
      ...said(`
        批准 / 同意 / 通过 / 批了 / 可以，给他 / REQ-12 通过 / 没意见 / 同意小刘的申请 / 全部批准 / REQ-8 放行 /
        给李娜吧，准了 / 我同意 / 行，批 / 签了 / 可以给她用一周 / 王芳的权限我批了 / 都通过 / 最后那个同意 /
        我这边没问题，批准 / 准 / 财务盘给张伟，同意 / 授权给赵敏 / 确认 REQ-12 / 通过周杰那条 / 准予开通 /
        让他用吧，同意 / 待批的全过 / 王芳那个我批了 / 都可以，批 / 行，放行吧 / 好的同意她
      `),
    ],
  },
  'approval-reject': {
    en: [
      '{request} denied',
      'I say no',
      'reject it, not her job',
      "don't give it to him",
      "Lukas won't get it",
      'no way, too many rights',
      'decline, he is leaving anyway',
      'REQ-95 no, cost too high',
      'I refuse both',
      "that's more than she needs, rejected",
      'tell Ravi no',
      'send it back, no business case',
      'thumbs down on REQ-96',
      '(reject|decline|deny|refuse|I reject|do not approve|turn down|no to) ({request}|the request|{person}|{person}s request|the {entitlement} request)( because {reason}|, {reason}|, not needed| please|)',
      '({request}|{person}s request|{person}) (is rejected|is not approved|denied|declined|does not get it|cannot have it|not ok)( because {reason}|, {reason}|)',
      'I (do not|dont|will not|wont|cannot) (approve|agree|sign|allow|support|authorise) (it|this|that|{request}|{person}s request)( because {reason}|, {reason}|)',
      'no, (too expensive|no budget|not needed|read access is enough|he does not need it|she has left the project), (reject|declined|refuse it)',
      'rejected(, {reason}|)',
      'not approved',
      '{person} does not need {entitlement}, (decline|reject|no)',
      ...said(`
        reject it / no, declined / deny REQ-12 / refused, no budget / I won't approve that /
        reject Tom's request because he changed teams / turn down REQ-8 / she doesn't need it, decline /
        no access for Kevin / disapprove the last one / veto / too broad, reject / don't grant Anna the licence /
        refuse the vpn for Bob, he is external / decline both / not with me /
        reject, ask again with a shorter period / say no to Julia / we don't have licences left, refuse it /
        no way, decline that request
      `),
    ],
    zh: [
      '{request}驳回',
      '我说不',
      '不批，不归她',
      '别给他',
      '卢卡斯的不给',
      '不行，权限太大',
      '驳回，他反正要走',
      'REQ-95 不批，太贵',
      '两个都不同意',
      '超出她需要的，拒绝',
      '告诉拉维不行',
      '退回去，没理由',
      'REQ-96 否了',
      '布鲁诺的我不签',
      '别给他开',
      '不予批准',
      '(拒绝|驳回|不批|不同意|否决|打回|退回)({request}|{person}的申请|{person}|这个申请|{entitlement}的申请)(，{reason}|，因为{reason}|，没预算|)',
      '({request}|{person}的申请|{person}那个)(不同意|不批|驳回|拒绝|不行|打回|不给)(，{reason}|，太贵了|)',
      '我(不同意|不批|不能批)(，{reason}|，预算不够|)',
      '(没必要|太贵|不需要)，(驳回|拒了|不批)',
      '不批准',
      ...said(`
        拒绝 / 不同意 / 驳回 / REQ-12 不批 / 不给他 / 没预算，拒 / 我不会批的 / 驳回小刘的，他换组了 / REQ-8 打回 /
        她用不着，拒了 / 不准 / 李娜那个不给 / 最后一个驳回 / 否了 / 范围太大，退回 / 我不同意给 /
        张伟是外部的，VPN 不批 / 两个都拒 / 打回去重写 / 时间太长，驳回 / 许可不够了，拒绝 / 不行，退回 /
        拒掉王芳的申请 / 这个不能批 / 理由不充分，驳回 / 不予通过 / 都不批 / 这俩都驳回 / 她那个不行，不给批
      `),
    ],
  },
  'approval-ask': {
    en: [
      'what does he need it for exactly',
      '{request}: for which customer?',
      'ask Mira how long',
      'is that really necessary? find out',
      'how long does Lukas want it and for which client',
      "can't decide yet, what will she do with the export",
      'get Ravi to explain first',
      'would viewer rights do? ask',
      "why now, hasn't he already one of those",
      "what's the cost centre for REQ-97",
      'need to hear the reason from her before I sign',
      '(ask|please ask) {person} (why|what for|how long|whether|if|what exactly) (it is needed|he needs it|she needs it|that is necessary|read access is enough|a cheaper one would do)( before I decide| before I approve|)',
      '(before I (approve|sign|decide)|I want to know first|I first need to know|I have a question first)( on {request}| about {request}|)(:|,) (why|for what|for how long|what|which data|who else) (is this needed|does he need it|does she need that|is it about|gets access)',
      '(why|what for) does {person} need (this|{entitlement}|that)(, ask first|, I cannot decide like this|)',
      '{request}: (ask back|query|question to the requester|clarify) (why|what for|which project|how long|if a cheaper version is enough)',
      'I need more (information|details|context) (on|about|for) ({request}|the request|{person}s request)( before deciding| to decide|)',
      'question to the requester: (which project|what for|how long)',
      ...said(`
        ask Tom why he needs it / what does she want it for, ask her /
        before I approve I want to know for how long / can you ask Anna which folder exactly /
        question to the requester of REQ-12: why admin / I need more information before deciding /
        find out what Kevin will do with it / ask him for a reason / let Julia explain first /
        is read only enough? ask back / why does he need two weeks, please ask / clarify with the requester /
        send a question back on REQ-8 / ask her manager if that's planned /
        tell Bob to state the purpose, then I decide / have Priya justify it / what project is it for? ask them /
        I'd like to know who else has it, ask / request more details from Noor /
        could Ming explain the business need / why now, doesn't he have one already? ask him /
        let her tell me what the data is for / I'd want a reason from Sam first
      `),
    ],
    zh: [
      '他到底拿来干嘛',
      '{request}给哪个客户用',
      '问米拉要多久',
      '真有必要吗？问清楚',
      '卢卡斯要多久，给哪个客户',
      '还定不了，她拿导出干嘛',
      '先让拉维解释下',
      '只读行不行？问问',
      '怎么现在要，他不是有一个了',
      'REQ-97 算哪个成本中心',
      '签之前想听听她的理由',
      '具体要看哪些资料，回复我',
      '用在什么地方，说明白再批',
      '有没有更省钱的办法，问下他',
      '(问|问问|问一下|先问)({person}|申请人|他|她)(为什么要|干什么用|要用多久|要这个做什么|是不是必须|只读够不够)(，再批|，我再决定|)',
      '(批之前|审批前|我先)(要|想|得)(知道|弄清楚|问清)(用途|为什么|用多久|哪个项目|谁会用)',
      '({request})(问|先问|回问)(一下|下|)(用途|原因|哪个项目|期限|便宜的行不行)',
      '({request}|这个申请)(信息不够|理由不清楚)，(让他补充|问清楚|说明用途)',
      '({person})要({entitlement})干嘛，先问清楚',
      ...said(`
        问问小刘要来干嘛 / 先问她用途 / 批之前问下要多久 / 让李娜说清楚是哪个文件夹 /
        REQ-12 问申请人为什么要管理员 / 信息不够，先问问 / 了解下张伟拿去做什么 / 叫他补个理由 / 让王芳先解释 /
        问一下只读够不够 / 为什么要两周，问清楚 / 跟申请人确认一下 / REQ-8 退回去问个问题 / 问问他主管知不知道 /
        让赵敏写明目的我再批 / 是哪个项目用的，帮我问 / 我想知道还有谁有，问问 / 请申请人补充说明 /
        先别批，问他什么时候用完 / 让周杰说明一下 / 让小明讲讲业务需要 / 他不是已经有了吗，问问 /
        这个数据用来干嘛，叫她说明 / 先要个理由再说
      `),
    ],
  },
  'approval-nudge': {
    en: [
      'please chase my approver',
      'waiting for a signature since days, nudge',
      'my boss forgot {request}, remind him',
      "REQ-91 gathers dust at my director's, please prod",
      'my head of department has gone quiet on my request',
      'can the approver be tickled a bit',
      'give my chief a friendly reminder',
      'still unsigned, ask them to act',
      'my request needs a signature, follow it up',
      '(remind|nudge|chase|ping|poke|push|follow up with) (the approver|my boss|my manager|{person}|whoever has to approve)( about {request}| of my request| to approve {request}| on my behalf| please|)',
      '(send|give) (a reminder|a nudge|a poke) (to the approver|to {person}|for {request}|about my request|to my manager)',
      '(my request|{request}|my {entitlement} request) (hangs|is stuck|is waiting|has been lying|sits) (with|at|on the desk of) (the approver|my boss|{person}|the department head)( for days| since Monday|), (chase it|please remind|can you push|follow up)',
      '(the approver|my manager|{person}) (does not|has not|still has not|did not) (react|answer|respond|approved|approve)( to {request}|), (remind|nudge|chase|please ping) (him|her|them|)',
      'can you (hurry|push|chase) the approval( of {request}| of my request|)',
      'please remind my approver',
      ...said(`
        remind my boss to approve / nudge the approver / my request is waiting for days, push them /
        can you chase REQ-12 / ping Tom about my approval / please follow up with the manager on my request /
        remind Anna that my licence waits / the approval hangs, poke them / who's blocking it, give them a push /
        send a reminder for REQ-8 / my approver seems to sleep / get my access approved already /
        still not approved, remind him / please hurry the approver / kick my lead, he forgot my request /
        knock on Julia's door about the approval / approval pending since monday, chase /
        get my access approved already, push them / please tell my boss that a request waits for her /
        one signature is missing, remind him
      `),
    ],
    zh: [
      '催我的审批人',
      '等签字好几天了，催下',
      '老板忘了{request}，提醒他',
      'REQ-91 在总监那吃灰，戳一下',
      '部门长对我的申请没声了',
      '能轻轻催下审批的人吗',
      '给我领导提个醒',
      '还没签，让他们动一动',
      '我的申请差个签字，跟进一下',
      '审批停在院办了，帮我追',
      '主任还没点，推一推',
      '流程不动了催催',
      '(催一下|催催|催|提醒|提醒一下)(审批|审批人|领导|{person}|主管|经理)(|批一下|批我的申请|吧)',
      '(我的申请|{request}|我申请的({entitlement}))(卡在|压在|停在)(领导|主管|{person}|审批人)(那里|那|)(好几天|)，(催一下|帮忙催|提醒下)',
      '({request})(发个提醒|催一下|提醒审批人|催促)',
      '(领导|审批人|{person})(一直|还|)(没批|没审|不批|没反应)，(催一下|能提醒吗|帮忙催催)',
      '帮我催催(审批|申请|流程)',
      ...said(`
        催一下审批 / 提醒我领导批一下 / 申请等好几天了，催催 / REQ-12 催办 / 戳一下小刘，我的审批 /
        帮我跟主管说批一下 / 提醒李娜我的许可还没批 / 审批卡住了，推一推 / REQ-8 发个提醒 / 审批人是不是忘了 /
        还没批，催他 / 让审批的快点 / 领导没看到我的申请吧，提醒下 / 周一提的审批还挂着，催 / 审批怎么还不动，帮催 /
        我的权限审批急，催签 / 跟王总说下，有个申请等他点 / 催促审核 / 麻烦提醒下张伟点同意 / 审批超时了，帮提醒 /
        给我领导提个醒，批一下 / 审批人那边帮我推一下 / 让他赶紧点同意 / 还差一个人没签，催他
      `),
    ],
  },
  'approval-delegate': {
    en: [
      'Kim decides for me next week',
      'who (approves|decides|signs) (then|meanwhile|in that time)',
      'I (start|am on|go on) (parental leave|vacation|leave|a sabbatical) in {date}, who (approves|decides|signs) then',
      'hand my approvals to Zoe until Friday',
      'who replaces me for approvals in May, set Ben',
      'Aisha acts for me in April',
      'from Monday my decisions go to Jorge',
      "I'm in hospital, redirect all sign-offs to Mika",
      'put Elena down as my stand-in until the 20th',
      "someone must approve while I'm travelling, make it Paul",
      'my vice signs during the trade fair',
      '(while I am away|during my leave|next week|in August|from {date}|{date}|until {date}) {person} (approves|decides|signs|takes over approvals) (for me|in my place|on my behalf|instead of me)',
      '(let|make|have) {person} (approve|decide|sign) (for me|in my place|on my behalf|my requests)( while I am away| until {date}| from {date}| next week|)',
      '(delegate|forward|hand over|transfer|redirect|pass) my (approvals|approval rights|decisions|signing) to {person}( until {date}| from {date}| next week|, I am in surgery|)',
      '(hand|pass|transfer|give|forward) {request} (over |on |)to {person}( please|)',
      '{person} (should|is to|can) decide (on |){request} (instead of me|in my place)',
      '{person} is my (deputy|substitute|stand-in) (for approvals|for decisions|)( until {date}| next week| from {date}|)',
      '(set up|name|appoint) (a deputy|{person} as deputy|a substitute) for my approvals( until {date}|)',
      ...said(`
        Tom decides for me while I'm away / make Anna my deputy for approvals /
        delegate my approvals to Kevin until friday / who can approve in my place, set Julia /
        forward my approvals to Bob next week / I'm on holiday, Priya takes over my decisions /
        set up a stand-in for my approvals from 2 March to 6 March / let Stefan sign for me /
        my approvals should go to Olga / substitute for approvals: Noor /
        hand my approvals over to my deputy tomorrow / Dana may decide in my name until the end of the month /
        redirect requests to Marcus while I travel / from monday Ingrid approves instead of me
      `),
    ],
    zh: [
      '下周小金替我决定',
      '(我|)(不在|休假|出差)的时候(让|由|请){person}(替|代|帮)我(审批|批|决定)',
      '审批交给佐伊到周五',
      '五月审批让本代我',
      '四月阿伊莎代我',
      '周一起我的决定归豪尔赫',
      '我住院，签字全转米卡',
      '20号前伊莲娜顶我',
      '我出差期间得有人批，让保罗来',
      '展会期间副手签',
      '七月由史总代签',
      '请老马替我过审到周五',
      '我的审批挂给小唐',
      '(我休假期间|我不在的时候|下周|八月|{date})(，|)(审批|申请)(由|让|请)({person})(代批|代我审批|代审|处理|签)',
      '(把|将)(我的|)(审批|审批权|审批权限|待批)(转给|委托给|交给|授权给)({person})(，到{date}|{duration}|，下周|)',
      '({person})(代我|替我)(审批|批|签字|做决定)(，到{date}|，下周|)',
      '(把|将|){request}(转给|转交给|交给){person}(审批|来批|处理|)',
      '{request}(让|由|请){person}(代我|替我)(批|审批|审)',
      '(设置|指定)(审批代理人|代理人|{person}为代理)',
      '{date}审批(全转|都转)给({person})',
      ...said(`
        我不在时小刘替我批 / 审批委托给李娜 / 审批转给张伟到周五 / 设王芳为代理审批人 / 下周我的审批给赵敏 /
        我休假，周杰代我审 / 3月2日到6日找人代批：孙丽 / 让老吴代签 / 我的审批都转陈经理 / 审批代理人设成林月 /
        明天起审批交给副手 / 月底前方婷可以替我决定 / 出差期间申请转罗毅 / 周一起由郑工代我批 / 授权艾琳代审 /
        我的签字权先给何总 / 代理审批设置一下 / 委托审批 / 请假期间审批找谁代，设小刘
      `),
    ],
  },
  'approval-move': {
    en: [
      '(add|put|get|bring) {person} (as an approver|as another approver|in as approver|as a second approver)( to {request}| on {request}|)',
      'let {person} (decide|approve|sign) (on |){request} (too|as well|before me|after me|first)',
      '{person} (should|must|has to) (also |)(approve|sign|look at) {request} (too|as well|first|before me|after me)',
      '{request} needs (a second|another|one more) (approver|signature|pair of eyes)',
      '(send|return|hand|put|give) {request} back to (the |)(first step|manager|previous step|earlier step|start|step before)',
      '(return|send back) {request}( to an earlier step| to the manager|)',
      '{request} (must|should) go back (a step|to the manager|to the previous approver)',
      '(cc|copy|keep) {person} (in copy |in |)on {request}',
      '(let|have) {person} read {request}( along|)',
      'keep {person} in the loop (on|about) {request}',
      '(copy|send a copy of) {request} to {person}',
    ],
    zh: [
      '{request}(再|)(加|添)(一个|个|)审批人({person}|)',
      '(让|请){person}(也|一起)(批|审批|审)(一下|){request}',
      '{request}(还|也)(要|得|需要){person}(签|批|审)',
      '(给|为){request}加签({person}|)',
      '(把|将){request}(退回|打回|退)(到|给|)(上一步|前一步|经理|第一步|前面的步骤)',
      '{request}(退回|回退)(上一级|上一步|前一步)',
      '(把|将|){request}抄送(给|){person}',
      '{request}(让|请){person}(看看|知道一下|也看到)',
      '{request}同步给{person}',
    ],
  },
} satisfies Examples;
