import { type Board, readBoard } from '../api/boardApi';
import type { Loaded } from '../live/useLoaded';
import { useReread } from '../live/useReread';

/** Signs of life and the calendar day change without a word from the hub. */
const pace = { settle: 1_500, refresh: 15_000 };

/** The board. */
export const useBoard = (): Loaded<Board> => useReread(readBoard, pace);
