import { expect, test } from 'vitest';
import type { ShownActivity } from './ShownActivity';
import { splitByPerson } from './splitByPerson';

const bot: ShownActivity = { id: 'bot', from: { role: 'bot' }, channelData: { replyBot: { from: 'bot' } } };
const lin: ShownActivity = { id: 'lin', from: { name: 'Lin', role: 'bot' }, channelData: { replyBot: { from: 'agent' } } };
const zhou: ShownActivity = { ...lin, id: 'zhou', from: { name: 'Zhou', role: 'bot' } };
const ids = (groups: ShownActivity[][]) => groups.map((group) => group.map((each) => each.id));

test('splitByPerson_WhenAPersonTakesOverFromTheBot_BeginsAnotherGroup', () => {
  expect(ids(splitByPerson([[bot, bot, lin, lin, zhou, bot]]))).toEqual([
    ['bot', 'bot'],
    ['lin', 'lin'],
    ['zhou'],
    ['bot'],
  ]);
});

test('splitByPerson_WhenGroupsAreGiven_NeverJoinsThem', () => {
  expect(ids(splitByPerson([[bot], [bot]]))).toEqual([['bot'], ['bot']]);
});
