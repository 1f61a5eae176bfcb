import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { LessonGuide } from "#state/lesson-guide.ts";
import type { OpenLesson } from "#state/lesson-state.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import { Rich } from "./rich.tsx";
import { useOptions } from "./use-options.ts";
import "./question-bar.css";

interface QuestionBarProps {
  readonly course: OpenLesson;
  readonly guide: LessonGuide;
  readonly model: TraceModel;
}

const toNextStep = leaveFocusTo(() => firstSeen(".lesson-on"));

/** Stands where the narration will: asks what the run will be, before it is shown. */
export function QuestionBar({ course, guide, model }: QuestionBarProps) {
  const words = useMessages(lessonMessages);
  const { question } = course.lesson;
  const options = useOptions(question);
  return (
    <section ref={toNextStep} className="question" aria-label={words.guessFirst}>
      <span className="question-mark" aria-hidden="true">
        ?
      </span>
      <div>
        <p className="question-text">
          <Rich text={question.ask} model={model} />
        </p>
        <fieldset className="question-options" aria-label={words.options}>
          {options.map((text, index) => (
            <button key={text} type="button" onClick={() => guide.answer(index)}>
              {question.about === "line" ? <code>{text}</code> : text}
            </button>
          ))}
          <button type="button" className="question-skip" onClick={guide.skipQuestion}>
            {words.justRun}
          </button>
        </fieldset>
      </div>
    </section>
  );
}
