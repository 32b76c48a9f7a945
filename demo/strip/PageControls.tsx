import { type DemoState, DIRECTIONS, LANGUAGES, REMINDERS, ROLES, STOPS, THEMES } from '../demoState.js';
import type { ChangeDemo } from '../useDemoState.js';
import { Choice } from './Choice.js';

const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', ja: '日本語', ar: 'العربية' } as const satisfies Record<
  DemoState['lang'],
  string
>;

const NAMES = {
  admin: 'Administrator',
  member: 'Member',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  auto: 'Automatic',
  ltr: 'Left to right',
  rtl: 'Right to left',
  shown: 'Shown',
  hidden: 'Hidden',
} as const;

type PageControlsProps = { readonly state: DemoState; readonly change: ChangeDemo };

/** Controls for role, theme, direction, language, the early reminder, and what may stop. */
export function PageControls({ state, change }: PageControlsProps) {
  return (
    <section className="demo-group" aria-labelledby="demo-page">
      <h3 id="demo-page">Page</h3>
      <div className="demo-choices">
        <Choice label="Role" value={state.role} options={withNames(ROLES)} choose={(role) => change({ role })} />
        <Choice label="Theme" value={state.theme} options={withNames(THEMES)} choose={(theme) => change({ theme })} />
        <Choice label="Direction" value={state.dir} options={withNames(DIRECTIONS)} choose={(dir) => change({ dir })} />
        <Choice
          label="Language"
          value={state.lang}
          options={LANGUAGES.map((lang) => [lang, LANGUAGE_NAMES[lang]] as const)}
          choose={(lang) => change({ lang })}
        />
        <Choice
          label="Early reminder"
          value={state.remind}
          options={REMINDERS.map((days) => [days, days === 'off' ? 'Off' : `${days} days before`] as const)}
          choose={(remind) => change({ remind })}
        />
        <Choice label="What may stop" value={state.stops} options={withNames(STOPS)} choose={(stops) => change({ stops })} />
      </div>
    </section>
  );
}

function withNames<T extends keyof typeof NAMES>(values: readonly T[]): readonly (readonly [T, string])[] {
  return values.map((value) => [value, NAMES[value]]);
}
