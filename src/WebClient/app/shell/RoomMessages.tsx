import type { User } from '../session/session';
import { texts } from '../texts';
import { RoomMessageCard } from './RoomMessageCard';
import { useRoomMessages } from './useRoomMessages';

/** What was said to those who are here now. It is in no list, so it stays until it is dismissed. */
export function RoomMessages({ user }: { user: User }) {
  const { messages, dismiss } = useRoomMessages(user);
  return (
    <section className="room-messages" aria-label={texts.admin.roomMessages.label}>
      {/* There from the start: what is added to it is read aloud. */}
      <ul aria-live="polite">
        {messages.map((message) => (
          <li key={message.id} data-testid="room-message">
            <RoomMessageCard message={message} onDismiss={() => dismiss(message.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
