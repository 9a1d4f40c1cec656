import { useHotGigs } from './HotGigsProvider';
import { isBrowserClick } from './siteLink';

export interface PanelFooterProps {
  /** Of the page with all notifications. */
  path: string;
  onNavigate: (path: string) => void;
}

export function PanelFooter({ path, onNavigate }: PanelFooterProps) {
  const { texts } = useHotGigs();
  return (
    <div className="hg-panel-footer">
      <a
        href={path}
        onClick={(event) => {
          if (isBrowserClick(event)) return;
          event.preventDefault();
          onNavigate(path);
        }}
      >
        {texts.seeAll}
      </a>
    </div>
  );
}
