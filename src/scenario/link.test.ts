import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { decodeLink, encodeLink, type LinkState } from "./link.ts";
import type { Scenario, Step } from "./scenario.ts";

const crawler: Scenario = {
  mode: "sync",
  tasks: [{ name: "波波 a+b", url: "/x?a=1&b=2#f", steps: [{ kind: "print", text: '100% "q" 😀' }] }],
};
const json = JSON.stringify(crawler);

const long: Scenario = {
  mode: "async",
  tasks: Array.from({ length: 1_000 }, (_, i) => ({ name: `T${i}`, steps: [{ kind: "sleep", ms: i }] })),
};

/** Well-formed text, of any characters but NUL. */
const text = (maxLength: number, minLength = 0) =>
  fc
    .string({ unit: "binary", minLength, maxLength })
    .filter((value) => value.length <= maxLength && !value.includes("\0"));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("sleep" as const), ms: fc.nat(LIMITS.ms) }),
  fc.record({ kind: fc.constant("print" as const), text: text(200) }),
  fc.record(
    {
      kind: fc.constant("io" as const),
      ms: fc.nat(LIMITS.ms),
      answer: fc.oneof(fc.constant("network_error" as const), fc.integer({ min: 100, max: 599 })),
      raise_for_status: fc.boolean(),
    },
    { requiredKeys: ["kind"] },
  ),
);

const scenario: fc.Arbitrary<Scenario> = fc.record(
  {
    mode: fc.constantFrom("sync" as const, "threads" as const, "async" as const, "processes" as const),
    machine: fc.record(
      {
        cores: fc.integer({ min: 1, max: LIMITS.cores }),
        time_slice_ms: fc.integer({ min: 1, max: LIMITS.timeSliceMs }),
        interpreter_lock: fc.boolean(),
        thread_start_ms: fc.nat(LIMITS.ms),
        process_start_ms: fc.nat(LIMITS.ms),
        switch_ms: fc.nat(LIMITS.ms),
        other_programs: fc.array(fc.record({ name: text(LIMITS.nameCharacters, 1) }), {
          maxLength: LIMITS.otherPrograms,
        }),
      },
      { requiredKeys: [] },
    ),
    title: text(100),
    tasks: fc.uniqueArray(
      fc.record(
        {
          name: text(20, 1).filter((name) => name !== "main"),
          url: text(50),
          steps: fc.array(step, { maxLength: 8 }),
        },
        { requiredKeys: ["name", "steps"] },
      ),
      { minLength: 1, maxLength: 12, selector: ({ name }) => name },
    ),
    limit: fc.record({ tasks: fc.integer({ min: 1, max: LIMITS.places }) }, { requiredKeys: [] }),
  },
  { requiredKeys: ["mode", "tasks"] },
);

const linkState: fc.Arbitrary<LinkState> = fc.record(
  {
    scenario,
    lesson: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
    language: fc.constantFrom("zh" as const, "en" as const),
    theme: fc.constantFrom("light" as const, "dark" as const, "hc" as const),
    executor: fc.constantFrom("simulated" as const, "live" as const),
    compare: fc.constantFrom("all" as const, ["pool", "async"] as const),
    at: fc.oneof(
      fc.nat(LIMITS.ms),
      fc.double({ min: 0, max: 1e9, noNaN: true }).map((ms) => ms + 0),
    ),
    step: fc.nat(),
  },
  { requiredKeys: ["scenario"] },
);

describe("a link", () => {
  test("carries the whole state: what is encoded is what is decoded", async () => {
    await fc.assert(
      fc.asyncProperty(linkState, async (state) => {
        expect(await decodeLink(await encodeLink(state))).toEqual({ state, problems: [] });
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test("stays readable when the scenario is short, and is compressed when it is long", async () => {
    expect(await encodeLink({ scenario: crawler, at: 2.5, language: "zh" })).toBe(
      `#v=1&scenario=${encodeURIComponent(json)}&lang=zh&at=2.5`,
    );
    const hash = await encodeLink({ scenario: long });
    expect(hash).toMatch(/^#v=1&z=[\w-]+$/);
    expect(hash.length).toBeLessThan(JSON.stringify(long).length / 4);
    expect((await decodeLink(hash)).state.scenario).toEqual(long);
  });

  test("says nothing when it is empty", async () => {
    expect(await decodeLink("")).toEqual({ state: {}, problems: [] });
    expect(await decodeLink("#")).toEqual({ state: {}, problems: [] });
  });
});

describe("a link written by hand", () => {
  test.each([
    ["encodeURIComponent", `#scenario=${encodeURIComponent(json)}`],
    ["a version", `#v=1&scenario=${encodeURIComponent(json)}`],
    ["a form, with + for a space", `#${new URLSearchParams({ scenario: json })}`],
    ["encodeURI", `#scenario=${encodeURI(json)}`],
    ["no encoding", `#scenario=${json}`],
    [
      "an address bar, which encodes quotes and spaces",
      `#scenario=${json.replace(/"/g, "%22").replace(/ /g, "%20")}`,
    ],
  ])("with %s", async (_, hash) => {
    expect(await decodeLink(hash)).toEqual({ state: { scenario: crawler }, problems: [] });
    expect((await decodeLink(`${hash}&lang=en`)).state).toEqual({ scenario: crawler, language: "en" });
  });
});

describe("a damaged link", () => {
  test.each([
    ["a % that begins no character", "#scenario=%7B%zz&lang=zh", "scenario broken_link"],
    ["half of a scenario", `#scenario=${encodeURIComponent(json.slice(0, 40))}&lang=zh`, " not_json"],
    ["something after the scenario", `#scenario=${encodeURIComponent(json)}x&lang=zh`, " not_json"],
    ["characters outside base64url", "#z=a!b&lang=zh", "z broken_link"],
    ["what is no compressed text", "#z=abcd&lang=zh", "z broken_link"],
    ["another version", "#v=2&z=abcd&lang=zh", "v broken_link"],
    ["a bad moment", "#at=-1&lang=zh", "at broken_link"],
    ["an infinite moment", "#at=1e999&lang=zh", "at broken_link"],
    ["a bad step", "#step=1.5&lang=zh", "step broken_link"],
    ["an unknown executor", "#run=magic&lang=zh", "run broken_link"],
    ["one mode to compare", "#compare=pool&lang=zh", "compare broken_link"],
    ["a mode that there is not", "#compare=pool,fibers&lang=zh", "compare broken_link"],
    ["an unknown theme", "#theme=pink&lang=zh", "theme broken_link"],
    ["a bad lesson", "#lesson=%2E%2E/x&lang=zh", "lesson broken_link"],
    ["a parameter given twice", "#lang=zh&lang=en", "lang broken_link"],
    ["an unknown parameter", "#foo=1&lang=zh", "foo unknown_field"],
    [
      "a scenario with mistakes",
      '#scenario={"mode":"sync","tasks":[{"name":"A","steps":{}}]}&lang=zh',
      "tasks[0].steps wrong_type",
    ],
  ])("with %s is reported, and what is whole is kept", async (_, hash, mistake) => {
    const { state, problems } = await decodeLink(hash);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([mistake]);
    expect(state).toEqual({ language: "zh" });
  });

  test("that was cut off anywhere says so", async () => {
    const hash = await encodeLink({ scenario: long });
    for (const length of [10, 100, 1_000, hash.length - 40]) {
      const { state, problems } = await decodeLink(hash.slice(0, length));
      expect(problems).not.toEqual([]);
      expect(state).toEqual({});
    }
  });

  test("never breaks the reader, whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "z=", "scenario=", "at="),
        async (junk, name) => {
          expect((await decodeLink(`#${name}${junk}`)).state).not.toHaveProperty("scenario");
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test("that unpacks to more than the limit is given up", async () => {
    const bomb = { ...crawler, title: "0".repeat(LIMITS.unpackedLinkBytes) };
    const hash = await encodeLink({ scenario: bomb });
    expect(hash.length).toBeLessThan(50_000);
    expect((await decodeLink(hash)).problems).toMatchObject([{ path: "z", code: "too_long" }]);
  });

  test("that is itself too long is not read", async () => {
    const { problems } = await decodeLink("&".repeat(LIMITS.linkCharacters + 1));
    expect(problems).toMatchObject([{ code: "too_long", allowed: "2000000" }]);
  });
});
