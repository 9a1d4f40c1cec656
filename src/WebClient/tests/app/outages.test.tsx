import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useMutationOnce } from '../../app/api/useMutationOnce';
import { ErrorBoundary } from '../../app/shell/ErrorBoundary';
import { lazyPage } from '../../app/shell/lazyPage';
import { FakeBackend } from '../support/fakeBackend';
import { renderPage, rita } from '../support/render';

describe('a page whose code could not be fetched', () => {
  afterEach(() => vi.restoreAllMocks());

  const show = () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const load = vi
      .fn()
      .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
      .mockResolvedValue({ default: () => <h1>Jobs</h1> });
    const Page = lazyPage(load);
    render(
      <ErrorBoundary>
        <Suspense>
          <Page />
        </Suspense>
      </ErrorBoundary>,
    );
  };

  it('is fetched again when asked to', async () => {
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent('We couldn’t open this page');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument();
  });

  it('is fetched again when the network is back', async () => {
    show();
    await screen.findByRole('alert');
    window.dispatchEvent(new Event('online'));
    expect(await screen.findByRole('heading', { name: 'Jobs' })).toBeInTheDocument();
  });
});

describe('a form that is sent twice before the page has shown the first time', () => {
  function Form({ send }: { send: () => Promise<void> }) {
    const sending = useMutationOnce({ mutationFn: send });
    const twice = () => {
      sending.mutate();
      sending.mutate();
    };
    return <button onClick={twice}>Send</button>;
  }

  it('is sent once, and can be sent again when that has ended', async () => {
    const send = vi.fn(() => Promise.resolve());
    await renderPage(new FakeBackend(), <Form send={send} />, '/', rita);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(send).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(send).toHaveBeenCalledTimes(2);
  });
});
