import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import { GuessResult } from "./guess-note.tsx";
import type { LessonCardProps } from "./lesson-card.tsx";
import { Rich } from "./rich.tsx";
import { TeacherNotes } from "./teacher-notes.tsx";

const toOptions = leaveFocusTo(() => firstSeen(".question-options > button", ".lesson-body"));

/** What the lesson is about, and what was guessed. */
export function LessonBeginning({ course, guide, predict, onPredict }: LessonCardProps) {
  const words = useMessages(lessonMessages);
  const { lesson, model, guess } = course;
  return (
    <>
      <p className="lesson-objective">
        <Rich text={lesson.objective} model={model} />
      </p>
      {guess.status !== "asking" && (
        <p ref={toOptions} className="lesson-note">
          {model && guess.status === "answered" && (
            <>
              <GuessResult question={lesson.question} option={guess.option} model={model} />{" "}
            </>
          )}
          <button type="button" onClick={guide.askAgain}>
            {guess.status === "answered" ? words.askAgain : words.guessFirst}
          </button>
        </p>
      )}
      <TeacherNotes notes={lesson.teacher} model={model}>
        <label className="lesson-switch">
          <input type="checkbox" checked={predict} onChange={({ target }) => onPredict(target.checked)} />
          {words.askFirst}
        </label>
      </TeacherNotes>
    </>
  );
}
