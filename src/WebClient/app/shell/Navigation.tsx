import { Activity, Bell, BriefcaseBusiness, Cloud, Target, UploadCloud, UsersRound } from 'lucide-react';
import { NavLink } from 'react-router';
import { recruits, type User } from '../session/session';
import { texts } from '../texts';

const everyone = () => true;

const links = [
  { to: '/upload', label: texts.nav.upload, icon: UploadCloud, isFor: everyone },
  { to: '/candidates', label: texts.nav.candidates, icon: UsersRound, isFor: recruits },
  { to: '/jobs', label: texts.nav.jobs, icon: BriefcaseBusiness, isFor: recruits },
  { to: '/matching', label: texts.nav.matches, icon: Target, isFor: everyone },
  { to: '/google-drive', label: texts.nav.drive, icon: Cloud, isFor: recruits },
  { to: '/notifications', label: texts.nav.notifications, icon: Bell, isFor: everyone },
  { to: '/admin', label: texts.nav.admin, icon: Activity, isFor: (user: User) => user.roles.includes('admin') },
];

export function Navigation({ user }: { user: User }) {
  return (
    <nav className="navigation" aria-label={texts.nav.label}>
      {links
        .filter(({ isFor }) => isFor(user))
        .map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} className="nav-link">
            <Icon size={18} strokeWidth={1.9} aria-hidden="true" />
            {label}
          </NavLink>
        ))}
    </nav>
  );
}
