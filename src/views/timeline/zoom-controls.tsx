import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";

interface ZoomControlsProps {
  /** A measured run has no instants: it is always true to scale. */
  readonly measured: boolean;
  /** Are the instants magnified now? They cannot be when they hold too much, whatever was asked for. */
  readonly magnified: boolean;
  readonly magnify: boolean;
  onMagnify(): void;
  readonly zoomed: boolean;
  readonly atMost: boolean;
  onZoom(factor: number): void;
  onFit(): void;
  readonly table: boolean;
  onTable(): void;
}

const FACTOR = 1.5;

/** How the axis is shown, and the way to the text twin. */
export function ZoomControls(props: ZoomControlsProps) {
  const words = useMessages(timelineWords);
  const { measured, magnified, magnify, zoomed, atMost, table } = props;
  const tooMany = magnify && !magnified;
  return (
    <div className="timeline-controls">
      {measured ? (
        <span className="timeline-scale-note" title={words.trueToScaleWhy}>
          {words.trueToScale}
        </span>
      ) : (
        <button
          type="button"
          aria-pressed={magnified}
          disabled={tooMany}
          aria-label={words.magnifyInstants}
          title={tooMany ? words.magnifyTooMany : words.magnifyInstants}
          onClick={props.onMagnify}
        >
          <Icon path="M1.5 5v7h13V5" />
          {words.magnified}
        </button>
      )}
      <button
        type="button"
        aria-label={words.zoomOut}
        disabled={!zoomed}
        onClick={() => props.onZoom(1 / FACTOR)}
      >
        <Icon path="M3.5 8h9" />
      </button>
      <button type="button" aria-label={words.fit} title={words.fit} disabled={!zoomed} onClick={props.onFit}>
        <Icon path="M2 4v8M14 4v8M4.5 8h7M6.5 6 4.5 8l2 2M9.5 6l2 2-2 2" />
      </button>
      <button type="button" aria-label={words.zoomIn} disabled={atMost} onClick={() => props.onZoom(FACTOR)}>
        <Icon path="M8 3.5v9M3.5 8h9" />
      </button>
      <button type="button" aria-pressed={table} onClick={props.onTable}>
        {words.table}
      </button>
    </div>
  );
}

function Icon({ path }: { readonly path: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
