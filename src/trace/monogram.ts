/**
 * A short mark for each name, by position: the first letter in upper case, or the number in names like `www.4.com`
 * and `page-112`; `main` is M. Letters that would collide are numbered (B1, B2); numbers that would get their letter
 * (P1, I1); where that does not do, everybody gets their position.
 */
export function monogramsOf(names: readonly string[]): readonly string[] {
  const marks =
    names.length > MOST_READ
      ? undefined
      : (marksOf(names, numberOrLetter) ?? marksOf(names, letterAndNumber));
  return marks ?? names.map((_, index) => (index === 0 ? "M" : String(index)));
}

/** Of more names each mark would be a long number anyhow, and reading them all would be waited for. */
const MOST_READ = 20_000;

/** More names than this with one letter cannot all have a mark of two characters (main's own M takes no number). */
const MOST_ALIKE = 10;
/** A longer number (a date, say) is no short mark; nor is a longer letter with a number. */
const MOST_DIGITS = 5;
const MOST_LETTERED = 3;

/** The marks, or undefined where they would not be short and clear. Of many names it reads only the first few. */
function marksOf(names: readonly string[], wish: (name: string) => string): readonly string[] | undefined {
  const wished: string[] = [];
  const wanted = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const mark = index === 0 ? "M" : wish(name);
    const count = (wanted.get(mark) ?? 0) + 1;
    // The second of two 1s as "12" would be another number than its name has.
    const most = /\d/.test(mark) ? 1 : MOST_ALIKE;
    if (count > most || mark.length > (/^\d/.test(mark) ? MOST_DIGITS : MOST_LETTERED)) return undefined;
    wished.push(mark);
    wanted.set(mark, count);
  }
  const given = new Map<string, number>();
  const marks = wished.map((mark, index) => {
    if (index === 0 || wanted.get(mark) === 1) return mark;
    const nth = (given.get(mark) ?? 0) + 1;
    given.set(mark, nth);
    return `${mark}${nth}`;
  });
  return new Set(marks).size === marks.length ? marks : undefined;
}

const numberIn = (name: string): string => /(\d+)\D*$/.exec(name)?.[1] ?? "";
const letterOf = (name: string): string => (Array.from(name)[0] ?? "?").toUpperCase();
const numberOrLetter = (name: string): string => numberIn(name) || letterOf(name);
const letterAndNumber = (name: string): string => `${letterOf(name)}${numberIn(name)}`;
