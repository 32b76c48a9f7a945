import { type DemoState, DIRECTIONS, LANGUAGES, ROLES, THEMES } from '../demoState.js';
import type { ChangeDemo } from '../useDemoState.js';
import { Choice } from './Choice.js';

const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', ja: '日本語', ar: 'العربية' } as const satisfies Record<
  DemoState['lang'],
  string
>;

type PageControlsProps = { readonly state: DemoState; readonly change: ChangeDemo };

/** Who looks at the dashboard, and how. */
export function PageControls({ state, change }: PageControlsProps) {
  return (
    <section className="demo-group" aria-labelledby="demo-page">
      <h3 id="demo-page">Page</h3>
      <div className="demo-choices">
        <Choice label="Role" value={state.role} options={asTheyAre(ROLES)} choose={(role) => change({ role })} />
        <Choice label="Theme" value={state.theme} options={asTheyAre(THEMES)} choose={(theme) => change({ theme })} />
        <Choice label="Direction" value={state.dir} options={asTheyAre(DIRECTIONS)} choose={(dir) => change({ dir })} />
        <Choice
          label="Language"
          value={state.lang}
          options={LANGUAGES.map((lang) => [lang, LANGUAGE_NAMES[lang]] as const)}
          choose={(lang) => change({ lang })}
        />
      </div>
    </section>
  );
}

function asTheyAre<T extends string>(values: readonly T[]): readonly (readonly [T, string])[] {
  return values.map((value) => [value, value]);
}
