import { useState } from "react";
import { liveMessages } from "#i18n/live.ts";
import { useMessages } from "#i18n/messages.tsx";
import type { RouteAnswer, ShownRoute } from "./live-view-types.ts";
import { milliseconds } from "./readout.ts";
import "./live-button.css";

type Attempt =
  | { readonly status: "none" | "waiting" }
  | { readonly status: "answered"; readonly answer: RouteAnswer }
  | { readonly status: "failed"; readonly message: string };

interface RouteItemProps {
  readonly route: ShownRoute;
  onTry(path: string): Promise<RouteAnswer>;
}

/** One route, and what came of requesting it last. */
export function RouteItem({ route: { path, title, images }, onTry }: RouteItemProps) {
  const words = useMessages(liveMessages);
  const [attempt, setAttempt] = useState<Attempt>({ status: "none" });

  async function request(): Promise<void> {
    if (attempt.status === "waiting") return;
    setAttempt({ status: "waiting" });
    const outcome = await onTry(path).then(
      (answer): Attempt => ({ status: "answered", answer }),
      (error: unknown): Attempt => ({ status: "failed", message: String(error) }),
    );
    setAttempt(outcome);
  }

  return (
    <li>
      <div className="route-head">
        <code>{path}</code>
        <span>{title}</span>
        <small>{words.images(images)}</small>
        <button
          type="button"
          className="live-button"
          aria-label={words.tryRoute(path)}
          aria-disabled={attempt.status === "waiting"}
          onClick={request}
        >
          {words.tryIt}
        </button>
      </div>
      <div role="status" className="route-answer">
        {attempt.status === "waiting" && words.trying}
        {attempt.status === "failed" && words.tryFailed(attempt.message)}
        {attempt.status === "answered" && <Answer answer={attempt.answer} />}
      </div>
      {attempt.status === "answered" && (
        <details className="route-source">
          <summary>{words.source}</summary>
          <pre>{attempt.answer.html}</pre>
        </details>
      )}
    </li>
  );
}

function Answer({ answer: { status, ms, images } }: { readonly answer: RouteAnswer }) {
  const words = useMessages(liveMessages);
  const counted = images.map((address, index) => ({ address, key: `${index} ${address}` }));
  return (
    <>
      <strong>{words.answer(status, milliseconds(ms))}</strong> {words.imagesFound(images.length)}
      <ul>
        {counted.map(({ address, key }) => (
          <li key={key}>
            <code>{address}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
