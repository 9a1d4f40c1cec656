import * as Menu from '@radix-ui/react-dropdown-menu';
import { BellRing, LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useSessionStore } from '../session/SessionContext';
import type { User } from '../session/session';
import { signOut } from '../session/signOut';
import { texts } from '../texts';
import { Avatar, initialsOf } from '../ui/Avatar';

export function UserMenu({ user }: { user: User }) {
  const sessions = useSessionStore();
  const navigate = useNavigate();
  return (
    // Not modal: locking the page's scrolling would need a style sheet injected as text. Not in a portal: it is of the header.
    <Menu.Root modal={false}>
      {/* Who speaks to the page says what they see. */}
      <Menu.Trigger className="user-button" aria-label={`${initialsOf(user.name)}, ${texts.user.menu(user.name)}`}>
        <Avatar name={user.name} size="small" />
      </Menu.Trigger>
      <Menu.Content className="menu" align="end" sideOffset={8} collisionPadding={12}>
        <Menu.Label className="menu-label">
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          <span className="chips">
            {user.roles.map((role) => (
              <span key={role} className="chip">
                {texts.roles[role] ?? role}
              </span>
            ))}
          </span>
        </Menu.Label>
        <Menu.Separator className="menu-separator" />
        <Menu.Item className="menu-item" onSelect={() => void navigate('/preferences')}>
          <BellRing size={16} aria-hidden="true" />
          {texts.user.preferences}
        </Menu.Item>
        <Menu.Item className="menu-item" onSelect={() => void signOut(sessions)}>
          <LogOut size={16} aria-hidden="true" />
          {texts.user.signOut}
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
}
