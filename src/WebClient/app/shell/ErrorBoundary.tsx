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
    // Whoever comes to the page again gets another try.
    this.#outage?.forget();
  }

  readonly #retry = () => {
    if (!this.#outage) return;
    this.#outage.forget();
    this.setState({ error: null });
  };

  get #outage(): PageNotLoaded | null {
    const error: unknown = this.state.error;
    return error instanceof PageNotLoaded ? error : null;
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    if (this.#outage) return <ErrorState isPage title={texts.pageNotLoaded} error={this.state.error} onRetry={this.#retry} />;
    return (
      <State isPage icon={TriangleAlert} title={texts.crash.title} hint={texts.crash.hint} role="alert">
        <button type="button" className="button button-primary" onClick={() => window.location.reload()}>
          {texts.crash.action}
        </button>
      </State>
    );
  }
}
