import { describe, expect, it } from "vitest";
import { type PageGlobals, requireServiceWorkers } from "./open-requirements.ts";

/** A page that lacks nothing, but for what is said. */
const page = (differences: object = {}) =>
  Object.defineProperties(
    {
      isSecureContext: true,
      origin: "http://192.168.0.9:5290",
      navigator: { serviceWorker: "the container", userAgent: "Netscape" },
      localStorage: { getItem: () => null },
      caches: { has: async () => false },
    },
    Object.getOwnPropertyDescriptors(differences),
  ) as unknown as PageGlobals;

const denied = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

describe("what Live asks of a page", () => {
  it("is there: the container comes back", async () => {
    expect(await requireServiceWorkers(page())).toBe("the container");
  });

  it.each([
    ["insecure_context", "http://192.168.0.9:5290", { isSecureContext: false, navigator: {} }],
    ["no_service_worker", "Netscape", { navigator: { userAgent: "Netscape" } }],
    [
      "storage_blocked",
      "SecurityError: The operation is insecure.",
      {
        get localStorage() {
          return denied();
        },
      },
    ],
    [
      "storage_blocked",
      "SecurityError: The operation is insecure.",
      { caches: { has: async () => denied() } },
    ],
  ])("is not: %s, in the words %s", async (reason, message, differences) => {
    await expect(requireServiceWorkers(page(differences))).rejects.toMatchObject({ reason, message });
  });
});
