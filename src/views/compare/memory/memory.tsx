import { writeCount } from "#base/write-number.ts";
import { compareMessages } from "#i18n/compare.ts";
import { useMessages } from "#i18n/messages.tsx";
import { MEASURED_COUNTS, MEASURED_MEMORY, type MemoryPoint, pointOf, writeSize } from "./measured.ts";
import "./memory.css";

/** What sleeping threads and sleeping tasks cost, as it was measured. */
export function Memory() {
  const words = useMessages(compareMessages);
  const { python, system, runs } = MEASURED_MEMORY;
  return (
    <div className="memory">
      <table>
        <caption className="visually-hidden">{words.memoryTitle}</caption>
        <colgroup>
          <col className="memory-count" />
          <col className="memory-size" />
          <col />
          <col className="memory-size" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {words.memoryCount}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.memoryThreads}
            </th>
            <th scope="colgroup" colSpan={2}>
              {words.memoryTasks}
            </th>
          </tr>
          <tr>
            {["threads", "tasks"].flatMap((kind) => [
              <th key={`${kind} resident`} scope="col">
                {words.resident}
              </th>,
              <th key={`${kind} virtual`} scope="col">
                {words.virtual}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {MEASURED_COUNTS.map((count) => (
            <tr key={count}>
              <th scope="row">{writeCount(count)}</th>
              <PointCells point={pointOf("threads", count)} most={mostOf(count)} />
              <PointCells point={pointOf("tasks", count)} most={mostOf(count)} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="memory-source">{words.memorySource(python, system, runs)}</p>
    </div>
  );
}

/** Bars are compared within a row; there are none where only one kind has a number. */
function mostOf(count: number): number | undefined {
  const sizes = [pointOf("threads", count)?.residentKiB, pointOf("tasks", count)?.residentKiB];
  return sizes.includes(undefined) ? undefined : Math.max(...(sizes as number[]));
}

interface PointCellsProps {
  readonly point: MemoryPoint | undefined;
  readonly most: number | undefined;
}

function PointCells({ point, most }: PointCellsProps) {
  const words = useMessages(compareMessages);
  if (point === undefined || point.residentKiB === undefined)
    return (
      <td colSpan={2} className="memory-refused">
        {words.refused(writeCount(point?.refused ?? 0))}
      </td>
    );
  const { residentKiB, virtualKiB, count } = point;
  return (
    <>
      <td>
        <b>{writeSize(residentKiB)}</b>
        <small>
          {words.perOne} {writeSize(residentKiB / count)}
        </small>
        {most !== undefined && (
          <i aria-hidden="true" style={{ inlineSize: `${(100 * residentKiB) / most}%` }} />
        )}
      </td>
      <td>{writeSize(virtualKiB)}</td>
    </>
  );
}
