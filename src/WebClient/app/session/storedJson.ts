/** What was stored under a name; null where nothing was, or where it can no longer be read and is therefore removed. */
export function storedJson<T>(storage: Storage, key: string): T | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as T | null;
  } catch {
    storage.removeItem(key);
    return null;
  }
}
