import { type Board, readBoard } from '../api/boardApi';
import { type Reread, useReread } from '../live/useReread';

/** Signs of life and the calendar day change without a word from the hub. */
const pace = { settle: 1_500, refresh: 15_000 };

/** The board. */
export const useBoard = (): Reread<Board> => useReread(readBoard, pace);
