import { lessonMessages } from "#i18n/lesson.ts";
import { useLanguage, useMessages } from "#i18n/messages.tsx";
import { lessonLink, lessonNumber, lessons } from "#lessons/lessons.ts";
import type { CourseProgress } from "#state/progress.ts";
import { Dialog } from "#ui/dialog.tsx";
import "./lessons-dialog.css";

interface LessonsDialogProps {
  readonly current: string | undefined;
  readonly progress: CourseProgress;
  onGlossary(): void;
  onClose(): void;
}

/** Every lesson with its title, and how far the visitor has come. */
export function LessonsDialog({ current, progress, onGlossary, onClose }: LessonsDialogProps) {
  const words = useMessages(lessonMessages);
  const language = useLanguage();
  return (
    <Dialog title={words.lessons} closeLabel={words.closeList} onClose={onClose}>
      <nav className="lessons" aria-label={words.lessons}>
        {(["course", "beyond"] as const).map((shelf) => (
          <section key={shelf}>
            <h3>{words[shelf]}</h3>
            <ol>
              {lessons
                .filter((entry) => entry.shelf === shelf)
                .map(({ id, title }) => (
                  <li key={id}>
                    <a
                      href={lessonLink(id)}
                      aria-current={id === current ? "step" : undefined}
                      onClick={onClose}
                    >
                      <span className="lessons-number">{lessonNumber(id)}</span>
                      {title[language]}
                      {progress[id] !== undefined && (
                        <small>{progress[id].done ? words.done : words.guessed}</small>
                      )}
                    </a>
                  </li>
                ))}
            </ol>
          </section>
        ))}
      </nav>
      <button type="button" className="lessons-glossary" onClick={onGlossary}>
        {words.openGlossary}
      </button>
    </Dialog>
  );
}
