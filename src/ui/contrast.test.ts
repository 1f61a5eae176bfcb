import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../app/tokens.css"), "utf8");

/** The tokens that a rule sets, over those that it inherits. */
function tokensOf(selector: string, inherited: ReadonlyMap<string, string> = new Map()) {
  const rule = css.split(`\n${selector} {`)[1]?.split("\n}")[0];
  if (rule === undefined) throw new Error(`tokens.css has no rule for ${selector}`);
  const own = [...rule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value] as const);
  return new Map([...inherited, ...(own as [string, string][])]);
}

const light = tokensOf('[data-theme="light"]');
const THEMES = {
  light: { tokens: light, text: 4.5, graphic: 3 },
  dark: { tokens: tokensOf('[data-theme="dark"]', light), text: 4.5, graphic: 3 },
  "high contrast": { tokens: tokensOf('[data-theme="hc"]', light), text: 9.2, graphic: 6.2 },
};
const STATES = ["created", "ready", "running", "suspended", "blocked", "done", "failed", "cancelled"];
const GROUNDS = ["panel", "sunken"];

/** Relative luminance, 0 to 1 (WCAG 2.2, from sRGB as IEC 61966-2-1 has it). */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** 1 (the same) to 21 (black on white). */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

it("knows what contrast is", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});

describe.each(Object.entries(THEMES))("in the %s theme", (_, { tokens, text, graphic }) => {
  const color = (name: string): string => {
    const value = tokens.get(name) ?? "";
    if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is no colour: ${value}`);
    return value;
  };
  /** The pairs below the least contrast, by name. */
  const failing = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([one, other]) => ({ pair: `${one} on ${other}`, ratio: contrast(color(one), color(other)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);
  const onGrounds = (name: string, grounds = GROUNDS) => grounds.map((ground) => [name, ground] as const);

  it("the name of every state can be read on panel, on sunken and on its own pale fill", () => {
    const pairs = STATES.flatMap((state) => onGrounds(`s-${state}-text`, [...GROUNDS, `s-${state}-fill`]));
    expect(failing(pairs, text)).toEqual([]);
  });

  it("a label on a solid plate of its state can be read", () => {
    expect(
      failing(
        STATES.map((state) => [`s-${state}-on`, `s-${state}`] as const),
        4.5,
      ),
    ).toEqual([]);
  });

  it("the shape of every state stands out from panel, sunken and its own pale fill", () => {
    const pairs = STATES.flatMap((state) => onGrounds(`s-${state}`, [...GROUNDS, `s-${state}-fill`]));
    expect(failing(pairs, graphic)).toEqual([]);
  });

  it("ink can be read on every surface, and paper on ink", () => {
    const pairs = ["ink", "ink-2", "ink-3"].flatMap((ink) => onGrounds(ink, ["bg", ...GROUNDS]));
    expect(failing([...pairs, ["on-ink", "ink"], ["on-ink-2", "ink"]], text)).toEqual([]);
  });

  it("borders of controls and the focus ring stand out from every surface", () => {
    const pairs = ["line-strong", "focus"].flatMap((line) => onGrounds(line, ["bg", ...GROUNDS]));
    expect(failing(pairs, graphic)).toEqual([]);
  });
});
