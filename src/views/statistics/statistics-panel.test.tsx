import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Language, LanguageContext } from "#i18n/messages.tsx";
import { createPlayer } from "#player/player.ts";
import { goldenModel } from "#trace/model/models-for-tests.ts";
import { StatisticsPanel } from "./statistics-panel.tsx";

const nothing = () => {};

/** The panel of a golden run, as text. */
function tell(name: string, language: Language = "en", measured = false): string {
  const model = goldenModel(name);
  const run = {
    model,
    player: createPlayer(),
    predicted: measured ? model : undefined,
    selected: undefined,
    onSelect: nothing,
    onHover: nothing,
  };
  const markup = renderToStaticMarkup(
    <LanguageContext value={language}>
      <StatisticsPanel run={run} onRepair={nothing} onUndo={nothing} onClose={nothing} />
    </LanguageContext>,
  );
  return markup
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replaceAll("&nbsp;", " ");
}

describe("the statistics", () => {
  it("tell what was wrong, with its numbers, and offer the repair", () => {
    const text = tell("lesson-multi-blocking");
    expect(text).toContain("The frozen loop kept others waiting for 4.00 s");
    expect(text).toContain("time.sleep() inside a coroutine keeps the thread. Up to 2 tasks could");
    expect(text).toContain("Repair: await it");
    expect(tell("lesson-crawler-requests")).toContain("requests.get() inside a coroutine");
  });

  it("say why there is no repair", () => {
    expect(tell("multi-step-parse")).toContain("No repair here: computing needs the thread.");
  });

  it("tell how much a repair widens a limit", () => {
    expect(tell("pool-map-5x3")).toContain("Repair: 5 workers");
    expect(tell("server-threads-1")).toContain("It works on 1 at a time; up to 2 requests queued.");
    expect(tell("limit-tasks-2-of-5", "zh")).toContain("修复：放宽到 5 个");
  });

  it("tell when there is nothing to be found", () => {
    expect(tell("lesson-multi-await")).toContain("No fault found.");
    expect(tell("lesson-multi-await", "zh")).toContain("没有发现问题。");
  });

  it("tell what the run cost, in all and for each task", () => {
    const text = tell("lesson-multi-await");
    expect(text).toMatch(/Total 2\.00\s+s/);
    expect(text).toMatch(/Thread time held 0\.00\s+s/);
    expect(text).toMatch(/Waiting 100\s+%/);
    expect(text).toMatch(/In flight at most 3 tasks/);
    expect(text.match(/– – 2\.00 –/g)).toHaveLength(3);
  });

  it("say of a measured run that it was measured", () => {
    expect(tell("sync-equal")).not.toContain("Measured in this browser");
    expect(tell("sync-equal", "en", true)).toContain("Measured in this browser");
  });
});
