/** A piece of a line of Python, by what it is told apart: weight for keywords, tone for strings and comments. */
export interface Token {
  readonly kind: "keyword" | "string" | "comment" | "other";
  readonly text: string;
}

const KEYWORDS =
  "and|as|async|await|def|else|except|finally|for|from|global|if|import|in|lambda|not|pass|raise|return|try|while|with";
const PIECE = new RegExp(`(#.*$)|(f?"(?:\\\\.|[^"\\\\])*")|\\b(${KEYWORDS})\\b`, "g");

/** Cuts a line as it is generated (no triple quotes, strings in double ones); the tokens together are the line. */
export function tokenizePython(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(PIECE)) {
    if (match.index > end) tokens.push({ kind: "other", text: line.slice(end, match.index) });
    const kind = match[1] !== undefined ? "comment" : match[2] !== undefined ? "string" : "keyword";
    tokens.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ kind: "other", text: line.slice(end) });
  return tokens;
}
