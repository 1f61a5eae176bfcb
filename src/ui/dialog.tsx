import { type ReactNode, useEffect, useRef } from "react";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  onClose(): void;
  readonly children: ReactNode;
}

/** A modal dialog, open for as long as it is rendered: the platform's own, with its focus trap, its Esc and its return of focus. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className="dialog" aria-label={title} onClose={onClose}>
      <header className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="dialog-close" onClick={onClose}>
          {closeLabel}
        </button>
      </header>
      {children}
    </dialog>
  );
}
