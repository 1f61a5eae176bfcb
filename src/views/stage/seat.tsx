import { Fragment } from "react";
import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import { type Rem, textWidth } from "./geometry.ts";
import type { SeatBox } from "./seats.ts";
import "./seat.css";
import "./labels.css";

interface SeatProps {
  readonly box: SeatBox;
  readonly note: string;
  /** How much larger text is than at the base size. */
  readonly text: number;
}

/** A thread or a process as a chair: whose it is, room for one token, and what it is executing, innermost call first. */
export function Seat({ box, note, text }: SeatProps) {
  const words = useMessages(stageWords);
  const { seat, look, place } = box;
  const name = nameOfSeat(box, words);
  const isFree = seat.occupant === undefined;
  const height = box.h - (place.y - box.y) - place.h - 0.5;
  const calls = look === "tall" ? seat.calls.slice(0, Math.max(1, Math.floor(height / 1.125))) : [];
  const room = box.w - 1.5;
  const hasLabel = box.w > 11.5;
  // What the stack is called stands beside the first call that leaves room for it.
  const labelled = hasLabel ? calls.findIndex((call) => call.length * MONO_ADVANCE + LABEL <= room) : -1;
  const isPool = seat.thread.kind === "worker";
  return (
    <div
      className="stage-seat"
      data-look={look}
      data-kind={seat.thread.kind}
      data-state={seat.state}
      style={{ left: `${box.x}rem`, top: `${box.y}rem`, width: `${box.w}rem`, height: `${box.h}rem` }}
    >
      {look !== "tiny" && (
        <p className="stage-heading">
          {name}
          {textWidth(name, 0.8125 * text) + textWidth(note, NOTE * text) + HEADING <= box.w && (
            <span>{note}</span>
          )}
        </p>
      )}
      {isFree && (
        <div
          className="stage-slot"
          style={{
            left: `${place.x - box.x}rem`,
            top: `${place.y - box.y}rem`,
            width: `${place.w}rem`,
            height: `${place.h}rem`,
          }}
        >
          {look !== "tiny" &&
            (seat.thread.kind !== "task_thread" && seat.thread.kind !== "process"
              ? words.free
              : seat.nth > 0
                ? words.threadEnded
                : words.threadNew)}
        </div>
      )}
      {look === "tall" && (calls.length > 0 || isPool) && (
        <div className="stage-calls" data-free={isFree || undefined}>
          {calls.length === 0 ? (
            <>
              {hasLabel && <span>{words.callStack}</span>}
              <p>{words.nextTask}</p>
            </>
          ) : (
            calls.map((call, k) => (
              <Fragment key={call}>
                {k === labelled && <span>{words.callStack}</span>}
                <code>{withinRoom(call, room)}</code>
              </Fragment>
            ))
          )}
        </div>
      )}
    </div>
  );
}

/** Leaves out the arguments of a call that has no room for them. */
const withinRoom = (call: string, room: Rem): string =>
  call.length * MONO_ADVANCE > room ? call.replace(/\(.*/, "()") : call;

/** Width of "call stack" beside a call. */
const LABEL: Rem = 4;

/** A heading's note is not bold: its letters are narrower. What is not text in a heading: both its ends, and the gap. */
const NOTE: Rem = 0.6875;
const HEADING: Rem = 1.625;

/** Width of a letter in the code font at caption size. */
const MONO_ADVANCE: Rem = 0.46;

export function nameOfSeat({ seat }: Pick<SeatBox, "seat">, words: StageWords): string {
  const { kind, worker } = seat.thread;
  if (kind === "worker") return words.worker(worker);
  if (kind === "process") return words.process(worker);
  return kind === "task_thread" ? words.thread(worker) : words.mainThread;
}
