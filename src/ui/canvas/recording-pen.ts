import type { LayerRequest, Pen } from "#ui/canvas/pen.ts";

/** For tests: a pen that draws nothing and remembers every call and every colour set. */
export interface Recording {
  readonly ctx: Pen;
  /**
   * Calls and settings in order: `["fillRect", 0, 0, 10, 10]`, `["fillStyle", "red"]`. What a layer is painted with
   * stands where it is asked for.
   */
  readonly log: readonly (readonly unknown[])[];
  /** The texts drawn so far, in order. */
  texts(): readonly string[];
  countOf(method: string): number;
}

const WIDTH_OF_A_LETTER = 6;

/** `ratio`: device px for each CSS px. */
export function recordingContext(ratio = 1): Recording {
  const log: unknown[][] = [];
  const own: Partial<Pen> = {
    ratio,
    measureText: (text) => ({ width: text.length * WIDTH_OF_A_LETTER }),
    layer({ paint }: LayerRequest) {
      paint(ctx);
      return { id: 0 };
    },
    cells: (count) => new Uint8Array(count),
  };
  const ctx = new Proxy(own, {
    get: (_, name) => own[name as keyof Pen] ?? ((...args: unknown[]) => log.push([name, ...args])),
    set: (_, name, value) => log.push([name, value]) > 0,
  }) as Pen;
  return {
    ctx,
    log,
    texts: () => log.filter(([name]) => name === "fillText").map(([, text]) => text as string),
    countOf: (method) => log.filter(([name]) => name === method).length,
  };
}
