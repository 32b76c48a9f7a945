import { useEffect, useState } from 'react';
import type { ApiClient } from '../apiClient.js';
import { DemoIcon } from '../DemoIcon.js';
import type { DemoState } from '../demoState.js';
import type { RequestLog } from '../requestLog.js';
import type { Mocks } from '../startMocks.js';
import type { ChangeDemo } from '../useDemoState.js';
import { CopyLink } from './CopyLink.js';
import { FaultControls } from './FaultControls.js';
import { LicenseControls } from './LicenseControls.js';
import { PageControls } from './PageControls.js';
import { RenewalControls } from './RenewalControls.js';
import { RequestList } from './RequestList.js';
import { StoryLinks } from './StoryLinks.js';

type ControlStripProps = {
  readonly state: DemoState;
  readonly change: ChangeDemo;
  /** `null` with a real API: then only the controls of the page and the request list are shown. */
  readonly mocks: Mocks | null;
  readonly api: ApiClient;
  readonly log: RequestLog;
};

/** The demo controls, beside or below the dashboard but not part of it. Always in English and left to right. */
export function ControlStrip({ state, change, mocks, api, log }: ControlStripProps) {
  const hasRoom = useMedia('(min-width: 64rem)');
  const open = state.controls === 'auto' ? hasRoom : state.controls === 'open';
  const toggle = () => change({ controls: open === hasRoom ? (open ? 'closed' : 'open') : 'auto' }, 'replace');

  return (
    <aside className="demo-strip" id="demo-controls" data-open={open} aria-label="Demo controls" lang="en" dir="ltr">
      <div className="demo-strip-head">
        <h2>
          <button type="button" className="demo-strip-toggle" aria-expanded={open} aria-controls="demo-strip-body" onClick={toggle}>
            <DemoIcon name="controls" />
            <span>Demo controls</span>
            <DemoIcon name="fold" />
          </button>
        </h2>
        {open && <CopyLink />}
      </div>
      <div className="demo-strip-body" id="demo-strip-body" hidden={!open}>
        {mocks && <StoryLinks state={state} />}
        {mocks && <LicenseControls state={state} change={change} world={mocks.world} api={api} />}
        {mocks && <RenewalControls change={change} world={mocks.world} />}
        {mocks && <FaultControls state={state} change={change} />}
        <PageControls state={state} change={change} />
      </div>
      {open && <RequestList log={log} />}
    </aside>
  );
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setMatches(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
