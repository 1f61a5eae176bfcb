import type { IoStep } from "../scenario.ts";
import { COMMENTS } from "./comments.ts";
import type { CommentLanguage } from "./program.ts";
import { seconds } from "./python-text.ts";

/** What the server will do with a request: the client's code cannot say. */
export function serverComment({ ms = 0, answer = 200 }: IoStep, language: CommentLanguage): string {
  const comments = COMMENTS[language];
  return answer === "network_error"
    ? comments.networkError(seconds(ms))
    : comments.answer(seconds(ms), answer);
}
