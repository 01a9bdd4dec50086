import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly subtitle?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A drawer at the side. The browser keeps the focus in it, closes it by Escape and gives the focus back. */
export function Drawer({ title, subtitle, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  const closeFromOutside = (event: MouseEvent): void => {
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog ref={dialog} class="drawer" aria-labelledby="drawer-title" onClose={onClose} onClick={closeFromOutside}>
      <div class="drawer-body">
        <header>
          <div>
            <h2 id="drawer-title">{title}</h2>
            {subtitle === undefined ? null : <p class="muted">{subtitle}</p>}
          </div>
          <button type="button" class="plain" onClick={onClose}>
            Close
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
