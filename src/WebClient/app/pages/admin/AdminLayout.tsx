import { Lock } from 'lucide-react';
import { NavLink, Outlet } from 'react-router';
import { useUser } from '../../session/useUser';
import { texts } from '../../texts';
import { State } from '../../ui/State';

const sections = [
  { to: '/admin', label: texts.admin.sections.status },
  { to: '/admin/announcements', label: texts.admin.sections.announcements },
  { to: '/admin/dead-letters', label: texts.admin.sections.deadLetters },
  { to: '/admin/withheld', label: texts.admin.sections.withheld },
];

/** What the pages of admins share: the way from one to the other. */
export default function AdminLayout() {
  const { isAdmin } = useUser();
  if (!isAdmin) return <State isPage icon={Lock} title={texts.admin.forbiddenTitle} hint={texts.admin.forbiddenHint} />;
  return (
    <div className="page admin">
      <nav className="section-tabs" aria-label={texts.admin.sections.label}>
        {sections.map(({ to, label }) => (
          <NavLink key={to} to={to} end className="section-tab">
            {label}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  );
}
