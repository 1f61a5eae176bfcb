import { helpMessages } from "#i18n/help.ts";
import { useMessages } from "#i18n/messages.tsx";
import { Dialog } from "#ui/dialog.tsx";
import "./help-dialog.css";

const KEYS = [
  ["play", "Space"],
  ["step", "← →"],
  ["tenth", "Shift + ← →"],
  ["moment", "PageUp PageDown"],
  ["ends", "Home End"],
  ["rate", "[ ]"],
  ["slow", "."],
  ["mode", "1 – 6"],
  ["setup", "S"],
  ["statistics", "I"],
  ["lessons", "L"],
  ["part", "B N"],
  ["glossary", "G"],
  ["code", "K"],
  ["live", "R"],
  ["compare", "C"],
  ["undo", "Ctrl + Z, Ctrl + Shift + Z"],
  ["hold", "H"],
  ["present", "P"],
  ["fullscreen", "F"],
  ["laser", "X"],
  ["theme", "T"],
  ["zoom", "+ − 0"],
  ["zoomToSelection", "Z"],
  ["pan", "A D"],
  ["causes", "W"],
  ["measure", "M"],
  ["clear", "Esc"],
  ["help", "?"],
] as const;

interface HelpDialogProps {
  readonly singleKeys: boolean;
  onClose(): void;
  onTour(): void;
  onSingleKeys(enabled: boolean): void;
}

/** The sheet of keys, and the switch for those who drive the page by voice (WCAG 2.1.4). */
export function HelpDialog({ singleKeys, onClose, onTour, onSingleKeys }: HelpDialogProps) {
  const words = useMessages(helpMessages);
  return (
    <Dialog title={words.title} closeLabel={words.close} onClose={onClose}>
      <dl className="help-keys">
        {KEYS.map(([name, keys]) => (
          <div key={name}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{words.keys[name]}</dd>
          </div>
        ))}
      </dl>
      <div className="help-foot">
        <label className="help-switch">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => onSingleKeys(event.target.checked)}
          />
          {words.singleKeys}
        </label>
        <button type="button" onClick={onTour}>
          {words.tour}
        </button>
      </div>
      {!singleKeys && <p>{words.singleKeysOff}</p>}
    </Dialog>
  );
}
