import { useEffect, type ReactNode } from 'react';
import { texts } from '../texts';

interface PageHeaderProps {
  title: string;
  subtitle?: ReactNode;
  children?: ReactNode;
}

/** A page's heading, which is also the tab's title. */
export function PageHeader({ title, subtitle, children }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title]);
  return (
    <div className="page-header">
      <div>
        <h1>{title}</h1>
        {subtitle && <p className="page-subtitle">{subtitle}</p>}
      </div>
      {children && <div className="page-tools">{children}</div>}
    </div>
  );
}
