import { type Rem, textWidth } from "./geometry.ts";

/** Fewer characters than this, the dots among them, do not tell one name from another. */
const FEWEST = 4;
/** `textWidth` reckons with wide letters; most names are narrower. */
const NARROWER = 0.98;

/**
 * As much of a name as there is room for: the whole, or its beginning and its end, for names that are numbered differ
 * at the end. Undefined where too little would be left of it.
 */
export function fitName(name: string, size: Rem, room: Rem): string | undefined {
  const fits = (text: string) => textWidth(text, size) * NARROWER <= room;
  if (fits(name)) return name;
  const characters = Array.from(name);
  for (let left = characters.length - 1; left >= FEWEST - 1; left--) {
    const tail = Math.min(2, left - 1);
    const [head, end] = [characters.slice(0, left - tail).join(""), characters.slice(-tail).join("")];
    // The dots may be as wide as a Chinese character.
    if (fits(`${head}一${end}`)) return `${head}…${end}`;
  }
  return undefined;
}
