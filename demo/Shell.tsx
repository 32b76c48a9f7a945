import { type ReactNode, useEffect, useRef } from 'react';
import { DemoIcon, isDemoIcon } from './DemoIcon.js';
import { type DemoState, PAGES } from './demoState.js';
import { shellWords } from './shellWords.js';

type ShellProps = {
  readonly state: DemoState;
  readonly hrefOf: (page: string) => string;
  /** The content of the page. */
  readonly children: ReactNode;
};

/** The frame of the dashboard: navigation, location and the signed-in person. */
export function Shell({ state: { page, role, lang }, hrefOf, children }: ShellProps) {
  const words = shellWords[lang];
  const links = useRef<HTMLUListElement>(null);
  // On a phone the links overflow their row. Scroll again after the fonts load, because they change its width.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width of the row depends on the language.
  useEffect(() => {
    const show = () => links.current?.querySelector(`[href^="?page=${page}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
    show();
    void document.fonts.ready.then(show);
  }, [page, lang]);
  return (
    <div className="demo-shell">
      <nav className="demo-nav" aria-label={words['nav']}>
        <p className="demo-brand">
          <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect width="32" height="32" rx="8" />
            <path d="M9 24 16 8l7 16M12 18.5h8" />
          </svg>
          Alexandria
        </p>
        <ul ref={links}>
          {PAGES.map((each) => (
            <li key={each}>
              {/* On a phone the row scrolls. Browsers may leave a focused link half out of sight. */}
              <a
                href={hrefOf(each)}
                aria-current={each === page ? 'page' : undefined}
                onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
              >
                {isDemoIcon(each) && <DemoIcon name={each} />}
                {words[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="demo-body">
        <header className="demo-header">
          <span className="demo-place" lang="en">
            <bdi>Papyrus Ltd.</bdi> <span className="demo-chip">production</span>
          </span>
          <span className="demo-person">
            <span className="demo-avatar" aria-hidden="true">
              AL
            </span>
            <span>
              <bdi>Ada Lovelace</bdi> <small>{words[role]}</small>
            </span>
          </span>
        </header>
        <main className="demo-main" id="content" tabIndex={-1}>
          <h1>{words[page]}</h1>
          {children}
        </main>
      </div>
    </div>
  );
}
