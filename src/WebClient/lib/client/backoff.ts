export interface ReconnectPolicy {
  base_delay_ms: number;
  max_attempts: number;
}

export const defaultReconnect: ReconnectPolicy = { base_delay_ms: 3000, max_attempts: 5 };

const longestDelayMs = 60_000;

/**
 * Exponential with full jitter: clients that lost the same server come back spread out.
 * `floor` keeps a minimum, for a server that asked to be left alone.
 */
export function reconnectDelay(policy: ReconnectPolicy, attempt: number, random: () => number, floor = 0): number {
  const ceiling = Math.min(longestDelayMs, policy.base_delay_ms * 2 ** (attempt - 1));
  return Math.max(floor, Math.round(random() * ceiling));
}
