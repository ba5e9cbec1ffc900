/** How people ask for rights, give them up, and speak of those who come and go, in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'access-request': {
    en: [
      'need {entitlement} access (till|until|to) (12/15|3/1|{date})( please|)',
      '(I |we |)need {entitlement} (access |rights |export |admin |) (until|till|to|for) ({date}|today|{duration})( please|)',
      'need (read|export|write|admin) (on|for|in|) {entitlement} (for today|until {date}|till {date}|this week)',
      'please let me use the plotter software',
      'I have to work in the HR folder this week',
      'enable remote access for our consultant',
      "I'd need rights to publish on the intranet",
      'can you add the new intern to the design group',
      'open port access for my test rig for a day',
      'license for PyCharm',
      'could you provide me with a login to the supplier portal',
      'the project needs a shared drive, members below',
      'allow me to install printer drivers for 2 hours',
      'I want to view the finance dashboards',
      'give the trainee read rights on the lab journal till end of May',
      'root for me on test-07, one week, to debug a crash',
      "I'm supposed to enter invoices but SAP won't let me in",
      'put our two contractors on the project wiki',
      'may I have the key code for the archive from Monday to Wednesday',
      'Power BI pro for me please, dashboards for sales',
      'need to look into the warehouse camera for 3 days',
      'can someone let me into the pricing folder',
      'a guest wifi account for our auditor until Friday',
      'sign me up for Figma',
      "I can't see the new cost centre in the ERP, please open it for me",
      'admin on my own laptop for an afternoon, installing CAD plugins',
      'we need a shared mailbox for the summer campaign',
      'my colleague Theo requires the prescribing module',
      '(I need|we need|please give me|can I get|can I have|could you grant me|requesting|I require|give me|grant me) (access|read access|write access|rights|permission|permissions|admin rights) (to|for|on) {entitlement}( for {duration}| until {date}| because {reason}| to {reason}|)',
      '(I need|I would like|please assign me|order|request|can you arrange) (a licence|a license|an account|a seat|membership|the {entitlement} role|a login) (for|in|of) {entitlement}( for {duration}| until {date}|, {reason}|)',
      '(add|put|include) (me|{person}) (to|in|into) the {entitlement} (group|role|team|list of users|channel)( for {duration}|, please|)',
      '(I have|I got|there is) no {entitlement} (access|account|licence|rights|yet)(, please set it up|, can you add me| but need it because {reason}|)',
      '(please |)(enable|activate|unlock|open|switch on) {entitlement} for (me|{person}|my account|our intern)( for {duration}| until {date}|)',
      '{person} (needs|should get|requires|must have) (access to|rights for|a licence for|permission for|) {entitlement}( for {duration}| because {reason}| please|)',
      '(read|write|admin|viewer|editor) (access|rights|permission) (to|on|for) {entitlement}( please| for {duration}| until {date}|)',
      'I (joined|moved to|work now in) (the finance team|sales|the project) and (need|have no|cannot open) {entitlement}(, please set me up|)',
      'can I be allowed to (see|edit|use|enter) {entitlement}( for {duration}| to {reason}|)',
      '{entitlement} for {duration} (to|because) {reason}',
      'apply for {entitlement}',
      '(temporary|short-term) (access|rights|admin) (to|on) {entitlement} for {duration}',
      ...said(`
        I need access to the finance share / please give me rights for Jira / can I get a Photoshop licence /
        add me to the marketing group / request admin rights for two days / Tom needs access to the CRM /
        I can't open the HR folder, I need permission / grant me read access on prod-db until friday /
        would like a Figma seat / I need to see the sales dashboard / get me into the archive room /
        please add Anna to the project mailbox / my new role requires SAP billing / let me in to the test system /
        apply for a VPN account / role 'approver' for the shop system please /
        sudo on web-01 for 4 hours to fix nginx / the team needs edit rights on the wiki /
        unlock the payroll module for me / I'm taking over reporting and have no Power BI / badge access to lab 3 /
        could I have the same rights as Maria / database read only for the audit /
        enable my account for the customer portal / we need five licences of AutoCAD /
        local admin to install a driver / please authorise me for the payment system / membership in the DL berlin /
        I want to use Snowflake, who gives me that /
        no access to the team folder since I changed departments, please add /
        viewer for the budget sheet, two weeks / put me on the list for the server room /
        open the firewall for my host / permission needed: warehouse cameras / Julia has to edit the planner /
        guest wifi account for a visitor tomorrow / need into Salesforce asap /
        write access please on the git repo payments / I joined the renewals team and have no Salesforce yet /
        server room for four hours, swap the air filter / new in the team and cannot see the shared board, add me /
        two days of backend rights for the stocktake / need in to the lab until tonight, contractors come
      `),
    ],
    zh: [
      '{entitlement}(导出|只读|管理|)，(今天|这周|)用(一下|到{date}|{duration})(就行|)',
      '让我用绘图软件',
      '这周要用人事文件夹',
      '给顾问开远程',
      '要在内网发文的权限',
      '把新实习生加到设计组',
      '给测试台开端口一天',
      '要个 PyCharm 许可',
      '给我供应商门户的登录',
      '项目要共享盘，成员如下',
      '允许我装驱动两小时',
      '想看财务看板',
      '给实习生开实验记录的只读，到五月底',
      '测试机 root 给我一周，查崩溃',
      '要录发票，SAP 进不去，开一下',
      '把两个外包拉进项目 wiki',
      '档案室门禁周一到周三给我开',
      '我要 Power BI 专业版，做销售看板',
      '仓库监控让我看三天',
      '价格文件夹能让我进去吗',
      '给审计开个访客 wifi 到周五',
      '帮我注册个蓝湖',
      'ERP 新成本中心我看不到，放开下',
      '自己电脑的管理员给一下午，装插件',
      '暑期活动要个公共邮箱',
      '同事西奥要用处方模块',
      '预演环境 root 借我三天',
      '想进科研数据库，写论文用',
      '给我配个 Visio 许可',
      '(申请|我要|请开通|帮我开|需要|给我开|麻烦开一下|想要)(一个|)({entitlement})(的|)(权限|账号|访问权限|只读权限|管理员权限|许可证|)(，用{duration}|，到{date}|，{reason}|，因为{reason}|)',
      '(把|将)(我|{person})(加到|拉进|加入)({entitlement})(组|群组|角色|用户名单|)',
      '我(没有|还没有|打不开|看不到)({entitlement})(权限|账号|)，(请开通|帮我开一下|能给开吗)',
      '({person})(需要|要用|应该能用)({entitlement})(权限|账号|)(，帮忙开通|，请安排|{duration}|)',
      '({entitlement})(给我|给|)(开|授权|放开)(一下|{duration}|到{date})(，{reason}|)',
      '(申请|开通)({entitlement})',
      '临时(权限|授权)：({entitlement})，{duration}',
      '刚调到(财务|销售)组，({entitlement})还没(开|权限)',
      '能不能让我(看|编辑|进|用)({entitlement})',
      ...said(`
        申请财务共享盘权限 / 给我开 Jira / 要个 PS 许可 / 把我加到市场组 / 要两天管理员权限 / 小刘需要 CRM 账号 /
        人事文件夹打不开，要权限 / 生产库只读到周五 / 想要 Figma 席位 / 我得看销售报表 / 开个档案室门禁 /
        把李娜加到项目邮箱 / 换了岗要 SAP 开票模块 / 测试系统让我进一下 / 申请 VPN / 商城后台要审核角色 /
        web-01 的 sudo 四小时，修 nginx / 全组要 wiki 编辑权 / 工资模块给我开一下 / 接手报表没有帆软 /
        三号实验室门禁 / 跟王芳一样的权限给我来一份 / 审计要数据库只读 / 客户门户帮我开通 / 需要五个 AutoCAD 授权 /
        装驱动要本地管理员 / 支付系统给我授权 / 加我进北京邮件组 / 我想用数仓，怎么给我开 /
        转部门后进不了团队文件夹，加我 / 预算表查看权两周 / 机房名单加我一个 / 给我的机器开个端口 / 仓库监控权限 /
        赵敏要能改排班表 / 明天访客要个无线账号 / 急要 Salesforce / payments 仓库写权限 / 让我能看合同库 /
        开一下外网 / 给周杰开个考勤查看 / 发票系统没权限，麻烦开 / 电子签章要用，开一下 / 我也要进那个群盘 /
        能让我编辑课表吗 / 借用管理员账号半天，装软件 / 申请远程桌面 / 帮开阅卷系统录入权 / 开通短信平台，做活动用 /
        机房门禁开四个小时，换滤网 / 给四小时机房权限，换设备 / 两天的后台权限，做盘点 / 门禁开到今晚，施工用 /
        申请进机房三小时检修 / 开通报表，月底对账用 / 临时开一天生产查询
      `),
    ],
  },
  'access-extend': {
    en: [
      'prolong it by three months',
      'my licence should not lapse, renew please',
      'still need admin for another week',
      'access ends tomorrow, extend it',
      'can we lengthen the guest account to June',
      'Tableau stops on Friday, I need it through June',
      'could my guest wifi run a week more',
      'contract got prolonged so my VPN should too',
      'another 30 days of the prod access please',
      "don't let my Adobe seat end yet",
      'project slipped, so my rights must last to 31 May',
      'my temp admin vanishes tonight, add two days',
      '(extend|prolong|renew|lengthen|please extend) (my|the|our) {entitlement} (access|licence|rights|account|permission|)( until {date}| by {duration}| for another {duration}|)',
      '(my|the) {entitlement} (access|licence|right|account|) (ends|runs out|expires|lapses|is about to expire) (soon|{date}|tomorrow|this week), (please extend|can it run longer|I need it longer|renew it|extend by {duration}|make it {date})',
      '(I need|we need|can I keep|may I keep) {entitlement} (longer|{duration} longer|until {date}|for {duration} more|a bit longer)',
      '(keep|leave) my {entitlement} (access|rights|) (running|active|valid) (until {date}|for another {duration})',
      '(push|move|shift) (the|my) (end|expiry|end date) of {entitlement} to {date}',
      '{entitlement} {duration} more please',
      ...said(`
        extend my access to prod-db / my licence expires friday, please renew /
        I need the admin rights another week / prolong the Figma seat until june / keep my VPN until 30 June /
        the guest account runs out, can it be longer / two more weeks on the finance share please / renew Tableau /
        my rights end tomorrow but the project goes on / can I have Snowflake for another month /
        push the end date of my access to 1 April / don't let my CRM access lapse / continue my sudo till sunday /
        access is about to expire, extend / make my Salesforce licence run through july /
        add three days to my server room badge / longer access please, audit not finished /
        prolongation of the role until the quarter closes / the temp permission should stay until monday /
        it ends on monday but I need it longer / can I keep it a little longer / a further two weeks please /
        make it valid through september / it would be good to have it until the project ends /
        until easter instead of next week, my Jira seat / I need more time with the lab access
      `),
    ],
    zh: [
      '再延三个月',
      '许可别过期，续',
      '管理员再用一周',
      '权限明天到，延',
      '访客账号延到六月行吗',
      '帆软周五停，我要用到六月底',
      '访客 wifi 再给一周',
      '合同续了，VPN 也续上',
      '生产权限再要 30 天',
      'Adobe 先别停',
      '项目延期，权限要到5月31',
      '临时管理员今晚没了，加两天',
      '快失效了，帮我续半年',
      '账号月底到期，改到九月',
      '权限时间不够，再延一个季度',
      '({entitlement})(权限|账号|许可|)(延长|续期|续|延期|再延|往后延)(到{date}|{duration}|一下|)',
      '(我的|)({entitlement})(权限|账号|)(快到期了|要过期了|马上失效|{date}到期)，(请延长|续一下|能再用{duration}吗|改到{date}|还要用)',
      '(再|还)(要|需要|得)用({entitlement})(权限|){duration}',
      '把({entitlement})的(到期日|截止时间)(改到|延到){date}',
      ...said(`
        权限延期 / 许可周五到期，续一下 / Figma 续到六月 / VPN 延到6月30日 / 访客账号快到期了，能延长吗 /
        共享盘再给两周 / 帆软续期 / 明天权限就没了，项目还没完 / 数仓再用一个月 / 到期日改成4月1日 /
        别让我的 CRM 过期 / sudo 延到周日 / 快到期了，续 / Salesforce 延到七月 / 机房门禁加三天 /
        审计没做完，权限再长点 / 角色延到季度结账后 / 临时权限保留到周一 / 我的账号有效期往后推 / 续费一年那个许可 /
        权限还要用，别收 / 再延一延 / 生产库到期了还得查，延三天 / 合同续签了，账号也续 /
        我的账号有效期往后推到六月 / 到期日往后挪 / 权限再留一个月 / 快到期，延半年
      `),
    ],
  },
  'access-return': {
    en: [
      'please remove my own access to the archive',
      'I gave up the role, revoke my rights',
      'my project access is superfluous',
      "don't need the licence anymore, take it",
      "I've left the project, my folder rights can go",
      'not using Visio, give the licence to somebody',
      "please strip my admin, job's done",
      'deregister me from the camera viewer',
      'done with the audit so I can lose the read access',
      'I quit the committee, remove my calendar rights',
      'free my AutoCAD seat',
      '(I no longer need|I do not need|I dont need|I am done with|giving back|I want to return|I want to give up|returning|please take back|hand back) (my |the |){entitlement} (access|rights|licence|account|permission|)( anymore| any longer|, project is over|, thanks|)',
      '(remove|revoke|cancel|end|drop|deactivate|withdraw) my (own |){entitlement} (access|rights|licence|account|permission|membership)( please|, I changed teams|, not needed|)',
      '(take|remove|delete) me (off|out of|from) {entitlement}(, I moved to another team|, no longer my job| please|)',
      'my {entitlement} (licence|seat|access) (can be|may be) (freed|given to somebody else|released|removed|cancelled)',
      '{entitlement} (access|admin|rights) (no longer needed|can go|can be removed) (on my side|for me|)',
      ...said(`
        I no longer need access to prod-db / please take back my admin rights / give up my Photoshop licence /
        remove me from the finance group / you can have my Tableau seat back /
        done with the archive, revoke my own access / hand back the server room badge access /
        don't need VPN any more / I'm leaving the project, drop my Jira rights /
        free my Figma seat for somebody else / cancel my Salesforce licence, never use it /
        return the sudo on web-01 / take me off the mailing list of the CRM group / I don't use AutoCAD anymore /
        please withdraw my permission for the HR folder, work is done / my snowflake access can go /
        release my licence / I finished the migration, remove my database rights /
        delete my account in the test system / relinquish the approver role / close my own VPN account /
        sudo on build-02 no longer required, drop it / finished drawing, you can have the CAD licence back /
        delete my own account in the test system, done testing / I stopped using Miro, the seat is free
      `),
    ],
    zh: [
      '我自己的档案权限请去掉',
      '不干那个角色了，收我的权限',
      '项目权限多余了',
      '许可不用了，拿走',
      '我退出项目了，文件夹权限可以收',
      'Visio 没在用，许可给别人吧',
      '管理员给我摘了，活干完了',
      '监控我不看了，注销吧',
      '审计结束，只读可以拿掉',
      '不在委员会了，日历权限去掉',
      'AutoCAD 的席位还给你们',
      '我不做排课了，模块关了吧',
      'sudo 用完了，还回去',
      '我名下那个生产权限退了',
      '(我的|)({entitlement})(权限|账号|许可|)(不需要了|用不着了|不用了)(，收回吧|，可以收回|，退掉|，请取消|)',
      '(退回|归还|交回|释放|注销|取消)我的({entitlement})(权限|许可证|账号|)',
      '(把|)我从({entitlement})(里|)(去掉|移除|删掉)(吧|，转岗了|)',
      '我(换岗|转组|离开项目)了，({entitlement})(权限|)(可以收回|请去掉|不再需要)',
      ...said(`
        生产库权限不用了 / 收回我的管理员吧 / PS 许可退了 / 把我移出财务组 / 帆软席位还你们 /
        归档做完了，我的权限可以收 / 机房门禁交回 / VPN 不需要了 / 退出项目了，Jira 权限去掉 / Figma 让给别人吧 /
        Salesforce 从来不用，退掉 / web-01 的 sudo 还了 / 邮件组把我去掉 / CAD 我不用了 /
        人事文件夹的活干完了，权限撤了吧 / 数仓权限可以关 / 释放我的授权 / 迁移完成，数据库权限退回 /
        测试系统的账号删了吧，我的 / 审核角色我不要了 / 我自己的 VPN 停掉 / 换岗了，旧权限帮我退 / 用完了，还权限 /
        主动归还门禁 / 不再负责报表，把我的查看权收了 / 我的许可空着，拿去给别人用 / 合同库不看了，退权限 /
        临时账号用不上了，注销我的 / CAD 我不用了，退回 / 图画完了，CAD 还给你们 / 不用这个软件了，许可给别人 /
        事情办完了，权限还你们
      `),
    ],
  },
  'access-who-decides': {
    en: [
      'who has to approve this for me',
      'who still needs to sign off',
      '(who else|who|which other person) (can|could|may|is able to) (approve|sign|decide) (while|when|if|as) {person} is (away|on vacation|out|sick|on leave)',
      '{person} is (away|on vacation|sick|off), who else (can approve|signs|decides|approves)',
      'who must sign for a licence',
      "who's responsible for approving the folder",
      'approver for the lab?',
      'who can say yes to my request',
      'which manager decides about VPN',
      'whose OK is needed for the archive door',
      "who's the data owner for the pricing folder",
      'who says yes to admin rights',
      'to whom does my SAP application go',
      'who grants CRM export',
      'name the approver for prescribing module',
      'REQ-88 goes to which boss',
      'is it my manager or the app owner who approves GitHub',
      'who (approves|decides on|signs off|has to approve|grants|is responsible for|authorises|releases) (access to |requests for |rights for |){entitlement}( requests| access|)',
      'who is the (owner|approver|data owner|responsible person|contact) (of|for) {entitlement}',
      '(whose|which) (approval|signature|permission|ok) (do I need|is needed|is required|must I get) for {entitlement}',
      'who (must|has to|needs to|should) (sign|approve|agree|say yes) (to|for|before I get) {entitlement}',
      'who owns {entitlement}',
      'who can (give|grant) me {entitlement}',
      'who signs my request',
      'who is the approver of (my request|{request})',
      ...said(`
        who approves access to SAP / who has to sign my request / who owns the finance share /
        whom do I ask for Jira rights / who decides about licences / who is responsible for the CRM permissions /
        who is the owner of prod-db / which manager must agree to admin rights / who grants server room access /
        whose approval do I need for Snowflake / who signs off REQ-12 / who is the approver for Figma /
        who gives out badges for the lab / does my boss or IT decide on vpn / who can authorise the payroll module /
        person in charge of the archive permissions / how many approvals does it take for production access /
        by whom is REQ-8 decided / who's the data owner of the HR folder / who may say yes to a Salesforce licence /
        is it my lead who approves sudo
      `),
    ],
    zh: [
      '(要|得|还要|需要)谁(来|)(批|审|签|点头)(啊|呢|)',
      '谁(在|来|要)(审批|批|审)我的(申请|权限)',
      '{person}(休假|不在|出差|请假)(了|)，(谁|还有谁|哪位)(能|可以|)(替他|代他|)(批|审|签)',
      '许可要谁签',
      '文件夹归谁批',
      '实验室审批人',
      '谁能同意我的申请',
      'VPN 哪个经理定',
      '进档案室要谁点头',
      '价格文件夹是谁的',
      '管理员权限谁说了算',
      '我的 SAP 申请到谁那批',
      'CRM 导出归谁给',
      '处方模块的审批人是哪位',
      'REQ-88 是哪个领导签',
      'GitHub 是经理批还是应用负责人批',
      '实验室共享找谁开口',
      '开预算表要过几个人',
      '这个权限的主人是谁',
      '({entitlement})(权限|申请|)(谁批|谁审批|谁负责|归谁管|由谁决定|找谁批|谁说了算|谁签字)',
      '谁(审批|负责|批|管)({entitlement})(的权限|的申请|)',
      '({entitlement})的(负责人|审批人|所有者|owner)是谁',
      '(申请|开)({entitlement})(需要|要)(谁|哪个领导)(同意|签字|审批)',
      '(我的申请|{request})该谁批',
      ...said(`
        SAP 权限谁批 / 我的申请要谁签 / 财务盘归谁管 / Jira 找谁要 / 许可谁说了算 / CRM 权限谁负责 /
        生产库的负责人是谁 / 管理员要哪位领导同意 / 机房谁批 / 数仓要谁同意 / REQ-12 谁审 / Figma 的审批人是谁 /
        实验室门禁找谁 / VPN 是主管批还是 IT 批 / 工资模块谁能授权 / 档案权限谁管 / 生产权限要几个人批 /
        REQ-8 归谁定 / 人事文件夹的数据负责人 / Salesforce 谁点头才行 / sudo 是我组长批吗 / 审批链是怎样的 /
        这个权限要经过谁 / 报表权限谁来审核 / 合同库管理员是哪位 / 要签字找哪个 / 开权限得谁拍板 /
        申请外网该找谁批 / 谁能批我这个权限 / 要谁点头 / 这权限归哪个部门批 / 开这个要经过几级 / 哪位领导有权批
      `),
    ],
  },
  'access-holders': {
    en: [
      'who (in my team|in sales|here|else) (has|got) (access to|rights for) (the |){entitlement}',
      '(who|which people|who else|who in my team) (has|have|holds|got) (access to|rights on|permission for|a licence for) {entitlement}',
      '(list|show|name) (me |)(everybody|all people|the people|the users|all users) (with|who have|holding) (access to|rights on|a licence for) {entitlement}',
      'who (can|may) (see|use|read|edit|open|get into) {entitlement}( at the moment| now|)',
      '(how many|which) (people|colleagues|users) (have|hold|use) {entitlement}( access| rights|)',
      'who are the (users|holders) of {entitlement}',
      'who currently has {entitlement}',
      'is there a list of the people with {entitlement} access',
    ],
    zh: [
      '(谁|哪些人|都有谁|还有谁)(有|拥有|开了)({entitlement})(的|)(权限|账号|)',
      '(列出|看看|查一下)(所有|)(有|持有)({entitlement})(权限|账号)的人',
      '(谁|哪些人)(能|可以)(看|用|进|改)({entitlement})',
      '({entitlement})(权限|账号)(现在|)(都有谁|有哪些人|谁在用|在谁手里)',
      '(几个人|多少人)有({entitlement})(的|)权限',
      '({entitlement})的(使用者|持有人|用户)(是谁|有哪些|名单)',
    ],
  },
  'access-status': {
    en: [
      'did my access go through',
      'did I get the {entitlement} (now|yet|already)',
      'do I have the {entitlement} access (now|yet|already)',
      'is {request} approved',
      "where's my permission",
      'any decision on my request yet',
      'has my manager approved {request}',
      'is my wiki permission through',
      'what about the licence I put in for on Tuesday',
      'did they say yes to REQ-91',
      'does it still hang somewhere, my SAP request',
      'my badge application, granted or not',
      'can I get in already, I requested the folder last week',
      'at which step is REQ-91',
      'is there a verdict on my access',
      '(status|any news|any update|update|news|progress) (of|on|about|for) (my access request|{request}|my request for {entitlement}|my {entitlement} request)',
      '(has|did|was) (my access request|{request}|my request for {entitlement}|my application for {entitlement}) (been |get |)(approved|granted|decided|rejected|processed|gone through)( yet| already|)',
      '(where|with whom|at whose desk) (is|does) (my access request|{request}|my {entitlement} request|my application) (stuck|lie|hang|sit|now|pending)',
      'when (do I get|will I get|will I receive|am I getting) (access to|my|the) {entitlement} (I requested|I applied for|licence|access|)',
      '{request} (status|approved yet|how far|still pending|any decision|done)',
      'is my {entitlement} (access|licence) (approved|granted|active) (yet|already)',
      'I (asked|applied) for {entitlement} (last week|on Monday|yesterday), (any decision|is it approved|what about it)',
      'who is my access request waiting for',
      ...said(`
        what about my access request / is REQ-12 approved yet / status of my request for Jira /
        has my boss approved my access / where is my licence request stuck / did I get the rights /
        who still has to approve my request / my request for the share, any progress / is my vpn access granted /
        when do I get access to SAP / how far is REQ-8 / was my request rejected / still no decision on my access? /
        I asked for Tableau on monday, what happened / is my Figma seat coming / with whom does my request lie /
        has it been approved / have you granted my sudo yet / permission request status / am I allowed in now /
        was my request refused / have I been given the rights yet / did the owner agree /
        has anyone decided about my access / can I use it already or is it still waiting /
        who is still missing on my request / my access, is it through / so was it granted or not /
        still pending, my role request?
      `),
    ],
    zh: [
      '权限过了吗',
      '{request}批了？',
      '我的权限呢',
      '申请有决定了没',
      '经理批{request}了吗',
      'wiki 权限过了没',
      '周二申的许可怎么样了',
      'REQ-91 他们同意了吗',
      'SAP 申请还卡着吗',
      '门禁申请给没给',
      '上周申请的文件夹现在能进了吗',
      'REQ-91 到第几步',
      '我的权限有结论了吗',
      '还要谁签才能开',
      '申请的模块下来了没',
      '开通进度',
      '({request}|我的权限申请|我申请的({entitlement}))(批了吗|批了没|到哪了|什么状态|进度如何|通过了吗|有结果没|卡在谁那|审到哪一步了)',
      '({entitlement})(权限|许可|账号|)(批下来了吗|申请通过没有|什么时候能开|开好了吗)',
      '我(上周|昨天|周一)申请的({entitlement})(怎么样了|批了没有|还没动静)',
      '查一下({request})',
      '权限申请(现在|)在谁那里',
      '({request})有结果了没有',
      ...said(`
        我的权限申请到哪了 / REQ-12 批了吗 / Jira 申请怎么样了 / 领导批我的权限没 / 许可申请卡在谁那 /
        权限给我开了没 / 还差谁批 / 共享盘申请有进展吗 / VPN 开通了吗 / 什么时候能有 SAP 权限 / REQ-8 走到哪步 /
        我的申请被拒了吗 / 权限还没定吗 / 周一申请的帆软呢 / Figma 席位下来没 / 申请现在在谁手上 / 审批通过没有 /
        sudo 给我了吗 / 申请状态查询 / 我现在能进了吗 / 我提的权限谁还没点 / 申请流程走完没 /
        门禁开了没，上周申请的 / 批下来了吗 / 他们同意我的申请了吗 / 我的申请是不是被拒了 / 权限给了没 /
        负责人点头了吗 / 有人处理我的权限申请吗 / 已经能用了还是还在等 / 我的申请还差谁没签 / 到底批没批 /
        审批过了没 / 我的权限呢，怎么还没有 / 权限走到哪个人了 / 申请结果是什么
      `),
    ],
  },
  'access-mine': {
    en: [
      'what permissions are on me',
      'am I allowed into payroll',
      'expiry dates of my rights',
      'which software licences do I own',
      "what's assigned to my account",
      'print all my licences',
      'am I an admin anywhere',
      'until when do I have Tableau',
      'which doors can I open',
      'am I still in the finance group',
      'what systems can I log in to',
      '(which|what) (rights|permissions|access|roles|licences|entitlements|groups) (do I have|have I got|do I hold|am I in|are assigned to me)( at the moment| right now|)',
      '(show|list|give) me (all |)my (rights|permissions|accesses|access rights|roles|entitlements|licences|groups)',
      'when does my {entitlement} (access|right|licence|account|) (end|expire|run out)',
      'how long (do I still have|is my|does my) {entitlement} (access|licence|valid|last)',
      'do I have (access to|rights for|a licence for) {entitlement}( already|)',
      'what am I allowed to (access|use|see)',
      'my (access rights|permissions|entitlements)',
      'overview of what I have access to',
      ...said(`
        what access do I have / list my rights / which licences are mine / when does my admin access end /
        what permissions do I hold / am I in the finance group / show my entitlements /
        until when do I have prod-db / do I have access to SAP / which systems can I use / my roles please /
        how long is my Tableau licence valid / what am I allowed to do / which groups am I a member of /
        when does my vpn expire / show everything I was granted / do I still hold sudo /
        which doors does my badge open / overview of my permissions / what rights did I get with the new role /
        do I have VPN / am I allowed into the server room / can I see payroll or not, what do my rights say /
        is my Visio still valid / what is my role in SAP / which shared drives can I open
      `),
    ],
    zh: [
      '我身上有啥权限',
      '我能进工资系统不',
      '我的权限到期日',
      '我有哪些软件许可',
      '我账号上挂了哪些东西',
      '我的许可都列出来',
      '我是哪里的管理员吗',
      '帆软我能用到哪天',
      '我能开哪些门',
      '我还在财务组里吗',
      '哪些系统我能登',
      '我手上的权限还有多久',
      '我有导出权限没有',
      '我(现在|目前|)有(哪些|什么)(权限|角色|许可|账号|访问权)',
      '(列出|看看|查一下|显示)我的(权限|全部权限|角色|许可证)',
      '我的({entitlement})(权限|账号|许可|)(什么时候到期|哪天过期|还有几天|到几号)',
      '我有({entitlement})(的|)权限吗',
      '我都能访问哪些系统',
      '我在哪些(组|角色)里',
      ...said(`
        我有哪些权限 / 列出我的授权 / 我有什么许可 / 我的管理员什么时候到期 / 我在财务组里吗 / 我的权限清单 /
        生产库我能用到几号 / 我有 SAP 权限吗 / 我能进哪些系统 / 我的角色有哪些 / 帆软有效期到什么时候 /
        我都能干啥，权限方面 / 我属于哪些组 / VPN 几号过期 / 我被授权了什么 / sudo 还在吗 / 我的卡能开哪些门 /
        看看我的权限 / 新岗位给了我什么权限 / 我现在持有的权限 / 我的账号有哪些权限，几时到期 / 查我名下的许可 /
        我还有没有合同库的权限 / 目前开通了哪些 / sudo 还在我名下吗 / 我有没有报表权限 / 我的门禁到几号 /
        看我现在都开通了啥
      `),
    ],
  },
  'access-revoke': {
    en: [
      '(lock|cut|throw|kick) {person} (out of|off) (everything|all systems) (now|immediately|at once|right away)',
      "(disable|block|lock) {person}'s account (immediately|now|at once|right away)",
      'remove {person} from everything now',
      'please take back the rights of Leo, he changed jobs internally',
      'Mona has too many permissions, remove export',
      "block the supplier's portal login, contract goes on elsewhere",
      'withdraw admin from the trainee',
      "Viktor shouldn't see the salaries any longer",
      "take the CRM off Jana, she's in logistics now",
      'our ex-temp Sam still has the warehouse camera, stop it',
      "cut Paolo's admin, he stays with us",
      'please strip Nadia of export rights, audit finding',
      'get Eric out of the board mailbox',
      'Omar is no longer team lead, remove his approvals role',
      '(remove|revoke|withdraw|take away|cut|disable|block|stop) {person}(s|) (access to|rights on|permission for|account in|) {entitlement}(, he changed teams|, she moved to HR| because {reason}|, still employed| please|)',
      '(remove|take|delete|kick) {person} (from|out of|off) (the |){entitlement} (group|share|role|channel|)(, {reason}| please|, changed department|)',
      '{person} (should|must) (no longer|not) (have|see|use|be able to open) {entitlement}( because {reason}|, changed roles|)',
      '{person} (moved|changed|switched) (to another team|department|roles), (take away|remove|revoke) {entitlement}',
      'the contractor {person} does not need {entitlement} anymore',
      'lock {person} out of {entitlement}',
      ...said(`
        remove Tom's access to the CRM / Anna changed teams, take away her finance rights /
        block Kevin from the HR folder / revoke sudo for Julia, she no longer needs it /
        kick the external out of the share / Bob should not see payroll any more / take Stefan off the admin group /
        disable VPN for Priya until further notice / please withdraw the licence from Olga, not used /
        Noor moved to sales so drop her warehouse rights / cut the consultant's access to git /
        cancel Dana's badge for the lab / the agency still has access to our drive, remove it /
        revoke the rights of user mgreen on prod-db / Marcus must not approve any longer, remove the role /
        ex project members should lose their Jira rights / someone outside has our mailbox, take it away from him /
        strip admin from Ingrid / Li Wei keeps the job but not the SAP role /
        she is on leave, so disable her VPN meanwhile / he is away for a year, suspend his rights /
        while Tom is on parental leave take his admin role away / suspend the access of Lena until she is back /
        no more finance folder for the trainees / lock Ben out of the wiki, he stays in the firm /
        remove every external from the drive
      `),
    ],
    zh: [
      '(马上|立刻|立即|赶紧)(把|将){person}(踢出|移出)(所有|全部)系统',
      '(马上|立刻|立即)(禁用|停掉|封掉|锁定){person}的(账号|权限|所有权限)',
      '收回小李的权限，他内部换岗',
      '莫娜权限太多，去掉导出',
      '供应商门户登录停了',
      '把学徒的管理员撤了',
      '维克多不该再看工资了',
      '雅娜调物流了，CRM 给她摘掉',
      '临时工小山还能看仓库监控，停了',
      '保罗的管理员砍掉，人不走',
      '审计发现，娜迪亚的导出权限收了',
      '把艾瑞克踢出董事会邮箱',
      '奥马尔不当组长了，审批角色去掉',
      '小桑换岗，教务系统别让他进了',
      '外包那位的 VPN 关了，他还在公司',
      '把老周从共享盘拿掉',
      '(收回|取消|撤销|停掉|禁用|关掉|移除)({person})的({entitlement})(权限|账号|)(，他转岗了|，{reason}|，人还在职|)',
      '(把|将)({person})从({entitlement})(里|组里|)(移除|踢出|去掉|删掉)(，转部门了|)',
      '({person})(不再需要|不应该有|不该看到)({entitlement})(权限|)(，请收回|，因为{reason}|)',
      '({person})(调岗|转组)了，({entitlement})权限(收掉|撤了|取消)',
      ...said(`
        把小刘的 CRM 权限收了 / 李娜转组了，财务权限去掉 / 不让张伟看人事文件夹 / 收回王芳的 sudo /
        把外部人员踢出共享盘 / 赵敏不该再看工资 / 周杰移出管理员组 / 孙丽的 VPN 先停 / 老吴的许可没用，收回 /
        林月调去销售了，仓库权限撤掉 / 顾问的 git 权限切断 / 罗毅的实验室门禁取消 / 代理商还能进我们的盘，去掉 /
        取消用户 mgreen 的生产库权限 / 陈经理不再审批，角色去掉 / 老项目成员的 Jira 权限清一下 /
        把方婷从邮件组里删 / 撤掉艾琳的管理员 / 何总助理换人了，旧的那位权限收回 / 转岗的小王，原来的权限停用 /
        禁掉供应商账号对报表的访问 / 帮我把实习生的写权限去掉 / 降级小李的权限，只留只读 /
        他不负责了，把他的后台权限关了 / 他的权限别留了，人还在 / 收掉供应商的访问 / 小周换组，旧组权限清掉 /
        前任组长的审批权限撤了 / 别让临时工再进后台
      `),
    ],
  },
  leaver: {
    en: [
      'Ines is leaving us Friday',
      'employee quits, steps please',
      "disable everything of Rolf, he's gone today",
      "our contractor's last day is tomorrow",
      'Sam from the agency finishes today, shut his accounts down',
      'we part ways with Petra on the 15th',
      'my deputy hands in her laptop on Friday for good',
      'exit of Jonas on 30 April, what happens with his mail',
      "she's going into retirement, collect all devices",
      'intern ends Wednesday, lock him out',
      'terminated with immediate effect: Karl, block now',
      '{person} (leaves|is leaving|left|quits|resigned|retires|has been terminated|was fired|is leaving us|goes) (the company|us|on {date}|at the end of the month|today|)(, please close the accounts|, last day {date}|, lock everything|, collect the laptop|)',
      '{person}s last (working |)day is {date}(, please deactivate everything|, disable the account|)',
      '(offboard|deactivate|offboarding for|terminate the accounts of|start the offboarding of) {person}(, last day {date}| on {date}| please|)',
      '(a colleague|one of my people|our intern|an employee|my team member) (is leaving|leaves|quits|retires)( on {date}| at the end of the month|), (what do I have to do|what about the devices|please remove the accounts|how do we offboard)',
      'we (have just|just) (fired|dismissed|let go) {person}, (cut|block|lock|disable) (all access|everything|the account) (now|immediately)',
      'contract of {person} ends {date}',
      'exit process for {person}',
      ...said(`
        Anna leaves the company on friday / please offboard Tom Becker / Kevin's last day is 31 March /
        my colleague quit, close his accounts / employee terminated today, block everything now /
        the intern's contract ends tomorrow / Maria retires at the end of the month /
        we let Bob go this morning, cut all access / contractor finished, deactivate her /
        please prepare Stefan's exit / resignation: Olga, last working day 30 June /
        Julia is going to a competitor, remove all accounts on monday / end of employment for Marcus /
        she won't be back, disable the account and collect the laptop / leaver: Dana, 28 Feb /
        Mr Schmidt got fired / our student worker stops next week /
        notice given by Ingrid, please arrange return of devices /
        external consultant leaves the project and the firm / shut down the account of a former employee /
        Fatima is leaving us / Mia is gone since monday, her login still works /
        contractor finished today, shut his accounts / they dismissed Paul an hour ago /
        our accountant hands in her laptop on friday, her last day
      `),
    ],
    zh: [
      '伊内斯周五走',
      '员工离职怎么办手续',
      '罗尔夫今天走了，全停',
      '外包明天最后一天',
      '外包小山今天结束，账号全关',
      '15号跟佩特拉解约',
      '副手周五交电脑走人',
      '乔纳斯4月30离开，邮箱怎么办',
      '她要退休了，设备收一下',
      '实习生周三结束，锁号',
      '卡尔立即解除合同，马上封',
      '老周下月不干了，权限清掉',
      '有人离职，流程怎么走',
      '员工撤场，账号停用',
      '她月底办离职，电脑回收',
      '({person})(要离职了|离职|辞职了|被辞退了|退休|合同到期|{date}离职|今天走人)(，请停用账号|，账号{date}关|，设备怎么收|，权限全收回|)',
      '({person})最后(工作日|一天|上班)(是|){date}(，办一下离职|)',
      '(办|办理|走)({person}|下属|员工|同事)(的|)离职(手续|流程|交接|)',
      '(我组里|部门|团队)有(人|同事|实习生)(离职|要走)，(要做什么|账号怎么处理|设备怎么退)',
      '(刚|已经)(开除|辞退)了({person})，(马上|立即)(停掉|锁定)(账号|所有权限)',
      ...said(`
        张伟周五离职 / 办一下李娜的离职 / 小刘最后一天是3月31日 / 同事辞职了，账号关掉 /
        今天开除了一个人，马上停所有账号 / 实习生合同明天到期 / 王芳月底退休 / 早上辞退的，权限全切 /
        外包做完了，停用 / 帮周杰办离职交接 / 赵敏提了离职，6月30日走 / 老吴跳槽了，周一收回全部账号 /
        陈经理要走了 / 她不回来了，停账号收电脑 / 离职：林月，2月28日 / 劳务派遣的下周撤 / 兼职的同学不干了 /
        罗毅已经交了辞职信，设备回收安排一下 / 顾问项目结束离场 / 前员工的账号还开着，关了 / 方婷离开公司 /
        有人离职，怎么交接账号设备 / 孙丽明天办手续走人 / 驻场人员退场，账号注销 / 他被优化了，今天就停 /
        老周下月不干了，账号权限清掉 / 兼职同学走了，号停掉 / 外包撤场，今天停账号 / 她下周一最后一天，设备收回 /
        项目结束顾问走人，全部停用 / 小桑离场，关号
      `),
    ],
  },
  joiner: {
    en: [
      'new starter on Monday needs kit',
      'onboard Ahmed please',
      'someone joins my team in May, what to do',
      'two apprentices begin in September',
      'trainee Leo arrives Monday, prepare a laptop',
      'our new head nurse begins 1 May, same set-up as Kim',
      'get a desk phone and account ready for a newcomer',
      'hired a driver, he needs a handheld from the 3rd',
      'a temp covers for me from next week, set her up',
      'what must I order for somebody starting in April',
      'Mia comes back from a year off on Monday, reactivate her',
      '(new|a new) (colleague|employee|hire|starter|team member|intern|trainee) ({person} |)(starts|joins|begins|is starting|comes)( on {date}| next week| soon|)(, needs a laptop and an account|, please set up everything|, prepare access|, what do I need to order|)',
      '{person} (starts|joins|joins us|begins|is starting|will join) (on {date}|next Monday|in March|{date})( as (a nurse|engineer|accountant|intern)|)(, needs laptop and account|, please prepare|, set up mail|)',
      '(onboard|onboarding for|set up|prepare accounts for|create an account for) (our new|the new|a new|) (colleague|hire|employee|starter|{person})( starting {date}| from {date}|)',
      'we (hired|have hired|are getting) (somebody|{person}|two people|an intern)( from {date}| for the lab|), (laptop|accounts|badge) (needed|please)',
      ...said(`
        new colleague starts monday, needs laptop and account / please onboard Anna Meyer /
        we have a new hire on 1 April / an intern joins us next week / set up accounts for the new nurse /
        Tom starts in sales on the 15th / new starter: Priya, needs phone and badge /
        a temp comes for three months, prepare a login / we hired a driver, he needs a tablet /
        the new manager arrives on tuesday, everything ready please / joiner form /
        onboarding for two trainees in september / Bob returns from parental leave and needs everything again /
        external developer begins tomorrow, please create user / new teacher at the school from august /
        equipment for a new employee / please create an account for our new team member Li Wei /
        someone joins the warehouse team on friday / first day of Noor is 2 March, have a laptop ready /
        hire in finance, standard package / working student begins monday, notebook and badge please /
        substitute teacher from next week needs the timetable system / two seasonal workers start friday /
        a doctor from another hospital joins for six months / our new apprentice arrives in august /
        contractor on site from 1 March, needs wifi and login /
        someone new in my team tomorrow, nothing is ready yet / please prepare a workplace for Leo /
        Mia starts on the 2nd, can you get her set up / returning colleague after sabbatical needs an account /
        new cashier on saturday / kit for a new field engineer / user account for a trainee /
        a new boss for logistics comes in april, get phone and laptop /
        prepare mailbox and phone for the new assistant / first-day package for Ravi /
        intern kick-off next monday with five people / new nurse on ward 3 from tonight /
        Mia comes back from a year off on monday, reactivate her account /
        we found someone for the open position, what has to be prepared / new driver hired, tablet and account
      `),
    ],
    zh: [
      '周一新人要设备',
      '办艾哈迈德入职',
      '五月我组来人，要做啥',
      '九月来两个学徒',
      '学徒小李周一到，备台电脑',
      '新护士长5月1号来，跟小金一样配',
      '给新来的准备座机和账号',
      '招了个司机，3号起要手持机',
      '下周起有人临时顶我，给她开好',
      '四月来人要申请什么',
      '米娅停薪一年周一回来，账号恢复',
      '新老师开学报到，邮箱教务都要',
      '招到人了，提前要办哪些',
      '小何4月1日到岗，会计，电脑邮箱',
      '(新员工|新同事|新人|实习生)({person}|)(入职|来报到|到岗|下周来|{date}入职)(，准备电脑和账号|，开账号|，要配设备|，请安排|)',
      '({person})(入职|报到|加入|到岗)(，|){date}(，做会计|，开邮箱|，账号先建好|，准备笔记本)',
      '({person}){date}(入职|来上班|报到)(，请准备账号|，需要电脑和门禁|)',
      '(给|为)(新员工|新来的|{person})(开|建|办)(账号|邮箱|入职)',
      '(办|办理)(新人|{person})入职(手续|)',
      '部门新招了(两个人|一个实习生)，(要电脑|账号怎么开|准备下设备)',
      ...said(`
        周一来新人，要电脑和账号 / 给新同事开账号 / 4月1日有人入职 / 下周来个实习生 / 新护士要开系统账号 /
        小王15号到销售部报到 / 新员工：刘洋，要手机和工牌 / 来个临时工三个月，准备登录 / 招了个司机，配个平板 /
        新经理周二到，设备备好 / 入职申请 / 九月两个管培生入职 / 产假回来的同事重新配一套 /
        外包开发明天进场，建用户 / 新老师八月到校 / 新入职的设备申请 / 帮团队新成员建账号 / 周五仓库来新人 /
        何总的新助理下周到岗 / 财务新招一人，标准配置 / 校招生报到，批量开通 / 转正的新人需要邮箱 /
        新人的工位和电脑安排一下 / 有新同事加入，账号设备怎么申请 / 明天新人到，邮箱开好了吗没开就开一下 /
        勤工助学的同学周一来，电脑工牌备好 / 代课老师下周到，要排课账号 / 周五来两个小时工 / 外院医生进修半年 /
        新学徒八月到 / 驻场3月1日进场，要网和账号 / 明天我们组来新人，啥都没弄 / 给小李备个工位 /
        2号新来的米雅，帮她配齐 / 休完长假回来的同事要账号 / 周六新收银员 / 外勤新工程师的装备 / 给实习生建用户 /
        四月物流来新领导，手机电脑配上 / 新助理的邮箱电话 / 新人第一天的套装 / 下周一五个管培报到 /
        今晚起三病区来新护士 / 新招的店员要工号 / 编外人员入场 / 支援的同事从外地调来，账号开一下 /
        新司机入职要对讲机和账号 / 招了个司机，配平板和账号 / 把新来的实习生账号弄好 / 新人报到，设备提前备
      `),
    ],
  },
} satisfies Examples;
