import { ApiError, type Http } from './http';
import type { BulkAction, MarkedAll, NotificationFilter, NotificationPage, SyncResult } from './notification';

/** The REST side of the feed. */
export class NotificationApi {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  list(filter: NotificationFilter, limit: number, cursor: string | null): Promise<NotificationPage> {
    const query = new URLSearchParams({ limit: String(limit) });
    if (filter.unreadOnly) query.set('unread_only', 'true');
    if (filter.archived) query.set('archived', 'true');
    if (filter.type) query.set('type', filter.type);
    if (cursor) query.set('cursor', cursor);
    return this.#http.json('GET', `/api/notifications?${query}`);
  }

  /** Null where the server cannot continue from there, or does not offer `sync`: read the list instead. */
  async sync(since: number, epoch: string): Promise<SyncResult | null> {
    const query = new URLSearchParams({ since: String(since), epoch });
    try {
      const result = await this.#http.json<SyncResult>('GET', `/api/notifications/sync?${query}`);
      return result.recovered && result.epoch === epoch ? result : null;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  }

  async markRead(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}/read`, { method: 'POST' });
  }

  async markUnread(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}/unread`, { method: 'POST' });
  }

  async archive(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}/archive`, { method: 'POST' });
  }

  async unarchive(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}/unarchive`, { method: 'POST' });
  }

  async restore(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}/restore`, { method: 'POST' });
  }

  async bulk(action: BulkAction, ids: readonly string[]): Promise<void> {
    await this.#post('bulk', { action, ids });
  }

  async markAllRead(upToSeq: number, type?: string): Promise<MarkedAll> {
    return (await this.#post('read-all', { up_to_seq: upToSeq, type })).json();
  }

  async markSeen(upToSeq: number): Promise<void> {
    await this.#post('seen', { up_to_seq: upToSeq });
  }

  async remove(id: string): Promise<void> {
    await this.#http.send(`/api/notifications/${id}`, { method: 'DELETE' });
  }

  #post(action: string, body: object): Promise<Response> {
    return this.#http.send(`/api/notifications/${action}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}
