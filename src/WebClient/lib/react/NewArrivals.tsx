import { ArrowUp } from 'lucide-react';
import { useHotGigs } from './HotGigsProvider';

export interface NewArrivalsProps {
  count: number;
  onShow: () => void;
}

/** What waits above the list, so that nothing moves under the cursor. */
export function NewArrivals({ count, onShow }: NewArrivalsProps) {
  const { texts } = useHotGigs();
  return (
    <button type="button" className="hg-new" data-testid="new-notifications" onClick={onShow}>
      <ArrowUp size={14} aria-hidden="true" />
      {texts.newOnes(count)}
    </button>
  );
}
