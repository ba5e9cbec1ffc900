/** Ideas behind the words of free messages, by which different wordings of one meaning are alike. Pure. */
import { phrasesOf } from './phrases.js';

/** In English the beginnings of words, `$` where a word must end; in Chinese what is written; `^` begins the message. */
const ideas: Record<string, string> = {
  self: 'i$|my$|mine$|me$|我',
  we: 'we$|us$|our$|我们|大家|咱',
  cancel:
    'cancel|withdraw|scrap|retract|call off|called off|pull back|take back|revoke my ticket|void$|bin it|drop it|mistake|by accident|twice$|duplicate|取消|撤|作废|提重|提错|重复提|手滑|手误|误提',
  close:
    'close$|closed|closing|closure|finish|complete|tick off|wrap up|shut it|mark as|mark it|结单|关单|关闭|关掉|关了|结掉|销单|完结|办结|结案',
  solved:
    'solved|resolved|sorted|fixed|works again|work again|working again|works now|back to normal|healed|repaired itself|fine now|ok now|running again|all good|好了|解决了|修好|恢复了|正常了|弄好|搞定|没问题了',
  again:
    'again|once more|back$|returned|recur|reappear|relapse|another time|still the same|又|再次|照样|依旧|老毛病|复发|还是',
  reopen: 're-open|reopen|open again|reactivate|重开|重新打开|再打开|重启工单|恢复工单',
  notsolved:
    'not fixed|not solved|not resolved|not repaired|isnt fixed|isnt solved|didnt last|too early|没解决|没修好|没弄好|还没好|关早|不行',
  hurry:
    'urgent|asap|hurry|faster|speed|expedite|priorit|escalat|p1$|p2$|top of the|deadline|cannot wait|cant wait|sooner|pressing|right away|before noon|bump|加急|紧急|催|尽快|赶紧|快点|优先|升级|急用|插队|提前|来不及|升到|等不了',
  lowprio: 'no hurry|no rush|whenever|not urgent|low prio|take your time|不急|有空|慢慢|闲了',
  progress:
    'any news|news on|update on|updates|status|progress|how far|whats up with|any word|going with|stand with|eta$|how long until|assigned to|picked up|being worked|进展|进度|到哪|怎么样了|状态|下文|啥情况|什么情况|有消息|处理到|派单|派给|受理|多久能|啥时候能好|修得',
  mine: 'my open|my current|my own|my pending|of mine|i raised|i reported|i logged|i submitted|i opened|i filed|i have open|in my name|我名下|我的工单|我报的|我提的|我提过|我报过|名下',
  listing:
    'list|show me|overview|which of|how many of|all of my|everything|summary|pull up|列|看看|有哪些|几个|几张|全部|所有|一览',
  ticketword: 'ticket|case$|cases$|incident$|work order|工单|单子|报修单|那单|这单|这张|那张|单号',
  report:
    'report|raise|log a|log this|file a|open a|create a|register a|put in a|报修|报障|登记|提单|开单|提个|建个|报个',
  broken:
    'broken|broke$|crack|smash|dead$|defect|torn|worn|fray|damaged|snapped|loose|bent|burnt|smok|spill|wont turn on|wont power|no power|flicker|坏了|碎|裂|断了|冒烟|进水|掉了|不通电|开不了机|摔|松了|磨坏',
  order:
    'order|need a|need two|need three|need four|need five|need six|need some|need new|replacement|replace|spare|new one|new laptop|new monitor|new headset|new keyboard|purchase|procure|订|采购|买|换一个|换新|来一|申领|想领|领个|领一|领用|给我配|再配|配个|配一|配台|配套',
  note: 'note|comment|attach|append|screenshot|photo|picture|add this|add that|add to|serial|asset tag|more info|additional|forgot to|also happens|only happens|one more thing|p.s$|ps$|补充|备注|附|截图|照片|序列号|追加|忘了说|再说一句|上传|录了|资产编号|补一句|加一句',
  contact:
    'contact|instead of me|in my place|phone number|extension|new number|moved to|new room|different room|联系人|联系方式|电话改|改成|换成|换号|搬到|换了工位|找他|别找我|联系|instead$',
  everyone:
    'everyone|everybody|all of us|whole|entire|several|half the|half of|nobody|no one|none of us|many of|the team|our team|whole floor|department|branch|colleagues|we all|users|大家|全公司|全部门|整层|整个|所有人|好几|全组|全校|各|同事们|集体|大面积|栋楼|层楼|楼都|楼全|都打不|都连不|都上不|都登不|都用不|都进不|都断|都没网|全断|全挂|全停|全员|全院|整楼|半个公司|百多人|几十人|上百人|楼上楼下|every user|hundred people|dozens of|half the company|none of|no one can|nobody can|company-wide|company wide',
  down: 'down$|offline|outage|unreachable|unavailable|not reachable|timeout|times out|time out|timing out|crashed|gone dark|no connection|no signal|grey|blank|挂了|崩|断网|宕机|中断|瘫痪|离线|打不开|连不上|用不了|刷不了|登不上|掉线|卡死',
  isitdown:
    '^is |^are there|anyone else|anybody else|only me|just me|known issue|known problem|known outage|is it me|有没有故障|是不是|就我|只有我|有人遇到|正常吗|别人',
  standstill:
    'standstill|stands still|stand still|emergency|immediately|right now|cannot work|cant work|production|stopped|halt|every minute|patients|customers are wait|customers wait|surgeons|help now|at once|sev 1|sev1|critical|停产|停摆|全停|瘫|马上|立刻|救命|紧急|急诊|产线|排长队|停工|十万火急|快来|立即|没法上班|没法干活|都在等',
  security:
    'phish|hack|scam|malware|virus|ransom|trojan|breach|leak|compromis|suspicious|stranger|intruder|fraud|fake|pretend|claiming|clicked|wrong person|wrong recipient|wrong address|never wrote|encrypted|usb stick|unknown person|unknown login|foreign|钓鱼|病毒|木马|勒索|泄露|入侵|黑了|被盗|诈骗|可疑|冒充|自称|异地|陌生|链接|挂到|发错|骗',
  lost: 'lost|stolen|stole|missing|misplaced|robbed|nicked|gone$|cant find my|dropped|burgl|丢|被偷|不见了|找不到了|遗失|被抢|落在|忘在|挂失|掉进|失窃|left my|left it|left the|forgot my',
  portable:
    'laptop|phone|badge|token|yubikey|key card|keycard|access card|ipad|tablet|notebook|smart card|smartcard|handset|笔记本|手机|工牌|门禁卡|令牌|平板|电脑|u盾|密钥|胸卡',
  human:
    'human|real person|a person|somebody real|someone real|real people|live chat|live agent|live person|live support|agent$|operator|robot|bot$|machine|speak to|talk to|人工|真人|客服|活人|机器人|转人|工程师跟',
  phoneme:
    'call me|phone me|ring me|callback|call back|give me a call|give me a ring|by phone|回电|打电话给我|给我打|打我|来电|打给我|回个电话|致电|电话联系',
  complain:
    'complain|ridiculous|unacceptable|useless|terrible|disappoint|fed up|rude|nobody answers|nobody cares|nobody helps|waiting for days|waiting for weeks|third time|no help|joke$|awful|worst|disgrac|wrong answer|did not help|waste|unhappy|annoy|sick of|frustrat|slow service|投诉|太差|太慢|离谱|没人理|没人管|差劲|不满|失望|踢皮球|答非所问|服了|态度|敷衍|推来推去|气死|无语|等了',
  praise:
    'great job|great work|great service|great help|excellent|brilliant|fantastic|kudos|compliment|praise|well done|helpful|hats off|five stars|pass on|amazing|impress|spot on|best|friendly|kind$|patient$|hero|awesome|表扬|点赞|专业|耐心|厉害|给力|很棒|太棒|好评|五星|替我谢|夸|赞',
  thanks: 'thank|thx|cheers|appreciat|much obliged|谢|多谢|感谢|辛苦',
  hello:
    'hello|^hi$|^hey|good morning|good afternoon|good evening|anyone there|anybody there|你好|您好|在吗|早上好|下午好|有人吗|哈喽|大家好|各位好|早安|哈罗|喂',
  swear:
    'stupid|idiot|fuck|damn|shit|crap|dumb|moron|bloody|suck|trash|garbage|shut up|wtf|piece of|hate you|傻|蠢|妈的|废物|笨|白痴|破玩意|闭嘴|猪|脑子|瞎|操你|我操|卧槽|操蛋|滚蛋|滚开|^滚|给我滚|滚一边|垃圾机|垃圾系|真垃圾|垃圾服|垃圾玩|太垃圾|鬼东西|鬼玩意|呆子|神经病|他妈',
  tongue:
    'english|chinese|german|deutsch|spanish|español|french|français|italian|language|mandarin|japanese|polish|turkish|translate|英语|英文|中文|德语|日语|西班牙|法语|语言|普通话|韩语|俄语',
  whatcan:
    'what can you|what do you do|commands|features|functions|how do i use you|how do i use this|how to use you|how to use this|what are you for|what are you able|help with|menu|capabilit|你能|你会|你可以|功能|命令|怎么用你|能做什么|能干|干嘛用|帮我什么',
  drop: 'never mind|nevermind|forget it|forget that|forget about|leave it|skip it|ignore that|ignore me|ignore my|disregard|changed my mind|wrong chat|wrong window|not important|算了|没事了|不用了|当我没|不弄了|发错|忽略|不管了|罢了|不问了|打扰',
  secret:
    'password is|pw:|pwd|passcode is|pin is|pin :|api key|token is|token :|secret|密码是|密码：|密码:|口令|密钥是',
  access:
    'access|permission|rights$|right$|role$|licence|license|account|membership|entitle|member of|read-only|viewer|editor|admin|权限|账号|许可|开通|授权|角色|访问|只读|门禁|模块',
  want: 'i need|we need|please give|please grant|please enable|please add|can i get|can i have|could i get|could i have|request|apply|grant|give me|enable|unlock|let me|申请|需要|想要|给我|请开|帮我开|开通|能不能让',
  longer:
    'extend|extension|prolong|renew|longer|expire|runs out|run out|ends on|ends soon|ends in|another month|another week|another year|keep my|keep the|lapse|延长|延期|续|到期|过期|再用|延|往后|快没了|改到',
  giveback:
    'no longer need|no longer required|no longer use|handing back|hand back|give up|give back|giving up|giving back|return my|take me off|take me out|remove me|remove my|free up|release my|不需要了|退回|归还|交回|收回|去掉|用不着|释放|注销|不用了|dont need|no need for',
  decides:
    'who approves|who decides|who signs|who owns|who authorises|who authorizes|who grants|who has to|who must|who is responsible|who is the owner|who needs to|owner|approver|responsible|in charge|whose approval|谁批|谁审|谁负责|归谁|谁管|找谁批|谁签|负责人|审批人|谁同意|谁说了算|谁决定',
  approve:
    'approve|granted|grant |go ahead|fine by me|fine with me|agreed$|agree$|accept|sign off|green light|may have|ok for|can have|yes to|批准|同意|通过|准了|没问题|批了|可以批|都过|放行|准予|^准',
  reject:
    'reject|declin|deny|denied|refuse|not approved|turn down|dont approve|wont approve|doesnt get|does not get|no budget|veto|拒绝|驳回|不批|不同意|否决|打回|退回申请|不给|不行',
  askback:
    'ask him|ask her|ask them|ask back|ask why|ask what|before i|before deciding|why does|what for|what exactly|need more info|clarify|come back to me|first i|want to know|问问|问一下|先问|问清|用途|干嘛|补充说明|弄清|为什么要|干什么用',
  inbox:
    'waiting for me|waiting for my|to approve$|to sign$|needs my|needs from me|needed my|needed from me|need my|need from me|pending approvals|my approvals|my decision|decision is needed|待审批|待我|等我|要我批|要批|审批列表|待批|我这还有|要我审',
  nudge:
    'remind|reminder|nudge|chase|ping |follow up|push the|push him|push her|push my|poke|hangs with|stuck with|stuck at|not reacted|not answered|not approved|催|提醒|卡在|压在|跟一下|没批|一直没',
  deputy:
    'deput|stand-in|standin|substitut|on my behalf|in my place|for me while|delegate|my approvals to|while i am away|while i am on|acting for|代理|代批|代审|代我|替我审|转给|委托|交给|替我',
  absence:
    'leave|vacation|holiday|absen|out of office|day off|days off|sick|dentist|parental|maternity|away from|away until|away on|im out|i am out|im off|i am off|off on|休假|请假|年假|病假|不在|调休|产假|外出|连休|休息|看牙|报备',
  oncall:
    'oncall|on call|on-call|on duty|duty|standby|rota|roster|shift|who can i call|who can i wake|who can i reach|who do i call|who do i wake|who do i reach|who should i call|who should i wake|who should i reach|at night|weekend|after hours|值班|当班|值守|值夜|半夜|周末|下班后|排班|轮到|叫醒',
  change:
    'maintenance|change request|change window|change calendar|rfc|rollout|release|deploy|upgrade|migrat|patch|cab$|reboot|go live|go-live|switchover|switch over|switch-over|维护|变更|发布|上线|升级|迁移|割接|停机|补丁|切换|发版',
  plan: 'schedule|plan|register|book a|propose|slot|submit|draft|arrange|计划|安排|登记|打算|准备|提交',
  when: '^when|when is|when will|when does|when are|what date|what day|what time|which day|coming up|upcoming|什么时候|几号|哪天|几点|何时|定在',
  freeze:
    'freeze|frozen|blackout|no change|no-change|lockdown|change stop|barred|allowed to deploy|can i deploy|can i release|can we deploy|can we release|封网|冻结|封版|禁止变更|让不让|能不能上线|能上线|可以上线|允许变更',
  procedure:
    'sop$|sops|runbook|procedure|playbook|work instruction|checklist|documented|written down|process for|规程|操作手册|预案|规范|指导书|流程文档|作业|手册|检查单|操作流程',
  steps:
    'step by step|guide me|walk me|lead me|take me through|tick off|with me|start the|begin the|run the|launch|execute|carry out|一步|带我|陪我|引导|逐步|执行|开始|启动|走一遍|跑一遍',
  find: 'where is|where did|where do|where are|where can i find|find|is there|do we have|link to|在哪|哪里有|找一下|有没有|放哪|写在',
  leaver:
    'offboard|resign|last working day|last day|quit|retir|fired|terminat|leaves the company|leaves us|leaving the company|leaving us|dismiss|let go|contract ends|exit|离职|辞职|辞退|退休|最后一天|最后工作日|开除|走人|合同到期',
  joiner:
    'onboard|new hire|new colleague|new employee|new starter|new joiner|new nurse|new intern|new trainee|new member|starts on|starts next|starts with|starts in|joins|first day|is starting|hired|入职|新员工|新同事|新人|报到|到岗|实习生|新来',
  revoke:
    'revoke|take away|disable|kick|no longer on|changed team|changed role|changed department|收回|禁用|移除|踢|停掉|转岗|调岗|remove |cut |block |lock |撤销',
  figures:
    'how many tickets|how many requests|how many cases|how many incidents|statistic|figures|kpi|report for|report of|report on|average|percent|volume|sla$|csat|satisf|backlog|trend|response time|ranking|most tickets|per agent|per month|per week|breach|多少张工单|多少张单|多少张报修|多少个工单|多少个单|多少个报修|多少工单|多少单|多少报修|统计|报表|达标|满意度|平均|时长|超时率|比例|占比|排名|周报|月报|积压|最多|最频繁|工单量',
  personaldata:
    'gdpr|personal data|my data|about me|erase|right to|privacy|delete all my|delete my|data you|stored|个人数据|个人信息|我的数据|隐私|清除|彻底删|身份证|存了我|我的信息|抹掉',
  howto:
    'how do|how can|how to|how does|is there a way|tips$|tip$|whats the way|what s the way|what-s the way|where do i|where can i|shortcut|setting|怎么|如何|咋|怎样|快捷键|设置|哪里可以|能不能让|有没有办法',
  software:
    'outlook|teams|zoom|excel|word$|slack|chrome|onedrive|powerpoint|acrobat|pdf|gmail|planner|edge$|citrix|windows|mac$|browser|calendar|signature|mailbox|font|notification|folder|file|document|spreadsheet|formula|网盘|钉钉|飞书|微信|浏览器|文档|表格|日历|签名|文件|邮箱|输入法|截图|打印|公式|通知',
  facility:
    'heating|aircon|air con|air-con|toilet|elevator|lift|window$|windows is open|windows is stuck|windows is leaking|windows are open|windows are stuck|windows are leaking|window is open|window is stuck|window is leaking|window are open|window are stuck|window are leaking|blinds|coffee|canteen|lunch|parking|car park|desk chair|kitchen|door handle|carpet|cleaning|plant|roof|fridge|light bulb|shuttle|空调|暖气|厕所|电梯|窗|百叶|咖啡|食堂|停车|厨房|地毯|保洁|灯管|冰箱|班车|饮水|茶水|门锁|吃什么|异响|漏水|bathroom|tap$|pipe|sink|locker|water |暖|灯|水管|马桶|地板|桌子|椅子|柜|停水|漏',
  hr: 'salary|payslip|bonus|pension|vacation days|overtime|works council|union|shift model|working hours|reduce hours|parttime|part time|part-time|dress code|first aid|training|travel expense|expense report|business trip|company car|raise$|hr$|visa|benefit|insurance|工资|奖金|社保|公积金|年终奖|加班费|工会|兼职|产检|报销|差旅|名片|居住证|个税|体检|放假|放几天|涨薪|补贴|落户|培训|团建|年会',
  world:
    'weather|recipe|capital|president|universe|planet|football|movie|book on|restaurant|poem|joke|translate this|stock|bitcoin|history of|tallest|birthday|holiday destination|cook|天气|菜谱|总统|宇宙|电影|餐厅|写诗|笑话|股票|推荐|世界|足球|生日|火锅|旅游',
  ownlife:
    'my private|my own phone|my kid|my son|my daughter|my wife|my husband|at home|netflix|facebook|spotify|lease|mortgage|gym|dentist|passport|bank account|wedding|lunch|taxi|我自己的|私人|孩子|我家|家里|老婆|老公|淘宝|抖音|爱奇艺|游戏|会员|银行卡|房贷|快递|护照|宿舍|买菜|午饭',
  askswho: 'who$|whom$|whose$|which person|谁|哪位|哪个人|哪位领导',
  howmany: 'how many|how much|how often|how long|number of|多少|几个|几张|几次|多久',
  past: 'was$|were$|did$|has been|have been|already|批了没|了吗|了没|过了吗',
  pasted:
    'traceback|exception|stack trace|stacktrace|at line|fwd:|fw:|forwarded|from:|subject:|wrote:|error code|event id|errno|发件人|主题:|主题：|转发|报错如下|日志',
};

const known = phrasesOf(Object.entries(ideas).map(([name, phrases]) => [name, phrases.split('|')]));

/** The names of the ideas that a plain text in lower case speaks of. */
export const ideasIn = (plain: string): string[] => [...new Set(known(`^${plain}`).map(({ name }) => name))].toSorted();
