import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { tourMessages } from "#i18n/tour.ts";
import "./tour-invitation.css";

/** Asks a first-time visitor once; whatever they answer, it is not asked again. */
export function TourInvitation({ onAnswered }: { onAnswered(): void }) {
  const words = useMessages(tourMessages);
  const language = useLanguage();
  return (
    <aside className="tour-invitation" aria-label={words.start}>
      <p>{words.invitation}</p>
      <button
        type="button"
        onClick={() => {
          onAnswered();
          void import("./tour.ts").then(({ startTour }) => startTour(language));
        }}
      >
        {words.start}
      </button>
      <button type="button" data-quiet onClick={onAnswered}>
        {words.decline}
      </button>
    </aside>
  );
}
