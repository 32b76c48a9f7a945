import Button from '@mui/material/Button';
import CssBaseline from '@mui/material/CssBaseline';
import Paper from '@mui/material/Paper';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import type { RenderLink } from '@alexandria-ee/license-ui';
import { createRoot } from 'react-dom/client';
import { HostPage } from './HostPage.js';

// A page with MUI's CSS variables and CssBaseline. Its links are MUI buttons.

const theme = createTheme({ cssVariables: { colorSchemeSelector: 'class' }, colorSchemes: { light: true, dark: true } });
const renderLink: RenderLink = ({ className, ...props }) => <Button size="small" variant="outlined" color="inherit" {...props} />;

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider theme={theme} defaultMode="system">
      <CssBaseline enableColorScheme />
      <HostPage
        renderLink={renderLink}
        frame={(parts, exportAudit) => (
          <main className="frame">
            <Paper className="head">
              <h1>Settings</h1>
              <Button variant="contained" onClick={exportAudit}>
                Export audit log
              </Button>
            </Paper>
            {parts}
          </main>
        )}
      />
    </ThemeProvider>,
  );
}
