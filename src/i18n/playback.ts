import { writeCount } from "#base/write-number.ts";
import { defineMessages } from "./messages.tsx";

export const playbackMessages = defineMessages({
  en: {
    controls: "Playback",
    start: "To the start (Home)",
    previousMoment: "Previous moment (Page Up)",
    back: "One step back (←)",
    play: "Play (Space)",
    pause: "Pause (Space)",
    on: "One step on (→)",
    nextMoment: "Next moment (Page Down)",
    end: "To the end (End)",
    loop: "Repeat from the start",
    hold: "Hold at key moments (H)",
    more: "More controls",
    rate: "Speed ([ slower, ] faster)",
    position: "Position in the run",
    positionText: (now: string, total: string, step: number, steps: number) =>
      `${now} of ${total} seconds, step ${writeCount(step)} of ${writeCount(steps)}`,
  },
  zh: {
    controls: "播放",
    start: "到开头（Home）",
    previousMoment: "上一个时刻（Page Up）",
    back: "后退一步（←）",
    play: "播放（空格）",
    pause: "暂停（空格）",
    on: "前进一步（→）",
    nextMoment: "下一个时刻（Page Down）",
    end: "到结尾（End）",
    loop: "从头重复",
    hold: "在关键时刻停一下（H）",
    more: "更多控制",
    rate: "速度（[ 放慢，] 加快）",
    position: "运行到的位置",
    positionText: (now: string, total: string, step: number, steps: number) =>
      `${now} 秒，共 ${total} 秒，第 ${writeCount(step)}/${writeCount(steps)} 步`,
  },
});
