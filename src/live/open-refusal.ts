import type { Milliseconds } from "#base/units.ts";
import type { Unavailability } from "./live-session.ts";

/** Thrown while the server is being opened: why it cannot be. The message is the detail, in the browser's words. */
export class Refusal extends Error {
  readonly reason: Unavailability;

  constructor(reason: Unavailability, detail: unknown) {
    super(detail instanceof Error ? `${detail.name}: ${detail.message}` : String(detail));
    this.reason = reason;
  }
}

/** Passes on what comes of it, if that is within `limit`; otherwise throws a Refusal with this reason. */
export async function within<T>(
  limit: Milliseconds,
  outcome: Promise<T>,
  reason: Unavailability,
  what: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal(reason, `${what}: nothing happened in ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([outcome, late]);
  } finally {
    clearTimeout(timer);
  }
}
