import { type ShownActivity, personName } from './ShownActivity';

/** Cuts groups of consecutive messages where another person, or the bot, goes on speaking for the shop. */
export function splitByPerson<Activity extends ShownActivity>(groups: readonly (readonly Activity[])[]): Activity[][] {
  return groups.flatMap((group) => {
    const parts: Activity[][] = [];
    for (const activity of group) {
      const last = parts.at(-1);
      if (last?.[0] && personName(last[0]) === personName(activity)) last.push(activity);
      else parts.push([activity]);
    }
    return parts;
  });
}
