/**
 * A short mark for each name, by position: the first letter in upper case, or the number in names like `www.4.com`
 * and `page-12`; `main` is M. Marks that would collide are numbered (B1, B2); where that does not do, everybody gets
 * their position.
 */
export function monogramsOf(names: readonly string[]): readonly string[] {
  return marksOf(names) ?? names.map((_, index) => (index === 0 ? "M" : String(index)));
}

/** More names than this with one wish cannot all have a mark of two characters (main's own M takes no number). */
const MOST_ALIKE = 10;

/** The marks, or undefined where numbering does not make them short and clear. Of many names it reads only the first few. */
function marksOf(names: readonly string[]): readonly string[] | undefined {
  const wished: string[] = [];
  const wanted = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const mark = index === 0 ? "M" : wish(name);
    const count = (wanted.get(mark) ?? 0) + 1;
    if (count > MOST_ALIKE) return undefined;
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
  const isClear = new Set(marks).size === marks.length && marks.every((mark) => mark.length <= 2);
  return isClear ? marks : undefined;
}

function wish(name: string): string {
  const number = /(?<!\d)(\d{1,2})\D*$/.exec(name)?.[1];
  if (number !== undefined) return number;
  const first = Array.from(name)[0] ?? "?";
  return first.toLocaleUpperCase("en");
}
