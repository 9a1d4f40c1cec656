import { useEffect, useSyncExternalStore } from 'react';
import type { PresentUser } from '../client/frames';
import { presence, type RoomPresence } from '../client/presence';
import { useHotGigs } from './HotGigsProvider';

const nobody: RoomPresence = new Map();

/** Who is in a room, live; being mounted is being there. Empty until the first answer, or without a room. */
export function usePresence(room: string | undefined): readonly PresentUser[] {
  const { client } = useHotGigs();
  const tracker = client.feature(presence);
  useEffect(() => (room === undefined ? undefined : tracker.follow(room)), [tracker, room]);
  const rooms = useSyncExternalStore(tracker.rooms.subscribe, tracker.rooms.get);
  return [...((room !== undefined && rooms.get(room)) || nobody).values()];
}
