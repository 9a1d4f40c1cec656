import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { texts } from '../texts';
import { ErrorState } from '../ui/ErrorState';
import { State } from '../ui/State';
import { PageNotLoaded } from './lazyPage';

/** Keeps a defect on one page from blanking the whole site, and tries again what only the network kept away. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidMount() {
    window.addEventListener('online', this.#retry);
  }

  override componentWillUnmount() {
    window.removeEventListener('online', this.#retry);
  }

  readonly #retry = () => {
    if (this.#isOutage) this.setState({ error: null });
  };

  get #isOutage() {
    const error: unknown = this.state.error;
    return error instanceof PageNotLoaded;
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    if (this.#isOutage) return <ErrorState isPage title={texts.pageNotLoaded} error={this.state.error} onRetry={this.#retry} />;
    return (
      <State isPage icon={TriangleAlert} title={texts.crash.title} hint={texts.crash.hint} role="alert">
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          {texts.crash.action}
        </button>
      </State>
    );
  }
}
