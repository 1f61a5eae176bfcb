/** Lengths on the stage are rem, so that it grows with the text; only the browser turns them into pixels. */
export type Rem = number;

export interface Box {
  readonly x: Rem;
  readonly y: Rem;
  readonly w: Rem;
  readonly h: Rem;
}

export interface Point {
  readonly x: Rem;
  readonly y: Rem;
}

export const rightOf = (box: Box): Rem => box.x + box.w;
export const bottomOf = (box: Box): Rem => box.y + box.h;
export const middleOf = (box: Box): Point => ({ x: box.x + box.w / 2, y: box.y + box.h / 2 });
export const clamp = (value: Rem, least: Rem, most: Rem): Rem => Math.max(least, Math.min(most, value));

/** Roughly how wide a name is at a type size: CJK is square, Latin in the bold interface font about 0.6 of that. */
export function textWidth(text: string, size: Rem): Rem {
  let units = 0;
  for (const character of text) units += character.charCodeAt(0) > 0x2e7f ? 1 : 0.6;
  return units * size;
}
