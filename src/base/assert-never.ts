/** Marks a branch that the type checker proves unreachable; throws if it is reached all the same. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`);
}
