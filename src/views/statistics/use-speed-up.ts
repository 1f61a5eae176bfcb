import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { type SpeedUp, speedUpOf } from "#state/speed-up.ts";
import { syncRunOf } from "#state/sync-run.ts";
import type { TraceModel } from "#trace/model-types.ts";

/** A run against sync. Only when `wanted`, sync is simulated, if that was not done before. */
export function useSpeedUp(model: TraceModel, measured: boolean, wanted: boolean): SpeedUp {
  const { scenario } = model;
  const run = useMemo(() => syncRunOf(scenario), [scenario]);
  const isSync = scenario.mode === "sync" && !measured;
  useEffect(() => (wanted && !isSync ? run.ask() : undefined), [run, wanted, isSync]);
  const result = useStore(run.store);
  return useMemo(() => speedUpOf(model, result, measured), [model, result, measured]);
}
