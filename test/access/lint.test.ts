/** What is wrong with a catalogue that can be read all the same: each finding names file, line and remedy. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lint } from '../../src/access/lint.js';
import { plain } from '../../src/card.js';
import { understand } from '../../src/language/understand.js';
import { wording } from '../../src/language/wording.js';
import { readPolicies } from '../../src/policies.js';
import { flawText, lintCard, lintParts } from '../../src/versions/lint.cards.js';

const NOW = new Date('2026-11-23T08:00:00Z');

/** The shipped policies after these edits of one file each; `gone`: people who have left since. */
function findings(edits: readonly (readonly [file: string, from: string, to: string])[], gone: readonly string[] = []) {
  const dir = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync('policies', dir, { recursive: true });
  for (const [file, from, to] of edits) {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  }
  const { catalogue, routes, directory, live } = readPolicies(dir);
  live.dismiss(new Set(gone));
  const lineOf = (text: string) =>
    readFileSync(join(dir, 'catalogue.yaml'), 'utf8')
      .split('\n')
      .findIndex((each) => each.includes(text)) + 1;
  return { flaws: lint({ catalogue, routes, directory }, NOW), lineOf };
}
const inWords = (flaws: ReturnType<typeof lint>, lang: 'en' | 'zh' = 'en') =>
  flaws.map((flaw) => plain(flawText(flaw, wording[lang]), { lang, zone: 'UTC' }));

const HAND = 'provisioners: [{ id: hands, kind: hand, by: owner }]\napplications:';
const provisioned = [
  ['catalogue.yaml', '\napplications:', `\n${HAND}`],
  [
    'catalogue.yaml',
    '    owner: owner\n    entitlements:',
    '    owner: owner\n    provisioner: hands\n    entitlements:',
  ],
  ['catalogue.yaml', '    deputy: manager\n', '    deputy: manager\n    provisioner: hands\n'],
] as const;

describe('one flaw each', () => {
  test('nothing is found where applications name who takes access away', () => {
    expect(inWords(findings(provisioned).flaws)).toEqual([]);
  });

  test('as it is shipped, nothing takes grants away in the applications', () => {
    const { flaws, lineOf } = findings([]);
    expect(flaws.map(({ kind }) => kind)).toEqual(['unrevocable', 'unrevocable']);
    expect(inWords(flaws)[0]).toMatch(
      new RegExp(`/catalogue\\.yaml:${lineOf('- id: demo-crm')} Demo CRM: .*Name a provisioner`),
    );
    expect(inWords(flaws, 'zh')[0]).toMatch(/演示 CRM：授权只记录在服务台自己的清单里/);
  });

  test.each<[string, Parameters<typeof findings>, RegExp, RegExp]>([
    [
      'ownerless',
      [provisioned, ['owner']],
      /Demo CRM: its owner, Olga Petrova, has left, and no deputy is here/,
      /负责人 Olga Petrova 已离职/,
    ],
    [
      'unasked',
      [
        [
          ...provisioned,
          [
            'catalogue.yaml',
            '        risk: medium\n        maxHours: 720\n        incompatible: [crm-admin]',
            '        risk: medium\n        route: none\n        maxHours: 720\n        incompatible: [crm-admin]',
          ],
        ],
      ],
      /Audit log reader: nobody is asked/,
      /无人审批/,
    ],
    [
      'auto',
      [
        [
          ...provisioned,
          [
            'approvals.yaml',
            '- { when: { kind: access }, route: manager-owner',
            '- { when: { kind: access }, auto: { times: 2, days: 30 }, route: manager-owner',
          ],
        ],
      ],
      /Export customer data: its risk is high, and the first few requests are approved without a decision/,
      /风险为高.*approvals\.yaml/,
    ],
    [
      'role-longer',
      [
        [
          ...provisioned,
          [
            'catalogue.yaml',
            '    includes: [crm-read, crm-audit]',
            '    maxHours: 1000\n    includes: [crm-read, crm-audit]',
          ],
        ],
      ],
      /CRM auditor: it lasts up to 1000 hours, and Demo CRM: Audit log reader, which it concerns, at most 720/,
      /最长 1000 小时/,
    ],
    [
      'exception-longer',
      [[...provisioned, ['catalogue.yaml', 'maxHours: 24 }', 'maxHours: 800 }']]],
      /Nobody approves payments they enter: it lasts up to 800 hours/,
      /最长 800 小时/,
    ],
    [
      'never-fires',
      [
        [
          ...provisioned,
          [
            'catalogue.yaml',
            '      - id: ledger-create\n',
            '      - id: ledger-create\n        for: { title: Manager }\n',
          ],
          [
            'catalogue.yaml',
            '      - id: ledger-approve\n',
            '      - id: ledger-approve\n        for: { title: Second agent }\n',
          ],
        ],
      ],
      /Nobody approves payments they enter: the rule can never hold anybody back/,
      /此规则永远不会起作用/,
    ],
  ])('%s', (kind, asked, en, zh) => {
    const { flaws } = findings(...asked);
    const found = flaws.filter((flaw) => flaw.kind === kind);
    expect(inWords(found).join('\n')).toMatch(en);
    expect(inWords(found, 'zh').join('\n')).toMatch(zh);
    expect(inWords(found)[0]).toMatch(/catalogue\.yaml:\d+ /);
  });

  test('nobody is left who takes it away by hand, and nobody who decides', () => {
    const hand = provisioned.map(
      ([file, from, to]) => [file, from, to.replace('by: owner', 'by: person:agent2')] as const,
    );
    expect(findings(hand, ['agent2']).flaws.map(({ kind }) => kind)).toContain('handless');
    const { flaws } = findings(provisioned, ['security', 'admin', 'owner', 'manager']);
    expect(inWords(flaws.filter(({ kind }) => kind === 'undecidable'))[0]).toMatch(
      /nobody can decide the step Application owner of manager-owner for /,
    );
  });
});

test('administrators ask for it page by page, and `policy` says how many there are', () => {
  expect(understand('policy lint', {})).toEqual({ do: 'lint-policy' });
  expect(understand('策略检查', {})).toEqual({ do: 'lint-policy' });
  const [flaw] = findings([]).flaws;
  const many = Array.from({ length: 9 }, () => flaw!);
  const viewer = { lang: 'en', zone: 'UTC' } as const;
  expect(lintCard(many, 1, viewer, wording.en)).toMatchObject({
    status: { text: '9 findings' },
    parts: [{ kind: 'list' }, { kind: 'buttons', buttons: [{ does: { do: 'lint-policy', page: 2 } }] }],
  });
  expect(lintCard(many, 2, viewer, wording.en).parts).toHaveLength(1);
  expect(lintParts(many, wording.zh)).toMatchObject([{ kind: 'note' }]);
});
