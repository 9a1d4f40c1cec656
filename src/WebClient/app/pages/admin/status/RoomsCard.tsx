import { texts } from '../../../texts';
import { BarList } from './BarList';

const { status: words } = texts.admin;
const candidatePrefix = 'candidate:';

/** The rooms and how many connections are in each. */
export function RoomsCard({ rooms }: { rooms: Readonly<Record<string, number>> }) {
  const bars = Object.entries(rooms).map(([key, value]) => ({ key, label: labelOf(key), value }));
  return (
    <section className="panel" aria-labelledby="rooms">
      <h2 id="rooms">{words.roomsTitle}</h2>
      <BarList label={words.roomsTitle} bars={bars} empty={words.roomsEmpty} more={words.roomsMore} />
    </section>
  );
}

function labelOf(room: string): string {
  return room.startsWith(candidatePrefix) ? words.candidateRoom(room.slice(candidatePrefix.length)) : (words.roomNames[room] ?? room);
}
