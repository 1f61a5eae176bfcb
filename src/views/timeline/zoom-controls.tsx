import { useStore } from "zustand";
import { inspectWords } from "#i18n/inspect.ts";
import { useMessages } from "#i18n/messages.tsx";
import { timelineWords } from "#i18n/timeline.ts";
import type { TimelineCommand } from "#state/timeline-commands.ts";
import { Later } from "#ui/gradually.ts";
import type { Geometry } from "./geometry.ts";
import type { InspectionStore } from "./inspect/inspection.ts";
import { useMagnified, useZoomed, useZoomedMost, type View } from "./view.ts";
import "./zoom-controls.css";

interface ZoomControlsProps {
  /** A measured run has no instants: it is always true to scale. */
  readonly measured: boolean;
  readonly view: View;
  readonly geometry: Geometry | undefined;
  /** Were magnified instants asked for? They cannot be when they hold too much. */
  readonly magnify: boolean;
  onMagnify(): void;
  readonly inspection: InspectionStore;
  /** Is a task selected, whose life could be shown? */
  readonly canZoomToSelection: boolean;
  onCommand(command: TimelineCommand): void;
  /** Undefined while all lanes are in view anyway. */
  readonly allLanes: boolean | undefined;
  onAllLanes(): void;
  readonly table: boolean;
  onTable(): void;
}

/** How the axis is shown, what is looked at more closely, and the way to the text twin. */
export function ZoomControls(props: ZoomControlsProps) {
  return (
    <div className="timeline-controls">
      <Later place="seen">
        <Controls {...props} />
      </Later>
    </div>
  );
}

function Controls(props: ZoomControlsProps) {
  const words = useMessages(timelineWords);
  const inspect = useMessages(inspectWords);
  const { measured, view, geometry, magnify, table, inspection, onCommand } = props;
  const magnified = useMagnified(view, geometry);
  const causes = useStore(inspection, (state) => state.causes);
  const tooManyCauses = useStore(inspection, (state) => state.tooManyCauses);
  const isMeasuring = useStore(inspection, ({ measure }) => measure.kind !== "none");
  const tooMany = magnify && !magnified;
  // Of what they do, a table would show nothing.
  const unseen = table ? words.notInTable : undefined;
  return (
    <>
      {causes && tooManyCauses && (
        <span role="status" className="timeline-controls-note">
          {inspect.tooManyCauses}
        </span>
      )}
      <Tool
        icon="M2.5 12.5C3 6 7 4.5 13 4.5M10 2l3 2.5L10 7"
        label={inspect.causes}
        pressed={causes}
        unseen={unseen}
        onClick={() => onCommand("causes")}
      />
      <Tool
        icon="M2 3.5v9M14 3.5v9M2 8h12M5.5 6.5v3M8 5.5v5M10.5 6.5v3"
        label={inspect.measure}
        pressed={isMeasuring}
        unseen={unseen}
        onClick={() => onCommand("measure")}
      />
      {measured ? (
        <span className="timeline-scale-note" title={words.trueToScaleWhy}>
          {words.trueToScale}
        </span>
      ) : (
        <button
          type="button"
          aria-pressed={magnified}
          disabled={tooMany || table}
          aria-label={words.magnifyInstants}
          title={unseen ?? (tooMany ? words.magnifyTooMany : words.magnifyInstants)}
          onClick={props.onMagnify}
        >
          <Icon path="M1.5 5v7h13V5" />
          <span className="timeline-tool-word">{words.magnified}</span>
        </button>
      )}
      <Tool
        icon="M2 5V2.5h2.5M11.5 2.5H14V5M14 11v2.5h-2.5M4.5 13.5H2V11M4.5 8h7"
        label={inspect.zoomToSelection}
        disabled={!props.canZoomToSelection && !isMeasuring}
        unseen={unseen}
        onClick={() => onCommand("zoomToSelection")}
      />
      <ZoomTools view={view} geometry={geometry} unseen={unseen} onCommand={onCommand} />
      {props.allLanes !== undefined && (
        <Tool
          icon="M5 3h9M5 6.3h9M5 9.6h9M5 13h9M2 4.5V2l-1 1.2M2 2l1 1.2M2 11.5V14l-1-1.2M2 14l1-1.2"
          label={words.allLanes}
          pressed={props.allLanes}
          unseen={unseen}
          onClick={props.onAllLanes}
        />
      )}
      <button type="button" aria-pressed={table} onClick={props.onTable}>
        {words.table}
      </button>
    </>
  );
}

/** Apart from the other controls, for they change while one zooms. */
function ZoomTools({ view, geometry, unseen, onCommand }: ZoomToolsProps) {
  const words = useMessages(timelineWords);
  const zoomed = useZoomed(view, geometry);
  const zoomedMost = useZoomedMost(view, geometry);
  return (
    <>
      <Tool
        icon="M3.5 8h9"
        label={words.zoomOut}
        disabled={!zoomed}
        unseen={unseen}
        onClick={() => onCommand("zoomOut")}
      />
      <Tool
        icon="M2 4v8M14 4v8M4.5 8h7M6.5 6 4.5 8l2 2M9.5 6l2 2-2 2"
        label={words.fit}
        disabled={!zoomed}
        unseen={unseen}
        onClick={() => onCommand("fit")}
      />
      <Tool
        icon="M8 3.5v9M3.5 8h9"
        label={words.zoomIn}
        disabled={zoomedMost}
        unseen={unseen}
        onClick={() => onCommand("zoomIn")}
      />
    </>
  );
}

type ZoomToolsProps = Pick<ZoomControlsProps, "view" | "geometry" | "onCommand"> & Pick<ToolProps, "unseen">;

interface ToolProps {
  readonly icon: string;
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** Why it does nothing now; undefined while it does something. */
  readonly unseen: string | undefined;
  onClick(): void;
}

function Tool({ icon, label, pressed, disabled = false, unseen, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="timeline-tool"
      aria-label={label}
      title={unseen ?? label}
      aria-pressed={pressed}
      disabled={disabled || unseen !== undefined}
      onClick={onClick}
    >
      <Icon path={icon} />
    </button>
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
