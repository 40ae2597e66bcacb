import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that is the same for every drawing and does what the newest one says, so that what is given it is not drawn anew at each keystroke. */
export function useSteady<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const newest = useRef(run);
  useLayoutEffect(() => {
    newest.current = run;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}
