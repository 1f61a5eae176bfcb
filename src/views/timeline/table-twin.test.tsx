import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LanguageContext } from "#i18n/messages.tsx";
import { measuredRun, ticksIn } from "./measured-run.ts";
import { TableTwin } from "./table-twin.tsx";
import { runOf } from "./use-run.ts";

type Options = Parameters<typeof measuredRun>[1];

/** The tables of a measured run: captions, and rows as lists of their cells. */
function tables(name: string, options: Options, language: "en" | "zh" = "en") {
  const { model, live } = measuredRun(name, options);
  const html = renderToStaticMarkup(
    <LanguageContext value={language}>
      <TableTwin run={runOf(model, model.trace.names, live)} visible />
    </LanguageContext>,
  );
  const texts = (pattern: RegExp, of = html) =>
    Array.from(of.matchAll(pattern), ([, text]) => text as string);
  return {
    html,
    captions: texts(/<caption>(.*?)<\/caption>/g),
    rows: texts(/<tr[^>]*>(.*?)<\/tr>/g).map((row) => texts(/<t[hd][^>]*>(.*?)<\/t[hd]>/g, row)),
  };
}

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
    expect(captions[1]).toBe("Heartbeat every 10 ms · longest gap 0.16 s, 0.10 → 0.26 s");
    expect(rows.slice(-2)).toEqual([
      ["MainThread", "0.10", "0.26", "0.16"],
      ["MainThread", "0.30", "0.46", "0.16"],
    ]);
    expect(tables("async-blocking-three", { ticks }, "zh").captions[1]).toBe(
      "心跳（每 10 毫秒）· 最长停了 0.16 秒：0.10 → 0.26",
    );
  });

  it("says so when it never did, and nothing when there is no heartbeat to speak of", () => {
    const steady = tables("lesson-crawler", { ticks: { 0: ticksIn(5, 2050) } });
    expect(steady.html).toContain("Heartbeat every 10 ms · no gap of 50 ms or more");
    expect(tables("lesson-crawler", {}).html).not.toContain("Heartbeat");
  });
});
