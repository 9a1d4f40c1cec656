import { useEffect, useEffectEvent, useRef } from 'react';
import { useHotGigs } from './HotGigsProvider';

interface LoadMoreProps {
  busy: boolean;
  /** Lines in the list. */
  lines: number;
  onLoad: () => void;
}

/** So many loads that only make folded lines longer, and then the user decides. */
const mostInVain = 3;

/** Loads on by itself as it scrolls into view; stays a button for those who do not scroll. */
export function LoadMore({ busy, lines, onLoad }: LoadMoreProps) {
  const { texts } = useHotGigs();
  const element = useRef<HTMLButtonElement>(null);
  const last = useRef({ lines: -1, inVain: 0 });
  const load = useEffectEvent(() => {
    last.current = { lines, inVain: last.current.lines === lines ? last.current.inVain + 1 : 0 };
    if (last.current.inVain < mostInVain) onLoad();
  });

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
