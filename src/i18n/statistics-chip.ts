import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** The words of the chip that is always there; what it opens is loaded with words of its own. */
export const statisticsChipMessages = defineMessages({
  en: {
    title: "Statistics",
    chip: "Statistics (I)",
    speedUp: (ratio: string) => `${ratio}× sync`,
    speedUpUnasked: "open for × sync",
    faults: (count: number) => `${writeCount(count)} ${count === 1 ? "fault" : "faults"}`,
    seconds: (seconds: string) => `${seconds}\u00a0s`,
  },
  zh: {
    title: "统计",
    chip: "统计（I）",
    speedUp: (ratio) => `提速 ${ratio}×`,
    speedUpUnasked: "打开后算提速",
    faults: (count) => `${writeCount(count)} 个问题`,
    seconds: (seconds) => `${seconds}\u00a0s`,
  },
});

export type StatisticsChipWords = (typeof statisticsChipMessages)["en"];
