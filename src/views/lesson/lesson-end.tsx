import { lessonMessages } from "#i18n/lesson.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { lessonAfter, lessonLink } from "#lessons/lessons.ts";
import { triedIn } from "#state/lesson-state.ts";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import type { LessonCardProps } from "./lesson-card.tsx";
import { Rich } from "./rich.tsx";
import { TeacherNotes, TextList } from "./teacher-notes.tsx";

const toNextLesson = leaveFocusTo(() => firstSeen(".lesson-body"));

/** What to try, what to take away, and where a simple wording is not the whole truth. */
export function LessonEnd({ course, guide, shown }: LessonCardProps) {
  const words = useMessages(lessonMessages);
  const language = useLanguage();
  const { id, lesson, model } = course;
  const tried = triedIn(course, shown);
  const change = tried === undefined ? undefined : lesson.tries[tried];
  const next = lessonAfter(id);
  return (
    <>
      <h3>{words.tries}</h3>
      <div className="lesson-tries">
        {lesson.tries.map(({ label }, index) => (
          <button
            key={label.en}
            type="button"
            aria-pressed={index === tried}
            onClick={() => (index === tried ? guide.restore() : guide.tryChange(index))}
          >
            <Rich text={label} model={model} inControl />
          </button>
        ))}
      </div>
      {change !== undefined && (
        <p className="lesson-outcome">
          <Rich text={change.outcome} model={shown} />
        </p>
      )}
      <h3>{words.takeaway}</h3>
      <p className="lesson-objective">
        <Rich text={lesson.takeaway} model={model} />
      </p>
      <TextList title={words.exactly} texts={lesson.exactly} model={model} />
      {next !== undefined && (
        <p ref={toNextLesson}>
          <a className="lesson-following" href={lessonLink(next.id)}>
            {words.nextLesson(next.title[language])}
          </a>
        </p>
      )}
      <TeacherNotes notes={lesson.teacher} model={model} />
    </>
  );
}
