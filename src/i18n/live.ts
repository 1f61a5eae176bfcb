import { defineMessages } from "./messages.tsx";

/** What an obstacle's sentence is made of, as it stands in the scenario. */
interface Field {
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** The words of Live. Seconds, milliseconds and per cent come in ready for display, without their unit. */
export const liveMessages = defineMessages({
  en: {
    bar: "Live run",
    starting: "Getting ready: checking whether this browser can really send requests…",

    unavailable: "No real requests here.",
    reasons: {
      insecure_context: {
        why: "Browsers give service workers only to secure pages: https, or localhost.",
        remedy: "Open this page by its https address.",
      },
      no_service_worker: {
        why: "This browser offers no service worker, as in some private windows.",
        remedy: "Try an ordinary window, or another browser.",
      },
      storage_blocked: {
        why: "This browser blocks cookies and site data here, and with them service workers.",
        remedy: "Allow site data for this page, then reload.",
      },
      bypassed: {
        why: "This page is loaded past its service worker: by a forced reload, or by “Bypass for network” in the developer tools.",
        remedy: "Switch that off and reload the ordinary way.",
      },
      script_missing: {
        why: "The script of the service worker could not be loaded from this address.",
        remedy: "Whoever hosts this page must put live-service-worker.js beside index.html.",
      },
      registration_hangs: {
        why: "The browser does not answer the request for a service worker.",
        remedy: "Close other tabs of this page and reload; if that does not help, restart the browser.",
      },
      registration_failed: {
        why: "The browser refused the service worker.",
        remedy: "Reload the page; the browser's own words are under Details.",
      },
      page_not_answered: {
        why: "All has started, but a test request of this page did not reach the server inside it.",
        remedy: "Reload; an extension that blocks requests may be the cause.",
      },
      worker_not_answered: {
        why: "All has started, but a blocking test request of a worker was not answered.",
        remedy: "Reload; if that does not help, try another browser.",
      },
    },
    details: "Details",
    useSimulated: "Use Simulated",
    useSleep: "Threads without network",

    refused: "A browser cannot do this for real:",
    obstacles: {
      too_many_workers: ({ path, found, allowed }: Field) =>
        `${path}: ${found} workers at the same time; at most ${allowed}.`,
      too_many_requests: ({ path, found, allowed }: Field) =>
        `${path}: ${found} requests; at most ${allowed}.`,
      delay_too_short: ({ path, found, allowed }: Field) =>
        `${path}: ${found} ms is too short to measure; at least ${allowed} ms.`,
      delay_too_long: ({ path, found, allowed }: Field) =>
        `${path}: ${found} ms is too long to wait for; at most ${allowed} ms.`,
      computing_in_threads: ({ path, found }: Field) =>
        `${path} (${found}): Python's threads share one interpreter; workers would compute at the same time.`,
      no_processes: ({ path, found }: Field) =>
        `${path} (${found}): a page cannot start processes, and its workers have no interpreter of Python's.`,
      not_in_a_browser: ({ path, found }: Field) => `${path} (${found}): only the simulation does this.`,
    },
    moreObstacles: (count: number) => `and ${count} more`,

    ready: "Your browser will really do this.",
    prediction: (seconds: string) => `Below: the prediction, ${seconds}\u00a0s.`,
    labels: "URLs are labels: the requests go to a server inside this page.",
    withoutNetwork: "Threads without network: really blocked, no requests.",
    run: "Run live (R)",
    runAgain: "Run again (R)",
    routes: "Routes",

    running: "Your browser is doing it now.",
    elapsed: (seconds: string) => `${seconds}\u00a0s`,
    progress: (done: number, all: number) => `${done} of ${all} tasks ended`,
    workers: (count: number) => `${count} ${count === 1 ? "worker" : "workers"}`,
    progressLabel: "Tasks ended",
    cancel: "Cancel (Esc)",

    totalMeasured: (seconds: string) => `Measured ${seconds}\u00a0s`,
    totalPredicted: (seconds: string) => `predicted ${seconds}\u00a0s`,
    difference: (seconds: string, percent: string | undefined) =>
      percent === undefined ? `${seconds}\u00a0s` : `${seconds}\u00a0s (${percent}\u00a0%)`,
    stoodStill: (seconds: string) => `The loop stood still for ${seconds}\u00a0s.`,
    inOrder: (count: number) => `${count} of ${count} moments in order.`,
    violated: (count: number, all: number) =>
      `${count} of ${all} moments in the wrong order: the clocks disagree, do not trust these times.`,
    violation: (task: string, effect: string, cause: string, milliseconds: string) =>
      `${task}: “${effect}” ${milliseconds}\u00a0ms before “${cause}”.`,
    moments: {
      sent: "sent",
      entered: "reached the server",
      takenUp: "taken up",
      left: "left the server",
      received: "received",
    },
    compare: "Prediction",
    cancelled: {
      visitor: "The run was cancelled.",
      hidden: "The run was cancelled: timings are not valid in a background tab.",
    },
    failed: "The run failed. This is a mistake of ours, not of your scenario:",

    panel: "Predicted and measured",
    close: "Close",
    caption: "Predicted and measured, per task and in total",
    task: "Task",
    predicted: "Predicted",
    measured: "Measured",
    differenceHead: "Difference",
    percentHead: "%",
    total: "Total",
    duration: (seconds: string) => `${seconds} s`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    shortDuration: (milliseconds: string) => `${milliseconds} ms`,
    share: (percent: string) => `${percent} %`,
    none: "–",
    notStarted: "did not start",
    outcomes: { failed: "failed", cancelled: "cancelled", open: "not ended" },
    runWasCancelled: "The run was cancelled: its times are cut short and held against nothing.",
    runUnderWay: "The run goes on: what has not ended is not compared yet.",

    overhead: "Where the difference goes",
    legs: {
      startup: "Starting a worker",
      message: "Request, from the worker to the server",
      handler: "Server, beyond the delay asked for",
      answer: "Answer, from the server to the worker",
    },
    spread: (median: string, longest: string, count: number) =>
      count === 1 ? `${median} ms` : `${median} ms (longest of ${count}: ${longest})`,
    startupIsBefore: "Workers are started before the clock runs: that is in no total.",
    noLegs: "No request was measured.",
    otherCosts: "The rest is what the browser needs between two steps.",

    howMeasured: "How it was measured",
    workersUsed: (count: number, reused: number) =>
      reused === 0
        ? `${count} ${count === 1 ? "worker, made" : "workers, all made"} for this run.`
        : reused === count
          ? `${count} ${count === 1 ? "worker" : "workers"}, left over from a run before.`
          : `${count} workers, ${reused} of them left over from a run before.`,
    heartbeat: (period: string) => `Heartbeat every ${period} ms; longest silence:`,
    heartbeatOf: (worker: number, gap: string) =>
      worker === 0 ? `${gap} s in the one thread` : `${gap} s in worker ${worker}`,
    heartbeatStill: (worker: number) =>
      worker === 0 ? "none to speak of in the one thread" : `none to speak of in worker ${worker}`,
    causality: (count: number) => `Cause before effect: ${count} of ${count} comparisons in order.`,
    disorder: (count: number, all: number) =>
      `Cause before effect: ${count} of ${all} comparisons are wrong.`,
    nothingToOrder: "Cause before effect: nothing to compare without requests.",
    clockStep: (milliseconds: string) => `The clocks count in steps of ${milliseconds} ms.`,
    fetchLeaves: "fetch sends a request at once; asyncio sends it when its loop moves on.",
    xpath:
      "//img/@src was found by a small tokenizer in the worker: workers have no DOM, so they have no XPath.",

    routesTitle: "Routes of the server",
    routesAbout:
      "The server lives in this page: nothing leaves your computer. Any other path is answered, too.",
    routeList: "Routes",
    images: (count: number) => (count === 1 ? "1 image" : `${count} images`),
    tryRoute: (path: string) => `Request ${path}`,
    tryIt: "Request",
    trying: "Waiting for the answer…",
    answer: (status: number, milliseconds: string) => `Status ${status} after ${milliseconds} ms`,
    imagesFound: (count: number) =>
      count === 0
        ? "No images found."
        : `Found by //img/@src: ${count === 1 ? "1 image" : `${count} images`}`,
    source: "The page's HTML",
    tryFailed: (message: string) => `The request failed: ${message}`,
  },
  zh: {
    bar: "真实运行",
    starting: "正在准备：检查浏览器能不能真的发请求……",

    unavailable: "这里没法真的发请求。",
    reasons: {
      insecure_context: {
        why: "浏览器只给安全的页面（https 或 localhost）提供 service worker。",
        remedy: "请用 https 地址打开这个页面。",
      },
      no_service_worker: {
        why: "这个浏览器没有提供 service worker，有些隐私窗口就是这样。",
        remedy: "请换普通窗口，或者换个浏览器。",
      },
      storage_blocked: {
        why: "浏览器禁止这个页面存储 cookie 和网站数据，service worker 也一起被禁了。",
        remedy: "请允许这个页面存储数据，然后重新加载。",
      },
      bypassed: {
        why: "页面绕过了 service worker：可能是强制刷新，也可能是开发者工具里勾选了“Bypass for network”。",
        remedy: "请取消勾选，再普通刷新一次。",
      },
      script_missing: {
        why: "从这个地址加载不到 service worker 的脚本。",
        remedy: "部署时要把 live-service-worker.js 放在 index.html 旁边。",
      },
      registration_hangs: {
        why: "浏览器迟迟没有响应 service worker 的注册。",
        remedy: "请关掉本页的其他标签页再刷新；还不行就重启浏览器。",
      },
      registration_failed: {
        why: "浏览器拒绝了 service worker。",
        remedy: "请重新加载；浏览器的原话在“详情”里。",
      },
      page_not_answered: {
        why: "都启动了，可是页面的试探请求没有到达页面里的服务器。",
        remedy: "请重新加载；也可能是某个扩展拦截了请求。",
      },
      worker_not_answered: {
        why: "都启动了，可是工作线程的阻塞试探请求没有得到响应。",
        remedy: "请重新加载；还不行就换个浏览器。",
      },
    },
    details: "详情",
    useSimulated: "改用模拟执行",
    useSleep: "不用网络，只用线程",

    refused: "浏览器没法真的这样做：",
    obstacles: {
      too_many_workers: ({ path, found, allowed }) =>
        `${path}：同时 ${found} 个工作线程，最多 ${allowed} 个。`,
      too_many_requests: ({ path, found, allowed }) => `${path}：${found} 个请求，最多 ${allowed} 个。`,
      delay_too_short: ({ path, found, allowed }) =>
        `${path}：${found} 毫秒太短，测不准，至少 ${allowed} 毫秒。`,
      delay_too_long: ({ path, found, allowed }) =>
        `${path}：${found} 毫秒太长，等不起，最多 ${allowed} 毫秒。`,
      computing_in_threads: ({ path, found }) =>
        `${path}（${found}）：Python 的线程共用一个解释器，浏览器的工作线程却会同时计算。`,
      no_processes: ({ path, found }) =>
        `${path}（${found}）：网页开不了进程，它的 worker 里也没有 Python 解释器。`,
      not_in_a_browser: ({ path, found }) => `${path}（${found}）：只有模拟能做。`,
    },
    moreObstacles: (count) => `还有 ${count} 处`,

    ready: "你的浏览器会真的做一遍。",
    prediction: (seconds) => `下面是预测：${seconds}\u00a0秒。`,
    labels: "URL 只是标签，请求发给这个页面里的服务器。",
    withoutNetwork: "不用网络，只用线程：真的阻塞，不发请求。",
    run: "真实运行（R）",
    runAgain: "再跑一次（R）",
    routes: "路由",

    running: "你的浏览器正在真的做。",
    elapsed: (seconds) => `${seconds}\u00a0秒`,
    progress: (done, all) => `${all} 个任务里结束了 ${done} 个`,
    workers: (count) => `${count} 个工作线程`,
    progressLabel: "结束了的任务",
    cancel: "取消（Esc）",

    totalMeasured: (seconds) => `实测 ${seconds}\u00a0秒`,
    totalPredicted: (seconds) => `预测 ${seconds}\u00a0秒`,
    difference: (seconds, percent) =>
      percent === undefined ? `${seconds}\u00a0秒` : `${seconds}\u00a0秒（${percent}\u00a0%）`,
    stoodStill: (seconds) => `事件循环停了 ${seconds}\u00a0秒。`,
    inOrder: (count) => `${count} 处先后，${count} 处正确。`,
    violated: (count, all) => `${all} 处先后里有 ${count} 处颠倒：时钟对不上，这些时间不可信。`,
    violation: (task, effect, cause, milliseconds) =>
      `${task}：“${effect}”比“${cause}”早了 ${milliseconds}\u00a0毫秒。`,
    moments: {
      sent: "发出",
      entered: "到达服务器",
      takenUp: "开始处理",
      left: "离开服务器",
      received: "收到",
    },
    compare: "对照",
    cancelled: {
      visitor: "这次运行已取消。",
      hidden: "这次运行已取消：标签页在后台时，测出来的时间不算数。",
    },
    failed: "运行出错了。这是我们的错，不是你的场景的错：",

    panel: "预测与实测",
    close: "关闭",
    caption: "每个任务和总共：预测与实测",
    task: "任务",
    predicted: "预测",
    measured: "实测",
    differenceHead: "相差",
    percentHead: "%",
    total: "总共",
    duration: (seconds) => `${seconds} s`,
    fromTo: (from, to) => `${from} → ${to}`,
    shortDuration: (milliseconds) => `${milliseconds} ms`,
    share: (percent) => `${percent} %`,
    none: "–",
    notStarted: "没有开始",
    outcomes: { failed: "出错", cancelled: "已取消", open: "还没结束" },
    runWasCancelled: "这次运行已取消：时间不完整，所以不做比较。",
    runUnderWay: "还在运行：没有结束的先不比较。",

    overhead: "差在哪里",
    legs: {
      startup: "启动工作线程",
      message: "请求，从工作线程到服务器",
      handler: "服务器，超出要求的部分",
      answer: "响应，从服务器到工作线程",
    },
    spread: (median, longest, count) =>
      count === 1 ? `${median} 毫秒` : `${median} 毫秒（${count} 次里最长 ${longest}）`,
    startupIsBefore: "工作线程在计时之前启动，不算在总耗时里。",
    noLegs: "没有测到请求。",
    otherCosts: "其余是浏览器在两步之间要用的时间。",

    howMeasured: "怎么测的",
    workersUsed: (count, reused) =>
      reused === 0
        ? `${count} 个工作线程，都是为这次运行新建的。`
        : reused === count
          ? `${count} 个工作线程，都是上次运行留下的。`
          : `${count} 个工作线程，其中 ${reused} 个是上次运行留下的。`,
    heartbeat: (period) => `每 ${period} 毫秒一次心跳，最长停顿：`,
    heartbeatOf: (worker, gap) => (worker === 0 ? `唯一的线程 ${gap} 秒` : `工作线程 ${worker}：${gap} 秒`),
    heartbeatStill: (worker) => (worker === 0 ? "唯一的线程没有停顿" : `工作线程 ${worker} 没有停顿`),
    causality: (count) => `先因后果：比较了 ${count} 处，${count} 处正确。`,
    disorder: (count, all) => `先因后果：比较了 ${all} 处，${count} 处颠倒。`,
    nothingToOrder: "先因后果：没有请求，没有可比较的。",
    clockStep: (milliseconds) => `时钟每格 ${milliseconds} 毫秒。`,
    fetchLeaves: "fetch 马上发出请求，asyncio 要等事件循环动了才发。",
    xpath: "//img/@src 是工作线程里的小分词器找出来的：工作线程没有 DOM，也就没有 XPath。",

    routesTitle: "服务器的路由",
    routesAbout: "服务器就在这个页面里，什么都不会离开你的电脑。其他路径也会得到响应。",
    routeList: "路由",
    images: (count) => `${count} 张图片`,
    tryRoute: (path) => `请求 ${path}`,
    tryIt: "请求",
    trying: "正在等响应……",
    answer: (status, milliseconds) => `状态码 ${status}，用了 ${milliseconds} 毫秒`,
    imagesFound: (count) => (count === 0 ? "没有找到图片。" : `//img/@src 找到 ${count} 张图片`),
    source: "页面的 HTML",
    tryFailed: (message) => `请求失败：${message}`,
  },
});

export type LiveWords = (typeof liveMessages)["en"];
