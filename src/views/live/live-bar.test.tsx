import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { traceTime } from "#base/units.ts";
import { type Language, LanguageContext } from "#i18n/messages.tsx";
import type { LiveRun } from "#state/live-state.ts";
import { measuredLike } from "#trace/measurement/measured-for-tests.ts";
import type { Measurement } from "#trace/measurement/measurement.ts";
import { readGolden } from "#trace/read-golden.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { LiveBar } from "./live-bar.tsx";
import type { ShownLive } from "./live-view-types.ts";

const measuredRun = (golden: string) => {
  const { events, scenario } = readGolden(golden);
  return measuredLike(events, scenario);
};
const shownRun = (golden: string, changes: Partial<Measurement> = {}): LiveRun => {
  const { measured, measurement } = measuredRun(golden);
  return { model: measured, measurement: { ...measurement, ...changes }, elapsed: measured.total };
};
const nothing = () => {};

function render(live: ShownLive, language: Language = "en", golden = "threads-unequal"): string {
  return renderToStaticMarkup(
    <LanguageContext value={language}>
      <LiveBar
        live={live}
        predicted={measuredRun(golden).predicted}
        comparing={false}
        onRun={nothing}
        onCancel={nothing}
        onUseSimulated={nothing}
        onUseSleep={nothing}
        onCompare={nothing}
        onRoutes={nothing}
      />
    </LanguageContext>,
  );
}
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const buttonsOf = (markup: string) =>
  Array.from(markup.matchAll(/<button[^>]*>([^<]*)</g), ([, label]) => label);

describe("the bar of Live", () => {
  it("offers a run with its prediction, and says that URLs are only labels", () => {
    const markup = render({ status: "ready", transport: "network" });
    expect(textOf(markup)).toMatch(/really do this\. Below: the prediction, 0\.\d\d s\. URLs are labels/);
    expect(buttonsOf(markup)).toEqual(["Routes", "Run live (R)"]);
  });

  it("says so wherever there is no network, and offers no routes then", () => {
    const run = shownRun("threads-unequal", { transport: "sleep", requests: [] });
    const shown: readonly ShownLive[] = [
      { status: "ready", transport: "sleep" },
      { status: "running", run },
      { status: "ended", run },
    ];
    for (const live of shown) expect(textOf(render(live))).toContain("really blocked, no requests");
    expect(buttonsOf(render(shown[0] as ShownLive))).toEqual(["Run live (R)"]);
  });

  it("offers threads without network only where they work", () => {
    const unavailable = { status: "unavailable", reason: "bypassed", detail: "" } as const;
    expect(buttonsOf(render({ ...unavailable, sleepWorks: true }))).toEqual([
      "Threads without network",
      "Use Simulated",
    ]);
    expect(buttonsOf(render({ ...unavailable, sleepWorks: false }))).toEqual(["Use Simulated"]);
  });

  it("names every field that a browser cannot do, the first three one by one", () => {
    const obstacles = [1, 2, 3, 4, 5].map((task) => ({
      code: "delay_too_short" as const,
      path: `tasks[${task}].steps[0].ms`,
      found: "20",
      allowed: "100",
    }));
    const text = textOf(render({ status: "refused", obstacles }));
    expect(text).toContain("tasks[3].steps[0].ms: 20 ms is too short to measure; at least 100 ms.");
    expect(text).toContain("and 2 more");
    expect(text).not.toContain("tasks[4]");
  });

  it("reads out that a run goes on, and not its ticking figures", () => {
    const { events, scenario } = readGolden("threads-unequal");
    const { measured, measurement } = measuredLike(events, scenario);
    const known = Array.from({ length: 9 }, (_, step) => measured.trace.eventAt(step));
    const model = buildTraceModel(traceFromEvents(known, scenario, 150), scenario);
    const markup = render({ status: "running", run: { model, measurement, elapsed: 150 } });
    const status = /role="status"[^>]*>(.*?)<\/div>/.exec(markup)?.[1] ?? "";
    expect(textOf(status)).toBe("Your browser is doing it now.");
    expect(textOf(markup)).toContain("0.15 s 0 of 4 tasks ended 4 workers");
    expect(buttonsOf(markup)).toEqual(["Cancel (Esc)"]);
  });

  it("lays the total over the prediction, and counts the moments that are in order", () => {
    const text = textOf(
      render({ status: "ended", run: shownRun("lesson-multi-await") }, "zh", "lesson-multi-await"),
    );
    expect(text).toMatch(/实测 2\.0\d 秒 · 预测 2\.00 秒 · \+0\.0\d 秒（\+\d\.\d %）/);
    const requests = shownRun("threads-unequal").measurement.requests.length;
    const ended = textOf(render({ status: "ended", run: shownRun("threads-unequal") }));
    expect(requests).toBeGreaterThan(0);
    expect(ended).toContain(`${4 * requests} of ${4 * requests} moments in order.`);
  });

  it("tells for how long the loop stood still, and nothing of the kind where it was free", () => {
    const blocked = render({ status: "ended", run: shownRun("lesson-multi-blocking") });
    expect(textOf(blocked)).toMatch(/The loop stood still for 6\.0\d s\./);
    expect(textOf(render({ status: "ended", run: shownRun("lesson-multi-await") }))).not.toContain(
      "stood still",
    );
  });

  it("shows a violated order before everything else, as an alert", () => {
    const run = shownRun("threads-unequal");
    const [first, ...others] = run.measurement.requests;
    if (first?.left === undefined) throw new Error("no request");
    const wrong = { ...first, received: traceTime(first.left - 3.2) };
    const measurement = { ...run.measurement, requests: [wrong, ...others] };
    const markup = render({ status: "ended", run: { ...run, measurement } });
    expect(markup).toMatch(/aria-label="Live run"><p role="alert"/);
    expect(textOf(markup)).toContain("“received” 3.2 ms before “left the server”");
    expect(textOf(markup)).not.toContain("moments in order");
  });

  it("says why a run was cancelled", () => {
    const run = shownRun("lesson-multi-await");
    expect(textOf(render({ status: "cancelled", why: "hidden", run }))).toContain("background tab");
    expect(textOf(render({ status: "cancelled", why: "visitor", run }))).not.toContain("background");
  });
});
