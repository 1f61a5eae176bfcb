import { writeSeconds } from "#base/write-number.ts";
import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { Question } from "#lessons/lesson.ts";

/** The options of a question as they are read. */
export function useOptions(question: Question): readonly string[] {
  const words = useMessages(lessonMessages);
  return question.about === "total"
    ? question.options.map((ms) => words.total(writeSeconds(ms)))
    : question.options;
}
