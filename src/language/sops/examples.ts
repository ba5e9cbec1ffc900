/** How people ask for procedures in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'sop-find': {
    en: [
      'procedure for a broken disk',
      "where's the runbook",
      'do you have instructions for the night shift restart',
      'SOP new server',
      'how are we supposed to handle a lost key, is there a paper',
      'the restart instructions for the print cluster, where',
      'got a written guide for swapping tapes?',
      'look up the escalation playbook',
      'point me to the rules for decommissioning a server',
      'emergency plan for a power cut?',
      'the manual how we do stock count resets',
      '(where is|where do I find|is there|do we have|find|show me|give me|link to|I need|which is) (the |a |an |)(SOP|runbook|procedure|playbook|operating procedure|work instruction|process document|checklist document)( for {procedure}| on {procedure}| about {procedure}| when {service} fails|)',
      '(where|in which document) (is it|did we|do we have it|is it) (documented|written down|describe|described) how (to restore {service}|to fail over {service}|tapes are handled|we patch {service}|to rotate certificates)',
      '(runbook|SOP|procedure|playbook) (for|of) ({procedure}|{service})(, where is it| please|)',
      'is there a (written|documented) (process|procedure|guideline) for {procedure}',
      'find the {procedure} SOP',
      'documentation of the {procedure} procedure',
      ...said(`
        where is the runbook for restarting the print server / do we have an SOP for new laptops /
        show me the procedure for key rotation / link to the disaster recovery plan /
        is there a checklist for server decommissioning / find the backup restore instructions document /
        which SOP applies to visitor badges / where's the on-call handbook / process document for offboarding /
        is there a playbook for ddos / operating procedure for the tape library /
        where can I read how we handle a water leak in the server room /
        work instruction label printer calibration / documentation of the failover procedure please /
        do you have the latest version of the patching SOP / what does the procedure say about power loss / SOP-4 /
        send me the runbook about certificates / checklist for opening a new branch, where is it /
        the rules for handling returned devices in writing / runbook database /
        where's the on-call handbook document / is the procedure written down anywhere / runbook for payroll close
      `),
    ],
    zh: [
      '硬盘坏了的规程',
      '手册在哪',
      '夜班重启有说明吗',
      '新服务器 SOP',
      '丢钥匙按哪份文件办',
      '打印集群重启说明在哪',
      '换磁带有书面指南吗',
      '查升级处理手册',
      '服务器下线的规范给我',
      '停电应急预案有没有',
      '盘点重置的作业手册',
      '机柜上电的标准步骤文档',
      '灾备演练方案放哪',
      '退役服务器的 SOP',
      '(有没有|哪里有|找一下|在哪|给我|我要|查)({procedure}|{service})(的|)(SOP|规程|操作手册|操作规程|作业指导书|应急预案|规范|操作流程文档)(吗|)',
      '({procedure})(的|)(规程|SOP|流程文档|操作手册|文档)(在哪|放哪了|写在哪里|发一下|有吗)',
      '(哪个|哪份)文档(写了|记录了|说明)(怎么|如何)(恢复|切换|重建){service}',
      '找(规程|SOP)：{procedure}',
      '{procedure}有规定的步骤文档吗',
      ...said(`
        打印服务器重启的手册在哪 / 有新电脑交付的 SOP 吗 / 密钥轮换的流程给我看 / 灾备方案文档在哪里 /
        服务器下架有检查表吗 / 备份恢复的操作文档找一下 / 访客证按哪个规程 / 值班手册 / 离职流程文档 /
        有没有应对攻击的预案 / 磁带库作业指导书 / 机房漏水怎么处置有文档吗 / 标签机校准的作业指导 /
        主备切换的操作规程发我 / 打补丁的 SOP 最新版 / 断电预案怎么写的 / 证书更换手册 / 开新门店的检查清单在哪 /
        退回设备处理规范 / 数据库 runbook / 找一下应急预案 / 有标准操作流程吗，关于加域的 / 把巡检规程发我看看 /
        哪份文件规定了备份 / 发布流程写在哪
      `),
    ],
  },
  'sop-run': {
    en: [
      'start the procedure for disk swap',
      'lead me through the restart',
      "let's go through the checklist",
      "let's do the tape change together",
      "I'm at the rack, next instruction please",
      'kick off the weekly restore test',
      'take me by the hand for the failover',
      'start with step one of the reset',
      'tick boxes for the power-down please',
      "what's the next step in the checklist",
      '(start|run|begin|launch|execute|kick off|carry out|initiate) the ({procedure}|{service}) (procedure|runbook|SOP|checklist|playbook|process)( now| with me| please|)',
      '(guide|lead|walk|take) me (through|step by step through) (the |){procedure}( procedure| step by step| runbook| please|)',
      '(step by step|one step at a time|with checkboxes)(:|,) {procedure}( please|)',
      '(do|go through|work through) the {procedure} (checklist|SOP|runbook) with me',
      'I am (doing|starting) {procedure} now, (give me the steps|tick off the steps with me|start the checklist)',
      'start the checklist for {procedure}',
      ...said(`
        start the backup restore procedure / walk me through the failover /
        let's run the checklist for the power-down / guide me step by step through the certificate change /
        begin the runbook for the print server / I want to do the decommissioning now, lead me /
        execute the disaster recovery playbook / take me through offboarding steps / next step /
        open the patching checklist so I can tick it off / run SOP-4 with me / let's start the drill /
        do the restart procedure together with me / kick off key rotation runbook /
        I'm in front of the rack, start the swap steps / go through onboarding checklist with me /
        initiate the failover SOP / launch the evacuation procedure for host 7 / step me through the tape change /
        kick off the key rotation runbook with me / next instruction of the runbook please
      `),
    ],
    zh: [
      '开始换盘流程',
      '带我重启',
      '一起过检查单',
      '咱们一起换磁带',
      '我在机柜边，下一步是啥',
      '开始每周恢复测试',
      '手把手带我切换',
      '从重置第一步开始',
      '关机流程给我打勾',
      '检查单下一项',
      '走一下断电流程',
      '带我做主机下线',
      '跑一下重建镜像',
      '逐条念给我做',
      '(开始|启动|执行|跑一遍|走一遍)({procedure}|{service})(的|)(规程|SOP|流程|检查单|应急预案|操作步骤)',
      '(带我|一步步带我|陪我|引导我)(做|走|完成|一步一步做)({procedure})(|流程|规程)',
      '我(现在|)要做({procedure})，(一步步来|带我走一遍|开始检查单|给我步骤打勾)',
      '按(规程|SOP)(执行|操作|走){procedure}',
      '逐步执行{procedure}',
      ...said(`
        开始做备份恢复流程 / 带我走一遍切换 / 跑一下关机检查表 / 一步步教我换证书，按规程 /
        启动打印服务器的 runbook / 现在要做下架，带我做 / 执行灾备预案 / 按离职清单陪我走 / 下一步 /
        打开补丁检查单我来打勾 / 按 SOP-4 跟我做 / 演练开始吧 / 一起做重启流程 / 启动密钥轮换流程 /
        我在机柜前了，开始换盘步骤 / 走一遍入职检查单 / 开始切换 SOP / 主机迁移流程跑起来 / 引导我换磁带 /
        逐项过一遍巡检单 / 开始执行应急预案 / 按手册一步一步来做断电 / 开始走流程，断电那个 / 带着我把巡检做完 /
        流程第一步是啥，开始吧 / 现在按手册做
      `),
    ],
  },
} satisfies Examples;
