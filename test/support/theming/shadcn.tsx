import { createRoot } from 'react-dom/client';
import { HostPage } from './HostPage.js';

// A page with Tailwind 4 and shadcn's variables. Its card and its button use shadcn's classes.

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <HostPage
      frame={(parts, exportAudit) => (
        <main className="mx-auto flex max-w-5xl flex-col gap-6 p-6">
          <div className="bg-card text-card-foreground flex items-center justify-between rounded-xl border p-6 shadow-sm">
            <h1 className="text-lg font-semibold">Settings</h1>
            <button
              type="button"
              className="bg-primary text-primary-foreground rounded-md px-4 py-2 text-sm font-medium"
              onClick={exportAudit}
            >
              Export audit log
            </button>
          </div>
          {parts}
        </main>
      )}
    />,
  );
}
