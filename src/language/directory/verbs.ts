/** How administrators ask for the directory and import people. Pure. */
import { form, type Verb } from '../spec.js';
import { personIn } from '../values.js';

export const verbs = {
  directory: {
    spelled: { en: ['directory', 'people directory'], zh: ['通讯录', '人员目录'] },
    help: {
      en: [['directory', 'shows who is provided by whom, and what is wrong; `directory @emma` for one person']],
      zh: [['通讯录', '查看人员来源和异常；“通讯录 @emma”查看一个人']],
    },
    to: 'admin',
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'directory' };
      return commanded || rest.startsWith('@') ? { do: 'directory', person: personIn(rest) } : undefined;
    },
  },
  'import-people': {
    spelled: { en: ['import people', 'import'], zh: ['导入人员', '导入通讯录'] },
    help: {
      en: [['import people', 'takes rows of CSV, and shows what they would change before anything is changed']],
      zh: [['导入人员', '粘贴 CSV，先预览变更，确认后才生效']],
    },
    to: 'admin',
    alone: (rest, { commanded }) => (rest === '' || commanded ? form({ do: 'import-people' }) : undefined),
  },
} satisfies Record<string, Verb>;
