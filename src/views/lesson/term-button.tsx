import { type ReactNode, useId, useRef, useState } from "react";
import { useLanguage } from "#i18n/messages.tsx";
import { glossary } from "#lessons/glossary.ts";
import "./term-button.css";

interface TermButtonProps {
  readonly term: string;
  readonly children: ReactNode;
}

/** Room between the word and its explanation, and between that and the window's edge, in px. */
const GAP = 6;
const WIDTH = 288;

/** A word of the field: under the pointer, with the focus or at a tap its explanation stands beside it. */
export function TermButton({ term, children }: TermButtonProps) {
  const language = useLanguage();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const entry = glossary.find((known) => known.id === term);
  if (entry === undefined) return children;
  const other = language === "en" ? "zh" : "en";
  const show = () => {
    const word = button.current?.getBoundingClientRect();
    const shown = note.current;
    if (word === undefined || shown === null || open) return;
    // The platform's top layer: no box that scrolls or clips stands in its way.
    shown.showPopover();
    const { height } = shown.getBoundingClientRect();
    const isAbove = word.bottom + GAP + height > innerHeight;
    shown.style.left = `${Math.max(GAP, Math.min(word.left, innerWidth - WIDTH - GAP))}px`;
    shown.style.top = `${isAbove ? word.top - GAP - height : word.bottom + GAP}px`;
    setOpen(true);
  };
  const hide = () => {
    if (open) note.current?.hidePopover();
    setOpen(false);
  };
  return (
    <span className="term">
      <button
        ref={button}
        type="button"
        aria-describedby={id}
        onPointerEnter={show}
        onPointerLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !open) return;
          event.preventDefault();
          hide();
        }}
      >
        {children}
      </button>
      <span ref={note} id={id} popover="manual" className="term-note">
        <b>
          {entry.name[language]} <span lang={other === "zh" ? "zh-CN" : "en"}>{entry.name[other]}</span>
        </b>
        {entry.meaning[language]}
      </span>
    </span>
  );
}
