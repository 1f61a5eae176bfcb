import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { LIMITS } from "./limits.ts";
import { decodeLink } from "./link.ts";
import { parseScenario } from "./parse-scenario.ts";
import { machineSchema, settingsSchema, stepSchema, taskSchema } from "./schema.ts";

const manual = readFileSync(new URL("FORMAT.md", import.meta.url), "utf8");
const examples = [...manual.matchAll(/```json\n(.*?)```/gs)].map((match) => JSON.parse(match[1] ?? ""));

describe("the manual of the format", () => {
  test("shows examples that are valid", () => {
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) {
      if ("mode" in example) expect(parseScenario(example)).toEqual({ ok: true, value: example });
      else expect(v.is("kind" in example ? stepSchema : taskSchema, example)).toBe(true);
    }
  });

  test("shows a link that opens", async () => {
    const hash = /#scenario=.*/.exec(manual)?.[0] ?? "";
    expect(await decodeLink(hash)).toMatchObject({ state: { language: "en", at: 50 }, problems: [] });
  });

  test.each([settingsSchema, taskSchema, machineSchema])("explains every field", (schema) => {
    for (const field of Object.keys(schema.pipe[1].entries)) expect(manual).toContain(`\`${field}`);
  });

  test("states the limits", () => {
    const { tasks, stepsInTotal, ms, workers, places, inputCharacters, linkCharacters, nameCharacters } =
      LIMITS;
    const { cores, timeSliceMs, otherPrograms, switches } = LIMITS;
    for (const limit of [
      tasks,
      stepsInTotal,
      ms,
      workers,
      places,
      inputCharacters,
      linkCharacters,
      nameCharacters,
      cores,
      timeSliceMs,
      otherPrograms,
      switches,
    ]) {
      expect(manual).toContain(limit.toLocaleString("en"));
    }
  });
});
