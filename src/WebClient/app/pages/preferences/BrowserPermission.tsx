import { useState } from 'react';
import { texts } from '../../texts';

/** Whether the browser lets us show notifications, and the way to let it, where nothing has been decided. */
export function BrowserPermission() {
  const [permission, setPermission] = useState<NotificationPermission | 'unsupported'>(() =>
    typeof Notification === 'undefined' ? 'unsupported' : Notification.permission,
  );
  if (permission === 'granted') return null;
  return (
    <section className="panel" aria-labelledby="browser-permission">
      <h2 id="browser-permission">{texts.preferences.browser.title}</h2>
      <p className="panel-hint">{texts.preferences.browser[permission]}</p>
      {permission === 'default' && (
        <button
          type="button"
          className="button"
          onClick={() => void Notification.requestPermission().then(setPermission)}
        >
          {texts.preferences.browser.turnOn}
        </button>
      )}
    </section>
  );
}
