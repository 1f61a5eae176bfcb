import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LanguageContext } from "#i18n/messages.tsx";
import { goldenModel } from "../golden-model.ts";
import { asGiven, type LaneOrder, orderOf } from "../lane-order.ts";
import { EVERY_LANE, type LaneArrangement } from "../lanes/lane-choice.ts";
import { measuredRun, ticksIn } from "../measured-run.ts";
import { type Run, runOf } from "../use-run.ts";
import { TableTwin } from "./table-twin.tsx";

type Options = Parameters<typeof measuredRun>[1];

/** What stands in the document: captions, and rows as lists of their cells. */
function tablesOf(
  run: Run,
  { language = "en" as "en" | "zh", order = asGiven(run.model.taskCount - 1), ...request } = {} as Request,
) {
  const arrangement = { ...EVERY_LANE, ...request };
  const html = renderToStaticMarkup(
    <LanguageContext value={language}>
      <TableTwin
        {...{ run, order, arrangement, selected: 2, hovered: 3, visible: true }}
        onVisit={() => {}}
        onHover={() => {}}
      />
    </LanguageContext>,
  );
  const texts = (pattern: RegExp, of = html) =>
    Array.from(of.matchAll(pattern), ([, text]) => (text as string).replaceAll(/<[^>]*>/g, ""));
  return {
    html,
    captions: texts(/<caption>(.*?)<\/caption>/g),
    rows: Array.from(html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g), ([, row]) =>
      texts(/<t[hd][^>]*>(.*?)<\/t[hd]>/g, row as string),
    ),
  };
}

interface Request extends Partial<LaneArrangement> {
  readonly language?: "en" | "zh";
  readonly order?: LaneOrder;
}

/** The tables of a measured run. */
function tables(name: string, options: Options, language: "en" | "zh" = "en") {
  const { model, live } = measuredRun(name, options);
  return tablesOf(runOf(model, model.trace.names, live), { language });
}

/** The tables of what CPython did. */
function goldenTables(name: string, request?: Request) {
  const model = goldenModel(name);
  return tablesOf(runOf(model, model.trace.names, undefined), request);
}

describe("the text twin", () => {
  it("says in its caption what it shows, and in which order", () => {
    const order = orderOf(Uint32Array.of(3, 1), 4);
    const caption = (request: Request) => goldenTables("lesson-crawler", request).captions[0];
    expect(caption({})).toBe("Every state of every task · total 2.00 s");
    expect(caption({ order, sort: "duration", direction: "descending" })).toBe(
      "Every state of 2 of 3 tasks · total 2.00 s · sorted by duration, reversed",
    );
    expect(caption({ order, language: "zh", sort: "state" })).toBe(
      "3 个任务中 2 个的每个状态 · 总耗时 2.00 秒 · 按状态排列",
    );
    expect(caption({ direction: "descending" })).toMatch(/2\.00 s · in reversed order$/);
  });

  it("lists who held each thread, from when to when", () => {
    const { captions, rows } = goldenTables("pool-map-5x3");
    expect(captions[1]).toBe("Who held each thread");
    const blocked = rows.filter((row) => row.length === 6 && row[2] === "blocked");
    expect(blocked).toEqual([
      ["Worker 1", "A", "blocked", "0.00", "0.20", "0.20"],
      ["Worker 1", "D", "blocked", "0.20", "0.40", "0.20"],
      ["Worker 2", "B", "blocked", "0.00", "0.20", "0.20"],
      ["Worker 2", "E", "blocked", "0.20", "0.40", "0.20"],
      ["Worker 3", "C", "blocked", "0.00", "0.20", "0.20"],
    ]);
  });

  it("marks the rows of the selected task and of the one under the pointer, in all tables", () => {
    const { html } = goldenTables("pool-map-5x3");
    const marked = (mark: string) =>
      new Set(Array.from(html.matchAll(new RegExp(`<tr[^>]*${mark}[^>]*>.*?</tr>`, "g")), ([row]) => row));
    expect(marked("data-selected").size).toBeGreaterThan(4);
    for (const row of marked("data-selected")) expect(row).toMatch(/>B</);
    for (const row of marked("data-hovered")) expect(row).toMatch(/>C</);
  });
});

describe("the text twin of a measured run", () => {
  it("says of what is open neither when it ends nor how long it lasts", () => {
    const { rows } = tables("lesson-crawler", { now: 900 });
    const open = rows.filter((row) => row.at(-2) === "–");
    expect(open.map(([task, , state, , , , seconds]) => [task, state, seconds])).toEqual(
      ["A", "B", "C", "main"].map((task) => [task, "suspended", "–"]),
    );
    expect(rows.flat().join()).not.toMatch(/NaN|undefined/);
  });

  it("lists where the heart stood still, the longest first in words", () => {
    const ticks = { 0: [...ticksIn(6, 96), 257.4, ...ticksIn(267, 300), 457, 462] };
    const { captions, rows } = tables("async-blocking-three", { ticks });
    expect(captions[2]).toBe("Heartbeat every 10 ms · longest gap 0.16 s, 0.10 → 0.26 s");
    expect(rows.slice(-2)).toEqual([
      ["MainThread", "0.10", "0.26", "0.16"],
      ["MainThread", "0.30", "0.46", "0.16"],
    ]);
    expect(tables("async-blocking-three", { ticks }, "zh").captions[2]).toBe(
      "心跳（每 10 毫秒）· 最长停了 0.16 秒：0.10 → 0.26",
    );
  });

  it("says so when it never did, and nothing when there is no heartbeat to speak of", () => {
    const steady = tables("lesson-crawler", { ticks: { 0: ticksIn(5, 2050) } });
    expect(steady.html).toContain("Heartbeat every 10 ms · no gap of 50 ms or more");
    expect(tables("lesson-crawler", {}).html).not.toContain("Heartbeat");
  });
});
