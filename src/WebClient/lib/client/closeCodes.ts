export type StopReason = 'malformed' | 'forbidden' | 'too_many_connections';

/** Codes after which trying again would only repeat the refusal. */
const stops: Readonly<Record<number, StopReason>> = {
  4400: 'malformed',
  4403: 'forbidden',
  4409: 'too_many_connections',
};

export type AfterClose = { action: 'stop'; reason: StopReason } | { action: 'new_token' | 'back_off' | 'reconnect' };

export function afterClose(code: number): AfterClose {
  const reason = stops[code];
  if (reason) return { action: 'stop', reason };
  if (code === 4401) return { action: 'new_token' };
  if (code === 4429 || code === 4503) return { action: 'back_off' };
  return { action: 'reconnect' };
}
