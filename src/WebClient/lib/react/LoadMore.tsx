import { useEffect, useEffectEvent, useRef } from 'react';
import { useHotGigs } from './HotGigsProvider';

/** Loads on by itself as it scrolls into view; stays a button for those who do not scroll. */
export function LoadMore({ busy, onLoad }: { busy: boolean; onLoad: () => void }) {
  const { texts } = useHotGigs();
  const element = useRef<HTMLButtonElement>(null);
  const load = useEffectEvent(onLoad);

  useEffect(() => {
    if (busy || !element.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) load();
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [busy]);

  return (
    <button ref={element} type="button" className="hg-load-more" aria-busy={busy} onClick={onLoad}>
      {busy ? texts.loading : texts.loadMore}
    </button>
  );
}
