import { type RefObject, useLayoutEffect, useRef } from "react";

/** The value of the last render, for listeners that outlive it: a drag that has begun goes on while a run grows. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
