/** A piece of a lesson's text. `marked` = words that the glossary explains. */
export type TextPiece =
  | { readonly kind: "words" | "code"; readonly text: string }
  | { readonly kind: "term"; readonly text: string; readonly term: string };

const MARKS = /`([^`]+)`|\[([^\]]+)\]\(([a-z-]+)\)/g;

/** A lesson's text with its facts filled in, as pieces. Facts may stand inside code and terms, too. */
export function readText(text: string, fill: (fact: string) => string): readonly TextPiece[] {
  const filled = text.replace(/\{([^{}]+)\}/g, (_, fact: string) => fill(fact));
  const pieces: TextPiece[] = [];
  let read = 0;
  const words = (until: number) => {
    if (until > read) pieces.push({ kind: "words", text: filled.slice(read, until) });
  };
  for (const match of filled.matchAll(MARKS)) {
    const [whole, code, text = "", term = ""] = match;
    words(match.index);
    pieces.push(code === undefined ? { kind: "term", text, term } : { kind: "code", text: code });
    read = match.index + whole.length;
  }
  words(filled.length);
  return pieces;
}

/** The same as one string, for those who listen. */
export const plainText = (pieces: readonly TextPiece[]): string => pieces.map(({ text }) => text).join("");

/** The facts that a text asks for. */
export const factsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string);
