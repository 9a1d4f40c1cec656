import { useEffect, useEffectEvent, useRef } from 'react';
import { useHotGigs } from './HotGigsProvider';

export interface LoadMoreButtonProps {
  busy: boolean;
  onLoad: () => void;
}

interface LoadMoreProps extends LoadMoreButtonProps {
  /** Lines in the list. */
  lines: number;
}

/** So many loads that only make folded lines longer, and then the user decides. */
const mostInVain = 3;

/** Loads on by itself as it scrolls into view; stays a button for those who do not scroll. */
export function LoadMore({ busy, lines, onLoad }: LoadMoreProps) {
  const { LoadMore: Button = LoadMoreButton } = useHotGigs().parts;
  const element = useRef<HTMLDivElement>(null);
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
      { rootMargin: '400px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [busy, lines]);

  return (
    <div ref={element}>
      <Button busy={busy} onLoad={onLoad} />
    </div>
  );
}

function LoadMoreButton({ busy, onLoad }: LoadMoreButtonProps) {
  const { texts } = useHotGigs();
  return (
    <button type="button" className="hg-load-more" aria-busy={busy} onClick={onLoad}>
      {busy ? texts.loading : texts.loadMore}
    </button>
  );
}
