import type { ApiClient } from '../apiClient.js';
import { Items } from './Items.js';
import { useModels } from './useModels.js';

const FIGURES = [
  ['Requests today', '48,210', '+6% vs. yesterday'],
  ['Tokens', '31.4 M', '62% of the budget'],
  ['Median latency', '412 ms', 'p95 1.9 s'],
  ['Errors', '0.08%', '39 requests'],
] as const;

// Requests per hour, in percent of the busiest hour.
const HOURS = [22, 18, 14, 12, 11, 13, 21, 38, 61, 82, 90, 86, 74, 80, 96, 100, 92, 78, 60, 48, 41, 36, 30, 26];

/** A page of the core API, which works in every license state. */
export function OverviewPage({ api }: { readonly api: ApiClient }) {
  const { data, error } = useModels(api);
  return (
    <>
      <dl className="demo-figures">
        {FIGURES.map(([name, value, note]) => (
          <div key={name} className="demo-card">
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong> <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <section className="demo-card" aria-labelledby="traffic">
        <h2 id="traffic">Requests per hour</h2>
        <svg
          className="demo-chart"
          viewBox="0 0 480 100"
          preserveAspectRatio="none"
          role="img"
          aria-label="Most requests arrive between 08:00 and 18:00."
        >
          {HOURS.map((height, hour) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour.
            <rect key={hour} x={hour * 20 + 3} y={100 - height} width="14" height={height} rx="2" />
          ))}
        </svg>
      </section>
      <section className="demo-card" aria-labelledby="models">
        <h2 id="models">Models</h2>
        {error && <p className="demo-error">{error.message}</p>}
        <Items items={data ?? []} />
      </section>
    </>
  );
}
