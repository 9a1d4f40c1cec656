import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { texts } from '../texts';
import { State } from '../ui/State';

export function NotFoundPage() {
  return (
    <State isPage icon={Compass} title={texts.notFound.title} hint={texts.notFound.hint}>
      <Link className="button button-primary" to="/upload">
        {texts.notFound.action}
      </Link>
    </State>
  );
}
