/** How people ask for figures in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'report-figures': {
    en: [
      'tickets per week',
      'how long until first response on average',
      'which category leads',
      'team performance last month',
      'SLA numbers',
      'numbers for January please',
      'how did we do last quarter',
      'who closed most cases in my team',
      'what share was late',
      'how long do people wait on average',
      'compare north and south site by incidents',
      'open work by group as a chart',
      'are requesters content with us',
      'what comes in most often',
      'how many (tickets|requests|incidents|cases|complaints) (did we|were|have we|came in|has the desk|did the team) (get|have|opened|closed|solved|solve|received|)( last month| last week| this quarter| in January| yesterday| per agent|)',
      '(show|give|send|pull) me (the |a |)(report|statistics|figures|numbers|KPIs|stats|dashboard|metrics) (of|for|on|about) (last month|the team|tickets|SLA|satisfaction|the service desk|this quarter|{service})',
      '(what is|whats|how is) (our|the) (average |)(response time|resolution time|SLA compliance|satisfaction|CSAT|first contact rate|backlog|breach rate|ticket volume)( last month| this week| in Q4|)',
      '(percentage|share|number|amount|count) of (tickets|requests|incidents) (solved|closed|reopened|breached|late|within SLA)( last month| this year|)',
      'how (satisfied|happy) (are|were) (users|people|our customers)( last month|)',
      'how (fast|quickly) (do we|did we|are we) (answer|solve|respond|close tickets)',
      '(weekly|monthly|quarterly) (report|figures|numbers|statistics)( please|)',
      '(SLA|CSAT|ticket) (report|statistics|figures|trend)( for {service}| for January|)',
      'which (team|branch|site|category|service) (has|had|causes|produces) the most (tickets|incidents|complaints)',
      'backlog trend (this|last) (month|quarter)',
      ...said(`
        how many tickets did we close last week / show me the SLA figures / average response time in january /
        csat for the last quarter / what's our backlog / tickets per category this month /
        give me the monthly report / how satisfied are users / how many P1s this year / top ten causes /
        resolution time by team / percentage solved at first contact / trend of open tickets /
        who closed most tickets / stats please / how fast do we answer / number of access requests in february /
        breach rate / dashboard numbers for the meeting / how many requests wait longer than a week /
        weekly numbers / compare january with december / what share came from the Hamburg office /
        KPI overview for management / volume by hour / how many calls did the desk take /
        average age of open cases / rating of our team / export the figures for Q1 /
        how long do approvals take on average / busiest day / who on my team handles the most /
        which branch reports the most faults / ticket count last seven days / are we inside the SLA /
        how good were we in december / how many do we solve the same day / number of complaints this quarter /
        what does the satisfaction look like / workload per agent / show the trend / figures for the board please /
        how long do people wait for a first answer / busiest month / what are the most common problems /
        how many laptops were reported broken in 2025 / reopen rate / how many approvals were late /
        overdue ones by group / average wait for access / team performance numbers
      `),
    ],
    zh: [
      '每周多少单',
      '平均多久首次回应',
      '哪类最多',
      '上月团队表现',
      'SLA 数据',
      '一月的数字给我',
      '上季度干得怎么样',
      '我组里谁关得最多',
      '迟了的占多少',
      '大家平均等多久',
      '南北两区故障对比',
      '各组积压画个图',
      '用户对我们满意吗',
      '啥问题报得最多',
      '三个校区哪个单最多',
      '上周处理了几单',
      '首响多长时间',
      '(上个月|上周|这个月|本季度|今年|昨天|)(一共|)(处理了|收到|解决了|关了|新增)(多少|几)(张|个|)(工单|报修|请求|事件)',
      '(给我|看一下|出一份|导出|拉一下)(上个月|本周|季度|服务台|工单|)(的|)(报表|统计|数据|报告|KPI|指标)',
      '(平均|)(响应时间|解决时长|SLA 达标率|满意度|超时率|积压|首次解决率)(是多少|怎么样|有多少|多高)',
      '(上个月|本季度|上周)(的|)(满意度|达标率|工单量|超时率|响应时间)',
      '哪个(部门|校区|门店|系统|组)(报修|工单|故障)(最多|排名)',
      '(周报|月报|季报)(发一下|给我|)',
      '按时解决的(比例|占比)',
      ...said(`
        上周关了多少单 / SLA 达标率多少 / 一月平均响应时间 / 上季度满意度 / 积压多少 / 这个月按类别统计 / 给我月报 /
        用户评价怎么样，数据 / 今年 P1 有几个 / 前十大原因 / 各组解决时长 / 一次解决率 / 未结单趋势 / 谁处理得最多 /
        统计数据 / 我们回复有多快 / 二月权限申请数量 / 超时率 / 开会要的看板数字 / 超过一周没处理的有多少 /
        周报数据 / 一月和十二月对比 / 华东占比 / 管理层 KPI / 每小时工单量 / 服务台接了多少电话 / 平均处理时长 /
        我们组评分 / 导出 Q1 数据 / 审批平均要几天 / 哪天最忙 / 本月报障多少起 / 各门店报修数排名 / 同比怎么样 /
        本周新增多少单 / 我们组谁处理最多 / 哪个门店报修最多 / 近七天单量 / SLA 还在线吗 / 十二月表现怎么样 /
        当天解决率 / 本季投诉几个 / 满意度看一下 / 每人工作量 / 给我看趋势 / 给董事会的数字 / 首次响应平均等多久 /
        哪个月最忙 / 最常见的问题排行 / 25年报坏多少台电脑 / 重开率 / 审批超时几个 / 各组逾期数 / 权限平均等几天 /
        团队绩效数据 / 上月各科室报修量 / 一月有多少加急单 / 平均几小时关单 / 差评占多少 / 本周处理了几单 /
        未结单的趋势图 / 每个人的工作量 / 全组平均处理时间 / 各部门工单占比 / 本月全部报障数量统计 /
        工单总量对比去年
      `),
    ],
  },
} satisfies Examples;
