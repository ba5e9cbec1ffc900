/** How people speak of changes and maintenance in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'change-new': {
    en: [
      'planning to replace a switch next Saturday',
      'schedule the firewall update for 3 March',
      'I need to register a release',
      'we want to patch the ERP tonight',
      "we'd like to swap the core switch in Hall 3 on 14 March from 6 to 8",
      'put my firmware update in the calendar',
      'I must take the mail server down on Saturday, file it',
      'new rollout of the till software, 2 April, please note as change',
      'request a window for the UPS test',
      'cable move in rack 9, need approval for it',
      '(plan|schedule|register|propose|book|submit|raise|create|file|I want to plan|we need|please register) (a change|a maintenance window|a release|a deployment|an upgrade|an RFC|a change request|a rollout|a maintenance slot|downtime)( for {service}| of {service}| on {date}| for {service} on {date}|)',
      '(we|I) (want|plan|need|intend) to (upgrade|patch|migrate|reboot|replace|deploy|move|update) {service} (on {date}|next weekend|on Saturday night|{date})',
      '(upgrade|migration|reboot|patching|replacement|deployment|update) of {service} (on {date}|planned for {date}|next Saturday)(, please register|, need a slot|, change needed|)',
      '(how do I get|who files|I need) (a change|an RFC|approval for a change|a release) (into the calendar|planned|for {service}|approved by CAB)',
      'new change: {service} (upgrade|patch|move) {date}',
      '(emergency|standard|normal) change for {service}',
      'draft an RFC for the {service} (swap|upgrade)',
      ...said(`
        I want to schedule a maintenance / plan an upgrade of the database on saturday / raise a change request /
        we need to patch the firewall next tuesday 22:00 / book a change window for SAP /
        register the release of version 4.2 / new change: replace the core switch / submit an RFC /
        we'd like to deploy on thursday night / propose a change for the DNS move /
        set up a maintenance slot for storage / plan the migration of the mail server /
        emergency change, must restart the cluster / open a change for certificate renewal /
        log a change: new vpn gateway / can I get a window on sunday to reboot the ERP /
        I plan to swap the UPS on 21 February / standard change please, monthly patches /
        prepare change for the payment terminal update / we roll out the new client on monday, please record /
        enter a downtime for the portal friday 20-22 / firmware update of all access points, want to request it /
        announce maintenance for the lab network / change request for moving the rack /
        put the go-live of the shop into the calendar / requesting approval to change a firewall rule /
        create a change / 2-hour downtime planned for expansion, please create the change /
        swap of the UPS on 21 February, register it / book us a window next month /
        we intend to upgrade, what do I fill in / file the planned cutover /
        I would like to record a change for tonight
      `),
    ],
    zh: [
      '下周六打算换交换机',
      '防火墙更新排到3月3日',
      '要登记一个发布',
      '今晚想给 ERP 打补丁',
      '3月14日6点到8点换三号厅核心交换机，报一下',
      '我的固件升级写进日历',
      '周六要停邮件服务器，登记',
      '收银软件4月2日推新版，走变更',
      '给 UPS 测试申请个窗口',
      '九号柜改线，要审批',
      '路由器更换想排进计划，草拟一下',
      '数据库打补丁周日凌晨，登记变更',
      '申请割接窗口',
      '(提|提交|登记|新建|申请|安排|计划)(一个|)(变更|维护窗口|发布|上线|停机维护|变更申请)(：|，|)({service}|)({date}|升级|)',
      '(我们|)(计划|打算|准备|要)({date}|周六晚上|下周末)(升级|迁移|重启|更换|部署|割接|打补丁)({service})(，登记变更|，走变更|)',
      '({service})({date})(升级|迁移|发布|停机|割接)(，请登记|，走变更流程|，报个变更)',
      '({service})(升级|上线)要走变更，(怎么提|帮我建一个)',
      '紧急变更：({service})',
      ...said(`
        我要提个变更 / 周六计划升级数据库 / 登记一个发布 / 下周二 22 点给防火墙打补丁 / 申请 SAP 变更窗口 /
        版本 4.2 要上线，登记下 / 新建变更：换核心交换机 / 周四晚上要发版 / 提交 RFC / DNS 迁移提变更 /
        存储维护申请个时间段 / 邮件服务器要搬，安排变更 / 紧急变更，重启集群 / 证书更新走个变更 /
        周日重启 ERP，要个窗口 / 2月21日换 UPS，报备 / 标准变更，月度补丁 / 支付终端升级要提变更 /
        周一推新客户端，记录一下 / 门户周五 20 点停机，登记 / 全部 AP 刷固件，提个申请 / 机柜要挪，走变更流程 /
        商城上线排进日历 / 改条防火墙策略，提变更 / 帮我开个变更单 / 割接定在下周三凌晨，帮忙建单 /
        计划停机两小时做扩容 / 发布申请 / 预约维护时间 / 打算下周切换主备，先登记 / 割接下周三凌晨，帮我建变更 /
        要预约一个维护窗口 / 停机两小时扩容，登记变更 / 换 UPS 报备一下变更 / 打算升级，变更怎么提，帮我开 /
        计划周末切换，录一下 / 新建一个维护计划 / 给下月的补丁约个时间 / 我这边要动防火墙，走变更 / 上线申请帮我填
      `),
    ],
  },
  'change-when': {
    en: [
      'next maintenance?',
      'when will the ERP be offline',
      'what is planned this week',
      'list upcoming works',
      'date of the migration',
      'is the mail server down on Saturday',
      "when's the till rollout",
      "what's on in the calendar this weekend",
      'has the storage move been dated',
      'when are servers patched next',
      'at what hour does the portal go offline',
      'CHG-310, is it tonight',
      'when (is|will|does) (the next |the |)({service} |)(maintenance|upgrade|migration|release|patch night|downtime|change|update|rollout) (planned|scheduled|happen|take place|start|be|)( this month|)',
      '(what|which) (changes|maintenance|releases|updates|downtimes) (are|is) (planned|scheduled|coming up|on)( for {service}| this week| next week| on {date}| tonight|)',
      '(when|on what date) (does|will|is) {service} (be migrated|be upgraded|go live|be switched off|move|be updated|be down for maintenance|migrate)',
      '{change} (when|when is it|date|what time|scheduled for when)',
      '(show|open) the change (calendar|schedule|plan)( for next week|)',
      'is (there|any) (maintenance|a change|downtime) (planned|scheduled) (on {date}|tonight|this weekend|for {service})',
      'how long is the maintenance of {service}',
      'upcoming changes',
      ...said(`
        when is the next maintenance / what changes are planned this week / when does the SAP upgrade take place /
        is there a patch night on thursday / what time is the database migration / show the change calendar /
        is anything planned for sunday / when will the new version go live / which releases are coming up /
        when do you reboot the servers / date of the network switchover / what's happening with CHG-12 /
        is there downtime tomorrow / planned works next week? / what's on for the weekend, changes I mean /
        when is the mail server moved / upcoming maintenance windows / is the firewall change still on for tonight /
        when was CHG-310 scheduled / will the portal be down on friday / next patch day? / schedule of releases /
        how long is the maintenance tonight / did the change window move / any deployments today /
        is the mail server down on saturday for maintenance / any deployments scheduled today /
        has the window been moved / when are you going to restart the cluster /
        is something planned for my system next week / what is changed tonight
      `),
    ],
    zh: [
      '下次维护',
      'ERP 何时下线',
      '这周有什么计划',
      '列出近期变更',
      '迁移日期',
      '周六邮件服务器停吗',
      '收银新版哪天推',
      '这周末日历上有啥',
      '存储搬迁定日子没',
      '服务器下次打补丁啥时候',
      '门户几点下线',
      'CHG-310 是今晚吗',
      '下个维护窗口',
      '哪天换核心交换机',
      '割接安排在哪天',
      '补丁夜哪天',
      '(下次|)({service})(维护|升级|迁移|发布|停机|上线|切换)(是|在|)(什么时候|几号|哪天|几点)(开始|进行|)',
      '(本周|下周|今晚|{date}|这个月|最近)(有什么|有哪些|有没有)(变更|维护|发布|计划停机)(安排|计划|)(吗|)',
      '({change})(什么时候|哪天|几点)(做|执行|开始|实施)',
      '(变更日历|维护计划|变更安排)(看一下|发一下|)',
      '({service})什么时候(切换|升级|停机|搬)',
      '补丁日是哪天',
      ...said(`
        下次维护什么时候 / 这周有哪些变更 / SAP 什么时候升级 / 周四有补丁夜吗 / 数据库迁移几点开始 / 变更日历 /
        周日有安排吗，变更方面 / 新版本哪天上线 / 近期有什么发布 / 服务器几号重启 / 网络割接定在哪天 /
        CHG-12 什么时间做 / 明天会停机吗 / 下周有计划内维护吗 / 周末系统会断吗 / 邮件服务器哪天搬 /
        接下来的维护窗口 / 今晚防火墙还改吗 / CHG-310 排在几号 / 周五门户停不停 / 发布计划给我看 / 今晚维护多久 /
        窗口改期了吗 / 今天有发版吗 / 切换时间定了没 / 停机通知里说的是几点 / 扩容啥时候做 / 升级推迟到什么时候了 /
        割接是哪天 / 窗口改到什么时候 / 周六邮件系统是不是要停 / 今天有上线安排吗 / 下周动我们系统吗 /
        什么时候重启集群 / 计划停机是几点到几点 / 变更排期发我
      `),
    ],
  },
  'change-freeze': {
    en: [
      'is there a freeze now',
      'may we deploy next Monday',
      'freeze dates please',
      'no-go period for releases?',
      'are we frozen over Easter',
      'is year-end closed for rollouts',
      'could I still ship on the 23rd',
      'no deployments this week?',
      'till when is the lock on production',
      'am I safe to release Friday',
      '(is there|are there|do we have|is) (a |any |)(change |release |deployment |code |)(freeze|freezes|blackout|lockdown|no-change period|change stop)( in december| over the holidays| on {date}| at quarter end| now| next week|)',
      '(when|until when) (is|does|starts|ends) the (change |code |release |)(freeze|blackout|freeze period)( start| end| begin| over|)',
      '(can|may|are) (I|we) (deploy|release|change anything|do changes|allowed to deploy|go live|roll out) (on {date}|next week|during the holidays|in the freeze|on Friday)',
      '(are changes|are releases|is deployment) (allowed|blocked|barred|forbidden|possible) (on {date}|next week|over Christmas|at month end|now)',
      'freeze (calendar|dates|period)',
      'no changes (week|weeks|days) this (month|quarter)',
      ...said(`
        is there a freeze / can we deploy this week / are changes allowed in december /
        when does the change freeze end / are we in a blackout / may I release on 24 December /
        code freeze dates please / is production locked now / freeze over the holidays? / when can we deploy again /
        is it forbidden to change anything during quarter end / no-change period? /
        is a release ok on friday or is it frozen / until when is the moratorium /
        do we have an embargo for black friday / any change ban coming up / are deployments blocked tomorrow /
        period without changes? / is friday locked for deployments
      `),
    ],
    zh: [
      '现在冻结吗',
      '下周一能部署吗',
      '冻结日期',
      '哪段不能发版',
      '春节封不封',
      '年底还能推吗',
      '23号还发得了版吗',
      '这周不许部署？',
      '生产锁到几号',
      '周五发布可以吗',
      '月末能动系统吗',
      '双十一期间禁止上线吗',
      '冻结结束没',
      '(有没有|有|是否有)(封网|变更冻结|冻结期|封版|禁止变更)(期|安排|)(吗|)',
      '(封网|冻结期|封版)(什么时候|从几号|到哪天|几号)(开始|结束|)',
      '({date}|下周|月底|节前|春节期间|国庆)(能|可以|允许|让)(上线|发布|变更|发版|部署)吗',
      '({date}|现在|下周|月底)(是不是|)(封网|冻结|不让变更)(了|吗|)',
      '节假日(封网|冻结)安排',
      ...said(`
        封网了吗 / 这周能上线吗 / 十二月允许变更吗 / 冻结期什么时候结束 / 现在能发版不 / 春节封网到几号 /
        国庆期间禁止变更吗 / 季末还能改系统吗 / 哪几天不许动生产 / 什么时候解封 / 双十一封版时间 /
        下周有没有变更冻结 / 月底结账期间能发布吗 / 现在是静默期吗 / 封版从哪天开始 / 解冻了没 /
        24号能不能上线，冻结没 / 不能变更的日子有哪些 / 两会期间能动网络吗
      `),
    ],
  },
} satisfies Examples;
