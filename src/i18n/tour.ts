import { defineMessages } from "./messages.tsx";

export const tourMessages = defineMessages({
  en: {
    invitation: "New here? See what is what in one minute.",
    start: "Show me around",
    decline: "No, thanks",
    next: "Next",
    back: "Back",
    done: "Done",
    progress: "{{current}} of {{total}}",
    stops: {
      stage: [
        "The stage",
        "One instant of the run, enlarged: who queues, who holds the thread, who is suspended and waits, who is done.",
      ],
      narration: ["What happens, and why", "Every event of the run in two lines, at the playhead."],
      timeline: [
        "The whole run",
        "Thick means it holds a thread. A slack cable means it waits and has let go. Drag anywhere to move in time.",
      ],
      player: [
        "The player",
        "Space plays and pauses, the arrow keys step from event to event, also inside one instant.",
      ],
      modes: [
        "The same work, another way",
        "Sync, threads, a pool, async: the tasks stay the same. Watch what changes.",
      ],
      workload: ["Your own work", "Change URLs, delays and outcomes. Every change runs at once."],
      code: ["The program", "The Python that does this, with everybody on the line where they are."],
      lessons: [
        "The lessons",
        "From the thread pool to the asynchronous crawler. Each asks you for a guess first.",
      ],
    },
  },
  zh: {
    invitation: "第一次来？花一分钟认认这个页面。",
    start: "带我看看",
    decline: "不用了",
    next: "下一处",
    back: "上一处",
    done: "看完了",
    progress: "{{current}} / {{total}}",
    stops: {
      stage: ["舞台", "把一个瞬间放大：谁在排队，谁占着线程，谁挂起了在等，谁已经完成。"],
      narration: ["发生了什么，为什么", "运行中的每个事件，都在播放头这里用两行字说清楚。"],
      timeline: [
        "整个过程",
        "粗的表示占着线程，松垂的缆绳表示在等、已经交出线程。在任意位置拖动，就能前后移动时间。",
      ],
      player: ["播放", "空格播放和暂停，左右方向键逐个事件走，同一瞬间里也能一步一步走。"],
      modes: ["同样的活，换个做法", "同步、多线程、线程池、异步：任务不变，看看有什么不同。"],
      workload: ["换成你的活", "网址、耗时、结果都能改，改完立刻重新运行。"],
      code: ["程序", "做这些事的 Python 代码，每个任务走到哪一行，都标在上面。"],
      lessons: ["课程", "从线程池一直讲到异步爬虫，每一课都先让你猜一猜。"],
    },
  },
});
