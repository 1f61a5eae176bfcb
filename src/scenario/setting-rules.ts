import { needs, type Problem } from "./problem.ts";
import type { Settings, SoundScenario } from "./sound-scenario.ts";

interface SettingRule {
  /** The rule is applied when all of these are sound or absent. */
  readonly reads: readonly (keyof Settings)[];
  judge(settings: Settings): Problem | undefined;
}

/** What the settings say about each other. Settings of another mode are not judged: they have no effect. */
const SETTING_RULES: readonly SettingRule[] = [
  {
    reads: ["mode", "workers"],
    judge({ mode, workers }) {
      if (mode !== "pool" || workers !== undefined) return undefined;
      return { path: "workers", code: "missing", found: "", allowed: "" };
    },
  },
  {
    reads: ["mode", "dispatch", "collect"],
    judge({ mode, dispatch, collect = "all" }) {
      if (mode !== "pool" || collect === "all" || dispatch === "single") return undefined;
      return needs("collect", collect, 'dispatch: "single"');
    },
  },
  {
    reads: ["mode", "create", "wait"],
    judge({ mode, create, wait }) {
      const style = wait?.style ?? "gather";
      if (mode !== "async" || create !== "before_loop" || style === "wait" || style === "only")
        return undefined;
      return needs("create", create, 'wait.style: "wait" | "only"');
    },
  },
  {
    reads: ["mode", "create", "wait"],
    judge({ mode, create, wait }) {
      if (mode !== "async" || wait?.style !== "only" || create === "before_loop") return undefined;
      return needs("wait.style", "only", 'create: "before_loop"');
    },
  },
];

export function checkSettings({ settings, broken }: SoundScenario): Problem[] {
  return SETTING_RULES.filter((rule) => !rule.reads.some((field) => broken.has(field))).flatMap(
    (rule) => rule.judge(settings) ?? [],
  );
}
