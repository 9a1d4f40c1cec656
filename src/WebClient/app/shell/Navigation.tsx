import { Activity, Bell, BriefcaseBusiness, Cloud, Target, UploadCloud, UsersRound } from 'lucide-react';
import { NavLink } from 'react-router';
import { recruits, type User } from '../session/session';
import { texts } from '../texts';

const links = [
  { to: '/upload', label: texts.nav.upload, icon: UploadCloud, recruitersOnly: false },
  { to: '/candidates', label: texts.nav.candidates, icon: UsersRound, recruitersOnly: true },
  { to: '/jobs', label: texts.nav.jobs, icon: BriefcaseBusiness, recruitersOnly: true },
  { to: '/matching', label: texts.nav.matches, icon: Target, recruitersOnly: false },
  { to: '/google-drive', label: texts.nav.drive, icon: Cloud, recruitersOnly: true },
  { to: '/notifications', label: texts.nav.notifications, icon: Bell, recruitersOnly: false },
  { to: '/admin', label: texts.nav.admin, icon: Activity, recruitersOnly: true, adminsOnly: true },
];

export function Navigation({ user }: { user: User }) {
  return (
    <nav className="navigation" aria-label={texts.nav.label}>
      {links
        .filter((link) => (recruits(user) || !link.recruitersOnly) && (user.roles.includes('admin') || !link.adminsOnly))
        .map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} className="nav-link">
            <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
            {label}
          </NavLink>
        ))}
    </nav>
  );
}
