import { useMessages } from "#i18n/messages.tsx";
import { tourMessages } from "#i18n/tour.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import "./tour-invitation.css";

interface TourInvitationProps {
  readonly player: Player;
  onAnswered(): void;
  onTour(): void;
}

/** Asks a first-time visitor once; whatever they answer, it is not asked again. Out of the way of a run that has begun. */
export function TourInvitation({ player, onAnswered, onTour }: TourInvitationProps) {
  const words = useMessages(tourMessages);
  const hasBegun = usePlayer(player, ({ step }) => step >= 0);
  if (hasBegun) return null;
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
