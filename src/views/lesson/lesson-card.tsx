import { useEffect, useMemo, useRef } from "react";
import { lessonMessages } from "#i18n/lesson.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { lessonLink, lessonNumber, lessons } from "#lessons/lessons.ts";
import { positionOf } from "#lessons/moment.ts";
import type { LessonGuide } from "#state/lesson-guide.ts";
import { lastPart, type OpenLesson, triedIn } from "#state/lesson-state.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { firstSeen, leaveFocusTo } from "#ui/leave-focus.ts";
import { LessonBeginning } from "./lesson-beginning.tsx";
import { LessonEnd } from "./lesson-end.tsx";
import { Rich } from "./rich.tsx";
import "./lesson-card.css";

export interface LessonCardProps {
  readonly course: OpenLesson;
  readonly guide: LessonGuide;
  /** The run that is shown: the lesson's own, or that of a changed program; undefined while it is made. */
  readonly shown: TraceModel | undefined;
  /** Do lessons ask first? */
  readonly predict: boolean;
  onPredict(predict: boolean): void;
}

const toBody = leaveFocusTo(() => firstSeen(".lesson-tries > button", ".lesson-body"));

/** The open lesson, one part at a time: what it is about, its steps, what to try. */
export function LessonCard(props: LessonCardProps) {
  const { course, guide, shown } = props;
  const { id, lesson, part, model } = course;
  const words = useMessages(lessonMessages);
  const language = useLanguage();
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every part is read from its beginning.
  useEffect(() => {
    body.current?.scrollTo(0, 0);
  }, [id, part]);
  const toEntry = useMemo(
    () => leaveFocusTo(() => firstSeen(`.rail [href="${lessonLink(id)}"]`, "[data-control=lessons-menu]")),
    [id],
  );
  const last = lastPart(lesson);
  const step = lesson.steps[part - 1];
  const isChanged = shown !== undefined && shown.scenario !== lesson.scenario;
  // Of a change that is being tried, the last part tells itself.
  const isTried = part === last && triedIn(course, shown) !== undefined;
  const title = lessons.find((entry) => entry.id === id)?.title[language] ?? "";
  return (
    <section ref={toEntry} className="lesson" aria-label={title}>
      <header className="lesson-head">
        <b>{lessonNumber(id)}</b>
        <h2>
          {part === 0 ? words.about : part === last ? words.end : words.step(part, lesson.steps.length)}
        </h2>
        <IconButton icon="close" label={words.closeLesson} onClick={guide.close} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable with the keyboard, too. */}
      <div ref={body} className="lesson-body" tabIndex={0} aria-live="polite">
        {isChanged && !isTried && (
          <p ref={toBody} className="lesson-changed">
            {words.changed}{" "}
            <button type="button" onClick={guide.restore}>
              {words.restore}
            </button>
          </p>
        )}
        {part === 0 && <LessonBeginning {...props} />}
        {step !== undefined && (
          <>
            <p>
              <Rich text={step.text} model={model} at={model && positionOf(step.at, model)} />
            </p>
            {step.snippet !== undefined && (
              <pre className="lesson-snippet">
                <code>{step.snippet.code}</code>
                {step.snippet.outcome !== undefined && <samp>{step.snippet.outcome}</samp>}
              </pre>
            )}
            {isChanged && positionOf(step.at, shown) === undefined && (
              <p className="lesson-note">{words.notHere}</p>
            )}
          </>
        )}
        {part === last && <LessonEnd {...props} />}
      </div>
      <footer className="lesson-foot">
        <IconButton
          icon="back"
          label={words.back}
          disabled={part === 0}
          onClick={() => guide.goToPart(part - 1)}
        />
        <ol aria-hidden="true">
          {Array.from({ length: last + 1 }, (_, k) => k).map((k) => (
            <li key={k} data-here={k === part || undefined} data-past={k < part || undefined} />
          ))}
        </ol>
        {course.guess.status === "asking" ? (
          <span className="lesson-waits">{words.guessFirst}</span>
        ) : (
          part < last && (
            <button
              ref={toBody}
              type="button"
              className="lesson-on"
              title={words.next}
              onClick={() => guide.goToPart(part + 1)}
            >
              {part === 0 ? words.begin : part === last - 1 ? words.finish : words.on}
            </button>
          )
        )}
      </footer>
    </section>
  );
}
