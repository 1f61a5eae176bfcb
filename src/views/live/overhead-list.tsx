import { useMemo } from "react";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Measurement } from "#trace/measurement/measurement.ts";
import { measureOverhead } from "#trace/measurement/overhead.ts";
import { milliseconds } from "./readout.ts";

const LEGS = ["message", "handler", "answer", "startup"] as const;

/** What a real run costs beside its waiting, leg by leg. */
export function OverheadList({ measurement }: { readonly measurement: Measurement }) {
  const words = useMessages(liveMessages);
  const overhead = useMemo(() => measureOverhead(measurement), [measurement]);
  const rows = LEGS.flatMap((leg) => {
    const spread = overhead[leg];
    if (spread === undefined) return [];
    const { median, longest, count } = spread;
    return [
      <div key={leg}>
        <dt>{words.legs[leg]}</dt>
        <dd>{words.spread(milliseconds(median), milliseconds(longest), count)}</dd>
      </div>,
    ];
  });
  return (
    <>
      <dl className="live-facts">{rows}</dl>
      {measurement.requests.length === 0 && <p>{words.noLegs}</p>}
      {overhead.startup !== undefined && <p>{words.startupIsBefore}</p>}
      <p>{words.otherCosts}</p>
    </>
  );
}
