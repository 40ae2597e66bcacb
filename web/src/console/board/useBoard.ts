import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../http/Problem';
import { type Board, readBoard } from '../api/boardApi';
import { useDeskContext } from '../live/DeskContext';

/** A busy desk changes many times a second; the board is read at most once in this time, in milliseconds. */
const settleTime = 1_500;

/** Presence and the calendar day change without a word from the hub, in milliseconds. */
const refreshTime = 15_000;

/** The board, read again after conversations have changed and now and then. */
export function useBoard(): { board: Board | null; problem: Problem | null } {
  const { connection } = useDeskContext();
  const [board, setBoard] = useState<Board | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let timer = 0;
    let gone = false;
    const load = async () => {
      try {
        const next = await readBoard();
        if (gone) return;
        setBoard(next);
        setProblem(null);
      } catch (error) {
        if (!gone) setProblem(asProblem(error));
      }
    };
    const loadSoon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        void load();
      }, settleTime);
    };
    void load();
    const ticking = window.setInterval(loadSoon, refreshTime);
    const leave = [connection.on('conversationChanged', loadSoon), connection.onResync(loadSoon)];
    return () => {
      gone = true;
      window.clearTimeout(timer);
      window.clearInterval(ticking);
      for (const each of leave) each();
    };
  }, [connection]);

  return { board, problem };
}
