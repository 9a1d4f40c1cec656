import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { useHotGigs } from './HotGigsProvider';

export interface BrowserNotificationsOfferProps {
  /** Has the browser ask: only ever on a gesture of the user. */
  onTurnOn: () => void;
  onDecline: () => void;
}

const storageKey = 'hotgigs.browser-notifications';

/** The offer to tell the user outside the page, where it is of use and has not been declined. */
export function BrowserNotifications() {
  const { parts } = useHotGigs();
  const [isOpen, setIsOpen] = useState(isToBeOffered);
  if (!isOpen) return null;

  const close = () => {
    // The focus would go with the button.
    document.activeElement?.closest<HTMLElement>('[role="dialog"]')?.focus();
    setIsOpen(false);
  };
  const turnOn = async () => {
    await Notification.requestPermission();
    close();
  };
  const decline = () => {
    close();
    try {
      localStorage.setItem(storageKey, 'declined');
    } catch {
      // A browser that stores nothing is asked again next time.
    }
  };
  const { Offer = BrowserNotificationsOffer } = parts;
  return <Offer onTurnOn={() => void turnOn()} onDecline={decline} />;
}

/** Explains what the browser is about to ask, and has it ask only then. */
function BrowserNotificationsOffer({ onTurnOn, onDecline }: BrowserNotificationsOfferProps) {
  const { texts } = useHotGigs();
  return (
    <section className="hg-offer" aria-label={texts.browser.question}>
      <BellRing size={18} aria-hidden="true" />
      <div>
        <p className="hg-offer-question">{texts.browser.question}</p>
        <p className="hg-offer-hint">{texts.browser.hint}</p>
        <button type="button" className="hg-button hg-button-small" onClick={onTurnOn}>
          {texts.browser.turnOn}
        </button>
        <button type="button" className="hg-link-button" onClick={onDecline}>
          {texts.browser.later}
        </button>
      </div>
    </section>
  );
}

function isToBeOffered(): boolean {
  if (typeof Notification === 'undefined' || Notification.permission !== 'default') return false;
  try {
    return localStorage.getItem(storageKey) === null;
  } catch {
    return true;
  }
}
