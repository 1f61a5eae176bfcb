import { afterEach, expect, it, vi } from "vitest";
import { openServer } from "./open-server.ts";

const script = new URL("https://example.org/live-service-worker.js");

afterEach(() => {
  vi.unstubAllGlobals();
});

it("tells why it cannot be, instead of rejecting, and tries anew the next time", async () => {
  vi.stubGlobal("isSecureContext", false);
  vi.stubGlobal("origin", "http://192.168.0.9");
  expect(await openServer({ script })).toEqual({
    ok: false,
    reason: "insecure_context",
    detail: "http://192.168.0.9",
  });
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("localStorage", undefined);
  expect(await openServer({ script })).toMatchObject({ ok: false, reason: "storage_blocked" });
});

it("opens once for all who ask at the same time", () => {
  expect(openServer({ script })).toBe(openServer({ script }));
});
