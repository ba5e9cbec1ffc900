/** How people ask for what is kept about them, in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'erase-data': {
    en: [
      'remove my private number from your records',
      'what do you know about me',
      'GDPR deletion please',
      'download my data',
      'my phone number sits in an old ticket, blank it out',
      'hand me everything you keep on me',
      'I left the union chat logs with you, get rid of them',
      'does this bot remember what I say, delete it',
      'I want a copy of whatever is stored about my person',
      'scrub my name out of closed cases',
      '(delete|erase|remove|wipe|purge) (all |)(my|the) (personal |)(data|information|details|messages|chat history|records)( you have about me| you stored| from the desk| from my tickets| under GDPR|)',
      '(what|which) (personal |)(data|information) (do you|have you|does the desk) (keep|have|store|hold|save|stored|know) (about|on) me',
      '(export|send me|give me|download|I want a copy of) (all |)(my|the) (personal |)data( you hold about me| as a file|)',
      '(GDPR|data subject|right to be forgotten|privacy) (request|access request|erasure|deletion)',
      'I want my (data|photo|id scan|private details) (removed|erased|deleted) from (your system|the ticket|the desk)',
      'right of access to my data',
      ...said(`
        delete my personal data / what data do you have about me / gdpr request /
        I want a copy of everything stored on me / erase my chat history with you / right to be forgotten /
        remove my private phone number from your records / please export my data / who can see my data here /
        forget everything about me / data subject access request / wipe all I ever wrote /
        how do I get my information deleted / which personal information is kept in the tickets /
        delete the photos of me / I object to storing my data / anonymise my old tickets /
        do you keep what I write, please remove it / send me all the records with my name /
        clear my personal details / I left union chat logs with you, get rid of them /
        remove what you stored of me / everything you have on me, I want to see it /
        list the personal information you hold about me / please take my name out of your records /
        my private address must not be stored here /
        I left years ago as an employee and am back, delete the old data / I want my conversation deleted /
        how long do you keep my messages / a copy of all my personal records please /
        under gdpr I request access to my data / purge my profile / please remove my birthday from the system /
        take my picture down / show me which details of mine are saved / forget my number /
        delete what I told you last week, it was private / who has read my messages / I withdraw my consent /
        stop storing my chats / correct my personal data, the name is wrong /
        my medical note ended up in a ticket, remove it
      `),
    ],
    zh: [
      '把我私人号从记录删掉',
      '你知道我哪些信息',
      '按隐私法删除',
      '下载我的数据',
      '旧工单里有我手机号，涂掉',
      '把你们存我的都给我一份',
      '聊天记录别留，删',
      '机器人记我说的话吗，删了',
      '要一份关于我的存档',
      '把我名字从结案里抹了',
      '我家地址在旧单里，请遮掉',
      '导出我跟机器人的全部对话',
      '我的个人资料怎么销毁',
      '看看系统里有我啥信息',
      '(删除|清除|抹掉|彻底删除|销毁)(我的|关于我的|我所有的)(个人|)(数据|信息|资料|记录|聊天记录)',
      '(你们|系统|服务台)(保存|存了|留了|有)(我的|我)(哪些|什么)(个人|)(数据|信息|资料)',
      '(导出|给我一份|下载|查看)(我的|)(个人数据|个人信息)',
      '(工单|单子)里有我的(身份证|照片|手机号|隐私)，(请|)(删掉|清除|抹掉)',
      '(个人信息|隐私)(删除|查询)(申请|请求)',
      '行使被遗忘权',
      ...said(`
        删除我的个人数据 / 你们存了我哪些信息 / 把我的数据导一份 / 清除我和你的聊天记录 /
        我的私人手机号从系统里删掉 / 个人信息查询 / 行使删除权 / 谁能看到我的资料 / 把关于我的都忘掉 /
        我写过的都删了吧 / 怎么删除我的信息 / 工单里保存了我什么隐私 / 删掉我的照片 / 不同意保存我的信息 /
        旧单子匿名处理 / 聊天内容会保存吗，请删除 / 把带我名字的记录发我 / 隐私数据清理 / 按个保法要求删除 /
        我要注销并抹掉个人资料 / 导出我所有个人信息 / 身份证号别留着，删了 / 旧单里有我手机号，抹掉 /
        之前发的私人聊天记录请清除 / 把你们掌握的我的信息都给我看 / 列出保存的我的个人信息 /
        把我的名字从记录里去掉 / 你都知道我些什么 / 我的私人地址不能存 / 我的对话删掉 / 我的消息保留多久 /
        个人记录给我一份 / 清掉我的档案 / 把我的生日删了 / 照片撤下来 / 我哪些资料被保存了 /
        上周跟你说的是隐私，删了 / 谁看过我的消息 / 撤回同意 / 别再存我的聊天 / 病历写进工单了，删掉 /
        更正我的个人信息
      `),
    ],
  },
} satisfies Examples;
