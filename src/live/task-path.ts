import type { TaskSpec } from "#scenario/scenario.ts";
import { VIRTUAL_ORIGIN } from "./mocks/request-address.ts";

/** What a task asks the mock server for: the path of its label, whatever host that names, or its own name. */
export function pathOfTask({ url, name }: TaskSpec): string {
  if (url === undefined || !URL.canParse(url, VIRTUAL_ORIGIN)) return `/${name}`;
  const { pathname } = new URL(url, VIRTUAL_ORIGIN);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
