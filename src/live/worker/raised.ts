/** An exception of the scenario's program, with the text that a trace shows for it. */
export class Raised extends Error {
  override readonly name = "Raised";
  readonly kind: "program" | "cancelled" | "timeout";
  readonly text: string;

  constructor(kind: Raised["kind"], text: string) {
    super(text);
    this.kind = kind;
    this.text = text;
  }
}

/** What was thrown, if the scenario's program threw it; anything else is a mistake of ours and goes on its way. */
export function asRaised(caught: unknown): Raised {
  if (caught instanceof Raised) return caught;
  throw caught;
}
