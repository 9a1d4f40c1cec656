import '@hotgigs/notifications/styles.css';
import { HotGigsProvider, NotificationCenter, NotificationClient } from '@hotgigs/notifications/react';
import { createRoot } from 'react-dom/client';
import { accessToken } from './accessToken.js';

const client = new NotificationClient({ token: accessToken });

createRoot(document.getElementById('header')!).render(
  <HotGigsProvider client={client}>
    <NotificationCenter onNavigate={(path) => location.assign(path)} />
  </HotGigsProvider>,
);
