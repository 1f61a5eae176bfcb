import { useId, useRef, useState } from "react";
import { useStore } from "zustand";
import type { CssPixels } from "#base/units.ts";
import { lanesWords } from "#i18n/lanes.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Player } from "#player/player-types.ts";
import { Icon } from "#ui/icon.tsx";
import type { Run } from "../use-run.ts";
import { isChanged, laneChoices, type ThreadLanes } from "./lane-choice.ts";
import { LaneMenuContent } from "./lane-menu-content.tsx";
import "./lane-menu.css";
import { placeMenu } from "./place-menu.ts";

interface LaneMenuProps {
  readonly run: Run;
  readonly player: Player;
  /** Width of the names, beside which the menu stands. */
  readonly gutter: CssPixels;
  /** How the threads are drawn now. */
  readonly threadLanes: Exclude<ThreadLanes, "automatic">;
}

/** The button over the lanes' names, and what it opens: a popover of the platform, with its Esc and its return of focus. */
export function LaneMenu({ run, player, gutter, threadLanes }: LaneMenuProps) {
  const words = useMessages(lanesWords);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const isArranged = useStore(laneChoices, isChanged);

  const place = () => {
    const timeline = button.current?.closest(".timeline")?.getBoundingClientRect();
    if (!timeline || !menu.current) return;
    const { style } = menu.current;
    const width = Number.parseFloat(getComputedStyle(menu.current).width);
    const window = { width: innerWidth, height: innerHeight };
    const { left, from, distance, maxHeight } = placeMenu(timeline, gutter, width, window);
    style.inset = "auto";
    style.left = `${left}px`;
    style[from] = `${distance}px`;
    style.maxHeight = `${maxHeight}px`;
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a key from the page
    <div
      className="lane-menu-corner"
      onKeyDown={(event) => {
        // The page has an Esc of its own.
        if (open && event.key === "Escape") event.stopPropagation();
      }}
    >
      <button
        ref={button}
        type="button"
        className="lane-menu-button"
        popoverTarget={id}
        title={words.menuWhy}
        data-arranged={isArranged || undefined}
      >
        {words.menu}
        <Icon name="down" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={words.menu}
        className="lane-menu"
        tabIndex={-1}
        onBeforeToggle={({ newState }) => {
          if (newState !== "open") return;
          setOpen(true);
          place();
        }}
        onToggle={({ newState, currentTarget }) => {
          // Not before: what has the focus must be there for the popover to give the focus back.
          setOpen(newState === "open");
          if (newState === "open") currentTarget.querySelector<HTMLElement>(":checked")?.focus();
        }}
      >
        {open && <LaneMenuContent run={run} player={player} threadLanes={threadLanes} />}
      </div>
    </div>
  );
}
