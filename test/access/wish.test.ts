/** Somebody who says in passing that they need access is offered the form for it. */
import { wishIn } from '../../src/access/wish.js';
import { readPolicies } from '../../src/policies.js';
import { labelsOf, openDesk } from '../kit/open-desk.js';

const { catalogue } = readPolicies('policies');
const draftOf = (words: string) => wishIn(words, catalogue)?.draft;

describe('words that ask for access', () => {
  test.each([
    ['I need access to the CRM', 'crm-read'],
    ['please give me permission to export customer data from CRM', 'crm-export'],
    ['crm-audit access for the audit', 'crm-audit'],
    ['请帮我开通 CRM 权限', 'crm-read'],
    ['需要 CRM 管理员权限', 'crm-admin'],
    ['crm admin access for 8 hours please', 'crm-admin'],
    ['我要申请CRM导出权限到12月4号', 'crm-export'],
  ])('%s: for %s', (words, entitlement) => {
    expect(draftOf(words)).toEqual({ do: 'request-access', entitlement });
  });

  test.each(['I need access to Salesforce', 'read access to the finance folder', '申请财务文件夹的权限'])(
    '%s: nothing of the catalogue is named',
    (words) => {
      expect(wishIn(words, catalogue)).toEqual({ draft: { do: 'request-access' }, isNamed: false });
    },
  );

  test.each(['the CRM is slow', 'vpn keeps dropping', '打印机卡纸'])('%s: no access is asked for', (words) => {
    expect(wishIn(words, catalogue)).toBeUndefined();
  });
});

describe('an employee', () => {
  const house = openDesk();
  const action = { en: 'Request access', zh: '申请权限' };

  it('who names what they need opens the form with it chosen, whatever else is answered', async () => {
    const desk = await house();
    const card = await desk.ask('employee', 'I need access to the demo CRM');
    const form = await desk.pressForm('employee', new RegExp(action.en), card);
    expect(form.fields.find(({ name }) => name === 'entitlement')).toMatchObject({ value: 'crm-read' });
  });

  it('who names nothing of the catalogue is offered it where there is no answer', async () => {
    const desk = await house();
    expect(labelsOf(await desk.ask('employee', 'I need access to Salesforce'))).toContain(action.en);
    expect(labelsOf(await desk.ask('employee', '需要 Salesforce 的权限'))).toContain(action.zh);
    expect(labelsOf(await desk.ask('employee', 'vpn keeps dropping'))).not.toContain(action.en);
  });
});
