import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** The words of the printed sheet that stand nowhere else. */
export const printMessages = defineMessages({
  en: {
    sheet: "Sheet to hand out",
    total: (seconds: string) => `total ${seconds} s`,
    measured: "measured",
    console: "Console",
    tasks: "Tasks, in seconds",
    task: "task",
    moreLines: (count: number) => `… ${writeCount(count)} more ${count === 1 ? "line" : "lines"}`,
    moreTasks: (count: number) => `… ${writeCount(count)} more ${count === 1 ? "task" : "tasks"}`,
  },
  zh: {
    sheet: "讲义",
    total: (seconds: string) => `总耗时 ${seconds} 秒`,
    measured: "实测",
    console: "输出",
    tasks: "各任务的时间（秒）",
    task: "任务",
    moreLines: (count: number) => `…… 还有 ${writeCount(count)} 行`,
    moreTasks: (count: number) => `…… 还有 ${writeCount(count)} 个任务`,
  },
});
