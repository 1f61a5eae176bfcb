import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

/** Words of what is asked of the timeline's lanes: their order, which are shown, and what the tables then say. */
export const lanesWords = defineMessages({
  en: {
    menu: "Lanes",
    menuWhy: "Order, filter, threads",
    order: "Order",
    sorts: {
      given: "as given",
      start: "first to run",
      state: "state",
      duration: "duration",
    },
    descending: "reversed",
    onlyStates: "Only these states",
    statesWhen: "As at the playhead; lanes are arranged when it rests, not while it moves.",
    name: "Name contains",
    threads: "Threads",
    threadLanes: { automatic: "automatic", summary: "in one lane", lanes: "a lane each" },
    threadsNow: {
      summary: "Now in one lane: with a lane each, no task would be in view.",
      lanes: "Now a lane each: there is room.",
    },
    shown: (count: number, of: number) => `${writeCount(count)} of ${writeCount(of)} lanes`,
    showAll: "Show all",
    none: "No task fits the filter.",
    tasksCaption: (count: number, of: number, total: string) =>
      `Every state of ${count === of ? "every task" : `${writeCount(count)} of ${writeCount(of)} tasks`} · total ${total} s`,
    sortedBy: {
      given: "",
      start: " · in the order in which they first ran",
      state: " · sorted by state",
      duration: " · sorted by duration",
    },
    reversed: ", reversed",
    reversedOnly: " · in reversed order",
    threadsCaption: "Who held each thread",
    coresCaption: "Who was on each core",
    core: "Core",
    goTo: (name: string, seconds: string) => `${name}, go to ${seconds} s`,
  },
  zh: {
    menu: "泳道",
    menuWhy: "顺序、筛选、线程",
    order: "顺序",
    sorts: {
      given: "原来的顺序",
      start: "先运行的在前",
      state: "按状态",
      duration: "按时长",
    },
    descending: "倒过来",
    onlyStates: "只看这些状态",
    statesWhen: "取播放头处的状态；播放头停下时才重排，移动时不动。",
    name: "名字里有",
    threads: "线程",
    threadLanes: { automatic: "自动", summary: "合成一条", lanes: "每个一条" },
    threadsNow: {
      summary: "现在合成一条：每个一条的话，就看不到任务了。",
      lanes: "现在每个一条：放得下。",
    },
    shown: (count, of) => `${writeCount(of)} 条泳道中的 ${writeCount(count)} 条`,
    showAll: "全部显示",
    none: "没有符合条件的任务。",
    tasksCaption: (count, of, total) =>
      `${count === of ? "每个任务" : `${writeCount(of)} 个任务中 ${writeCount(count)} 个`}的每个状态 · 总耗时 ${total} 秒`,
    sortedBy: {
      given: "",
      start: " · 先运行的在前",
      state: " · 按状态排列",
      duration: " · 按时长排列",
    },
    reversed: "，倒序",
    reversedOnly: " · 倒序",
    threadsCaption: "每个线程被谁占着",
    coresCaption: "每个核心上是谁",
    core: "核心",
    goTo: (name, seconds) => `${name}，跳到 ${seconds} 秒`,
  },
});

export type LanesWords = (typeof lanesWords)["en"];
