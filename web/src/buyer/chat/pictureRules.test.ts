import { expect, test } from 'vitest';
import { largestPicture, pictureFault } from './pictureRules';

test('pictureFault_WhenExactlyAtTheLimit_Passes', () => {
  expect(pictureFault({ size: largestPicture, type: 'image/jpeg' })).toBeNull();
});

test('pictureFault_WhenOneByteOver_SaysTooLarge', () => {
  expect(pictureFault({ size: largestPicture + 1, type: 'image/jpeg' })).toBe('too-large');
});

test.each(['application/pdf', 'image/svg+xml', ''])('pictureFault_WhenTheTypeIs "%s"_SaysItIsNoPicture', (type) => {
  expect(pictureFault({ size: 1, type })).toBe('not-an-image');
});
