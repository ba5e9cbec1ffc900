/** How people ask what an article answers, and what the desk has nothing on. The articles add their own phrasings. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  knowledge: {
    en: [
      'how do I reset my pin',
      "outlook won't open",
      'teams freezes',
      'laptop overheats',
      'printer offline',
      'vpn error 809',
      'why is my screen upside down',
      'can I use my own monitor at home',
      'how to join guest wifi',
      'keyboard in the wrong language',
      'no sound in zoom',
      'forgot windows password',
      'how can I zip a folder',
      'where do I see my payslip app login',
      'how to encrypt a usb stick',
      'is it ok to use dropbox',
      'excel says file is read only',
      'how do I order a macro button',
      "what's the maximum mailbox size",
      'camera black in teams',
      'screenshot on mac',
      'disk full what to delete',
      'calendar invitation not sent',
      'phone storage full',
      'how to unsubscribe a newsletter',
      'the search in outlook finds nothing',
      'mouse too fast',
      'icons too big',
      'dark mode in word',
      "can't hear callers on headset",
      'teams mic works but nobody hears me',
      "pivot table won't refresh",
      "where's the button for speaker notes",
      'my scroll wheel goes the wrong way',
      'taskbar vanished',
      'the projector shows only half my slide',
      'can two people edit one sheet',
      "my phone won't take the new mail password",
      'subtitles in a webinar',
      "zip file asks for a code I don't know",
      'fonts look tiny on the 4k screen',
      'recurring meeting moved by itself',
      'turn a word file into a pdf',
      'caps lock stuck',
      'the mouse pointer jumps',
      'sharepoint says file locked by another user',
      'the vpn client wants an update every day',
      'how to read a .heic photo',
      'put the phone on do not disturb',
      'transfer a call',
      'my camera is upside down',
      'split a pdf into pages',
      'where did my sticky notes go',
      'bookmarks gone after the update',
      'edge opens bing each time',
      'mute myself with a key',
      'print only page 3',
      'a page says the certificate is not trusted',
      'change who organises a series of meetings',
      'how do I close an account in the timesheet tool',
      'cancel a print',
      'approve a timesheet in workday',
      'escalate privileges prompt keeps appearing',
      'send big files to a customer',
      'set a reminder in outlook',
      'assign a category to mails',
      "my colleague's calendar is greyed out",
      'what is the guest wifi password',
      'headphones connect to the wrong device',
      'who can see my onedrive files',
      '(how do I|how can I|how to|how does one|whats the way to|can you tell me how to|any tips to|is there a way to|where do I|where can I) (set up|change|install|turn on|turn off|find|move|delete|share|sync|connect|print|reset|update|record|mute|export|import|undo|restore|recover|archive|forward|schedule|rename|merge|split|lock|hide) {feature}( in {app}| on {device}|)',
      '{app} (keeps crashing|does not open|is slow|does not sync|shows a blank page|asks for the password again and again|freezes|will not start|is missing a button|has no sound|does not show notifications|cannot connect|says access denied|logs me out)( on my {device}| since the update| after the restart|)',
      'my {device} (is slow|does not charge|does not connect|keeps freezing|makes no sound|is not recognised|gets hot|shows a black screen|does not print|is offline|wont wake up|loses wifi|battery drains fast|restarts by itself|is out of disk space)( after the update| today| when docked|)',
      'how (do I|can I|to) (approve|reject|cancel|close|reopen|extend|escalate|delegate|assign|share|sign|withdraw|return|pause) (a meeting|an invoice|a document|a task|a workflow|a form|an appointment|a file|a call|a page|a pull request|a pdf) in {app}',
      '(what is|whats) (the difference between|the shortcut for|a good way to|the url of|the best setting for) (cc and bcc|screenshots|sharing big files|the intranet|saving battery|private browsing|onedrive and sharepoint)',
      '(which|what) (browser|app|version|cable|setting|program|format|password rules) (do I need|should I use|is allowed|works|is best|are there) (for {app}|for video calls|to open a zip|at home|to sign a pdf|)',
      '(cant|cannot|unable to|I am not able to) (log in|sign in|print|connect|join the meeting|open the file|save|send mail|hear anything|share my screen|find the folder|see my calendar|scan|copy and paste|open attachments|map the drive)( in {app}| to {app}| on my {device}| from home|)',
      '{app} (not working|question|problem|crash|login loop|error when saving|password forgotten|signature|notifications|dark mode|shortcut)',
      '(forgot|lost|reset) my password( for {app}|)',
      'the (code|link|certificate|invite|attachment|macro|formula|font|time zone|keyboard layout) (is never accepted|has expired|is wrong|is missing|does not work)( in {app}|)',
      '(deleted|overwrote|lost|misplaced) (a file|an email|my document|the presentation|a folder|my cursor|the taskbar|the toolbar) (by accident|yesterday|after a crash|), (can I get it back|how to recover|where is it)',
      'how (can|do) I (see|tell|check|find out) (which version|how much space|who read my message|who has access to my file|what ip I have|my windows version)( in {app}|)',
      'is there a (template|shortcut|list|guide|manual|self service) for (letters|screenshots|holiday mail|onboarding|vpn|conference rooms)',
      'stop {app} from (opening at startup|beeping|updating|sending notifications)',
      'why does {app} (ask for a code|open twice|look so small|show the wrong time)',
      'recommended (settings|password manager|headset settings|screen distance) for {app}',
      '(clean|wipe) (my |a |the |)(keyboard|screen|laptop|mouse)( after a spill|)( how|)',
      'window (too small|off screen|cannot be resized|stuck)( in {app}|)',
      'print (double sided|a3 on a4|in colour|from my phone|queue is stuck)',
      ...said(`
        how do I reset my password / outlook asks for my password again and again /
        how can I connect to the wifi on my phone / my laptop is slow / set up out of office /
        how do I map a network drive / printer offline, what to do / where do I find my bitlocker key /
        how to share my screen in teams / vpn says connection failed / the sound in meetings doesn't work /
        how do I print double sided / my mailbox is full / change my signature / two factor on a new phone /
        excel crashes when opening a file / how to install software from the portal / zoom has no video /
        restore a deleted file / calendar shared with a colleague, how / account locked after too many attempts /
        how do I book a room in outlook / external monitor not recognised / keyboard types the wrong characters /
        how can I make a pdf smaller / browser shows certificate warning /
        how do I approve a document in SharePoint / cancel a meeting series, how /
        how to extend a recurring appointment in outlook / teams notifications don't appear /
        phone doesn't sync mail / can I use my own headset / is it possible to recall an email /
        display is too small to read / how do I scan to email / touchpad stopped reacting /
        file is locked by another user / what is the wifi name for guests / clear the cache in chrome /
        move outlook archive to new pc / bluetooth headset won't pair / I forgot my pin /
        which vpn client should I use / how do I report spam in outlook / laptop doesn't wake from sleep /
        onedrive doesn't sync / update windows later / schedule a mail to be sent on monday /
        how do I cancel a meeting in teams / transfer a call to a colleague on the desk phone /
        reopen a closed tab in chrome / how do I close an app that hangs / withdraw a sent message in teams /
        extend the desktop to two screens / how do I extend my trial of visio in the store /
        approve a login on my phone, how does that work / how to reject a meeting request with a comment /
        delegate my calendar to an assistant in outlook / give a colleague access to my calendar /
        share a folder in onedrive with someone outside / who can see my teams status /
        remove a person from a teams chat / add a member to my own distribution list in outlook /
        change the owner of a sharepoint list / where is the report button in outlook /
        how do I see who read my mail / how do I put a holiday into my outlook calendar /
        set a reminder in planner / how do I add a note to a pdf / attach a file bigger than 25 MB /
        insert a screenshot in word / how to print a screenshot / what is our wifi password policy /
        how often must I change my password / password rules? / how many devices can I register for two factor /
        may I install spotify on my work laptop / can I use whatsapp on the company phone / is dropbox allowed /
        how much mailbox space do I have / what's the limit for attachments / how do I find out my computer name /
        which windows version do I have / how do I know whether my disk is encrypted /
        outlook search finds nothing / teams won't let me sign in, says wrong account /
        the mouse pointer jumps around / my screen is upside down / the text is tiny on the second display /
        docking station does not detect the monitor / headset is connected but no one hears me /
        the laptop fan is always loud / my battery is empty after an hour / computer takes ten minutes to boot /
        printer prints only half the page / printer says paper jam but there is none /
        scanner puts black lines on pages / I can't connect to the hotel wifi / vpn disconnects every few minutes /
        website is blocked by the filter / the camera shows only black in zoom / echo in every meeting /
        my calls have bad sound at home / phone does not ring / voicemail pin forgotten /
        how do I forward my desk phone to my mobile / turn off call waiting / signature looks broken on iphone /
        excel shows hash signs instead of numbers / how to freeze the top row / pivot table does not refresh /
        word has lost my document / powerpoint video won't play / pdf form can't be filled /
        outlook is in offline mode / my mail goes to junk / I get too many notifications /
        teams is in the wrong language / keyboard switched to french / how do I type the euro sign /
        caps in password / account is locked / I'm locked out after holidays / authenticator shows wrong codes /
        new phone, authenticator app gone / password expired while at home /
        how do I join a meeting without the app / record a meeting / where are recordings stored /
        breakout rooms how to / restore previous version of a file /
        I deleted a mail by accident, can I get it back / onedrive says storage full / file name too long error /
        network drive is missing / can't open zip file / clipboard history /
        take a screenshot of part of the screen / how do I lock my screen quickly / how do I connect a projector /
        airplay in the meeting room / the room panel shows wrong booking / how to book an equipment /
        import contacts from csv / how do I order toner / where do I get software from /
        update stuck at 30 percent / blue screen once a day / mac can't find the printer / ipad does not rotate /
        how do I set up mail on android / remote desktop shows black screen / citrix keyboard layout wrong /
        sap password forgotten / how do I create a purchase order in SAP / jira board doesn't load for me /
        how do I clone a ticket in jira / how do I close a jira issue / confluence page restore /
        how do I export the report from salesforce / share my outlook calendar while I'm away /
        automatic reply for external only / how do I turn on dark mode / change default pdf viewer /
        why is my internet slow at home /
        so I tried to send this big file to a client and it keeps bouncing, what is the best way /
        since yesterday my outlook opens with a blank window and I wonder what I can do /
        is there any trick to make teams start faster / what does error 0x80070005 mean /
        explain what the vpn is for / difference between share and team site /
        which browser should I use for the portal /
        how do I keep a mail from going out before monday while I'm off /
        the calendar invite is an hour off, time zone / numbers on the right of the keyboard do nothing /
        mouse pointer lost across three screens / how do I put a delegate on my mailbox /
        how do I forward mail while on vacation / how do I stop auto forwarding / undo send in gmail /
        how do I raise my hand in zoom / how do I mark a mail as urgent / set priority of a task in planner /
        how do I close a shared workbook someone left open / can I hand my teams channel to another owner /
        how do I see which updates are pending on my pc / what do I press to lock the screen when leaving /
        how do I find the serial number of my laptop / how do I report a junk mail in outlook /
        how do I extend the screen to the beamer / how do I cancel a print job / how do I add someone to a meeting /
        how do I reject a call automatically / I can't add a note in OneNote /
        comments in word are hidden, how do I show them / how do I attach my calendar to a mail /
        add a picture to my profile / excel is so slow with large files / outlook hangs when I add an attachment /
        my mouse lags / laptop screen flickers now and then / my keyboard is in the wrong layout /
        monitor stays in standby / usb stick is not recognised / the sound is too quiet / webcam is blurry /
        headset mic too quiet / laptop gets hot / battery drains fast / how do I make my computer faster /
        how to get a faster boot / printing takes very long / the document prints in the wrong size /
        my screen goes dark after one minute / my laptop battery shows a red cross / printer asks for a pin /
        scanner app does not find the scanner / can't hear anything in the meeting / phone battery settings /
        screen sharing is blurry / need to change my display name / want to move the taskbar /
        would like to have two time zones in my calendar / I'd like to change my ringtone
      `),
    ],
    zh: [
      '{app}里(做完的|已读的|旧的|)(任务|清单|{feature})怎么(关掉|隐藏|清空|不显示)',
      '怎么重置 PIN',
      'outlook 打不开',
      'teams 卡死',
      '本子发烫',
      '打印机脱机',
      'VPN 报 809',
      '屏幕怎么倒过来了',
      '能在家用自己的显示器吗',
      '怎么连访客 wifi',
      '键盘语言不对',
      '会议没声音',
      '忘了开机密码',
      '怎么压缩文件夹',
      'U盘怎么加密',
      '能用百度网盘吗',
      'excel 只读',
      '邮箱最大多少',
      '摄像头黑的',
      'mac 怎么截图',
      '磁盘满了删什么',
      '日历邀请没发出去',
      '手机内存满了',
      '怎么退订邮件',
      '邮件搜索搜不到',
      '鼠标太快',
      '图标太大',
      '怎么开深色',
      '耳机听不到对方',
      '网页打不开怎么办',
      '只截一部分屏幕',
      '怎么设置双屏',
      '怎么改头像',
      '浏览器缓存怎么清',
      '共享文件夹怎么映射',
      '会议里麦克风亮着别人听不见',
      '透视表刷新不了',
      '演讲者备注在哪点',
      '滚轮方向反了',
      '任务栏没了',
      '投影只显示一半',
      '一个表能两人同时改吗',
      '手机不认新的邮箱密码',
      '网络研讨会怎么开字幕',
      '压缩包要密码我不知道',
      '4k 屏字太小',
      '例会自己改时间了',
      'word 转 pdf',
      '大写锁住了',
      '鼠标乱跳',
      '文件说被别人锁定',
      'VPN 天天要升级',
      'heic 照片打不开',
      '手机勿扰怎么开',
      '电话怎么转',
      '摄像头画面倒着',
      'pdf 拆成单页',
      '便签去哪了',
      '更新后书签没了',
      '浏览器一开就是导航页',
      '静音快捷键',
      '只打第三页',
      '网页提示证书不可信',
      '怎么注销报工系统里的账号',
      '停掉打印任务',
      'OA 里怎么审批加班',
      '大文件怎么发给客户',
      '日程提醒怎么设',
      '邮件怎么分类',
      '同事日历是灰的',
      '访客 wifi 密码是多少',
      '耳机连到别的设备了',
      '网盘谁能看我的文件',
      '任务怎么分给两个人',
      '群里怎么@所有人',
      '表格怎么冻结首行',
      '怎么把手机连到公司邮箱',
      '输入法切不过来',
      '会议怎么录',
      '电脑怎么连打印机',
      '(怎么|如何|怎样|在哪里|哪里可以|能不能)(设置|修改|安装|打开|关闭|找到|移动|删除|共享|同步|连接|打印|重置|更新|录制|静音|导出|导入|撤销|恢复|归档|转发|预约|合并|隐藏){feature}',
      '{app}(里|)(怎么|如何)(设置|修改|加|删|取消|撤回|导出|审批|签名|转发|关闭通知|换头像|看版本|改名|分享)({feature}|)',
      '{app}(老是闪退|打不开|很慢|不同步|白屏|一直要密码|卡死|没声音|不弹通知|连不上|提示拒绝访问|登录不了)',
      '(我的|){device}(很卡|充不进电|连不上|没声音|识别不了|发烫|黑屏|打不出来|没反应|一直重启|磁盘满了|连不上 wifi)',
      '(忘了|忘记)(密码|{app}的密码|开机密码)(怎么办|)',
      '{app}(怎么|如何)(批|审批|驳回|取消|关闭|重开|延长|升级|委托|签)(发票|会议|文档|任务|流程|表单|合同|日程)',
      '(登不上|连不上|打不开|打印不了|收不到邮件|听不到声音|进不了会议|存不了文件)({app}|)(怎么办|怎么弄|，求助|)',
      '(哪个|什么)(浏览器|软件|版本|线|格式|快捷键)(能用|可以|合适|支持)({app}|)',
      '(验证码|二维码|链接|证书|附件|字体|时区|输入法|公式|宏)(过期了|收不到|不对|打不开|不显示|失效)(怎么办|)',
      '(误删|不小心删了|覆盖了)(文件|邮件|文件夹|照片|表格)(能恢复吗|怎么找回|)',
      '怎么看(自己|)(电脑型号|系统版本|谁看了消息|剩余空间|IP 地址|电脑的名字)',
      '(截图|截屏|双面打印|缩放打印|投屏|分屏|录屏)(怎么弄|怎么做|快捷键是什么)',
      '有没有(模板|教程|推荐的密码管理器|快捷键|自助)(啊|)',
      '(键盘|触摸板|鼠标|耳机|摄像头)(没反应|失灵|按不出来|更新后不能用|打字不对)',
      ...said(`
        怎么重置密码 / Outlook 老是要密码 / 手机怎么连公司 wifi / 电脑很慢 / 怎么设自动回复 / 映射网络盘怎么弄 /
        打印机脱机怎么办 / bitlocker 密钥在哪 / 会议怎么共享屏幕 / VPN 提示连接失败 / 开会没声音 / 怎么双面打印 /
        邮箱满了 / 改签名 / 换手机了验证器怎么迁 / Excel 一打开就崩 / 怎么从软件中心装软件 / 摄像头没画面 /
        误删文件怎么恢复 / 日历怎么共享给同事 / 密码输错太多被锁 / 怎么在邮箱订会议室 / 外接屏不识别 /
        键盘打出来的字不对 / pdf 怎么压缩 / 浏览器提示证书不安全 / 系统里怎么审批文档 / 会议系列怎么取消 /
        通知不弹 / 手机收不到邮件同步 / 能用自己的耳机吗 / 邮件能撤回吗 / 字太小看不清 / 怎么扫描到邮箱 /
        触摸板没反应 / 文件被别人占用 / 访客 wifi 叫什么 / 怎么清缓存 / 换电脑邮件归档怎么搬 / 蓝牙耳机配对不上 /
        PIN 忘了 / 用哪个 VPN 客户端 / 大小写锁死了 / 垃圾邮件怎么举报 / 睡眠后唤不醒 / 网盘不同步 / 怎么推迟更新 /
        输入法切不了中文 / 微信文件存哪了 / 投屏怎么投 / 打印出来是乱码 / 桌面图标不见了 / 怎么加打印机 /
        腾讯会议进不去 / U盘读不出来 / 截图快捷键是啥 / 表格公式不自动算 / 电脑时间不对 / 发不出大附件 /
        网页打开排版乱了 / 工号登录提示密码过期 / 邮件怎么定时发送 / 会议怎么取消 / 座机怎么转接给同事 /
        关掉的网页怎么重新打开 / 程序卡死怎么关 / 发出去的消息怎么撤回 / 怎么扩展双屏 / 手机验证登录怎么点同意 /
        会议邀请怎么拒绝并留言 / 日历怎么授权给助理 / 怎么给同事看我的日历 / 文件夹怎么分享给外部 /
        怎么把人移出群聊 / 通讯组怎么加人，我自己建的 / 怎么看邮件对方读没读 / Outlook 日历怎么标休假 /
        怎么给 pdf 加批注 / 附件超过25兆怎么发 / word 里怎么插截图 / 密码规则是什么 / 密码多久换一次 /
        公司电脑能装游戏吗 / 工作手机能装微信吗 / 邮箱容量多大 / 怎么看电脑名 / 怎么看系统版本 /
        硬盘加密了没怎么看 / 屏幕倒过来了 / 副屏字特别小 / 扩展坞不识别显示器 / 耳机连着对方听不见我 /
        风扇一直很响 / 电池一小时就没电 / 开机要十分钟 / 打印只出半页 / 提示卡纸但没纸 / 扫描有黑线 /
        酒店 wifi 连不上 / VPN 几分钟掉一次 / 网站被拦截打不开 / 开会有回声 / 在家通话断断续续 / 电话不响铃 /
        语音信箱密码忘了 / 座机怎么转到手机 / 表格显示一串井号 / 怎么冻结首行 / 透视表不刷新 / word 没保存就关了 /
        ppt 视频放不了 / 邮件进垃圾箱了 / 通知太多怎么关 / 软件界面变英文了 / 键盘变法语了 / 人民币符号怎么打 /
        账号被锁 / 放假回来登不上 / 验证码不对 / 换手机验证器没了 / 在家密码过期 / 不装客户端怎么进会 /
        会议怎么录像 / 录像存哪了 / 分组讨论怎么开 / 文件恢复到之前版本 / 误删邮件找回 / 网盘说满了 / 文件名太长 /
        网络盘不见了 / 压缩包打不开 / 剪贴板历史 / 怎么快速锁屏 / 投影怎么接 / 会议室怎么无线投屏 /
        门口屏显示的预订不对 / 通讯录怎么导入 / 墨粉在哪领怎么订 / 软件从哪下 / 更新卡在30% / 一天蓝屏一次 /
        mac 找不到打印机 / 安卓怎么配邮箱 / 远程桌面黑屏 / 云桌面键盘布局不对 / SAP 密码忘了 / SAP 里采购单怎么建 /
        禅道怎么关 bug / jira 怎么复制任务 / 知识库页面怎么恢复 / CRM 报表怎么导出 / 只对外部自动回复 /
        深色模式在哪 / 默认 pdf 阅读器怎么换 / 家里网慢怎么办 / 文件太大老是退信有什么好办法 /
        昨天开始邮箱打开是空白的我能怎么弄 / 错误 0x80070005 是什么意思 / VPN 是干什么用的 / 门户用哪个浏览器好 /
        钉钉怎么补卡 / 飞书文档怎么设只读 / 企业微信怎么退群 / 腾讯会议怎么改名 / OA 里怎么撤回流程 /
        OA 流程怎么催办 / 审批流程里怎么加签 / 电子发票怎么打印 / 输入法没了 / 打印颜色偏红 / 扫码登录失败 /
        电脑没声音 / 网线插上没网 / wifi 显示无互联网 / 代理怎么设置 / 字体缺失怎么装 / 合同模板格式乱了 /
        电脑桌面怎么同步 / 怎么把微信聊天记录导出来 / 系统时间不对打不开网页 / 鼠标指针找不到了，多个屏幕 /
        小键盘按了没反应 / 桌面上的东西都跑到一边 / 网线插上右下角是个小地球要设 ip 吗 /
        会议日历时间差一小时，时区怎么改 / 打印机怎么换纸 / 手机邮箱要重新登录 / 休假时邮件怎么自动转发 /
        怎么给人远程看我的屏幕 / 群公告怎么撤回 / 分机怎么转接 / 怎么查自己的工号 / word 批注看不见怎么显示 /
        头像怎么换 / 表格大了特别卡 / 加附件邮箱就卡 / 鼠标有延迟 / 屏幕偶尔闪一下 / 键盘布局不对 / 显示器一直待机 /
        U盘不识别 / 声音太小 / 摄像头模糊 / 麦克风声音小 / 电脑发烫 / 电掉得快 / 怎么让电脑快点 / 打印特别慢 /
        打印大小不对 / 屏幕一分钟就黑 / 电池图标红叉 / 打印要输 PIN / 扫描软件找不到扫描仪 / 开会听不到声音 /
        共享屏幕模糊 / 想改显示名 / 任务栏怎么挪 / 日历想显示两个时区 / 想换铃声 / 系统怎么改字体大小 /
        变更线是什么颜色怎么设 / 版本更新后菜单找不到了
      `),
    ],
  },
  'out-of-scope': {
    en: [
      'is lunch free',
      'how do I get a parking spot',
      'my chair is wobbly',
      'the office is freezing',
      "what's the exchange rate",
      'can I work from home on Fridays',
      'when do we get our payslip',
      'help me with my homework',
      'order business cards',
      'the sink is clogged',
      'who is the CEO',
      'find me a flight to Rome',
      'recommend a dentist',
      'is the gym open',
      'how many holidays do we have this year',
      'write a farewell card',
      "my neighbour's dog barks",
      'do my expense report for me',
      "the blinds won't close",
      'what does this legal clause mean',
      'invite the team to dinner',
      'send flowers to a client',
      'who cleans the fridge',
      'lost and found?',
      'bike parking',
      'company anniversary date',
      'book me a table for two tonight',
      'my netflix is locked',
      'get me 20 sandwiches for the workshop',
      "I'd like to pull my application for team lead",
      'mail the signed contract to the client',
      'who fixes the dripping tap',
      "our gate barrier doesn't go up",
      'how much is a stamp',
      "when's the next bus to town",
      "what's the dress code at the party",
      'is there a yoga class',
      'change my bank account for the salary',
      'I want a raise',
      'who waters the plants',
      'lost my umbrella',
      "where's the medical room",
      'can I get a certificate of employment',
      'the playground lamp is out',
      'a wasp nest under the roof',
      'how do I claim child benefit',
      'my train is late, tell the client',
      'which lawyer does the company use',
      'my home internet is slow, which provider',
      'write a toast for my boss',
      'how many calories has a banana',
      'who wrote Hamlet',
      'plan my honeymoon',
      "what's the score",
      'how to unclog the sink',
      'the vending machine ate my coin',
      'my locker key broke',
      'borrow a company bike',
      'is the office open on Saturday',
      'when is the next fire drill',
      "my xbox won't connect",
      'should I buy or rent',
      'delivery of paper towels',
      'what are the rules for a sabbatical',
      'who is on the works council',
      '(what is|whats|is there) (for lunch|on the menu|in the canteen|vegetarian food|the soup today)( today| tomorrow|)',
      '(when|on which day) (is|do we get|do I get|will I get) (payday|my salary|paid|the bonus|my payslip|the christmas bonus|a raise)',
      '(how many|how much) (vacation days|holiday|overtime|sick days|parental leave|pension|bonus|salary) (do I have left|do I get|am I entitled to|is paid|are there)',
      '(the heating|the air conditioning|the toilet|the lift|the elevator|the light|the window|the door|the blinds|the coffee machine|the dishwasher|the tap|the roof) (on the second floor|in the office|in the kitchen|) (is broken|does not work|leaks|is too cold|is too hot|is stuck|smells|makes noise|is jammed)',
      '(where can I|can I|how do I) (park|charge my car|book a flight|book a hotel|rent a bike|order business cards|get a parking permit|claim travel expenses|buy stamps|get a flu shot|join the gym|ship a parcel)',
      '(who|what) (won|is winning|is|was) (the match|the election|the capital of Peru|the president of France|the tallest mountain|the meaning of life|bitcoin worth)',
      '(recommend|suggest|know) (me |)(a |any |)(good |)(restaurant|book|movie|hotel|present for my wife|holiday destination|podcast|doctor)( nearby| in town| on leadership|)',
      '(write|translate|compose|draft) (me |)(a poem|an essay|a love letter|this contract into French|a speech|my CV)',
      '(how do I|how to|can I) (cook rice|lose weight|get a mortgage|file my taxes|become a manager|change a tyre|adopt a cat|learn Spanish|apply for a visa)',
      '(what are the|who makes the|where are the) (rules for|policy on) (maternity leave|working hours|dress code|home office days|company cars|smoking|pets in the office|part time work)',
      '(can I|may I) (bring my dog|work from Spain|take unpaid leave|carry over vacation|wear shorts|sublet my flat)( to the office| next year|)',
      '(what time|when) does (the canteen|the gym|the shuttle bus|reception|the car park|the train|the supermarket) (open|leave|close|run)',
      '(does the|did the) (union|works council|board|CEO) (agree|decide|say anything)( to the new shifts| about the raise| on layoffs|)',
      '(my|our) (neighbour|wife|landlord|dog|car|child|plant) (is annoying|is ill|has a flat tyre|is dying|needs help|has a birthday)',
      '(what is|calculate|how much is) (17 times 23|the square root of 144|100 dollars in euros|15 percent of 80)',
      '(the meeting room|my desk|my chair|the carpet|the fridge|the parking garage) (is dirty|smells|needs cleaning|is full|squeaks)',
      'how (old|big|far|deep|hot) is (the moon|the earth|the universe|the sun|mount everest)',
      '(who|where) (approves|signs|gets) (my travel expenses|the company car|my training budget|the office party)',
      'who is (organising the summer party|the head of marketing|the new CFO|responsible for the fire drill)',
      'order (pizza|flowers|a taxi|coffee beans|new chairs|office plants) for (tonight|the team|my boss)',
      'where can I get (a fire extinguisher|first aid training|a locker key|a uniform|safety shoes)',
      'is (monday|friday|good friday|new year) a (public |bank |)holiday',
      'stock price of (our company|apple|tesla)',
      'do we (have|offer|get) (a company pension|child care|free fruit|a bike scheme|a discount at the gym|a day off for moving)',
      ...said(`
        what's for lunch today / the coffee machine is broken / when do we get paid / my salary is wrong /
        book me a flight to Munich / it is cold in my office / the toilet is blocked /
        how many vacation days do I have left / what's the weather / who won the match / company car policy /
        parking space for a visitor / my private phone is broken / how do I file my tax / recommend a restaurant /
        the elevator is stuck / chair is broken / where do I hand in my expense report / write a poem /
        how do I apply for parental allowance / who is the president of France / can I bring my dog /
        the window doesn't close / need a business card / order flowers for a colleague /
        when is the christmas party / dishwasher is leaking / help with my private router at home /
        translate this text for the customer / what's the dress code / my desk is too low /
        heating on the third floor / pension plan question / how do I become team lead / is the canteen open /
        mortgage certificate from HR / lost and found: umbrella / fire drill date / gym membership discount /
        the plant in the hall dies / water dispenser is empty / medical check appointment / can you lend me money /
        plan my business trip / explain quantum physics / who cleans the kitchen / my netflix doesn't work /
        buy a used company car / works council election / who approved the new office layout /
        withdraw my application for the job / cancel my gym membership / cancel my train ticket /
        my parking ticket, how do I pay it / status of my expense claim / where is my parcel / who is on the board /
        when is the next public holiday / extend my lease / extend my contract as a working student /
        reopen the cafeteria please / the door of the fridge is broken / I lost my umbrella / I lost my car keys /
        my private laptop has a virus / my kid's tablet is cracked / my bike was stolen / approve my vacation /
        approve my travel expenses / my boss rejected my holiday / remind me to call my mother /
        ask the kitchen what is for dessert / report a broken tap / there's a leak in the bathroom /
        the lift doors don't close / air con too loud / need more chairs in the meeting room /
        who is responsible for the plants / who decides about promotions / how many employees do we have /
        how much do I earn per hour / how many sick days did I take this year / average salary in sales /
        what was our revenue in Q4 / release date of the new iphone / when does the supermarket close /
        maintenance of my car / change my address in the HR file / change my tax class /
        new employee discount at the gym / my colleague has a birthday, any ideas /
        colleague is ill, what do I send / my last day of parental leave, what about pay /
        pension after leaving the company / who is the new CEO / delete my facebook account /
        export my photos from icloud / spotify premium for me / is the highway closed / is the cinema open /
        is the stock market down / power is out at my house / the whole street has no water / fire in the bin! /
        I feel sick, where is the doctor / first aid kit is empty / a bird flew into the office /
        smell of gas in the corridor / can you do my homework / what is the meaning of life / solve 3x+4=19 /
        capital of australia / best laptop for my son / which phone should I buy privately /
        legal advice for my divorce / how to cook rice / what time is it in tokyo / book a table for six /
        order pizza for the team / taxi to the airport / hotel in Paris for the fair / visa for china /
        invoice from a supplier was paid twice / purchase order for office chairs /
        contract with the cleaning company / marketing flyer print run / logo in better quality /
        photographer for the event / where do I get a forklift licence / safety shoes size 43 /
        uniform is too small / my locker is jammed / key for the filing cabinet /
        shift swap with Anna on saturday at the till / my overtime account / union meeting time /
        data about competitors / speech for the anniversary / poem for my boss / the vending machine ate my money /
        microwave is filthy / noisy neighbours in the open space / smoking area / bike storage code /
        e-car charging card / the fence at the yard is broken / street lamp outside is off /
        snow on the parking lot / what are the share prices of acme / who approved the ugly new logo /
        withdraw my application for team lead / status of my mortgage / extend my parental leave /
        cancel my subscription to the magazine / my wife's phone is locked / I lost my wedding ring /
        someone took my lunch / who is on duty in the canteen / who is on call at the hospital for kids /
        emergency exit is blocked by boxes / my bank account was hacked / my private mail got phishing /
        approve my bonus / reject the new parking rules / ask the boss why there is no raise /
        remind me of my dentist / close the window please / open a bank account / order lunch /
        new colleague needs a parking space / leaving early today, is that ok /
        what is the procedure for a pay rise / step by step recipe for lasagne /
        how many tickets for the concert are left / complaint about the canteen / great lunch today / call a taxi /
        translate this letter / change of address at the town hall / freeze my gym contract /
        when does the store upgrade its shelves / delete my netflix profile / how do I renew my passport
      `),
    ],
    zh: [
      '午饭免费吗',
      '怎么申请停车位',
      '椅子晃',
      '办公室太冷',
      '汇率多少',
      '周五能在家办公吗',
      '工资条啥时候发',
      '帮我写作业',
      '订名片',
      '水池堵了',
      'CEO 是谁',
      '找去罗马的机票',
      '推荐牙医',
      '健身房开吗',
      '今年几天假',
      '写张贺卡',
      '邻居狗叫',
      '替我填报销',
      '窗帘拉不上',
      '这条款啥意思',
      '请团队吃饭',
      '给客户送花',
      '谁擦冰箱',
      '失物招领在哪',
      '自行车停哪',
      '公司周年是哪天',
      '二楼在哪',
      '哪层有会议室',
      '几点下班',
      '打印名片找谁',
      '加班有补贴吗',
      '体检能带家属吗',
      '订今晚两人的位子',
      '我家网飞被锁了',
      '工作坊要20份三明治',
      '撤回竞聘组长的申请',
      '把签好的合同寄给客户',
      '水龙头滴水谁修',
      '道闸抬不起来',
      '邮票多少钱',
      '下一班去市里的车',
      '晚会穿什么',
      '有瑜伽课吗',
      '工资卡要换',
      '我想涨工资',
      '谁浇花',
      '雨伞丢了',
      '医务室在哪层',
      '开在职证明',
      '操场灯灭了',
      '屋檐下有马蜂窝',
      '育儿补贴怎么领',
      '火车晚点，跟客户说声',
      '公司用哪家律所',
      '我家宽带慢换哪家',
      '给老板写段祝酒词',
      '香蕉多少热量',
      '哈姆雷特谁写的',
      '蜜月去哪',
      '比分多少',
      '下水道堵了怎么通',
      '售货机吞币',
      '更衣柜钥匙断了',
      '借公司自行车',
      '周六办公室开吗',
      '下次消防演习',
      '我家游戏机连不上',
      '买房还是租房',
      '擦手纸没了',
      '停薪留职什么规矩',
      '工会有哪些人',
      '补办身份证',
      '孩子入学要啥材料',
      '楼下小吃店开门没',
      '体检报告去哪拿',
      '车位怎么申请',
      '桶装水没了',
      '茶水间微波炉坏了',
      '(今天|明天|)(食堂|餐厅)(吃什么|有什么菜|几点开|有素食吗|关门了吗)',
      '(什么时候|几号|哪天)(发工资|发奖金|发年终奖|调薪|体检|团建)',
      '(年假|加班费|公积金|社保|产假|报销|个税|工资|病假)(怎么算|还剩几天|是多少|怎么交|有几天|规定是什么|怎么查)',
      '(空调|暖气|厕所|电梯|灯|窗户|门|百叶窗|咖啡机|饮水机|水龙头|天花板)(坏了|太冷了|太热了|漏水|有异味|卡住了|不亮|有噪音|关不上)',
      '(哪里|在哪|怎么)(停车|订机票|订酒店|印名片|办停车证|寄快递|领劳保鞋|打疫苗|买咖啡|洗车)',
      '(谁|哪个队|什么)(赢了比赛|是法国总统|是世界最高的山|当选了)',
      '(推荐|介绍)(一家|一本|一部|个|)(好吃的|好看的|)(餐厅|书|电影|酒店|景点|医生)',
      '(写|帮我写|翻译)(一首诗|一篇作文|情书|简历|这份合同|发言稿)',
      '(怎么|如何)(做红烧肉|减肥|贷款买房|报税|学英语|换轮胎|办签证|落户|养猫|炒股)',
      '(可以|能不能)(带狗来上班|在家办公|穿短裤|请无薪假|兼职)吗',
      '(端午|中秋|国庆|春节|五一|元旦)(放几天假|放假吗|怎么调休)',
      '(工会|公司|老板|董事会)(同意|决定|宣布)(涨工资|新排班|裁员|搬家)(了吗|没|)',
      '(我的|我家)(猫|孩子|房东|车|老婆|邻居)(病了|烦人|爆胎了|生日|漏水)',
      '(班车|地铁|健身房|超市|前台)(几点|什么时候)(开|发车|关门|下班)',
      '(123 乘以 45|一美元换多少人民币|今年是什么年|地球多大|月亮离我们多远)',
      '(会议室|工位|地毯|冰箱|车库|厨房)(太脏了|有味道|要打扫|满了)',
      '(差旅|出差|餐费|打车)(报销|补贴)(标准|多少|怎么报|找谁)',
      '(下属|员工|同事)想(转兼职|减少工时|换部门|请长假)，(有什么规定|怎么办理)',
      '(消防演习|年会|运动会|团建)(谁组织|在哪|什么时候)',
      '(订|叫|点)(外卖|鲜花|出租车|奶茶|桶装水)',
      '股价(多少|)',
      '名片(印|)(一百张|一盒)',
      '哪里能领(灭火器|急救箱|柜子钥匙|工服)',
      '有(托儿所|补充医疗|购车补贴|健身优惠)吗',
      ...said(`
        今天食堂吃什么 / 咖啡机坏了 / 什么时候发工资 / 工资算错了 / 帮我订机票 / 办公室好冷 / 厕所堵了 /
        我还剩几天年假 / 今天天气怎样 / 昨晚球赛谁赢了 / 公车怎么申请 / 访客停车位 / 我自己的手机坏了 / 个税怎么报 /
        推荐个饭店 / 电梯卡住了 / 椅子坏了 / 报销单交哪 / 写首诗 / 生育津贴怎么领 / 法国总统是谁 / 能带狗上班吗 /
        窗户关不上 / 要印名片 / 给同事订花 / 年会哪天 / 洗碗机漏水 / 家里路由器怎么设 / 帮翻译这段给客户 /
        着装要求 / 桌子太矮 / 三楼暖气不热 / 社保怎么转 / 怎么竞聘组长 / 食堂几点开 / 在职证明怎么开 /
        谁捡到我的伞 / 消防演习时间 / 健身房折扣 / 大厅的花死了 / 饮水机没水 / 体检预约 / 借点钱 / 安排出差酒店 /
        讲讲量子力学 / 厨房谁打扫 / 爱奇艺会员怎么开 / 股票怎么样 / 工会活动报名 / 停车卡续费 / 灯管坏了 /
        空调滴水 / 班车几点 / 落户材料 / 孩子上学证明 / 快递放哪了 / 涨工资找谁 / 公积金提取 / 会议室太热 /
        谁批准的新装修，好丑 / 撤回我的转岗申请 / 取消健身卡 / 火车票怎么退 / 罚单怎么交 / 我的报销到哪了 /
        我的快递呢 / 董事长是谁 / 下个法定假是哪天 / 合同续签找谁 / 实习期能延长吗 / 食堂什么时候重新开 /
        冰箱门坏了 / 车钥匙丢了 / 我自己的电脑中毒了 / 孩子的平板摔了 / 自行车被偷了 / 年假批了没 /
        差旅费什么时候到账 / 主管不批我假怎么办 / 提醒我下班买菜 / 水龙头坏了 / 卫生间漏水 / 电梯门关不上 /
        空调太吵 / 会议室缺椅子 / 绿植谁管 / 升职谁决定 / 公司有多少人 / 我时薪多少 / 今年请了几天病假 /
        销售平均工资 / 去年营收 / 新款手机哪天发布 / 超市几点关门 / 车要保养 / 工资卡换银行 / 改户口地址 /
        个税专项扣除怎么填 / 员工内购 / 同事过生日送什么 / 同事住院带什么 / 离职后社保怎么办 / 新老板是谁 /
        抖音号注销 / 照片怎么从手机云盘导 / 音乐会员 / 高速封了吗 / 电影院开门吗 / 大盘跌了吗 / 我家停电了 /
        小区停水 / 垃圾桶着火了 / 不舒服，医务室在哪 / 急救箱空了 / 办公室飞进只鸟 / 走廊有煤气味 / 人生的意义 /
        解个方程 / 澳大利亚首都 / 给孩子买什么电脑 / 私人手机买哪款 / 离婚找律师 / 怎么煮米饭 / 东京现在几点 /
        订六人桌 / 给组里点披萨 / 叫车去机场 / 展会酒店 / 办签证 / 供应商发票重复付了 / 采购办公椅 / 保洁合同 /
        宣传册印刷 / 公司 logo 高清图 / 活动摄影师 / 叉车证去哪考 / 劳保鞋43码 / 工服小了 / 更衣柜打不开 /
        文件柜钥匙 / 跟小张换周六的班 / 加班时长怎么算 / 工会开会几点 / 竞品数据 / 周年庆发言稿 / 自动售货机吞钱 /
        微波炉太脏 / 工区太吵 / 吸烟点在哪 / 车棚密码 / 充电桩卡 / 院墙破了 / 路灯不亮 / 停车场积雪 / 操场积水 /
        篮球架坏了 / 教室灯坏了 / 黑板擦没了 / 宿舍热水 / 校服尺码 / 学费怎么交 / 病房床摇不动 / 轮椅不够 /
        食堂饭太咸 / 仓库叉车没油 / 货架歪了 / 门店灯箱不亮 / 玻璃碎了 / 保安在哪 / 我的游戏账号被封 / 淘宝退款 /
        我家宽带断了 / 视频会员登不上 / 银行卡丢了 / 私人邮箱密码忘了 / 操场的灯不亮 / 撤回我的内部竞聘 /
        我自己的爱奇艺账号登不上 / 我的房贷批了吗 / 产假能延吗 / 杂志订阅取消 / 老婆手机锁了 / 戒指丢了 /
        有人拿了我的午饭 / 食堂今天谁当班 / 安全通道被箱子堵了 / 我银行账户被盗 / 私人邮箱收到诈骗 / 奖金批一下 /
        反对新的停车规定 / 问老板为啥不涨工资 / 提醒我看牙 / 关一下窗 / 开个银行账户 / 订午饭 / 新同事要车位 /
        早退可以吗 / 涨薪流程是什么 / 红烧肉步骤 / 演唱会票还有几张 / 投诉食堂 / 午饭真好吃 / 叫辆出租 /
        翻译这封信 / 户口地址变更 / 健身卡冻结 / 超市什么时候装修 / 注销我的视频会员 / 护照怎么换 / 宿舍没热水 /
        班主任电话多少 / 病人家属停车 / 病房空调不冷 / 车间风扇坏了 / 门店招牌掉了 / 水电费怎么交
      `),
    ],
  },
} satisfies Examples;
