import { listPromises } from '../api/deskApi';
import type { OpenPromise } from '../api/types';
import type { Loaded } from '../live/useLoaded';
import { useReread } from '../live/useReread';

const readPromises = async (): Promise<readonly OpenPromise[]> => (await listPromises()).items;
const pace = { settle: 500 };

/** The open promises, oldest first. */
export const usePromises = (): Loaded<readonly OpenPromise[]> => useReread(readPromises, pace);
