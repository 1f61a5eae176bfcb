import { type ReactNode, useState } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { playbackMessages } from "#i18n/playback.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import type { LiveFacts } from "#trace/measurement/live-facts.ts";
import type { TraceModel } from "#trace/model-types.ts";
import type { TaskId } from "#trace/trace.ts";
import { Later } from "#ui/gradually.ts";
import { PlaybackClock } from "./playback-clock.tsx";
import { PlaybackIcon, type PlaybackIconName } from "./playback-icon.tsx";
import { ScrubStrip } from "./scrub-strip.tsx";
import "./playback.css";
import "./playback-sizes.css";

export interface PlaybackProps {
  readonly model: TraceModel;
  readonly player: Player;
  readonly selected: TaskId | undefined;
  /** Of a measured run: the strip is as long as its prediction, where that is longer. */
  readonly live?: LiveFacts | undefined;
  onSelect(task: TaskId | undefined): void;
  /** Does playing come to rest at the key moments? Undefined where there are none. */
  readonly holding: boolean | undefined;
  onHolding(holding: boolean): void;
  /** What is to be said beside the strip. */
  readonly children?: ReactNode;
}

const RATES = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** The bar that moves the playhead: step, play, scrub, speed. */
export function Playback({ model, player, live, holding, onHolding, children }: PlaybackProps) {
  const words = useMessages(playbackMessages);
  const [more, setMore] = useState(false);
  const isPlaying = usePlayer(player, ({ status }) => status === "playing");
  const atStart = usePlayer(player, ({ step, currentTime }) => step < 0 && currentTime === 0);
  const atEnd = usePlayer(
    player,
    ({ step, currentTime, track }) => step >= track.length - 1 && currentTime >= track.end,
  );
  const loops = usePlayer(player, ({ loop }) => loop);
  return (
    <section className="playback" data-more={more || undefined} aria-label={words.controls}>
      <div className="playback-buttons">
        <Control name="start" label={words.start} disabled={atStart} onPress={player.toStart} />
        <Control
          name="previousMoment"
          label={words.previousMoment}
          disabled={atStart}
          onPress={player.previousMoment}
        />
        <Control name="back" label={words.back} disabled={atStart} onPress={() => player.stepBy(-1)} />
        <Control
          name={isPlaying ? "pause" : "play"}
          label={isPlaying ? words.pause : words.play}
          onPress={player.toggle}
        />
        <Control name="on" label={words.on} disabled={atEnd} onPress={() => player.stepBy(1)} />
        <Control name="nextMoment" label={words.nextMoment} disabled={atEnd} onPress={player.nextMoment} />
        <Control name="end" label={words.end} disabled={atEnd} onPress={player.toEnd} />
      </div>
      <PlaybackClock player={player} />
      <div className="playback-said">{children}</div>
      <ScrubStrip model={model} player={player} until={Math.max(model.total, live?.predicted.total ?? 0)} />
      <div className="playback-options">
        <div className="playback-rates">
          <Later place="seen">
            <RateSelect player={player} />
          </Later>
        </div>
        {holding !== undefined && (
          <Control name="hold" label={words.hold} pressed={holding} onPress={() => onHolding(!holding)} />
        )}
        <Control name="loop" label={words.loop} pressed={loops} onPress={() => player.setLoop(!loops)} />
      </div>
      <Control name="more" label={words.more} expanded={more} onPress={() => setMore(!more)} />
    </section>
  );
}

interface ControlProps {
  readonly name: PlaybackIconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  onPress(): void;
}

/** Not `disabled`: a button that vanishes from under the keyboard loses its place. */
function Control({ name, label, disabled = false, pressed, expanded, onPress }: ControlProps) {
  return (
    <button
      type="button"
      className="playback-button"
      data-control={name}
      title={label}
      aria-label={label}
      aria-disabled={disabled}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={disabled ? undefined : onPress}
    >
      <PlaybackIcon name={name} />
    </button>
  );
}

function RateSelect({ player }: { readonly player: Player }) {
  const words = useMessages(playbackMessages);
  const rate = usePlayer(player, ({ playbackRate }) => playbackRate);
  const rates = (RATES as readonly number[]).includes(rate) ? RATES : [...RATES, rate].sort((a, b) => a - b);
  return (
    <select
      className="playback-rate"
      title={words.rate}
      aria-label={words.rate}
      value={rate}
      onChange={(event) => player.setPlaybackRate(Number(event.target.value))}
    >
      {rates.map((each) => (
        <option key={each} value={each}>
          {each}×
        </option>
      ))}
    </select>
  );
}
