/** For tests: a drawing context that draws nothing and remembers every call and every colour set. */
export interface Recording {
  readonly ctx: CanvasRenderingContext2D;
  /** Calls and settings in order: `["fillRect", 0, 0, 10, 10]`, `["fillStyle", "red"]`. */
  readonly log: readonly (readonly unknown[])[];
  /** The texts drawn so far, in order. */
  texts(): readonly string[];
  countOf(method: string): number;
}

const WIDTH_OF_A_LETTER = 6;

export function recordingContext(): Recording {
  const log: unknown[][] = [];
  const ctx = new Proxy({} as Record<string | symbol, unknown>, {
    get: (_, name) => {
      if (name === "measureText") return (text: string) => ({ width: text.length * WIDTH_OF_A_LETTER });
      return (...args: unknown[]) => log.push([name, ...args]);
    },
    set: (_, name, value) => log.push([name, value]) > 0,
  }) as unknown as CanvasRenderingContext2D;
  return {
    ctx,
    log,
    texts: () => log.filter(([name]) => name === "fillText").map(([, text]) => text as string),
    countOf: (method) => log.filter(([name]) => name === method).length,
  };
}
