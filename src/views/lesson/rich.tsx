import { useMemo } from "react";
import { useLanguage } from "#i18n/messages.tsx";
import { writeFact } from "#lessons/facts.ts";
import type { LessonText } from "#lessons/lesson.ts";
import type { MomentPosition } from "#lessons/moment.ts";
import { readText } from "#lessons/read-text.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { TermButton } from "./term-button.tsx";

interface RichProps {
  readonly text: LessonText;
  /** The run that the text's facts are of; while there is none, they are left open. */
  readonly model: TraceModel | undefined;
  readonly at?: MomentPosition | undefined;
  /** Inside a control nothing else can be pressed: terms are words there. */
  readonly inControl?: boolean;
}

/** A lesson's text: words, code, terms that explain themselves, and facts of the run. */
export function Rich({ text, model, at, inControl = false }: RichProps) {
  const language = useLanguage();
  const pieces = useMemo(
    () => readText(text[language], (fact) => (model && writeFact(fact, { model, at }, language)) ?? "…"),
    [text, model, at, language],
  );
  return pieces.map((piece, index) => {
    // A text does not change its order: a piece's place is what it is known by.
    const key = `${index} ${piece.text}`;
    if (piece.kind === "code") return <code key={key}>{piece.text}</code>;
    return piece.kind === "term" && !inControl ? (
      <TermButton key={key} term={piece.term}>
        {piece.text}
      </TermButton>
    ) : (
      piece.text
    );
  });
}
