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

/** As `upperBound`, for a `key` that is expected soon after `from`: O(log distance). */
export function upperBoundNear(sorted: SortedNumbers, key: number, from: number): number {
  let low = from;
  let stride = 1;
  while (low + stride <= sorted.length && (sorted[low + stride - 1] as number) <= key) {
    low += stride;
    stride *= 2;
  }
  return upperBound(sorted, key, low, Math.min(sorted.length, low + stride - 1));
}
