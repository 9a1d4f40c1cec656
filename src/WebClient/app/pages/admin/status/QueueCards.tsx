import { Link } from 'react-router';
import type { AdminStatus } from '../../../api/admin';
import { texts } from '../../../texts';

const { status: words, upTo } = texts.admin;

interface Figure {
  label: string;
  value: number;
  /** Something to look after, where it is not zero. */
  isTrouble?: boolean;
  to?: string;
}

/** The queues, which all servers share. */
export function QueueCards({ status: { imports, matching, google_drive, emails, max_count } }: { status: AdminStatus }) {
  const work = ({ waiting, processing }: { waiting: number; processing: number }): Figure[] => [
    { label: words.waiting, value: waiting },
    { label: words.processing, value: processing },
  ];
  const queues: [title: string, figures: Figure[]][] = [
    [words.queues.imports, [...work(imports), { label: words.failedToday, value: imports.failed, isTrouble: true }]],
    [
      words.queues.emails,
      [
        { label: words.due, value: emails.pending },
        { label: words.sentToday, value: emails.sent },
        { label: words.skippedToday, value: emails.skipped },
        { label: words.dead, value: emails.dead, isTrouble: true, to: '/admin/dead-letters' },
      ],
    ],
    [words.queues.matching, work(matching)],
    [words.queues.drive, work(google_drive)],
  ];
  return (
    <section aria-labelledby="queues">
      <h2 id="queues" className="admin-heading">
        {words.queuesTitle}
      </h2>
      {emails.outage !== null && <p className="problem queue-outage">{words.outage(emails.outage)}</p>}
      <div className="queues">
        {queues.map(([title, figures]) => (
          <div key={title} className="queue card">
            <h3>{title}</h3>
            <dl>
              {figures.map(({ label, value, isTrouble, to }) => (
                <div key={label} data-trouble={isTrouble && value > 0}>
                  <dt>{to ? <Link to={to}>{label}</Link> : label}</dt>
                  <dd>{upTo(value, max_count)}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}
