import { type MutableRefObject, useRef } from 'react';

/** The value of the newest drawing, for callbacks that must not change with it. */
export function useLatest<Value>(value: Value): MutableRefObject<Value> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
