import { useMessages } from "#i18n/messages.tsx";
import { stageWords } from "#i18n/stage.ts";
import type { Player } from "#player/player-types.ts";
import { usePlayer } from "#state/use-player.ts";
import "./slow-motion-button.css";

/** Switches slow motion on and off. */
export function SlowMotionButton({ player }: { readonly player: Player }) {
  const words = useMessages(stageWords);
  const isOn = usePlayer(player, ({ slowMotion }) => slowMotion);
  return (
    <button
      type="button"
      className="stage-slow"
      aria-pressed={isOn}
      title={words.slowTurnHint}
      onClick={() => player.setSlowMotion(!isOn)}
    >
      <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
        <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9" strokeWidth="1.6" />
        <path d="M12.2 1.2v3.2H9" strokeWidth="1.6" strokeLinejoin="round" />
      </svg>
      {words.slowTurn}
    </button>
  );
}
