import { useHotGigs } from './HotGigsProvider';

export interface ToastSummaryProps {
  count: number;
  onShow: () => void;
}

export function ToastSummary({ count, onShow }: ToastSummaryProps) {
  const { texts } = useHotGigs();
  return (
    <li className="hg-toast hg-toast-many" data-testid="toast-summary">
      <span>{texts.toasts.many(count)}</span>
      <button type="button" className="hg-link-button" onClick={onShow}>
        {texts.toasts.show}
      </button>
    </li>
  );
}
