import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Obstacle } from "./live-view-types.ts";

/** More are only counted: the first ones say what kind of thing it is. */
const LISTED = 3;

/** Which parts of the scenario a browser cannot do for real, each by the name of its field. */
export function Refusal({ obstacles }: { readonly obstacles: readonly Obstacle[] }) {
  const words = useMessages(liveMessages);
  return (
    <>
      <strong>{words.refused}</strong>
      <ul>
        {obstacles.slice(0, LISTED).map(({ code, path, found, allowed = "" }) => (
          <li key={`${path} ${code}`}>{words.obstacles[code]({ path, found, allowed })}</li>
        ))}
        {obstacles.length > LISTED && <li>{words.moreObstacles(obstacles.length - LISTED)}</li>}
      </ul>
    </>
  );
}
