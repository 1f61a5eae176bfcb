/**
 * A short mark for each name, by position: the first letter in upper case, or the number in names like `www.4.com`
 * and `page-12`; `main` is M. Marks that would collide are numbered (B1, B2); where that does not do, everybody gets
 * their position.
 */
export function monogramsOf(names: readonly string[]): readonly string[] {
  const wished = names.map((name, index) => (index === 0 ? "M" : wish(name)));
  const wanted = new Map<string, number>();
  for (const mark of wished) wanted.set(mark, (wanted.get(mark) ?? 0) + 1);
  const given = new Map<string, number>();
  const marks = wished.map((mark, index) => {
    if (index === 0 || wanted.get(mark) === 1) return mark;
    const nth = (given.get(mark) ?? 0) + 1;
    given.set(mark, nth);
    return `${mark}${nth}`;
  });
  const clear = new Set(marks).size === marks.length && marks.every((mark) => mark.length <= 2);
  return clear ? marks : names.map((_, index) => (index === 0 ? "M" : String(index)));
}

function wish(name: string): string {
  const number = /(?<!\d)(\d{1,2})\D*$/.exec(name)?.[1];
  if (number !== undefined) return number;
  const first = Array.from(name)[0] ?? "?";
  return first.toLocaleUpperCase("en");
}
