import { useEffect, useMemo } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { presenterMessages } from "#i18n/presenter.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import { keyMomentsOf } from "#trace/marks/key-moments.ts";
import type { TraceModel } from "#trace/model-types.ts";
import "./hold-here.css";

interface HoldHereProps {
  readonly model: TraceModel;
  readonly player: Player;
}

/** For as long as it is shown, playing is held at every key moment of the run; says at which, and how to go on. */
export function HoldHere({ model, player }: HoldHereProps) {
  const words = useMessages(presenterMessages);
  const moments = useMemo(() => keyMomentsOf(model), [model]);
  useEffect(() => {
    player.setHolds(moments.map(({ step }) => step));
    return () => player.setHolds([]);
  }, [player, moments]);
  const held = usePlayer(player, ({ status, step }) => (status === "held" ? step : undefined));
  const moment = moments.find(({ step }) => step === held);
  return (
    <p className="hold-here" role="status">
      {moment && (
        <>
          <b>
            {words.held} {words.moments[moment.kind]}
          </b>{" "}
          {words.goOn}
        </>
      )}
    </p>
  );
}
