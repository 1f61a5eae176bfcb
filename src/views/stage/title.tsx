import { lazy, Suspense } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { StepIndex } from "#trace/trace.ts";
import { Glyph } from "./glyph.tsx";
import type { StageLayout } from "./layout-stage.ts";
import { SlowMotionButton } from "./slow-motion-button.tsx";
import type { StageMoment } from "./stage-moment.ts";
import "./title.css";

/** Loaded when the run is slowed down for the first time. */
const TurnStrip = lazy(async () => ({ default: (await import("./turn-strip.tsx")).TurnStrip }));

interface TitleProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly step: StepIndex;
  readonly moment: StageMoment;
  readonly layout: StageLayout;
}

/**
 * The container's name on its border, and what has become of its heartbeat when that is not to be seen. In slow motion
 * the loop's turn stands there, at the start of the bead's track.
 */
export function Title({ model, player, step, moment, layout }: TitleProps) {
  const words = useMessages(stageWords);
  const isSlow = usePlayer(player, ({ slowMotion }) => slowMotion);
  const { container, hasBorder, isNarrow } = layout.zones;
  const isFrozen = moment.loop === "blocked" || undefined;
  const isLoop = moment.mode === "async";
  const status = isSlow && !isLoop ? words.noLoop : statusOf(moment, words);
  return (
    <>
      {hasBorder && (
        <div
          className="stage-title"
          data-frozen={isFrozen}
          style={{ left: `${container.x + 1.125}rem`, top: `${container.y}rem` }}
        >
          {!(isLoop && isSlow && isNarrow) && (isLoop ? words.loop : words.pool(model.scenario.workers ?? 1))}
          {isLoop && isSlow && (
            <Suspense>
              <TurnStrip model={model} player={player} step={step} moment={moment} />
            </Suspense>
          )}
          {!isNarrow && !(isLoop && isSlow) && <span>{isLoop ? words.loopNote : words.poolNote}</span>}
        </div>
      )}
      <div className="stage-corner" style={{ right: `${container.x + 1.25}rem`, top: `${container.y}rem` }}>
        {status !== undefined && (
          <p className="stage-status" data-frozen={isFrozen}>
            {isFrozen && <Glyph state="blocked" />}
            {status}
          </p>
        )}
        {isLoop && <SlowMotionButton player={player} />}
      </div>
    </>
  );
}

function statusOf({ loop }: StageMoment, words: StageWords): string | undefined {
  if (loop === "blocked") return words.frozen;
  if (loop === "not_started") return words.notStarted;
  return loop === "stopped" ? words.stopped : undefined;
}
