import { expect, test } from 'vitest';
import { isOwnAddress } from './ownAddress';

test.each([
  ['/api/desk/attachments/1', true],
  ['https://desk.example/api/desk/attachments/1', true],
  ['https://other.example/a.png', false],
  ['//other.example/a.png', false],
  ['javascript:alert(1)', false],
  ['data:image/png;base64,AA==', false],
  ['http://desk.example:bad/', false],
])('isOwnAddress_WhenGiven %s_Is %s', (url, own) => {
  expect(isOwnAddress(url, 'https://desk.example')).toBe(own);
});
