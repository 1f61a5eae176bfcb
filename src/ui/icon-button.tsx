import { Icon, type IconName } from "./icon.tsx";
import "./icon-button.css";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Why the button does nothing now. It stays focusable, so that the reason can be read and focus is not lost. */
  readonly reason?: string | undefined;
  /** Names the button among its neighbours, to find it again after they moved. */
  readonly control?: string;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  /** Nothing to do, for a reason that needs no words. */
  readonly disabled?: boolean;
  onClick(): void;
}

/** A small button that is only a picture; its name is its tooltip. */
export function IconButton({
  icon,
  label,
  reason,
  control,
  pressed,
  disabled = false,
  onClick,
}: IconButtonProps) {
  const cannot = disabled || reason !== undefined;
  const name = reason === undefined ? label : `${label} (${reason})`;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      aria-disabled={cannot}
      aria-pressed={pressed}
      data-control={control}
      onClick={() => cannot || onClick()}
    >
      <Icon name={icon} />
    </button>
  );
}
