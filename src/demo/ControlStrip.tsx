import { useEffect, useId } from 'react';
import { mintLicenseKey } from '../../mocks/mintLicenseKey.js';
import { isScenarioName, scenarios } from '../../mocks/scenarios.js';
import type { Alexandria } from '../../mocks/startAlexandria.js';
import { useLicense } from '../index.js';
import { type DemoState, readDemoState } from './demoState.js';
import { moveTo, steer } from './startMocks.js';

const DAY_MS = 86_400_000;

type ControlStripProps = {
  readonly state: DemoState;
  readonly change: (part: Partial<DemoState>) => void;
  /** `null` while a real API answers: then only what belongs to the page can be changed. */
  readonly alexandria: Alexandria | null;
};

/** The demo's controls; no part of the dashboard that it shows. */
export function ControlStrip({ state, change, alexandria }: ControlStripProps) {
  return (
    <aside className="demo-strip" aria-label="Demo controls">
      {alexandria && <MockControls state={state} change={change} alexandria={alexandria} />}
      <label>
        Role
        <select value={state.role} onChange={({ target }) => change({ role: target.value === 'member' ? 'member' : 'admin' })}>
          <option value="admin">admin</option>
          <option value="member">member</option>
        </select>
      </label>
      <label>
        Theme
        <select
          value={state.theme}
          onChange={({ target: { value } }) => change({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
        >
          <option>system</option>
          <option>light</option>
          <option>dark</option>
        </select>
      </label>
    </aside>
  );
}

function MockControls({ state, change, alexandria }: ControlStripProps & { readonly alexandria: Alexandria }) {
  const sliderId = useId();
  const { checkNow } = useLicense();
  const { expires_at: expiresAt } = alexandria.licenseBody();
  const daysLeft = expiresAt === null ? 0 : (Date.parse(expiresAt) - alexandria.now()) / DAY_MS;
  const days = state.days ?? daysLeft;

  const choose = async (name: string) => {
    if (!isScenarioName(name)) return;
    await steer(alexandria, { ...state, scenario: name, days: null });
    change({ scenario: name, days: null });
    await checkNow();
  };
  const move = async (to: number) => {
    moveTo(alexandria, to);
    change({ days: to });
    await checkNow();
  };
  // Only the API changes; the page has to notice by itself.
  const renew = async () => {
    await alexandria.restart({ licenseKey: await mintLicenseKey({ expiresAt: alexandria.now() + 365 * DAY_MS }) });
    change({ scenario: 'active', days: null });
  };
  // Back and forward bring another state into the URL; the mock follows it.
  useEffect(() => {
    const follow = async () => {
      await steer(alexandria, readDemoState(location.search));
      await checkNow();
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [alexandria, checkNow]);

  return (
    <>
      <label>
        Scenario
        <select value={state.scenario} onChange={({ target }) => void choose(target.value)}>
          {Object.keys(scenarios).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <span className="demo-slider">
        <label htmlFor={sliderId}>Days left</label>
        <output htmlFor={sliderId}>{expiresAt === null ? '–' : Math.round(days * 10) / 10}</output>
        <input
          id={sliderId}
          type="range"
          min={-12}
          max={30}
          step={0.5}
          value={Math.min(days, 30)}
          disabled={expiresAt === null}
          onChange={({ target }) => void move(target.valueAsNumber)}
        />
      </span>
      <button type="button" className="demo-button" onClick={() => void renew()}>
        Renew in the background
      </button>
    </>
  );
}
