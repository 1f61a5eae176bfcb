import { lessonMessages } from "#i18n/lesson.ts";
import { useMessages } from "#i18n/messages.tsx";
import { rightAnswer } from "#lessons/answer.ts";
import type { Question } from "#lessons/lesson.ts";
import type { Player } from "#player/player-types.ts";
import type { OpenLesson } from "#state/lesson-state.ts";
import { usePlayer } from "#state/use-player.ts";
import type { TraceModel } from "#trace/model-types.ts";
import { useOptions } from "./use-options.ts";
import "./guess-note.css";

interface GuessResultProps {
  readonly question: Question;
  readonly option: number;
  readonly model: TraceModel;
}

/** What was guessed, and what it is. No colours: a wrong guess is no mistake. */
export function GuessResult({ question, option, model }: GuessResultProps) {
  const words = useMessages(lessonMessages);
  const options = useOptions(question);
  const right = rightAnswer(question, model);
  return (
    <span className="lesson-guess">
      {words.guess(options[option] ?? "?")}
      {words.guessThen}
      {option === right ? words.guessRight : words.guessWas(options[right] ?? "?")}
    </span>
  );
}

interface GuessNoteProps {
  readonly course: OpenLesson;
  readonly player: Player;
  /** The run that is shown. */
  readonly shown: TraceModel;
}

/** Beside the total: what was guessed, and, once the run has been seen, what it is. Nothing was guessed of a changed program. */
export function GuessNote({ course, player, shown }: GuessNoteProps) {
  const { guess, lesson, model } = course;
  const words = useMessages(lessonMessages);
  const options = useOptions(lesson.question);
  const isOver = usePlayer(player, ({ step, track }) => step === track.length - 1);
  if (guess.status !== "answered" || model === undefined || shown.scenario !== lesson.scenario) return null;
  return (
    <p className="guess-note">
      {isOver ? (
        <GuessResult question={lesson.question} option={guess.option} model={model} />
      ) : (
        words.guess(options[guess.option] ?? "?")
      )}
    </p>
  );
}
