import { expect, test } from 'vitest';
import { en } from '../text/en';
import { zh } from '../text/zh';
import { detailText } from './detailText';

test.each([
  ['account-create', 'agent supervisor', '客服、主管', 'Agent, Supervisor'],
  ['unmask', 'transcript', '聊天记录', 'transcript'],
  ['bulletin-write', '不得引导到站外交易', '不得引导到站外交易', '不得引导到站外交易'],
])('detailText_Of %s %s_IsInTheLanguageChosen', (action, detail, chinese, english) => {
  expect(detailText({ action, detail }, zh)).toBe(chinese);
  expect(detailText({ action, detail }, en)).toBe(english);
});
