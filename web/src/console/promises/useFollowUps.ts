import { listFollowUps } from '../api/deskApi';
import type { FollowUp } from '../api/types';
import type { Loaded } from '../live/useLoaded';
import { useReread } from '../live/useReread';

const readFollowUps = async (): Promise<readonly FollowUp[]> => (await listFollowUps()).items;
const pace = { settle: 500 };

/** What buyers were promised for a later time, the next one first. */
export const useFollowUps = (): Loaded<readonly FollowUp[]> => useReread(readFollowUps, pace);
