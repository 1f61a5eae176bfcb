import { useMessages } from "#i18n/messages.tsx";
import { type StageWords, stageWords } from "#i18n/stage.ts";
import { type Rem, textWidth } from "./geometry.ts";
import type { SeatBox } from "./seats.ts";
import "./seat.css";
import "./labels.css";

/** A thread as a chair: whose it is, room for one token, and what it is executing, innermost call first. */
export function Seat({ box, note }: { readonly box: SeatBox; readonly note: string }) {
  const words = useMessages(stageWords);
  const { seat, look, place } = box;
  const name = nameOfSeat(box, words);
  const isFree = seat.occupant === undefined;
  const room = box.h - (place.y - box.y) - place.h - 0.5;
  const calls = look === "tall" ? seat.calls.slice(0, Math.max(1, Math.floor(room / 1.125))) : [];
  const isPool = seat.thread.kind === "worker";
  return (
    <div
      className="stage-seat"
      data-look={look}
      data-state={seat.state}
      style={{ left: `${box.x}rem`, top: `${box.y}rem`, width: `${box.w}rem`, height: `${box.h}rem` }}
    >
      {look !== "tiny" && (
        <p className="stage-heading">
          {name}
          {textWidth(`${name} ${note}`, 0.8125) + 1.75 <= box.w && <span>{note}</span>}
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
            (seat.thread.kind !== "task_thread"
              ? words.free
              : seat.nth > 0
                ? words.threadEnded
                : words.threadNew)}
        </div>
      )}
      {look === "tall" && (calls.length > 0 || isPool) && (
        <div className="stage-calls" data-free={isFree || undefined}>
          {box.w > 11.5 && <span>{words.callStack}</span>}
          {calls.length === 0 ? (
            <p>{words.nextTask}</p>
          ) : (
            calls.map((call) => <code key={call}>{withinRoom(call, box.w - 1.5)}</code>)
          )}
        </div>
      )}
    </div>
  );
}

/** Leaves out the arguments of a call that has no room for them. */
const withinRoom = (call: string, room: Rem): string =>
  call.length * MONO_ADVANCE > room ? call.replace(/\(.*/, "()") : call;

/** Width of a letter in the code font at caption size. */
const MONO_ADVANCE: Rem = 0.46;

export function nameOfSeat({ seat }: Pick<SeatBox, "seat">, words: StageWords): string {
  const { kind, worker } = seat.thread;
  if (kind === "worker") return words.worker(worker);
  return kind === "task_thread" ? words.thread(worker) : words.mainThread;
}
