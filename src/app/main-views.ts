import { prepareSurfaces } from "#ui/canvas/surface.ts";
import { beginGradually } from "#ui/gradually.ts";
import { Narration } from "#views/narration/narration.tsx";
import { Playback } from "#views/playback/playback.tsx";
import { Stage } from "#views/stage/stage.tsx";
import { StatisticsChip } from "#views/statistics/statistics-chip.tsx";
import { Timeline } from "#views/timeline/timeline.tsx";

prepareSurfaces();
beginGradually();

/** The views that a run cannot do without: loaded together, beside its frame, and shown at the same moment. */
export const mainViews = { Narration, Playback, Stage, StatisticsChip, Timeline };
export type MainViews = typeof mainViews;
