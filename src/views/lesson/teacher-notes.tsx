import type { ReactNode } from "react";
import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { LessonText, TeacherNotes as Notes } from "#lessons/lesson.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { Rich } from "./rich.tsx";

interface TeacherNotesProps {
  readonly notes: Notes;
  readonly model: TraceModel | undefined;
  readonly children?: ReactNode;
}

/** What whoever teaches may want to know; folded until they ask for it. */
export function TeacherNotes({ notes, model, children }: TeacherNotesProps) {
  const words = useMessages(lessonMessages);
  return (
    <details className="lesson-teacher">
      <summary>
        {words.forTeachers} <small>{words.minutes(notes.minutes)}</small>
      </summary>
      {children}
      <TextList title={words.ask} texts={notes.ask} model={model} />
      <TextList title={words.mistakes} texts={notes.mistakes} model={model} />
    </details>
  );
}

interface TextListProps {
  readonly title: string;
  readonly texts: readonly LessonText[];
  readonly model: TraceModel | undefined;
}

export function TextList({ title, texts, model }: TextListProps) {
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text.en}>
            <Rich text={text} model={model} />
          </li>
        ))}
      </ul>
    </>
  );
}
