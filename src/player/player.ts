import { createStore } from "zustand/vanilla";
import { type Milliseconds, type TraceTime, traceTime } from "#base/units.ts";
import { hasFinished, type Motion } from "./advance.ts";
import { advanceToHold, type HoldPoints } from "./hold-points.ts";
import { hasReached, type Journey, journeyTo } from "./journey.ts";
import type { Player, PlayerState, Track } from "./player-types.ts";
import type { Position } from "./position.ts";
import * as positions from "./position.ts";

const SLOWEST_RATE = 0.1;
const FASTEST_RATE = 16;
/** A longer gap between two frames was a pause of the page, not of the viewer. */
const LONGEST_FRAME: Milliseconds = 250;

const NOTHING: Track = {
  length: 0,
  end: traceTime(0),
  timeAt: noEvent,
  typeAt: noEvent,
  turnAt: noEvent,
};

function noEvent(index: number): never {
  throw new RangeError(`an empty track has no event ${index}`);
}

/** A paused player with nothing in it. */
export function createPlayer(): Player {
  const store = createStore<PlayerState>()(() => ({
    track: NOTHING,
    ...positions.startOf(NOTHING),
    status: "paused",
    playbackRate: 1,
    slowMotion: false,
    loop: false,
    holds: [],
    arrival: "jump",
  }));
  const { getState, setState } = store;
  /** How long to stay at the present event; part of the motion, of no interest to anyone who watches. */
  let dwell: Milliseconds = 0;
  /** Where playing is to pause, if it was asked to go somewhere. */
  let journey: Journey | undefined;

  function jump(position: Position, status: PlayerState["status"], arrival: PlayerState["arrival"] = "jump") {
    dwell = 0;
    journey = undefined;
    setState({ ...position, status, arrival });
  }

  /** Keeps playing if it was; else rests, and says so if that is at the end. */
  function seekTo(position: Position): void {
    const isPlaying = getState().status === "playing";
    jump(position, isPlaying ? "playing" : restingAt(position));
  }

  function restingAt(position: Position): PlayerState["status"] {
    return positions.isAtEnd(getState().track, position) ? "ended" : "paused";
  }

  function pause(): void {
    journey = undefined;
    if (getState().status === "playing") setState({ status: restingAt(getState()) });
  }

  function play(): void {
    const { track, status } = getState();
    if (status === "playing") return;
    if (status === "ended") jump(positions.startOf(track), "playing");
    else setState({ status: "playing" });
  }

  return {
    getState,
    subscribe: store.subscribe,

    load(track: Track, at?: { readonly time: TraceTime; readonly step?: number }): void {
      const position =
        at === undefined ? positions.startOf(track) : positions.atTime(track, at.time, at.step);
      dwell = 0;
      journey = undefined;
      const isAtEnd = at !== undefined && positions.isAtEnd(track, position);
      setState({ track, ...position, status: isAtEnd ? "ended" : "paused", holds: [], arrival: "jump" });
    },

    extend(track: Track): void {
      const { track: known, step, status } = getState();
      const follows = status !== "playing" && positions.isAtEnd(known, getState());
      const end = positions.endOf(track);
      const arrival = end.step > step ? "flow" : "jump";
      setState(follows ? { track, ...end, status: "ended", arrival } : { track });
    },

    play,
    pause,

    toggle(): void {
      if (getState().status === "playing") pause();
      else play();
    },

    stepBy(delta: number): void {
      const { track, step, slowMotion } = getState();
      const position =
        slowMotion && (delta === 1 || delta === -1)
          ? positions.neighbourInSlowMotion(track, getState(), delta)
          : positions.atStep(track, step + delta);
      jump(position, restingAt(position), Math.abs(delta) === 1 ? "flow" : "jump");
    },

    nextMoment(): void {
      const position = positions.nextMoment(getState().track, getState());
      jump(position, restingAt(position));
    },

    previousMoment(): void {
      const position = positions.previousMoment(getState().track, getState());
      jump(position, restingAt(position));
    },

    seek: (time: TraceTime, step?: number): void => seekTo(positions.atTime(getState().track, time, step)),
    seekStep: (step: number): void => seekTo(positions.atStep(getState().track, step)),
    toStart: (): void => seekTo(positions.startOf(getState().track)),
    toEnd: (): void => seekTo(positions.endOf(getState().track)),

    playTo(time: TraceTime, step: number): void {
      const state = getState();
      const goal = positions.atTime(state.track, time, step);
      const isUnderWay = journey !== undefined && hasReached(goal, journey) && hasReached(journey, goal);
      if (isUnderWay || hasReached(state, goal)) jump(goal, restingAt(goal));
      else {
        if (state.status !== "playing") setState({ status: "playing" });
        journey = journeyTo(goal, state);
      }
    },

    setPlaybackRate(rate: number): void {
      setState({ playbackRate: Math.max(SLOWEST_RATE, Math.min(rate, FASTEST_RATE)) });
    },

    setLoop: (loop: boolean): void => setState({ loop }),
    setSlowMotion: (slowMotion: boolean): void => setState({ slowMotion }),

    setHolds(holds: HoldPoints): void {
      const { status, step } = getState();
      setState({ holds, status: status === "held" && !holds.includes(step) ? "paused" : status });
    },

    tick(elapsed: Milliseconds): boolean {
      const { track, currentTime, step, status, loop } = getState();
      if (status !== "playing") return false;
      const played = playOn(getState(), dwell, clampFrame(elapsed) * (journey?.pace ?? 1));
      if (journey !== undefined && hasReached(played.motion, journey)) {
        const { currentTime, step } = journey;
        jump({ currentTime, step }, restingAt(journey), "flow");
        return false;
      }
      dwell = played.motion.dwell;
      const isOver = (played.isHeld || !loop) && hasFinished(track, played.motion);
      const hasMoved = played.motion.currentTime !== currentTime || played.motion.step !== step;
      if (hasMoved || isOver) {
        setState({
          currentTime: played.motion.currentTime,
          step: played.motion.step,
          status: isOver ? "ended" : played.isHeld ? "held" : "playing",
          arrival: played.hasWrapped ? "jump" : "flow",
        });
      }
      return !isOver && !played.isHeld;
    },
  };
}

const clampFrame = (elapsed: Milliseconds): Milliseconds => Math.max(0, Math.min(elapsed, LONGEST_FRAME));

/** Advances, beginning again at the end when it loops. A run that takes no time is played once. */
function playOn(state: PlayerState, dwell: Milliseconds, elapsed: Milliseconds) {
  const { track, loop, holds } = state;
  const on = (from: Motion, left: Milliseconds) => advanceToHold(track, from, left, state, holds);
  let played = on({ currentTime: state.currentTime, step: state.step, dwell }, elapsed);
  let hasWrapped = false;
  while (loop && !played.isHeld && hasFinished(track, played.motion)) {
    const again = on({ ...positions.startOf(track), dwell: 0 }, played.left);
    hasWrapped = true;
    const tookNoTime = hasFinished(track, again.motion) && again.left === played.left;
    played = again;
    if (tookNoTime) break;
  }
  return { ...played, hasWrapped };
}
