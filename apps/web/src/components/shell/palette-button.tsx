'use client';
import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { Kbd } from '#src/components/ui/kbd.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Fetched when it is first asked for. */
const CommandPalette = dynamic(() => import('./command-palette.tsx').then((file) => file.CommandPalette));

/** Opens the command palette, as Ctrl-K (⌘K) does wherever one is. */
export function PaletteButton() {
  const { t } = useTranslator();
  const [isOpen, setOpen] = useState(false);
  const cameFrom = useRef<HTMLElement | null>(null);
  const open = () => {
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setOpen(true);
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
        className="flex h-9 items-center gap-2.5 rounded-control border border-transparent px-2 text-sm text-quiet hover:text-text md:w-80 md:border-line md:px-3 md:hover:border-edge"
      >
        <Search aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
        <span className="flex-1 truncate text-start max-md:sr-only">{t('palette.open')}</span>
        <span aria-hidden className="flex gap-1 max-md:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {isOpen && (
        <CommandPalette
          onClose={() => {
            setOpen(false);
            cameFrom.current?.focus();
          }}
        />
      )}
    </>
  );
}
