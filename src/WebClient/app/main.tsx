import '@fontsource-variable/inter/wght.css';
import '../lib/styles/index.css';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './App';
import { renewSession } from './session/renewSession';
import { SessionStore } from './session/session';
import { ErrorBoundary } from './shell/ErrorBoundary';

const sessions = new SessionStore(window.sessionStorage, renewSession);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ErrorBoundary>
      <BrowserRouter>
        <App sessions={sessions} />
      </BrowserRouter>
    </ErrorBoundary>
  </StrictMode>,
);
