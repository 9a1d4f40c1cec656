import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import type { ConnectionSnapshot } from '../client/connection';
import type { ClientMessage, ConnectedFrame, NotificationFrame, ResumeProgressFrame, ServerFrame } from '../client/frames';
import { Store } from '../client/store';
import { useHotGigs } from './HotGigsProvider';
import { WebSocketSession } from './webSocketSession';

export interface WebSocketCallbacks {
  onNotification?: (data: NotificationFrame['data'], frame: NotificationFrame) => void;
  onResumeProgress?: (data: ResumeProgressFrame['data'], frame: ResumeProgressFrame) => void;
  onConnected?: (frame: ConnectedFrame) => void;
  onDisconnected?: (reason: ConnectionSnapshot['reason']) => void;
  /** The server refused a message. */
  onError?: (error: Extract<ServerFrame, { type: 'error' }>) => void;
}

export interface WebSocketView {
  isConnected: boolean;
  /** The latest message. Of several between two renders only the last is seen here; the callbacks get each. */
  readonly lastMessage: ServerFrame | null;
  /** False where there is no connection to send on. */
  sendMessage: (message: ClientMessage) => boolean;
  /** Watches and rooms last until they are given up or the component goes, through every reconnection. */
  watchResume: (resumeId: string) => void;
  unwatchResume: (resumeId: string) => void;
  joinRoom: (room: string) => void;
  leaveRoom: (room: string) => void;
  reconnect: () => void;
  disconnect: () => void;
}

/** The live connection itself, for what the other hooks do not cover. Every message reaches the callbacks, in order. */
export function useWebSocket(callbacks: WebSocketCallbacks = {}): WebSocketView {
  const { client } = useHotGigs();
  const receive = useEffectEvent((frame: ServerFrame) => {
    if (frame.type === 'notification') callbacks.onNotification?.(frame.data, frame);
    else if (frame.type === 'resume_progress') callbacks.onResumeProgress?.(frame.data, frame);
    else if (frame.type === 'connected') callbacks.onConnected?.(frame);
    else if (frame.type === 'error') callbacks.onError?.(frame);
  });
  const disconnected = useEffectEvent((reason: ConnectionSnapshot['reason']) => callbacks.onDisconnected?.(reason));

  const [last] = useState(() => new LastMessage());
  const lastMessage = useSyncExternalStore(last.subscribe, last.get);
  const session = useMemo(() => new WebSocketSession(client), [client]);
  useEffect(() => {
    let wasLive = client.connection.get().status === 'live';
    const endFrames = client.onFrame((frame) => {
      last.put(frame);
      receive(frame);
    });
    const endStatus = client.connection.subscribe(() => {
      const { status, reason } = client.connection.get();
      if (wasLive && status !== 'live') disconnected(reason);
      wasLive = status === 'live';
    });
    return () => {
      endFrames();
      endStatus();
      session.end();
    };
  }, [client, last, session]);

  const { status } = useSyncExternalStore(client.connection.subscribe, client.connection.get);
  return {
    ...session.actions,
    isConnected: status === 'live',
    get lastMessage() {
      last.isWanted = true;
      return lastMessage;
    },
  };
}

/** Renders only for a component that reads it: a storm of messages is none of the others' business. */
class LastMessage extends Store<ServerFrame | null> {
  isWanted = false;

  constructor() {
    super(null);
  }

  put(frame: ServerFrame): void {
    if (this.isWanted) this.set(frame);
  }
}
