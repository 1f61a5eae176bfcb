import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { UnavailableReason } from "./live-view-types.ts";

interface UnavailableProps {
  readonly reason: UnavailableReason;
  readonly detail: string;
}

/** Why this browser sends no real requests here, and what would help. */
export function Unavailable({ reason, detail }: UnavailableProps) {
  const words = useMessages(liveMessages);
  const { why, remedy } = words.reasons[reason];
  return (
    <>
      <strong>{words.unavailable}</strong> {why} {remedy}
      {detail !== "" && (
        <details>
          <summary>{words.details}</summary>
          <code lang="en">{detail}</code>
        </details>
      )}
    </>
  );
}
