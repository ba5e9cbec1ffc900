/** How administrators ask for the directory in their own words. Pure. */
import { said } from '../said.js';
import type { Examples } from '../spec.js';

export const examples = {
  'directory-show': {
    en: [
      '(is|are) (the|our) (SCIM|directory|user) (sync|provisioning|push) (working|running|healthy|up to date|broken)',
      '(show|show me|open|list) (the|our) (people directory|desk directory|provisioned users|directory problems|synced people)',
      '(who|which people) (has|have) (an unknown manager|no manager in the directory|a duplicate email in the directory)',
      '(how many|which) (people|users|accounts) (were|are) (provisioned|synced|imported) (by Okta|by Entra|by SCIM|from the identity provider)',
      ...said(`
        when did Okta last push to the desk / import people from a CSV file into the desk /
        show me people with duplicate addresses in the directory / is directory.yaml in force /
        which managers are unknown to the desk / who was deprovisioned by SCIM / bulk import of the staff list into the desk
      `),
    ],
    zh: [
      '(通讯录|SCIM|目录|人员)(同步|推送)(正常吗|还在跑吗|出问题了吗|最近一次是什么时候)',
      '(看看|打开|显示|列出)(服务台的|)(通讯录|人员目录)(有什么异常|的问题|)',
      '(通讯录|人员目录)里(谁的上级|哪些人的上级)(找不到|不存在|是未知的)',
      ...said(`
        身份源同步了多少人 / 把员工名单导入服务台 / 批量导入人员的CSV / 通讯录里有没有重复的邮箱 /
        directory.yaml 生效了吗 / 哪些人被SCIM停用了
      `),
    ],
  },
} satisfies Examples;
