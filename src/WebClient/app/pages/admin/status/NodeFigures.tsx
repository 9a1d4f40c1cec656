import type { AdminStatus } from '../../../api/admin';
import { texts } from '../../../texts';

const { status: words, count, bytes } = texts.admin;

/** What is connected right now. */
export function NodeFigures({ status: { active_connections, watched_resumes, node } }: { status: AdminStatus }) {
  const figures: [label: string, value: string, note?: string][] = [
    [words.connections, count(active_connections), words.connectionsNote(node.accepted)],
    [words.users, count(node.users)],
    [words.rooms, count(node.rooms)],
    [words.watchers, count(watched_resumes), words.watchersNote(node.watchers)],
    [words.queued, bytes(node.queued_bytes), words.queuedNote(node.queued_frames)],
  ];
  return (
    <section aria-labelledby="node-figures">
      <h2 id="node-figures" className="visually-hidden">
        {words.figures}
      </h2>
      <dl className="figures list-frame">
        {figures.map(([label, value, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <strong>{value}</strong>
              {note && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
