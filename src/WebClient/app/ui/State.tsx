import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface StateProps {
  icon: LucideIcon;
  title: string;
  hint?: string;
  role?: 'alert';
  children?: ReactNode;
}

/** What a page shows instead of its content: empty, not found, failed. */
export function State({ icon: Icon, title, hint, role, children }: StateProps) {
  return (
    <div className="state" role={role}>
      <span className="state-icon" aria-hidden="true">
        <Icon size={24} strokeWidth={1.75} />
      </span>
      <h2 className="state-title">{title}</h2>
      {hint && <p className="state-hint">{hint}</p>}
      {children}
    </div>
  );
}
