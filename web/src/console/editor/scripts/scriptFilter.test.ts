import { expect, test } from 'vitest';
import type { ScriptRow } from '../../api/editorTypes';
import { adoptionOf, filterScripts, type ScriptFilter } from './scriptFilter';
import { scriptTree } from './scriptTree';

const row = (id: string, change: Partial<ScriptRow> = {}): ScriptRow => ({
  id,
  intent: id.split('.').slice(0, 2).join('.'),
  stage: 'in-sale',
  question: '付款后多久发货？',
  variants: 8,
  wordings: 2,
  send: 'automatic',
  tags: ['发货'],
  usage: { answered: 1, suggested: 0, taken: 0, edited: 0 },
  changedAt: null,
  errors: 0,
  warnings: 0,
  state: 'same',
  validity: 'now',
  decay: [],
  ...change,
});
const any: ScriptFilter = { query: '', stage: null, intent: null, flag: 'all', matching: new Set() };
const ids = (rows: ScriptRow[]) => rows.map(({ id }) => id);

const rows = [
  row('ship.time.standard'),
  row('ship.time.weekend', { warnings: 1, state: 'changed', question: '周末发货吗？' }),
  row('return.how.standard', { stage: 'after-sale', tags: ['退货'], usage: { answered: 0, suggested: 8, taken: 4, edited: 3 } }),
  row('promo.old.standard', { stage: 'pre-sale', validity: 'expired', usage: { answered: 0, suggested: 2, taken: 0, edited: 0 } }),
];

test.each<[Partial<ScriptFilter>, string[]]>([
  [{}, ids(rows)],
  [{ query: '周末 发货' }, ['ship.time.weekend']],
  [{ query: 'RETURN' }, ['return.how.standard']],
  [{ query: '退货' }, ['return.how.standard']],
  [{ stage: 'in-sale', intent: 'ship.time' }, ['ship.time.standard', 'ship.time.weekend']],
  [{ flag: 'findings' }, ['ship.time.weekend']],
  [{ flag: 'staged' }, ['ship.time.weekend']],
  [{ flag: 'unused' }, ['promo.old.standard']],
  [{ flag: 'edited' }, ['return.how.standard']],
  [{ flag: 'expired' }, ['promo.old.standard']],
])('filterScripts_WhenAskedFor %o_LetsThrough %o', (filter, expected) => {
  expect(ids(filterScripts(rows, { ...any, ...filter }))).toEqual(expected);
});

test('adoptionOf_WhenNeverSuggested_IsUnknown', () => {
  expect(rows.map(adoptionOf)).toEqual([null, null, 0.5, 0]);
});

test('scriptTree_CountsByStageAndIntentInTheOrderOfTheWay', () => {
  expect(scriptTree(rows, ['any', 'pre-sale', 'in-sale', 'after-sale'])).toEqual([
    { stage: 'pre-sale', count: 1, intents: [{ intent: 'promo.old', count: 1 }] },
    { stage: 'in-sale', count: 2, intents: [{ intent: 'ship.time', count: 2 }] },
    { stage: 'after-sale', count: 1, intents: [{ intent: 'return.how', count: 1 }] },
  ]);
});

test('filterScripts_WhenTheProgramFoundItInTheText_ShowsIt', () => {
  expect(ids(filterScripts(rows, { ...any, query: '仓库', matching: new Set(['ship.time.weekend']) }))).toEqual(['ship.time.weekend']);
  expect(filterScripts(rows, { ...any, query: '仓库', stage: 'review', matching: new Set(['ship.time.weekend']) })).toEqual([]);
});
