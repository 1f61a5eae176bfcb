/** Any sorted sequence of numbers, ascending. */
export type SortedNumbers = ArrayLike<number>;

/** Index of the first element of `sorted` in [from, to) that is >= `key`; `to` when there is none. */
export function lowerBound(sorted: SortedNumbers, key: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((sorted[mid] as number) < key) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Index of the first element of `sorted` in [from, to) that is > `key`; `to` when there is none. */
export function upperBound(sorted: SortedNumbers, key: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if ((sorted[mid] as number) <= key) low = mid + 1;
    else high = mid;
  }
  return low;
}
