import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

export const codeMessages = defineMessages({
  en: {
    title: "Program",
    main: "main program",
    line: (line: number, text: string) => `Line ${line}: ${text}`,
    standing: (name: string, state: string) => `${name} ${state}`,
    crowd: (count: number, state: string) => `${writeCount(count)} ${state}`,
    goTo: "Go to the next moment at which this line runs",
  },
  zh: {
    title: "程序",
    main: "主程序",
    line: (line: number, text: string) => `第 ${line} 行：${text}`,
    standing: (name: string, state: string) => `${name} ${state}`,
    crowd: (count: number, state: string) => `${writeCount(count)} 个${state}`,
    goTo: "跳到这一行下一次执行的时刻",
  },
});
