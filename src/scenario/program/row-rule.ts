/**
 * Many regular rows as one rule: `("p1", "http://…/p1"), ("p2", …` is `(f"p{n}", f"http://…/p{n}") for n in range(…)`.
 * A column must be one text with the row's number in it, or whole milliseconds in equal steps, written as seconds.
 */
export interface RowRule {
  readonly row: string;
  readonly loop: string;
}

export function ruleOf(rows: readonly (readonly string[])[]): RowRule | undefined {
  const first = firstNumber(rows[0]?.[0]);
  if (first === undefined) return undefined;
  const columns: string[] = [];
  for (const k of (rows[0] as readonly string[]).keys()) {
    const values = rows.map((row) => row[k] as string);
    const column = textRule(values, first) ?? numberRule(values, first);
    if (column === undefined) return undefined;
    columns.push(column);
  }
  const row = columns.length === 1 ? (columns[0] as string) : `(${columns.join(", ")})`;
  return { row, loop: `for n in range(${first}, ${first + rows.length})` };
}

/** `"p12"` → `"p`, 12, `"`; a number with leading zeros is text. */
const NUMBERED = /^("(?:.*\D)?)(0|[1-9]\d{0,8})(\D*")$/;

function firstNumber(value: string | undefined): number | undefined {
  const number = value === undefined ? undefined : NUMBERED.exec(value)?.[2];
  return number === undefined ? undefined : Number(number);
}

function textRule(values: readonly string[], first: number): string | undefined {
  const [, before, , after] = NUMBERED.exec(values[0] as string) ?? [];
  if (before === undefined || after === undefined || /[{}\\]/.test(before + after)) return undefined;
  const regular = values.every((value, k) => value === `${before}${first + k}${after}`);
  return regular ? `f${before}{n}${after}` : undefined;
}

function numberRule(values: readonly string[], first: number): string | undefined {
  const ms = values.map((value) => Math.round(Number(value) * 1000));
  const start = ms[0] as number;
  const step = (ms[1] ?? start) - start;
  if (!ms.every((value, k) => value === start + k * step)) return undefined;
  const zero = start - first * step;
  const sign = step < 0 ? "-" : "+";
  return `(${zero} ${sign} ${Math.abs(step)} * n) / 1000`;
}
