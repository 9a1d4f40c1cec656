import { useEffect, useEffectEvent, useState } from 'react';
import { isFileDrag } from '../../ui/useFileDropGuard';

/** Takes files dropped anywhere on the page; true while some are held over it. */
export function useFileDrop(onFiles: (files: Iterable<File>) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const dragOver = (event: DragEvent) => {
      if (!isFileDrag(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const dragLeave = (event: DragEvent) => {
      // Moving from one element onto another leaves the page only in name.
      if (!event.relatedTarget) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!isFileDrag(event)) return;
      event.preventDefault();
      setIsOver(false);
      take(event.dataTransfer?.files ?? []);
    };
    // On the document, so that it comes before the guard on the window.
    document.addEventListener('dragover', dragOver);
    document.addEventListener('dragleave', dragLeave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', dragOver);
      document.removeEventListener('dragleave', dragLeave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver;
}
