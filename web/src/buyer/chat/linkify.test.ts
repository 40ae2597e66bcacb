import { expect, test } from 'vitest';
import { linkify } from './linkify';

test('linkify_WhenTextHoldsMarkup_EscapesIt', () => {
  expect(linkify('<img src=x onerror="a()"> & \'b\'')).toBe(
    '<p>&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;b&#39;</p>',
  );
});

test('linkify_WhenAnAddressIsFollowedByChinese_LinksOnlyTheAddress', () => {
  expect(linkify('看这里https://shop.example/p/1?a=1&b=2，谢谢')).toBe(
    '<p>看这里<a href="https://shop.example/p/1?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">' +
      'https://shop.example/p/1?a=1&amp;b=2</a>，谢谢</p>',
  );
});

test('linkify_WhenASentenceEndsAfterTheAddress_LeavesItsFullStopOutside', () => {
  expect(linkify('See http://a.example/b.')).toContain('http://a.example/b</a>.</p>');
});

test('linkify_WhenTheSchemeIsNotWeb_MakesNoLink', () => {
  expect(linkify('javascript:alert(1)')).toBe('<p>javascript:alert(1)</p>');
});

test('linkify_WhenTextHasSeveralLines_KeepsThem', () => {
  expect(linkify('一\n\n一')).toBe('<p>一<br /><br />一</p>');
});
