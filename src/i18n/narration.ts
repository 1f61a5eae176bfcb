import { defineMessages } from "./messages.tsx";
import { narrationInChinese } from "./narration-chinese.ts";
import { narrationInEnglish } from "./narration-english.ts";

/**
 * Every sentence the narrator can say, as functions of facts: names, counts, durations in ms. `what` names a subject
 * and its state, `why` gives the cause with its number. Pairing the two is the narrator's work.
 */
export const narration = defineMessages({ en: narrationInEnglish, zh: narrationInChinese });

export type NarrationWords = typeof narrationInEnglish;
