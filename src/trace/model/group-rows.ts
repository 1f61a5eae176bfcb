/** Rows sorted by group: the rows of group g are `rows[offsets[g] .. offsets[g + 1]]`, in their old order. */
export interface Groups {
  readonly offsets: Int32Array;
  readonly rows: Uint32Array;
}

/** Groups rows by their keys in [0, groupCount), by counting; rows with another key are left out. O(rows + groups). */
export function groupRows(keys: Int32Array, groupCount: number): Groups {
  const offsets = new Int32Array(groupCount + 1);
  for (const key of keys) {
    if (key >= 0 && key < groupCount) offsets[key + 1] = (offsets[key + 1] as number) + 1;
  }
  for (let group = 0; group < groupCount; group++) {
    offsets[group + 1] = (offsets[group + 1] as number) + (offsets[group] as number);
  }
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[groupCount] as number);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    if (key < 0 || key >= groupCount) continue;
    const place = next[key] as number;
    rows[place] = row;
    next[key] = place + 1;
  }
  return { offsets, rows };
}

/** The rows of one group, not copied. */
export function rowsOf({ offsets, rows }: Groups, group: number): Uint32Array {
  return rows.subarray(offsets[group] ?? 0, offsets[group + 1] ?? 0);
}

/** The values of a column in the given rows. */
export function pick(column: Int32Array, rows: Int32Array | Uint32Array): Int32Array {
  const picked = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) picked[place] = column[rows[place] as number] as number;
  return picked;
}
