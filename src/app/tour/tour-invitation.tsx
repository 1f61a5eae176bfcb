import { useMessages } from "#i18n/messages.tsx";
import { tourMessages } from "#i18n/tour.ts";
import "./tour-invitation.css";

/** Asks a first-time visitor once; whatever they answer, it is not asked again. */
export function TourInvitation({ onAnswered, onTour }: { onAnswered(): void; onTour(): void }) {
  const words = useMessages(tourMessages);
  return (
    <aside className="tour-invitation" aria-label={words.start}>
      <p>{words.invitation}</p>
      <button
        type="button"
        onClick={() => {
          onAnswered();
          onTour();
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
