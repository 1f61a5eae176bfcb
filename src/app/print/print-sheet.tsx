import { type ComponentType, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { later } from "#ui/gradually.ts";
import type { ViewProps } from "../views.ts";
import type { HandoutProps } from "./handout.tsx";
import "./print-sheet.css";

interface PrintSheetProps {
  readonly views: ViewProps;
  readonly title: string;
}

/**
 * While the page is being printed: the handout, in place of the page. Its code is fetched as soon as there is a run
 * and nothing else to do, for a browser that prints waits for nobody.
 */
export function PrintSheet({ views, title }: PrintSheetProps) {
  const [Handout, setHandout] = useState<ComponentType<HandoutProps>>();
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    let isGone = false;
    const takeBack = later(() => {
      import("./handout.tsx").then((module) => isGone || setHandout(() => module.Handout));
    }, "unseen");
    return () => {
      isGone = true;
      takeBack();
    };
  }, []);
  useEffect(() => {
    const print = matchMedia("print");
    const set = (printing: boolean) => flushSync(() => setPrinting(printing));
    const begin = () => set(true);
    const end = () => set(false);
    const change = () => set(print.matches);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    print.addEventListener("change", change);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      print.removeEventListener("change", change);
    };
  }, []);
  return isPrinting && Handout && <Handout model={views.model} live={views.live} title={title} />;
}
