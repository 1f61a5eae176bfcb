import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Language, LanguageContext } from "#i18n/messages.tsx";
import { measuredLike } from "#trace/measurement/measured-for-tests.ts";
import { readGolden } from "#trace/read-golden.ts";
import { traceFromEvents } from "#trace/trace-file.ts";
import { buildTraceModel } from "#trace/trace-model.ts";
import { ExecutorSwitch } from "./executor-switch.tsx";
import { MeasuredPanel } from "./measured-panel.tsx";
import { RoutesPanel } from "./routes-panel.tsx";

const nothing = () => {};
const render = (node: ReactNode, language: Language = "en") =>
  renderToStaticMarkup(<LanguageContext value={language}>{node}</LanguageContext>);
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const measuredRun = (golden: string) => {
  const { events, scenario } = readGolden(golden);
  return measuredLike(events, scenario);
};

describe("the comparison", () => {
  const markup = render(<MeasuredPanel {...measuredRun("threads-unequal")} onClose={nothing} />);
  const rows = Array.from(markup.matchAll(/<tr>(.*?)<\/tr>/g), ([, row]) => textOf(row as string));

  it("is a table with a caption, a row for each task, and the total at its foot", () => {
    expect(markup).toContain("<caption");
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe("Task Predicted Measured Difference %");
    expect(rows[1]).toMatch(/^A \d\.\d\d s .* → .* \+\d+\.\d ms \+\d+\.\d %$/);
    expect(markup).toMatch(/<tfoot><tr><th scope="row">Total/);
  });

  it("says where the difference goes, how it was measured, and who finds the images", () => {
    const text = textOf(markup);
    expect(text).toMatch(/Request, from the worker to the server 4\.5 ms/);
    expect(text).toContain("4 workers, all made for this run.");
    expect(text).toMatch(/Cause before effect: \d+ of \d+ comparisons in order\./);
    expect(text).toContain("steps of 0.1 ms");
    expect(text).toContain("small tokenizer in the worker");
  });

  it("tells the heartbeat of each worker", () => {
    expect(textOf(markup)).toMatch(/longest silence: 0\.\d\d s in worker 1 0\.\d\d s in worker 2/);
    const free = render(<MeasuredPanel {...measuredRun("lesson-multi-await")} onClose={nothing} />, "zh");
    expect(textOf(free)).toContain("唯一的线程没有停顿");
  });

  it("compares nothing that has not ended", () => {
    const { events, scenario } = readGolden("sync-equal");
    const run = measuredLike(events, scenario);
    const known = Array.from({ length: 4 }, (_, step) => run.measured.trace.eventAt(step));
    const measured = buildTraceModel(traceFromEvents(known, scenario, 150), scenario);
    const text = textOf(render(<MeasuredPanel {...run} measured={measured} onClose={nothing} />));
    expect(text).toContain("what has not ended is not compared yet");
    expect(text).toMatch(/did not start – –/);
  });
});

describe("the routes", () => {
  it("are listed as they are given, each with a button of its own name", () => {
    const routes = [
      { path: "/bobo", title: "Bobo's album", images: 3 },
      { path: "/tom", title: "Tom's page", images: 1 },
    ];
    const markup = render(<RoutesPanel routes={routes} onTry={Promise.reject} onClose={nothing} />);
    expect(textOf(markup)).toMatch(/\/bobo Bobo&#x27;s album 3 images Request \/tom .* 1 image Request/);
    expect(markup).toContain('aria-label="Request /bobo"');
  });
});

describe("the executor switch", () => {
  it("is a group of two radio buttons, named in both languages", () => {
    const markup = render(<ExecutorSwitch executor="live" onChoose={nothing} />, "zh");
    expect(markup).toContain('role="radiogroup" aria-label="执行方式"');
    expect(markup.match(/type="radio"/g)).toHaveLength(2);
    expect(markup).toMatch(/value="live" checked|checked="" value="live"/);
    expect(textOf(render(<ExecutorSwitch executor="live" onChoose={nothing} />))).toBe("Simulated Live");
  });
});
