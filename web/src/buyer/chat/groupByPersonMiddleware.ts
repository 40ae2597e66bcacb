import type { ShownActivity } from './ShownActivity';
import { splitByPerson } from './splitByPerson';

interface Groups<Activity> {
  sender: readonly (readonly Activity[])[];
  status: readonly (readonly Activity[])[];
}

/** Web Chat knows one sender on the shop's side; here the bot and each person have their own groups and avatars. */
export const groupByPerson =
  () =>
  <Activity extends ShownActivity, Options>(next: (options: Options) => Groups<Activity>) =>
  (options: Options) => {
    const { sender, status } = next(options);
    return { sender: splitByPerson(sender), status: splitByPerson(status) };
  };
