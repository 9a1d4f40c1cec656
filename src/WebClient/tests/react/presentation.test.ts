// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { en, labelOf, notificationTypes } from '../../lib/react';
import { presenterOf, presenters } from '../../lib/presenters';
import { sitePath } from '../../lib/react/siteLink';
import { relativeTime } from '../../lib/relativeTime';

describe('presenters', () => {
  it.each([
    ['resume_completed', 'green'],
    ['candidate_added', 'blue'],
    ['candidate_shared', 'purple'],
    ['match_found', 'yellow'],
    ['bulk_upload_completed', 'green'],
    ['google_drive_sync_completed', 'blue'],
    ['system_announcement', 'grey'],
  ] as const)('paints %s %s', (type, tone) => {
    expect(presenters[type].tone).toBe(tone);
  });

  it('has no presenter for a type that does not exist', () => {
    expect(Object.keys(presenters)).toEqual([...notificationTypes]);
  });

  it.each(['from_the_future', 'constructor', 'toString'])('shows the unknown type %s as a neutral bell', (type) => {
    expect(presenterOf(type)).toMatchObject({ tone: 'grey' });
    expect(labelOf(type, en)).toBe('Other');
  });
});

describe('relative time', () => {
  const now = new Date('2026-06-15T12:00:00Z');
  it.each([
    ['2026-06-15T12:00:05Z', 'just now'],
    ['2026-06-15T11:59:01Z', 'just now'],
    ['2026-06-15T11:59:00Z', '1 min ago'],
    ['2026-06-15T11:00:01Z', '59 min ago'],
    ['2026-06-15T11:00:00Z', '1 h ago'],
    ['2026-06-14T12:00:00Z', 'yesterday'],
    ['2026-06-12T12:00:00Z', '3 days ago'],
    ['2026-03-02T12:00:00Z', '2 Mar'],
    ['2025-03-02T12:00:00Z', '2 Mar 2025'],
  ])('says of %s: %s', (then, words) => {
    expect(relativeTime(new Date(then), now, en)).toBe(words);
  });
});

describe('links of notifications', () => {
  it.each(['/candidates/1', '/candidates?batch=1', '/'])('follows %s', (path) => {
    expect(sitePath(path)).toBe(path);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', null])(
    'does not follow %s',
    (path) => {
      expect(sitePath(path)).toBeNull();
    },
  );
});
