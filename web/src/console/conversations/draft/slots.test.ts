import { expect, test } from 'vitest';
import { findSlots, nextSlot } from './slots';

const draft = '您这单{{order.number}}预计{{ order.dispatch_by }}前发走';

test('findSlots_WhenThereAreTwo_TellsNamesAndPlaces', () => {
  const slots = findSlots(draft);
  expect(slots.map((slot) => slot.name)).toEqual(['order.number', 'order.dispatch_by']);
  expect(slots.map((slot) => draft.slice(slot.start, slot.end))).toEqual(['{{order.number}}', '{{ order.dispatch_by }}']);
});

test.each(['没有', '{order.number}', '{{}}', '{{订单}}', '{{order.number'])('findSlots_WhenGiven "%s"_FindsNone', (text) => {
  expect(findSlots(text)).toEqual([]);
});

test('nextSlot_WhenCalledFromItsOwnEnd_WalksThroughAllAndBeginsAgain', () => {
  const first = nextSlot(draft, 0);
  const second = nextSlot(draft, first?.end ?? 0);
  const again = nextSlot(draft, second?.end ?? 0);
  expect([first?.name, second?.name, again?.name]).toEqual(['order.number', 'order.dispatch_by', 'order.number']);
});

test('nextSlot_WhenNoneIsLeft_IsNull', () => {
  expect(nextSlot('已经填好', 0)).toBeNull();
});
