import { defineMessages } from "./messages.tsx";
import { narrationInChinese } from "./narration-chinese.ts";
import { narrationInEnglish } from "./narration-english.ts";
import { exactSeconds } from "./narration-seconds.ts";

/**
 * Every sentence the narrator can say, as functions of facts: names, counts, durations in ms. `what` names a subject
 * and its state, `why` gives the cause with its number. Pairing the two is the narrator's work.
 */
export const narration = defineMessages<NarrationWords>({
  en: narrationInEnglish(exactSeconds("s")),
  zh: narrationInChinese(exactSeconds("秒")),
});

export type NarrationWords = ReturnType<typeof narrationInEnglish>;
