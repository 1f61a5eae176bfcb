import type { Milliseconds } from "#base/units.ts";
import { describeValue } from "./describe-value.ts";
import { decodeText, type LinkParameter } from "./link-parameters.ts";
import { PAGE_MODES, type PageMode } from "./page-mode.ts";
import type { Problem } from "./problem.ts";

/** The modes that are compared: all of them, or two. */
export type ComparedModes = "all" | readonly [PageMode, PageMode];

/** What a link says besides the scenario. */
export interface LinkSettings {
  readonly lesson?: string;
  /** Which part of the lesson is open; absent = the lesson is closed. */
  readonly part?: number;
  readonly language?: "zh" | "en";
  readonly theme?: "light" | "dark" | "hc";
  /** What makes the trace. */
  readonly executor?: "simulated" | "live";
  /** Which modes stand side by side. Absent = the scenario's own stands alone. */
  readonly compare?: ComparedModes;
  readonly at?: Milliseconds;
  /** Which event of that moment, as an index into the trace. */
  readonly step?: number;
}

/** How a setting is written. `read` gives undefined for a text that is not allowed. */
interface SettingParameter {
  readonly parameter: LinkParameter;
  readonly field: keyof LinkSettings;
  readonly allowed: string;
  read(text: string): LinkSettings | undefined;
}

const SETTING_PARAMETERS: readonly SettingParameter[] = [
  {
    parameter: "lesson",
    field: "lesson",
    allowed: "a-z 0-9 -",
    read: (lesson) => (/^[a-z0-9-]{1,64}$/.test(lesson) ? { lesson } : undefined),
  },
  {
    parameter: "part",
    field: "part",
    allowed: "0, 1, 2, …",
    read: (text) => (/^\d{1,3}$/.test(text) ? { part: Number(text) } : undefined),
  },
  {
    parameter: "lang",
    field: "language",
    allowed: "zh | en",
    read: (language) => (language === "zh" || language === "en" ? { language } : undefined),
  },
  {
    parameter: "theme",
    field: "theme",
    allowed: "light | dark | hc",
    read: (theme) => (theme === "light" || theme === "dark" || theme === "hc" ? { theme } : undefined),
  },
  {
    parameter: "run",
    field: "executor",
    allowed: "simulated | live",
    read: (executor) => (executor === "simulated" || executor === "live" ? { executor } : undefined),
  },
  {
    parameter: "compare",
    field: "compare",
    allowed: "all | MODE,MODE",
    read: readCompare,
  },
  {
    parameter: "at",
    field: "at",
    allowed: "ms ≥ 0",
    read(text) {
      const at = Number(text);
      return /^\d/.test(text) && at <= Number.MAX_SAFE_INTEGER ? { at } : undefined;
    },
  },
  {
    parameter: "step",
    field: "step",
    allowed: "0, 1, 2, …",
    read: (text) => (/^\d{1,15}$/.test(text) ? { step: Number(text) } : undefined),
  },
];

function readCompare(text: string): LinkSettings | undefined {
  if (text === "all") return { compare: "all" };
  const modes = PAGE_MODES.filter((mode) => text.split(",").includes(mode));
  const [first, second] = modes;
  const isPair = text.split(",").length === 2 && first !== undefined && second !== undefined;
  return isPair ? { compare: [first, second] } : undefined;
}

export function writeSettings(settings: LinkSettings): string[] {
  return SETTING_PARAMETERS.flatMap(({ parameter, field }) => {
    const value = settings[field];
    return value === undefined ? [] : `${parameter}=${encodeURIComponent(String(value))}`;
  });
}

/** The settings that can be read; each of the others is a problem. */
export function readSettings(
  parameters: ReadonlyMap<LinkParameter, string>,
  problems: Problem[],
): LinkSettings {
  let settings: LinkSettings = {};
  for (const { parameter, allowed, read } of SETTING_PARAMETERS) {
    const value = parameters.get(parameter);
    if (value === undefined) continue;
    const setting = read(decodeText(value) ?? "");
    if (setting === undefined) {
      problems.push({ path: parameter, code: "broken_link", found: describeValue(value), allowed });
    } else settings = { ...settings, ...setting };
  }
  return settings;
}
