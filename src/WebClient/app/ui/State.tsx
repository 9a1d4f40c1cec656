import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface StateProps {
  icon: LucideIcon;
  title: string;
  hint?: string;
  role?: 'alert';
  /** Set where it is all there is on the page. */
  isPage?: boolean;
  children?: ReactNode;
}

/** What a page shows instead of its content: empty, not found, failed. */
export function State({ icon: Icon, title, hint, role, isPage = false, children }: StateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="state" role={role}>
      <span className="state-icon" aria-hidden="true">
        <Icon size={24} strokeWidth={1.75} />
      </span>
      <Heading className="state-title">{title}</Heading>
      {hint && <p className="state-hint">{hint}</p>}
      {children}
    </div>
  );
}
