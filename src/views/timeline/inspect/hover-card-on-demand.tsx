import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import type { HoverCardProps } from "./hover-card.tsx";

const HoverCard = lazy(async () => ({ default: (await import("./hover-card.tsx")).HoverCard }));

/** The card, loaded when something is pointed at for the first time: few need it at the start. */
export function HoverCardOnDemand(props: HoverCardProps) {
  const isPointedAt = useStore(props.inspection, ({ pointed }) => pointed !== undefined);
  return isPointedAt ? (
    <Suspense>
      <HoverCard {...props} />
    </Suspense>
  ) : null;
}
