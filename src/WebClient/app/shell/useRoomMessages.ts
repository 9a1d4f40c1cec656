import { useEffect, useState } from 'react';
import { useHotGigs, type ServerFrame } from '../../lib/react';
import { recruits, type User } from '../session/session';

/** Something said to a room that this page is in. Nobody keeps it but the page. */
export interface RoomMessage {
  id: number;
  title: string;
  message: string;
  action_url: string | null;
  /** RFC 3339. */
  timestamp: string;
}

const maxShown = 3;

/** Enters the rooms that a user's roles let them into, and keeps what is said there until it is dismissed. */
export function useRoomMessages({ roles }: Pick<User, 'roles'>) {
  const { client } = useHotGigs();
  const [messages, setMessages] = useState<readonly RoomMessage[]>([]);
  // One string, so that another render of the same user changes nothing.
  const rooms = roomsOf(roles).join(' ');

  useEffect(() => {
    const leave = rooms.split(' ').filter(Boolean).map((room) => client.joinRoom(room));
    return () => leave.forEach((one) => one());
  }, [client, rooms]);

  useEffect(() => {
    let last = 0;
    return client.onFrame((frame) => {
      const message = readMessage(frame);
      if (message) setMessages((shown) => [{ ...message, id: ++last }, ...shown].slice(0, maxShown));
    });
  }, [client]);

  return { messages, dismiss: (id: number) => setMessages((shown) => shown.filter((one) => one.id !== id)) };
}

function roomsOf(roles: readonly string[]): string[] {
  const isAdmin = roles.includes('admin');
  return [
    ...(recruits({ roles: [...roles] }) ? ['recruiters'] : []),
    ...(isAdmin || roles.includes('candidate') ? ['candidates'] : []),
    ...(isAdmin ? ['admins'] : []),
  ];
}

/** Other programs may say what they like to a room: what has no words is for them. */
function readMessage(frame: ServerFrame): Omit<RoomMessage, 'id'> | null {
  if (frame.type !== 'room_message') return null;
  const { title, message, action_url } = frame.data;
  if (typeof title !== 'string' || typeof message !== 'string') return null;
  return { title, message, action_url: typeof action_url === 'string' ? action_url : null, timestamp: frame.timestamp };
}
