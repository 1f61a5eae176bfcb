import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { railMessages } from "#i18n/rail.ts";
import { lessonLink, lessonNumber, lessons } from "#lessons/lessons.ts";
import type { CourseProgress } from "#state/progress.ts";
import { useGradually } from "#ui/gradually.ts";
import { IconButton } from "#ui/icon-button.tsx";
import "./lesson-rail.css";

/** So many are put on a page that is being opened at a time. */
const FEW_LESSONS = 5;

interface LessonRailProps {
  /** The lesson that is open. */
  readonly current: string | undefined;
  readonly progress: CourseProgress;
  onOpenList(): void;
  onOpenGlossary(): void;
}

/** The lessons at the edge of the page: their numbers, and on a wide screen their titles. */
export function LessonRail({ current, progress, onOpenList, onOpenGlossary }: LessonRailProps) {
  const words = useMessages(railMessages);
  const language = useLanguage();
  const shown = useGradually(lessons.length, FEW_LESSONS, "seen");
  return (
    <nav className="rail" aria-label={words.lessons}>
      <IconButton icon="list" label={words.openList} control="lessons" onClick={onOpenList} />
      <ol aria-busy={shown < lessons.length || undefined}>
        {lessons.slice(0, shown).map(({ id, title, shelf }, index) => {
          const isDone = progress[id]?.done;
          const number = lessonNumber(id);
          const name = words.entry(number, title[language]);
          return (
            <li key={id} data-first={(shelf !== lessons[index - 1]?.shelf && index > 0) || undefined}>
              <a
                href={lessonLink(id)}
                title={name}
                aria-label={isDone ? `${name} (${words.done})` : name}
                aria-current={id === current ? "step" : undefined}
                data-done={isDone}
              >
                <span className="rail-number">{number}</span>
                <span className="rail-title">{title[language]}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <IconButton icon="glossary" label={words.glossary} control="glossary" onClick={onOpenGlossary} />
    </nav>
  );
}
