import { useId, useState, useSyncExternalStore } from 'react';
import { DemoIcon } from '../DemoIcon.js';
import type { LoggedRequest, RequestLog } from '../requestLog.js';

/** The page's requests, newest first. Not a live region: it would talk over the dashboard's announcements. */
export function RequestList({ log }: { readonly log: RequestLog }) {
  const { requests, checks, others } = useSyncExternalStore(log.subscribe, log.summary);
  const [open, setOpen] = useState(true);
  const id = useId();
  return (
    <section className="demo-requests" aria-labelledby={`${id}title`}>
      <div className="demo-requests-head">
        <h3 id={`${id}title`}>
          <button type="button" className="demo-fold" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            Requests
            <DemoIcon name="fold" />
          </button>
        </h3>
        <span className="demo-count">
          {checks} license {checks === 1 ? 'check' : 'checks'} · {others} {others === 1 ? 'other' : 'others'}
        </span>
        <button type="button" className="demo-button demo-quiet" aria-label="Clear the requests" onClick={log.clear}>
          Clear
        </button>
      </div>
      {requests.length === 0 && open && <p className="demo-muted">No requests.</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable list must be reachable by keyboard. */}
      <ol id={id} hidden={!open} tabIndex={0} aria-label="Requests, newest first">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ol>
    </section>
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

function RequestRow({ request: { at, method, path, outcome, tookMs, isLicenseCheck } }: { readonly request: LoggedRequest }) {
  const failed = typeof outcome === 'number' ? outcome >= 400 : outcome === 'redirect' || outcome === 'failed';
  return (
    <li data-check={isLicenseCheck} data-status={outcome} data-failed={failed}>
      <time dateTime={new Date(at).toISOString()}>{clock.format(at)}</time>
      <span className="demo-request">
        <code>
          {method} {path}
        </code>
        {isLicenseCheck && <small className="demo-tag">check</small>}
      </span>
      <span className="demo-outcome">
        {outcome === 'under way' ? '…' : outcome}
        {tookMs !== null && <small> {tookMs} ms</small>}
      </span>
    </li>
  );
}
