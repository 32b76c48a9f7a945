const PATHS = {
  overview: 'M4 4h7v7H4zM14 4h6v4h-6zM14 11h6v9h-6zM4 14h7v6H4z',
  chat: 'M4 5h16v11H10l-4.5 4v-4H4z',
  tenants: 'M4 20V6l7-3v17M11 9h9v11M3 20h18M7 9v.1M7 13v.1M15 13v.1M15 16.5v.1',
  'sign-on': 'M14.5 9.5a4.5 4.5 0 1 0-4 4.5l1.5 1.5H14V18h2.5v2.5H20V17l-5.7-5.7c.1-.6.2-1.2.2-1.8ZM8.5 8v.1',
  directory:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.5 2.7-6 6.5-6s6.5 2.5 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.2M18 14.5c2.2.8 3.5 2.8 3.5 5.5',
  cache: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3ZM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  secrets: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5zM12 15v2.5',
  autoscaling: 'M4 20h16M6 16v-3M11 16V9M16 16V5M13.5 7 16 4.5 18.5 7',
  audit: 'M6 3h9l4 4v14H6zM14.5 3v4.5H19M9 12h7M9 16h7',
  license: 'M12 3 4.5 6v5.5c0 4.5 3.1 7.8 7.5 9.5 4.4-1.7 7.5-5 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-4.5',
  controls: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  fold: 'm9 6 6 6-6 6',
} as const;

/** The name of an icon of the demo. */
export type DemoIconName = keyof typeof PATHS;

/** Returns true if `name` is the name of an icon. */
export function isDemoIcon(name: string): name is DemoIconName {
  return Object.hasOwn(PATHS, name);
}

/** A decorative icon, hidden from screen readers. The text beside it or its button's name has the same meaning. */
export function DemoIcon({ name }: { readonly name: DemoIconName }) {
  return (
    <svg className="demo-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
