import type { Sample } from '../../../api/admin';
import { texts } from '../../../texts';
import { TimeSeriesChart } from '../../../ui/charts/TimeSeriesChart';

const { status: words, bytes, rate } = texts.admin;

/** The last hour, also that before the page was opened. */
export function HistoryCharts({ samples }: { samples: readonly Sample[] }) {
  const times = samples.map(({ at }) => Date.parse(at));
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="admin-heading">
        {words.lastHour}
      </h2>
      <div className="charts">
        <TimeSeriesChart
          title={words.people}
          times={times}
          series={[
            { label: words.connections, tone: 'blue', values: samples.map((one) => one.connections) },
            { label: words.users, tone: 'purple', values: samples.map((one) => one.users) },
          ]}
        />
        <TimeSeriesChart
          title={words.sent}
          times={times}
          series={[{ label: words.sentSeries, tone: 'green', values: samples.map((one) => one.sent_per_second) }]}
          format={rate}
        />
        <TimeSeriesChart
          title={words.queued}
          times={times}
          series={[{ label: words.queuedSeries, tone: 'yellow', values: samples.map((one) => one.queued_bytes) }]}
          format={bytes}
          atLeast={4_000}
        />
      </div>
    </section>
  );
}
