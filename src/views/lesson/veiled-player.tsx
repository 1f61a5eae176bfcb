import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import "./veiled-player.css";

/** The player before the guess: it can only begin, and does not tell how long the run is. */
export function VeiledPlayer({ onPlay }: { onPlay(): void }) {
  const words = useMessages(lessonMessages);
  return (
    <section className="veiled-player" aria-label={words.justRun}>
      <button type="button" title={words.justRun} aria-label={words.justRun} onClick={onPlay}>
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
          <path d="M4.500 2.500v11l9-5.500z" />
        </svg>
      </button>
      <span>
        <b>0.00</b> / {words.unknownTotal}
      </span>
      <span className="veiled-strip" />
    </section>
  );
}
