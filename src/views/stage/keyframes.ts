import type { Box } from "./geometry.ts";

/** Where something on the stage stands, as a style. */
export const placeAt = ({ x, y }: Pick<Box, "x" | "y">): string => `translate(${x}rem, ${y}rem)`;

/** A way as the browser's animations want it; above whatever stands still. */
export const keyframesOf = (way: readonly Box[]): PropertyIndexedKeyframes => ({
  transform: way.map(placeAt),
  width: way.map(({ w }) => `${w}rem`),
  height: way.map(({ h }) => `${h}rem`),
  zIndex: ["1", "1"],
});
