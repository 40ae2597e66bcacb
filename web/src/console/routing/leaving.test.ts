import { afterEach, expect, test, vi } from 'vitest';
import { holdPage, isHeld, leavePage, releasePage } from './leaving';

afterEach(releasePage);

test('leavePage_WhenNothingWouldBeLost_LeavesAtOnce', () => {
  const leave = vi.fn();
  leavePage(leave);
  expect(leave).toHaveBeenCalledOnce();
});

test('leavePage_WhenHeld_LeavesOnlyAfterAYes', () => {
  let yes = () => {};
  holdPage((leave) => {
    yes = leave;
  });
  const leave = vi.fn();
  leavePage(leave);
  expect(leave).not.toHaveBeenCalled();
  yes();
  expect(leave).toHaveBeenCalledOnce();
  expect(isHeld()).toBe(false);
});

test('holdPage_WhenAnotherPageHolds_EndsOnlyItsOwn', () => {
  const end = holdPage(() => {});
  holdPage(() => {});
  end();
  expect(isHeld()).toBe(true);
});
