import { labelOf, presenterOf, RelativeTime, useHotGigs } from '../../../../lib/react';
import type { Withheld } from '../../../api/adminDecisions';
import { texts } from '../../../texts';

const { withheld: words } = texts.admin;

/** One notification that was not delivered: what it was about, and why each way was closed to it. */
export function WithheldRow({ withheld: { type, caused_by: cause, decisions, at } }: { withheld: Withheld }) {
  const { texts: kinds } = useHotGigs();
  const { icon: Icon, tone } = presenterOf(type);
  return (
    <li className="dead-letter" data-testid="withheld">
      <span className="hg-item-icon" data-tone={tone} aria-hidden="true">
        <Icon size={17} strokeWidth={2} />
      </span>
      <div className="dead-letter-body">
        <p className="dead-letter-title">
          <strong>{labelOf(type, kinds)}</strong>
        </p>
        <dl className="withheld-reasons">
          {decisions.map(({ delivery_channel: channel, outcome, reason }) => (
            <div key={channel} data-outcome={outcome}>
              <dt>{words.channels[channel] ?? channel}</dt>
              <dd>{reason}</dd>
            </div>
          ))}
        </dl>
        <p className="dead-letter-facts">
          <RelativeTime value={at} />
          <span aria-hidden="true"> · </span>
          {words.causedBy(cause.source)}
        </p>
      </div>
    </li>
  );
}
