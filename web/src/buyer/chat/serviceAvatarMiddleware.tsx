import { ServiceAvatar } from './ServiceAvatar';
import { type ShownActivity, personName } from './ShownActivity';

interface AvatarRequest {
  activity: ShownActivity;
  fromUser: boolean;
}

/** An avatar for the shop's side only; buyers need no picture of themselves. */
export const serviceAvatar =
  () =>
  () =>
  ({ activity, fromUser }: AvatarRequest) =>
    fromUser ? false : () => <ServiceAvatar person={personName(activity)} />;
