import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { texts } from '../texts';
import { State } from '../ui/State';

/** Keeps a defect on one page from blanking the whole site. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <State isPage icon={TriangleAlert} title={texts.crash.title} hint={texts.crash.hint} role="alert">
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          {texts.crash.action}
        </button>
      </State>
    );
  }
}
